// Text and selection follow each other: which statements are of what is selected, and what a place in the text is of.
import type { Ddl, Notice } from '../../core/dialects/dialect'
import type { AnyId, Schema } from '../../core/model/schema'
import { endsOf } from '../../core/model/query'
import { isIdOf, kindOfId } from '../../core/model/id'
import { databaseKinds, type Selectable } from '../../state/selection'
import type { LineNote, Span } from './marks'
import { sentenceOf, toneOf } from './Notices'

type Statements = Ddl['statements']

const selectableKinds: ReadonlySet<string> = new Set([
  'table',
  'view',
  'enum',
  'note',
  'area',
  'relation',
  ...databaseKinds,
])

/** What can be selected of what a statement speaks of: a trigger stands for its table. */
export function selectableOf(schema: Schema, about: AnyId | undefined): Selectable | undefined {
  if (about === undefined) return undefined
  if (isIdOf('trigger', about)) return schema.trigger.get(about)?.on
  const kind = kindOfId(about)
  // The kinds that a selection can hold, by their prefix.
  return kind !== undefined && selectableKinds.has(kind) ? (about as Selectable) : undefined
}

/** A relation whose foreign key stands inside its table is shown by that table. */
export function statementsOf(
  { schema, statements }: { readonly schema: Schema; readonly statements: Statements },
  items: ReadonlySet<Selectable>,
): Statements {
  if (items.size === 0) return []
  const made = new Set(statements.map(({ about }) => about))
  const wanted = new Set<AnyId>()
  for (const id of items) {
    const relation = isIdOf('relation', id) && !made.has(id) ? schema.relation.get(id) : undefined
    wanted.add(relation ? endsOf(relation)[0].table : id)
  }
  return statements.filter(({ about }) => {
    const owner = selectableOf(schema, about)
    return owner !== undefined && wanted.has(owner)
  })
}

export const statementAt = (statements: Statements, offset: number): Statements[number] | undefined =>
  statements.find(({ from, to }) => offset >= from && offset <= to)

export const spansOf = (statements: Statements): readonly Span[] =>
  statements.map(({ from, to }) => ({ from, to }))

export const lineNotesOf = (notices: readonly Notice[]): readonly LineNote[] =>
  notices.flatMap((notice) =>
    notice.line === undefined ? [] : [{ line: notice.line, tone: toneOf(notice), text: sentenceOf(notice) }],
  )

/** Where a line begins; the end of the text for one that it does not have. */
export function offsetOfLine(text: string, line: number): number {
  let at = 0
  for (let number = 1; number < line; number += 1) {
    const next = text.indexOf('\n', at)
    if (next < 0) return text.length
    at = next + 1
  }
  return at
}
