// A fragment into this document: new ids, free names, references led to the copies or to what is here already.
import { orderAtEnd, type Ordered } from '../model/order'
import type { ForeignKey, Point, Table } from '../model/records'
import { projectOf, type Kind, type Row, type Rows } from '../model/schema'
import { gone, ok, refuse, type Cx, type Done } from './context'
import { copySubset, fragmentKinds, type Fragment, type FragmentKind } from './fragment'
import type { Item } from './layout'
import { freeName, freeRecordName } from './name'
import { freshIds, reid } from '../model/reid'

export interface PasteOptions {
  /** Foreign keys to tables that were not copied are tied to those tables again, where they are here. On by default. */
  readonly keepsOutside?: boolean
}

export interface Pasted {
  /** The copies of what was chosen, for the selection. */
  readonly items: readonly Item[]
}

const typeKinds: ReadonlySet<FragmentKind> = new Set([
  'enum',
  'domain',
  'composite',
  'sequence',
  'namespace',
  'group',
])

interface Named {
  readonly id: string
  readonly name: string
}

interface Twin {
  readonly kind: FragmentKind
  readonly row: Named
  /** Pasting into the document that it was copied from. */
  readonly isSame: boolean
}

/** The object of this document that stands for one of the fragment: the same one, or one of the same name. */
function twin(cx: Cx, { kind, row, isSame }: Twin): string | undefined {
  if (isSame) return cx.tx.has(kind, row.id) ? row.id : undefined
  // Every kind asked for here has a name.
  for (const other of cx.tx.all(kind))
    if (cx.dialect.names.isSame((other as unknown as Named).name, row.name)) return other.id
  return undefined
}

/** Which id becomes which: what is here already stays, all else gets a new one. */
function mapIds(
  cx: Cx,
  fragment: Fragment,
): { readonly ids: Map<string, string>; readonly kept: ReadonlySet<string> } {
  const ids = new Map<string, string>()
  const kept = new Set<string>()
  const isSame = projectOf(cx.tx.now()).id === fragment.project
  for (const kind of fragmentKinds) {
    for (const row of fragment.rows[kind] ?? []) {
      const isShared = typeKinds.has(kind) && !fragment.chosen.includes(row.id)
      // The frame of an area is a copy, its area as well; a shared type is not.
      const isCopied = kind === 'group' && fragment.rows.area !== undefined
      const known =
        isShared && !isCopied ? twin(cx, { kind, row: row as unknown as Named, isSame }) : undefined
      if (known === undefined) freshIds(row, ids, cx.newId)
      else {
        ids.set(row.id, known)
        kept.add(row.id)
        pairValues(cx, { kind, row, known, ids })
      }
    }
  }
  return { ids, kept }
}

interface Pairing {
  readonly kind: FragmentKind
  readonly row: Row
  readonly known: string
  readonly ids: Map<string, string>
}

/** Values of an enum that is here already are led to the values of the same name. */
function pairValues(cx: Cx, { kind, row, known, ids }: Pairing): void {
  if (kind !== 'enum') return
  const here = cx.tx.get('enum', known as Rows['enum']['id'])
  for (const value of (row as Rows['enum']).values) {
    const twinValue = here?.values.find((other) => other.name === value.name)
    if (twinValue) ids.set(value.id, twinValue.id)
  }
}

/** Names that a database wants to be different across tables. */
function takenPartNames(cx: Cx): string[] {
  const names: string[] = []
  for (const table of cx.tx.all('table')) {
    for (const part of [...table.uniques, ...table.indexes, ...table.checks, ...table.exclusions])
      names.push(part.name)
    if (table.primaryKey) names.push(table.primaryKey.name)
  }
  for (const relation of cx.tx.all('relation')) names.push(relation.name)
  return names.filter((name) => name !== '')
}

function renamePart<P extends { readonly name: string }>(cx: Cx, part: P, taken: string[]): P {
  if (part.name === '') return part
  const name = freeName(part.name, taken, cx.dialect.names)
  taken.push(name)
  return name === part.name ? part : { ...part, name }
}

function withFreeParts(cx: Cx, table: Table, taken: string[]): Table {
  const free = <P extends { readonly name: string }>(parts: readonly P[]): P[] =>
    parts.map((part) => renamePart(cx, part, taken))
  const { primaryKey } = table
  return {
    ...table,
    ...(primaryKey && { primaryKey: renamePart(cx, primaryKey, taken) }),
    uniques: free(table.uniques),
    checks: free(table.checks),
    exclusions: free(table.exclusions),
    indexes: free(table.indexes),
  }
}

