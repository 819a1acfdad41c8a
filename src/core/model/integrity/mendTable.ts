// Tables, views and partials: keys and indexes that lost a column, texts that lost a name.
import type { ColumnId } from '../id'
import type {
  Check,
  Column,
  Exclusion,
  Index,
  IndexPart,
  Key,
  Policy,
  Table,
  TablePartial,
  View,
} from '../records'
import type { Alive } from './alive'
import { mapKept, orderly, patch, patchOptional } from './patch'

type HasColumn = (column: ColumnId) => boolean

export function mendColumn(column: Column, alive: Alive): Column {
  let next = patch(column, { type: alive.type(column.type) })
  next = patchOptional(next, 'default', alive.text)
  next = patchOptional(next, 'onUpdate', alive.text)
  next = patchOptional(next, 'fromPartial', (id) => (alive.partialColumn(id) ? id : undefined))
  next = patchOptional(next, 'generated', (generated) =>
    patch(generated, { expression: alive.text(generated.expression) }),
  )
  return patchOptional(next, 'identity', (identity) =>
    patchOptional(identity, 'sequence', (sequence) => (alive.record(sequence) ? sequence : undefined)),
  )
}

/** A key without columns is none. */
function mendKey<K extends Key>(key: K, has: HasColumn): K | undefined {
  const parts = mapKept(key.parts, (part) => (has(part.column) ? part : undefined))
  const include = mapKept(key.include, (column) => (has(column) ? column : undefined))
  return parts.length === 0 ? undefined : (patch<Key>(key, { parts, include }) as K)
}

function mendIndexPart<P extends IndexPart>(part: P, has: HasColumn, alive: Alive): P | undefined {
  if ('column' in part.on) return has(part.on.column) ? part : undefined
  const expression = alive.text(part.on.expression)
  return expression === part.on.expression ? part : { ...part, on: { expression } }
}

function mendIndex(index: Index, has: HasColumn, alive: Alive): Index | undefined {
  const parts = mapKept(index.parts, (part) => mendIndexPart(part, has, alive))
  const include = mapKept(index.include, (column) => (has(column) ? column : undefined))
  if (parts.length === 0) return undefined
  return patchOptional(patch(index, { parts, include }), 'where', alive.text)
}

function mendExclusion(exclusion: Exclusion, has: HasColumn, alive: Alive): Exclusion | undefined {
  const parts = mapKept(exclusion.parts, (part) => mendIndexPart(part, has, alive))
  if (parts.length === 0) return undefined
  return patchOptional(patch(exclusion, { parts }), 'where', alive.text)
}

const mendCheck = (check: Check, alive: Alive): Check =>
  patch(check, { expression: alive.text(check.expression) })

const mendPolicy = (policy: Policy, alive: Alive): Policy =>
  patchOptional(patchOptional(policy, 'using', alive.text), 'check', alive.text)

const columnsIn = (row: { readonly columns: readonly { readonly id: ColumnId }[] }): HasColumn => {
  const ids = new Set(row.columns.map((column) => column.id))
  return (column) => ids.has(column)
}

function mendTableLinks(table: Table, alive: Alive): Table {
  let next = patchOptional(table, 'namespace', (id) => (alive.record(id) ? id : undefined))
  next = patchOptional(next, 'group', (id) => (alive.record(id) ? id : undefined))
  next = patchOptional(next, 'partitionOf', (of) =>
    alive.record(of.table) && of.table !== table.id
      ? patch(of, { bounds: alive.text(of.bounds) })
      : undefined,
  )
  return patch(next, {
    inherits: mapKept(next.inherits, (id) => (alive.record(id) && id !== table.id ? id : undefined)),
    partials: mapKept(next.partials, (id) => (alive.record(id) ? id : undefined)),
  })
}

export function mendTable(table: Table, alive: Alive): Table {
  const has = columnsIn(table)
  let next = mendTableLinks(table, alive)
  next = patchOptional(next, 'primaryKey', (key) => mendKey(key, has))
  next = patchOptional(next, 'partitioning', (partitioning) =>
    patchOptional(
      patch(partitioning, { parts: mapKept(partitioning.parts, (part) => mendIndexPart(part, has, alive)) }),
      'definition',
      alive.text,
    ),
  )
  return patch(next, {
    columns: orderly(mapKept(next.columns, (column) => mendColumn(column, alive))),
    uniques: orderly(mapKept(next.uniques, (key) => mendKey(key, has))),
    checks: orderly(mapKept(next.checks, (check) => mendCheck(check, alive))),
    exclusions: orderly(mapKept(next.exclusions, (exclusion) => mendExclusion(exclusion, has, alive))),
    indexes: orderly(mapKept(next.indexes, (index) => mendIndex(index, has, alive))),
    policies: orderly(mapKept(next.policies, (policy) => mendPolicy(policy, alive))),
  })
}

export function mendView(view: View, alive: Alive): View {
  const has = columnsIn(view)
  const next = patchOptional(view, 'namespace', (id) => (alive.record(id) ? id : undefined))
  return patch(next, {
    query: alive.text(next.query),
    columns: orderly(mapKept(next.columns, (column) => patch(column, { type: alive.type(column.type) }))),
    indexes: orderly(mapKept(next.indexes, (index) => mendIndex(index, has, alive))),
  })
}

export function mendPartial(partial: TablePartial, alive: Alive): TablePartial {
  const has = columnsIn(partial)
  return patch(partial, {
    columns: orderly(mapKept(partial.columns, (column) => mendColumn(column, alive))),
    indexes: orderly(mapKept(partial.indexes, (index) => mendIndex(index, has, alive))),
    checks: orderly(mapKept(partial.checks, (check) => mendCheck(check, alive))),
  })
}
