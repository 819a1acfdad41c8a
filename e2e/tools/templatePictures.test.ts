import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { fromRoot } from '../run/root.mjs'
import { picturesPath, picturesText } from './templatePictures'

it('the pictures of the gallery are those of the templates as they are now', () => {
  const kept = readFileSync(fromRoot(picturesPath), 'utf8')
  expect(kept === picturesText, 'Run: node e2e/tools/drawTemplates.mjs').toBe(true)
})
