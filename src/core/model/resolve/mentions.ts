// Places that say an object's name but could not be tied to it: what a rename must point out instead of changing.
import type { Speech } from '../lexis'
import type { RefOwner, Referable } from '../sqlText'
import type { Rows, Schema } from '../schema'
import { currentSql, nameOfRef } from './currentSql'
import { resolveRow, scopeOf } from './resolveRows'
import { analyseSql } from './resolveSql'
import { plainTextOf, textKinds, textsOf, type TextKind, type TextPlace } from './texts'

export interface Mention {
  readonly place: TextPlace
  /** The text as it reads today, and where in it the name stands. */
  readonly text: string
  readonly from: number
  readonly length: number
  /** `ambiguous`: it may mean this object or another; `string`: it stands in a string of its own. */
  readonly why: 'ambiguous' | 'string'
}

export interface MentionOf {
  readonly id: Referable
  readonly owner?: RefOwner | undefined
}

const wordChar = /[\p{L}\p{N}_]/u

/** Where a name stands as a whole word. */
function* occurrences(text: string, name: string): IterableIterator<number> {
  const [where, what] = [text.toLowerCase(), name.toLowerCase()]
  for (let at = where.indexOf(what); at >= 0; at = where.indexOf(what, at + 1)) {
    const before = text.charAt(at - 1)
    const after = text.charAt(at + name.length)
    if (!(before && wordChar.test(before)) && !(after && wordChar.test(after))) yield at
  }
}

/** Texts that may hold a name as plain text: the cheap question before the dear one. */
function* textsSaying(schema: Schema, name: string, speech: Speech) {
  const wanted = name.toLowerCase()
  for (const kind of textKinds) {
    for (const row of schema[kind].values()) {
      if (!plainTextOf(kind, row).includes(wanted)) continue
      for (const { text, at } of textsOf(kind, row))
        yield { kind, row, at, now: currentSql(text, schema, speech.names) }
    }
  }
}

export function mentionsOf(schema: Schema, { id, owner }: MentionOf, speech: Speech): readonly Mention[] {
  const name = nameOfRef(schema, { to: id, ...(owner !== undefined && { owner }) })
  if (name === undefined || name === '') return []
  const mentions: Mention[] = []
  for (const { kind, row, at, now } of textsSaying(schema, name, speech)) {
    const place: TextPlace = { ...at, kind, id: row.id }
    const { open, strings } = analyseSql(now, scopeOf(schema, { kind, row }, at), speech)
    for (const { from, name: spelled, candidates } of open) {
      if (!candidates.some((candidate) => candidate.to === id)) continue
      mentions.push({ place, text: now, from, length: spelled.length, why: 'ambiguous' })
    }
    for (const { text, from } of strings) {
      for (const inside of occurrences(text, name)) {
        mentions.push({ place, text: now, from: from + inside, length: name.length, why: 'string' })
      }
    }
  }
  return mentions
}

/** Records that say this name and hold it as plain text, with whatever can be resolved by now resolved. */
export function caughtUp(
  schema: Schema,
  name: string,
  speech: Speech,
): readonly { readonly kind: TextKind; readonly row: Rows[TextKind] }[] {
  if (name === '') return []
  const wanted = name.toLowerCase()
  const rows: { kind: TextKind; row: Rows[TextKind] }[] = []
  for (const kind of textKinds) {
    for (const row of schema[kind].values()) {
      const saysIt = plainTextOf(kind, row).includes(wanted)
      const next = saysIt ? resolveRow(schema, { kind, row }, speech) : row
      if (next !== row) rows.push({ kind, row: next })
    }
  }
  return rows
}
