// One column: made, said anew, changed in one field.
import { assertNever } from '../../../lib/assertNever'
import type { ColumnChange, ColumnFacts } from '../statement'
import { nameOf, type Catalogue } from './catalogue'
import type { ColumnDraft, IdentityDraft, SequenceDraft, TableDraft } from './drafts'
import { sequenceNameOf } from './engineNames'
import { looseKey } from './nameMap'
import { some } from './some'
import { typeOf } from './types'

export function columnNamed<C extends { readonly name: string }>(
  owner: { readonly columns: readonly C[] },
  name: string,
  catalogue: Catalogue,
): C | undefined {
  const exact = owner.columns.find((column) => column.name === name)
  if (exact) return exact
  const loose = looseKey(name)
  return owner.columns.find(
    (column) => looseKey(column.name) === loose && catalogue.isSame(column.name, name),
  )
}

const isNull = (text: string): boolean => /^\(*\s*null\s*\)*$/i.test(text)

/** DEFAULT NULL says what holds anyway, unless it takes a domain's default away. */
function defaultOf(facts: ColumnFacts, column: Pick<ColumnDraft, 'type' | 'nullable'>): string | undefined {
  const text = facts.default?.trim()
  if (text === undefined || text === '') return undefined
  const saysNothing = isNull(text) && facts.defaultName === undefined && !column.type.of
  return saysNothing ? undefined : text
}

/** The sequence that a serial or identity column brings with it. */
function impliedSequence(table: TableDraft, column: ColumnDraft, catalogue: Catalogue): SequenceDraft {
  const asked = column.identity?.sequence
  if (asked) return asked
  const sequence: SequenceDraft = {
    kind: 'sequence',
    name: sequenceNameOf(table.name, column.name),
    home: table.home,
    comment: '',
    at: column.at,
    turn: catalogue.nextTurn(),
    facts: {},
    ownedBy: { table, column },
    isImplied: true,
  }
  return sequence
}

function identityOf(facts: ColumnFacts['identity'], catalogue: Catalogue): IdentityDraft | undefined {
  if (!facts) return undefined
  const { sequence, ...rest } = facts
  const known = sequence && catalogue.find(catalogue.sequences, sequence)
  return { ...rest, ...some('sequence', known) }
}

/** PostgreSQL: a counting column has a sequence of a known name, which grants and comments may speak of. */
export function addImpliedSequence(table: TableDraft, column: ColumnDraft, catalogue: Catalogue): void {
  if (!column.identity || !catalogue.isPostgres || catalogue.dialect.id === 'redshift') return
  const sequence = impliedSequence(table, column, catalogue)
  if (catalogue.inHome(catalogue.sequences, sequence.home, sequence.name)) return
  catalogue.sequences.add(sequence)
}

export function makeColumn(facts: ColumnFacts, catalogue: Catalogue): ColumnDraft {
  const identity = identityOf(facts.identity, catalogue)
  const type = typeOf(facts.type, catalogue)
  const nullable = facts.nullable ?? (identity === undefined || catalogue.dialect.id === 'sqlite')
  return {
    name: facts.name,
    type,
    nullable,
    notNullName: facts.notNullName,
    default: defaultOf(facts, { type, nullable }),
    defaultName: facts.defaultName,
    identity,
    generated: facts.generated,
    collation: facts.collation ?? '',
    charset: facts.charset ?? '',
    onUpdate: facts.onUpdate,
    isInvisible: facts.invisible ?? false,
    comment: facts.comment ?? '',
    options: facts.options ?? [],
    properties: facts.properties ?? [],
    at: catalogue.origin(facts.at),
  }
}

/** What MODIFY and CHANGE say: the whole column, or with `keepsUnsaid` only what stands there. */
export function redefineColumn(
  column: ColumnDraft,
  { to, keepsUnsaid }: { readonly to: ColumnFacts; readonly keepsUnsaid: boolean },
  catalogue: Catalogue,
): void {
  const made = makeColumn(to, catalogue)
  if (!keepsUnsaid) {
    Object.assign(column, { ...made, at: column.at })
    return
  }
  if (to.type !== '') column.type = made.type
  if (to.nullable !== undefined) column.nullable = to.nullable
  if (to.notNullName !== undefined) column.notNullName = to.notNullName
  if (to.default !== undefined) column.default = made.default
  if (to.defaultName !== undefined) column.defaultName = to.defaultName
  if (to.identity !== undefined) column.identity = made.identity
  if (to.generated !== undefined) column.generated = to.generated
  if (to.collation !== undefined) column.collation = to.collation
  if (to.charset !== undefined) column.charset = to.charset
  if (to.onUpdate !== undefined) column.onUpdate = to.onUpdate
  if (to.invisible !== undefined) column.isInvisible = to.invisible
  if (to.comment !== undefined) column.comment = to.comment
  if (to.options !== undefined) column.options = mergeOptions(column.options, to.options)
}

interface ChangingOption {
  readonly dialect: ColumnDraft['options'][number]['dialect']
  readonly name: string
  readonly value: string | null
}

/** Options of the same name are replaced; null takes one away. */
export function mergeOptions(
  before: ColumnDraft['options'],
  changes: readonly ChangingOption[],
): ColumnDraft['options'] {
  const isSaid = (name: string) => changes.some((change) => change.name.toLowerCase() === name.toLowerCase())
  const kept = before.filter(({ name }) => !isSaid(name))
  const added = changes.flatMap(({ dialect, name, value }) =>
    value === null ? [] : [{ dialect, name, value }],
  )
  return [...kept, ...added]
}

function setDefault(column: ColumnDraft, change: ColumnChange & { readonly set: 'default' }): void {
  const { default: value, name } = change
  // The default of a serial is its counting.
  if (column.identity?.style === 'serial') column.identity = undefined
  column.default = value === null || isNull(value.trim()) ? undefined : value.trim()
  column.defaultName = value === null ? undefined : name
}

export function alterColumn(column: ColumnDraft, change: ColumnChange, catalogue: Catalogue): void {
  switch (change.set) {
    case 'type':
      column.type = typeOf(change.type, catalogue)
      if (change.collation !== undefined) column.collation = change.collation
      return
    case 'default':
      setDefault(column, change)
      return
    case 'nullable':
      column.nullable = change.nullable
      column.notNullName = change.nullable ? undefined : change.name
      return
    case 'identity': {
      const { identity } = change
      column.identity = identity === null ? undefined : identityOf(identity, catalogue)
      if (column.identity) column.nullable = false
      return
    }
    case 'generated':
      column.generated = change.generated ?? undefined
      return
    case 'collation':
      column.collation = change.collation
      return
    case 'comment':
      column.comment = change.comment
      return
    case 'invisible':
      column.isInvisible = change.invisible
      return
    case 'options':
      column.options = mergeOptions(column.options, change.options)
      return
    default:
      assertNever(change)
  }
}

/** The same column again, in another table. */
export const copyColumn = (column: ColumnDraft, catalogue: Catalogue): ColumnDraft => ({
  ...column,
  at: catalogue.at,
})

/** For messages. */
export const shownColumn = (table: TableDraft, column: string): string => `${nameOf(table).name}.${column}`
