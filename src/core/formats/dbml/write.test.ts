import { Parser } from '@dbml/core'
import { Compiler, DEFAULT_ENTRY, MemoryProjectLayout } from '@dbml/parse'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { everything } from '../../file/everything.testing'
import { anySchema } from '../../file/mutated.testing'
import { writeDbml } from './write'

/** Both readers of DBML must take the text; what the lossless one understood comes back. */
function readBack(text: string) {
  const layout = new MemoryProjectLayout()
  layout.setSource(DEFAULT_ENTRY, text)
  const compiler = new Compiler(layout)
  const errors = compiler.parse.errors(DEFAULT_ENTRY)
  expect(
    errors.map(
      ({ diagnostic, start }) => `${diagnostic}: ${text.slice(Math.max(0, start - 60), start + 60)}`,
    ),
  ).toEqual([])
  const database = compiler.interpretFile(DEFAULT_ENTRY).getValue()
  if (!database) throw new Error('nothing was understood')
  return database
}

function acceptedByCore(text: string): void {
  try {
    new Parser().parse(text, 'dbmlv2')
  } catch (error) {
    const diags = (
      error as { readonly diags?: readonly { readonly message: string; readonly location: unknown }[] }
    ).diags
    throw new Error(`${JSON.stringify(diags?.slice(0, 3) ?? String(error))}\n${text}`, { cause: error })
  }
}

describe('DBML', () => {
  it('of a document with everything is taken by both readers', () => {
    const { text } = writeDbml(everything())
    readBack(text)
    acceptedByCore(text)
  })

  it('of any document is taken by both readers', () => {
    fc.assert(
      fc.property(anySchema, (schema) => {
        const { text } = writeDbml(schema)
        readBack(text)
        acceptedByCore(text)
      }),
      { numRuns: 100 },
    )
  })
})
