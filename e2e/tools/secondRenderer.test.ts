// Our SVG is rendered by a library that has nothing of a browser (librsvg), where it is installed.
import { spawnSync } from 'node:child_process'
import { expect, it } from 'vitest'
import { sceneOf } from '../../src/core/picture/draw.testing'
import { writeSvg } from '../../src/core/picture/svg'
import { shopSample } from '../../src/core/layout/samples.testing'
import { notations } from '../../src/core/model/records'

const isInstalled = spawnSync('rsvg-convert', ['--version']).status === 0

it.skipIf(!isInstalled).each(notations)('librsvg draws %s, whatever the names are', (notation) => {
  const { schema, diagram } = shopSample()
  const hostile = ['</text><script/>', '&amp; "x" \'y\'', '\u0000\ud800', '顧客 🛒', '--> ]]>', 'العملاء']
  const table = new Map(
    Array.from(schema.table, ([id, row], i) => [id, { ...row, name: hostile[i % hostile.length] ?? '' }]),
  )
  const scene = sceneOf({ schema: { ...schema, table }, diagram }, { notation })
  const input = writeSvg(scene, { theme: 'dark', model: hostile.join('') })
  const { status, stdout, stderr } = spawnSync('rsvg-convert', ['--format=png'], { input })
  expect(stderr.toString()).toBe('')
  expect(status).toBe(0)
  // Width stands in the first chunk.
  expect(stdout.readUInt32BE(16)).toBe(Math.ceil(scene.bounds.width))
})
