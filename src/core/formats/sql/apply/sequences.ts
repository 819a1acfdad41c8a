// Counting columns, however they are said: identity, serial, or a sequence that is owned and read by a default.
import { splitName } from '../../../model/resolve/readType'
import type { SequenceFacts } from '../statement'
import type { Catalogue } from './catalogue'
import type { ColumnDraft, IdentityDraft, SequenceDraft, TableDraft } from './drafts'
import { sequenceNameOf } from './engineNames'
import { some } from './some'

const nextval = /^nextval\s*\(\s*'((?:[^']|'')*)'\s*(?:::\s*(?:text\s*\)?\s*::\s*)?regclass)?\s*\)$/i

/** The sequence that a default reads. */
function sequenceRead(text: string, catalogue: Catalogue): SequenceDraft | undefined {
  const name = nextval.exec(text.trim().replace(/^\((.*)\)$/s, '$1'))?.[1]?.replaceAll("''", "'")
  if (name === undefined) return undefined
  const [first, second] = splitName(name).map((piece) => catalogue.dialect.names.read(piece))
  if (first === undefined) return undefined
  return catalogue.find(
    catalogue.sequences,
    second === undefined ? { name: first } : { schema: first, name: second },
  )
}

const bits: Readonly<Record<string, string>> = {
  int16: '32767',
  int32: '2147483647',
  int64: '9223372036854775807',
}

const isUsualStart = (value: string | null | undefined) =>
  value === undefined || value === null || value === '1'

/** Nothing in it differs from what a serial of this type would bring. */
export function isUsual(
  facts: Omit<SequenceFacts, 'ownedBy'>,
  column: ColumnDraft,
  catalogue: Catalogue,
): boolean {
  const { types } = catalogue.dialect
  const { base } = types.parse(column.type.raw)
  const max = bits[base]
  const type = facts.type === undefined ? undefined : types.parse(facts.type).base
  const isType = type === undefined || type === base || (base === 'int32' && type === 'int64')
  const isMax =
    facts.max === undefined || facts.max === null || facts.max === max || facts.max === bits['int64']
  const isStep = facts.step === undefined || facts.step === '1'
  const isCache = facts.cache === undefined || facts.cache === null || facts.cache === '1'
  return (
    max !== undefined &&
    isType &&
    isMax &&
    isStep &&
    isCache &&
    isUsualStart(facts.start) &&
    isUsualStart(facts.min) &&
    facts.cycle !== true
  )
}

/** A sequence that says no more than SERIAL says: under the usual name, with the usual numbers, owned by its column. */
export function isSerial(
  table: TableDraft,
  column: ColumnDraft,
  catalogue: Catalogue,
): SequenceDraft | undefined {
  if (column.default === undefined || !catalogue.isPostgres || column.generated) return undefined
  const sequence = sequenceRead(column.default, catalogue)
  if (!sequence || sequence.ownedBy?.column !== column || sequence.ownedBy.table !== table) return undefined
  const isNamed = sequence.name === sequenceNameOf(table.name, column.name) && sequence.home === table.home
  return isNamed && isUsual(sequence.facts, column, catalogue) ? sequence : undefined
}

/** What PostgreSQL's dumps say of every identity, and what says nothing. */
function plainIdentity(identity: IdentityDraft, column: ColumnDraft, catalogue: Catalogue): IdentityDraft {
  if (!catalogue.isPostgres || catalogue.dialect.id === 'redshift') return identity
  const max = bits[catalogue.dialect.types.parse(column.type.raw).base]
  const { start, step, min, max: most, cache, cycle, sequence, mode, style } = identity
  return {
    mode,
    ...some('style', style),
    ...some('start', start === '1' ? undefined : start),
    ...some('step', step === '1' ? undefined : step),
    ...some('min', min === '1' ? undefined : min),
    ...some('max', most === max ? undefined : most),
    ...some('cache', cache === '1' ? undefined : cache),
    ...some('cycle', cycle),
    ...some('sequence', sequence),
  }
}

export function countingOf(
  table: TableDraft,
  column: ColumnDraft,
  catalogue: Catalogue,
): IdentityDraft | undefined {
  if (column.identity) return plainIdentity(column.identity, column, catalogue)
  return isSerial(table, column, catalogue) ? { mode: 'byDefault', style: 'serial' } : undefined
}

/** Has it a record of its own, or is all that can be said of it said by its column? */
export function isFolded(sequence: SequenceDraft, catalogue: Catalogue): boolean {
  const isSpokenOf = sequence.comment !== '' || catalogue.grants.some(({ on }) => on === sequence)
  if (isSpokenOf) return false
  if (sequence.isImplied) return true
  const { ownedBy } = sequence
  return ownedBy !== undefined && isSerial(ownedBy.table, ownedBy.column, catalogue) === sequence
}
