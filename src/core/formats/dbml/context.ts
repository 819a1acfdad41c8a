// What all parts of the reader share: the names, the places, the rows that were made, and what is to be told.
import { dialects } from '../../dialects'
import type { Dialect } from '../../dialects/dialect'
import * as make from '../../model/factory'
import type { ColumnId, DiagramId, NamespaceId, NewId, TableId } from '../../model/id'
import { orders } from '../../model/order'
import type { Column, Namespace, TablePartial } from '../../model/records'
import type { Kind, Rows } from '../../model/schema'
import { sqlText, type SqlText } from '../../model/sqlText'
import type { Target } from '../../model/target'
import type { AnyId } from '../../model/schema'
import type { ReadNotice } from '../format'
import type { ParsedFile } from './language'
import type { DbmlPlace, DbmlUse } from './reading'
import type { Decl, DeclKind, Found, Modules, Scope } from './scope'
import { settingsPlace, spanOf, type Word } from './syntax'
import type { SyntaxNode } from '@dbml/parse'

/** A table while it is read: settings, blocks and other elements add to it. */
export interface TableDraft {
  readonly decl: Decl<'table'>
  row: Rows['table']
  color?: string
  /** Values of our own keys: what DBML has no word for. */
  readonly rest: Map<string, string>
}

export interface PartialDraft {
  readonly decl: Decl<'tablepartial'>
  row: TablePartial
  /** What its columns refer to: every table that takes them in refers to it too. */
  readonly refs: readonly PartialRef[]
}

export interface PartialRef {
  readonly column: ColumnId
  readonly value: SyntaxNode
  readonly node: SyntaxNode
}

export class Context {
  readonly newId: NewId
  readonly target: Target
  readonly dialect: Dialect
  readonly diagram: DiagramId
  readonly places = new Map<string, DbmlPlace>()
  readonly uses: DbmlUse[] = []
  readonly notices: ReadNotice[] = []
  readonly tables = new Map<TableId, TableDraft>()
  readonly partials = new Map<string, PartialDraft>()
  /** Of columns, groups, notes and the project, by id: our own keys. */
  readonly rest = new Map<string, Map<string, string>>()
  /** Where something stands that names nothing that is there. */
  readonly broken: { readonly source: number; readonly from: number; readonly to: number }[] = []
  private readonly rows = new Map<Kind, Map<string, Rows[Kind]>>()
  private readonly namespaces = new Map<string, Namespace>()
  private readonly counts = new Map<Kind, number>()
  modules: Modules | undefined

  constructor(newId: NewId, target: Target, diagram: DiagramId) {
    this.newId = newId
    this.target = target
    this.dialect = dialects[target.dialect]
    this.diagram = diagram
  }

  scope(file: ParsedFile): Scope {
    if (!this.modules) throw new Error('Names are known once every element was seen')
    return this.modules.of(file)
  }

  /** Behind all of its kind that were made before. */
  order(kind: Kind): string {
    const count = (this.counts.get(kind) ?? 0) + 1
    this.counts.set(kind, count)
    return orderNumber(count)
  }

  put<K extends Kind>(kind: K, row: Rows[K]): void {
    const rows = this.rows.get(kind) ?? new Map<string, Rows[Kind]>()
    this.rows.set(kind, rows.set(row.id, row))
  }

  all<K extends Kind>(kind: K): readonly Rows[K][] {
    // Rows are only put under their own kind.
    return [...(this.rows.get(kind)?.values() ?? [])] as Rows[K][]
  }

  namespace(name: string): NamespaceId | undefined {
    if (name === '') return undefined
    const known = this.namespaces.get(name)
    if (known) return known.id
    const made = make.makeNamespace(this.newId, { name, order: this.order('namespace') })
    this.namespaces.set(name, made)
    this.put('namespace', made)
    return made.id
  }

  place(id: string, [file, node]: readonly [ParsedFile, SyntaxNode], more: Partial<DbmlPlace> = {}): void {
    this.places.set(id, { source: file.source, ...spanOf(node), ...more })
  }

  /** Nothing was taken from this node. */
  lost(file: ParsedFile, node: SyntaxNode): void {
    this.broken.push({ source: file.source, ...spanOf(node) })
  }

  /** The word names an element that was found, or a part by its id. */
  use(file: ParsedFile, words: Word | readonly Word[], named: string | Found<DeclKind>): void {
    const path = 'text' in words ? [words] : words
    const [first, last] = [path[0], path.at(-1)]
    if (!first || !last) return
    const { from, to } = last
    const [id, isAlias] = typeof named === 'string' ? [named, false] : [named.decl.id, named.isAlias]
    this.uses.push({
      source: file.source,
      from,
      to,
      id,
      ...(path.length > 1 && { path: { from: first.from, to } }),
      ...(isAlias && { isAlias }),
    })
  }

  tell(
    file: ParsedFile,
    node: SyntaxNode | Word,
    notice: {
      readonly code: string
      readonly message: string
      readonly about?: AnyId
      readonly level?: 'info' | 'warning' | 'loss'
    },
  ): void {
    const span = 'text' in node ? node : spanOf(node)
    this.notices.push({ level: 'warning', source: file.source, from: span.from, to: span.to, ...notice })
  }

  settings(node: SyntaxNode | undefined): Pick<DbmlPlace, 'settings'> {
    const settings = settingsPlace(node)
    return settings ? { settings } : {}
  }

  /** A string as SQL spells it for the document's database. */
  literal(text: string): SqlText {
    const safe = this.dialect.lexis.backslashEscapes ? text.replaceAll('\\', '\\\\') : text
    return sqlText(`'${safe.replaceAll("'", "''")}'`)
  }
}

const keys: string[] = []

/** The order key of the n-th row. */
export function orderNumber(n: number): string {
  while (keys.length < n) keys.push(...orders(64, keys.at(-1)))
  return keys[n - 1] ?? 'a0'
}

export const inSequence = <T extends { readonly order: string }>(parts: readonly T[]): readonly T[] =>
  parts.map((part, i) => ({ ...part, order: orderNumber(i + 1) }))

export const columnNamed = (columns: readonly Column[], name: string): Column | undefined =>
  columns.find((column) => column.name === name)