/** The corner of what lies in the fragment. */
function cornerOf({ rows }: Fragment): Point {
  const all: Point[] = [...(rows.placement ?? []), ...(rows.area ?? []), ...(rows.note ?? [])]
  if (all.length === 0) return { x: 0, y: 0 }
  return { x: Math.min(...all.map(({ x }) => x)), y: Math.min(...all.map(({ y }) => y)) }
}

const nameable: ReadonlySet<Kind> = new Set([
  'table',
  'view',
  'enum',
  'domain',
  'composite',
  'sequence',
  'group',
  'namespace',
])

class Paste {
  private readonly cx: Cx
  private readonly fragment: Fragment
  private readonly by: Point
  readonly ids: ReadonlyMap<string, string>
  private readonly kept: ReadonlySet<string>
  private readonly taken: string[]

  constructor(cx: Cx, fragment: Fragment, at: Point) {
    this.cx = cx
    this.fragment = fragment
    const corner = cornerOf(fragment)
    this.by = { x: at.x - corner.x, y: at.y - corner.y }
    const { ids, kept } = mapIds(cx, fragment)
    this.ids = ids
    this.kept = kept
    this.taken = takenPartNames(cx)
  }

  run(): void {
    for (const kind of fragmentKinds) for (const row of this.fragment.rows[kind] ?? []) this.row(kind, row)
  }

  private row(kind: FragmentKind, before: Row): void {
    if (this.kept.has(before.id)) return
    const { cx } = this
    let row: Row = reid(before, this.ids)
    if ('diagram' in row) row = { ...row, diagram: cx.diagram }
    if ('x' in row) row = { ...row, x: row.x + this.by.x, y: row.y + this.by.y }
    // Lines and placements have no order; everything that has one goes behind its siblings.
    if ('order' in row)
      row = { ...row, order: orderAtEnd(cx.tx.all(kind) as IterableIterator<Row & Ordered>) }
    if ('name' in row && nameable.has(kind)) {
      const namespace = 'namespace' in row ? row.namespace : undefined
      row = { ...row, name: freeRecordName(cx, kind, { name: row.name, namespace }) }
    }
    if (kind === 'table') row = withFreeParts(cx, row as Table, this.taken)
    if (kind === 'relation') row = renamePart(cx, row as Rows['relation'], this.taken)
    if (kind === 'line') row = this.line(row as Rows['line'])
    // The row was of this kind before it was copied.
    cx.tx.put<Kind>(kind, row)
  }

  private line(line: Rows['line']): Rows['line'] {
    return { ...line, bends: line.bends.map(({ x, y }) => ({ x: x + this.by.x, y: y + this.by.y })) }
  }

  /** Foreign keys to tables that stayed behind: tied to the same table, or in another document to one of its name. */
  outside(): void {
    const { cx } = this
    for (const { relation, parent } of this.fragment.loose) {
      if (relation.kind !== 'foreignKey') continue
      const target = this.parentFor(relation, parent)
      if (!target) continue
      const copy = reid(relation, this.ids)
      const named = renamePart(cx, copy, this.taken)
      cx.tx.put('relation', { ...named, parent: target, order: orderAtEnd(cx.tx.all('relation')) })
    }
  }

  private parentFor(relation: ForeignKey, name: string): ForeignKey['parent'] | undefined {
    const same = this.cx.tx.get('table', relation.parent.table)
    if (same) return relation.parent
    for (const table of this.cx.tx.all('table')) {
      if (!this.cx.dialect.names.isSame(table.name, name)) continue
      const columns = table.primaryKey?.parts.map((part) => part.column) ?? []
      if (columns.length === relation.parent.columns.length) return { table: table.id, columns }
    }
    return undefined
  }
}

/** Puts a fragment into this document and diagram, its corner at `at`. */
export function pasteFragment(
  cx: Cx,
  fragment: Fragment,
  given: PasteOptions & { readonly at: Point },
): Done<Pasted> {
  if (!cx.tx.has('diagram', cx.diagram)) return gone('diagram')
  if (fragment.chosen.length === 0) return refuse('nothingSelected', 'There is nothing to paste.')
  const paste = new Paste(cx, fragment, given.at)
  paste.run()
  if (given.keepsOutside ?? true) paste.outside()
  // Each copy is of the kind of what was chosen.
  return ok({ items: fragment.chosen.map((id) => (paste.ids.get(id) ?? id) as Item) })
}

export interface DuplicateOptions {
  readonly by: Point
  /** With the foreign keys that lead out of the selection; on by default. */
  readonly keepsOutside?: boolean
}

/** Copies beside the originals. */
export function duplicate(cx: Cx, items: Iterable<Item>, { by, ...options }: DuplicateOptions): Done<Pasted> {
  const fragment = copySubset(cx.tx.now(), cx.diagram, items)
  const corner = cornerOf(fragment)
  return pasteFragment(cx, fragment, { ...options, at: { x: corner.x + by.x, y: corner.y + by.y } })
}
