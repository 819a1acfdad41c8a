// Writes the published description of the file format, public/schema/relata-<version>.json, from the declarations
// that write and read files. Run it after changing one: node e2e/tools/writeFileSchema.mjs
import { mkdirSync, writeFileSync } from 'node:fs'
import { runnerImport } from 'vite'
import { fromRoot } from '../run/root.mjs'

const { module } = await runnerImport(fromRoot('src/core/file/jsonSchema.ts'))
mkdirSync(fromRoot('public/schema'), { recursive: true })
writeFileSync(fromRoot(`public/schema/${module.schemaFileName}`), module.schemaText)
