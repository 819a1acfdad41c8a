// One claim for all targets at once: a model fragment in, what each target makes of it out. A new target does not
// compile until every claim answers for it.
import { expect } from 'vitest'
import type { Notice } from '../dialect'
import { dialectIds, type DialectId } from '../../model/target'
import type { Schema } from '../../model/schema'
import { ddlWriters } from '../writers'
import { dialects } from '..'
import { defaultDdlOptions } from '../options'
import { sketch, type ModelSketch } from './sketch'

/** The target has no such thing and says so with this notice. */
export interface NotSupported {
  readonly notSupported: string
}

export const notSupported = (code: string): NotSupported => ({ notSupported: code })

/** A text that the script holds, several, or the code of the notice that tells why not. */
export type Claim = string | readonly string[] | NotSupported

export type Claims = Readonly<Record<DialectId, Claim>>

export interface Written {
  readonly text: string
  readonly notices: readonly Notice[]
}

export function written(schema: Schema, id: DialectId, options = defaultDdlOptions): Written {
  const version = dialects[id].versions.at(-1) ?? ''
  return ddlWriters[id](schema, { dialect: id, version }, options)
}

export function claim(model: ModelSketch | Schema, claims: Claims): void {
  const schema = 'project' in model ? model : sketch(model)
  for (const id of dialectIds) {
    const { text, notices } = written(schema, id)
    const expected = claims[id]
    if (typeof expected === 'object' && 'notSupported' in expected) {
      expect(
        notices.map(({ code }) => code),
        `${id} tells of ${expected.notSupported}:\n${text}`,
      ).toContain(expected.notSupported)
      continue
    }
    for (const part of typeof expected === 'string' ? [expected] : expected) expect(text, id).toContain(part)
  }
}
