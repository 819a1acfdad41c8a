// Writes the published description of the file format, public/schema/relata-<version>.json, from the declarations
// that write and read files. Run it after changing one: node e2e/tools/writeFileSchema.mjs
import { mkdir, writeFile } from 'node:fs/promises'
import { runnerImport } from 'vite'

const { module } = await runnerImport(new URL('../../src/core/file/jsonSchema.ts', import.meta.url).pathname)
const target = new URL(`../../public/schema/${module.schemaFileName}`, import.meta.url)
await mkdir(new URL('.', target), { recursive: true })
await writeFile(target, module.schemaText)
