// SQL as people write it becomes text with references: a later rename of what it names needs no rewriting.
import type { ColumnId, EnumId, TableId, ViewId } from '../id'
import type { Speech } from '../lexis'
import type { Schema } from '../schema'
import { joinParts, sqlText, type Referable, type SqlPart, type SqlText } from '../sqlText'
import { Block } from './block'
import { Literals } from './literals'
import { Lookup } from './lookup'
import { readSql } from './read'
import { ownTable, Resolver, type Target } from './resolver'

export interface SqlScope {
  readonly schema: Schema
  /** The table or view whose columns a bare name means; for a trigger the table of NEW and OLD. */
  readonly on?: TableId | ViewId | undefined
  /** `expression`: a default, a check, a predicate. `statement`: a query or whole statements. */
  readonly form: 'expression' | 'statement'
  /** The column whose default this is: its enum gives a plain string its meaning. */
  readonly column?: ColumnId | undefined
  /** The enum of a domain's default, where there is no column. */
  readonly enum?: EnumId | undefined
  /** The object that the text defines. */
  readonly self?: Referable | undefined
}

/** A name that may mean several objects and so stays text. */
export interface OpenName {
  readonly name: string
  /** Where in the text. */
  readonly from: number
  readonly candidates: readonly Target[]
}

export interface Analysis {
  readonly text: SqlText
  readonly open: readonly OpenName[]
  /** Strings that hold SQL of their own or words that could be names: found, not understood. */
  readonly strings: readonly { readonly text: string; readonly from: number }[]
}

function rootOf(scope: SqlScope): Block {
  const root = new Block()
  if (scope.form === 'expression' && scope.on !== undefined) root.sources.push(ownTable)
  return root
}

export function analyseSql(text: string, scope: SqlScope, speech: Speech): Analysis {
  const { tokens, reading } = readSql(text, speech.lexis, rootOf(scope))
  const lookup = new Lookup(scope.schema, speech.names)
  const resolver = new Resolver(reading, lookup, {
    ...(scope.on !== undefined && { on: scope.on }),
    ...(scope.self !== undefined && { self: scope.self }),
  })
  resolver.run()
  const literals = new Literals(reading, lookup, resolver)
  // In a default every string is of the column's own type, unless something says otherwise.
  const own =
    scope.enum ??
    (scope.on !== undefined && scope.column !== undefined ? lookup.enumOf(scope.on, scope.column) : undefined)
  const markOf = new Map(reading.marks.map(({ token }, mark) => [token, mark]))
  const offsets: number[] = []
  const parts: SqlPart[] = []
  const strings: { text: string; from: number }[] = []
  let offset = 0
  for (const [i, token] of tokens.entries()) {
    const mark = markOf.get(i)
    offsets.push(offset)
    const target = mark === undefined ? undefined : resolver.targets.get(mark)
    if (target) parts.push({ ...target, form: 'identifier', raw: token.text })
    else if (token.kind === 'string' && mark !== undefined) {
      const pieces = literals.pieces(mark, token, own)
      let at = 0
      for (const piece of pieces) {
        parts.push(token.text.slice(at, piece.from), piece.ref)
        at = piece.to
      }
      parts.push(token.text.slice(at))
      if (pieces.length === 0) strings.push({ text: token.text, from: offset })
    } else parts.push(token.text)
    offset += token.text.length
  }
  const open = resolver.undecided.map(({ mark, candidates }) => {
    const token = reading.marks[mark]?.token ?? 0
    return { name: reading.marks[mark]?.text ?? '', from: offsets[token] ?? 0, candidates }
  })
  return { text: joinParts(parts), open, strings }
}

export function resolveSql(text: string, scope: SqlScope, speech: Speech): SqlText {
  // Most defaults are a number or now(): nothing in them can be a name.
  return /[\p{L}_"`[]|[^ -~\s]/u.test(text) ? analyseSql(text, scope, speech).text : sqlText(text)
}
