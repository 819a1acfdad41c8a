// What is damaged: the schemas of the corpus where it is here, and one document with everything, written for each target.
import { dialects } from '../../src/core/dialects'
import { defaultDdlOptions } from '../../src/core/dialects/options'
import { ddlWriters } from '../../src/core/dialects/writers'
import { kitchenSink } from '../../src/core/model/testing/kitchenSink.data'
import { dialectIds, type Target } from '../../src/core/model/target'
import { corpus } from '../corpus/entries'

export interface Base {
  readonly name: string
  readonly target: Target
  readonly text: string
}

export function ownBases(): readonly Base[] {
  return dialectIds.map((dialect) => {
    const target: Target = { dialect, version: dialects[dialect].versions.at(-1) ?? '' }
    const { text } = ddlWriters[dialect](kitchenSink(), target, defaultDdlOptions)
    return { name: `own/${dialect}`, target, text }
  })
}

export function corpusBases(): readonly Base[] {
  return corpus().map(({ name, dialect, version, text }) => ({
    name,
    target: { dialect, version },
    text: text(),
  }))
}
