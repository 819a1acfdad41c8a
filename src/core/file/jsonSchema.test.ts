import { readFileSync } from 'node:fs'
import Ajv from 'ajv'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { everything } from './everything.testing'
import { writeFolder } from './folder'
import { fileSchema, schemaFileName, schemaText } from './jsonSchema'
import { anySchema } from './mutated.testing'
import { write } from './write'

const isValid = new Ajv({ allErrors: true }).compile(fileSchema)

function faultsOf(text: string): readonly string[] {
  return isValid(JSON.parse(text)) === true
    ? []
    : (isValid.errors ?? []).map((error) => `${error.dataPath} ${String(error.message)}`)
}

describe('the published JSON Schema', () => {
  it('is the one that the declarations give', () => {
    const published = readFileSync(
      new URL(`../../../public/schema/${schemaFileName}`, import.meta.url),
      'utf8',
    )
    expect(published, 'run node e2e/tools/writeFileSchema.mjs').toBe(schemaText)
  })

  it('accepts every file that is written, whole or as a folder', () => {
    expect(faultsOf(write(everything()))).toEqual([])
    for (const [path, text] of writeFolder(everything())) expect(faultsOf(text), path).toEqual([])
    fc.assert(
      fc.property(anySchema, (schema) => {
        expect(faultsOf(write(schema))).toEqual([])
      }),
      { numRuns: 30 },
    )
  })

  it('refuses what a reader would drop', () => {
    const text = write(everything())
    expect(faultsOf(text.replace('"name": "customers"', '"name": 7'))).not.toEqual([])
    expect(faultsOf(text.replace('"relata": 1', '"relata": 2'))).not.toEqual([])
    expect(faultsOf(text.replace('"id": "t_019"', '"id": "c_019"'))).not.toEqual([])
    expect(faultsOf(text.replace('"tables"', '"tabels"'))).not.toEqual([])
  })
})
