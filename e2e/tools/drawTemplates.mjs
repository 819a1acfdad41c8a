// Draws the small pictures of the templates anew. Run it after changing a template: node e2e/tools/drawTemplates.mjs
import { writeFileSync } from 'node:fs'
import { runnerImport } from 'vite'
import { fromRoot } from '../run/root.mjs'

const { module } = await runnerImport(fromRoot('e2e/tools/templatePictures.ts'))
writeFileSync(fromRoot(module.picturesPath), module.picturesText)
