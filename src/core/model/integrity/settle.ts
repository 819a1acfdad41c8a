// Restores the invariants after every edit: no dangling relation, no key over a missing column, every reference
// resolves. Each kind says how it mends itself; `undefined` means that it cannot live on.
import type { Composite, Domain, Grant, Sequence } from '../records'
import { kindOfId } from '../id'
import { kinds, type Kind, type RowId, type Rows } from '../schema'
import type { Tx } from '../transact'
import { Alive } from './alive'
import { mendLineage, mendRelation, mendSample } from './mendRelation'
import { mendPartial, mendTable, mendView } from './mendTable'
import { mapKept, orderly, patch, patchOptional } from './patch'

type Mend<K extends Kind> = (row: Rows[K], alive: Alive) => Rows[K] | undefined

const same = <R>(row: R): R => row

const keepNamespace = <R extends { readonly namespace?: Rows['namespace']['id'] }>(row: R, alive: Alive): R =>
  patchOptional(row, 'namespace', (id) => (alive.record(id) ? id : undefined))

function mendDomain(domain: Domain, alive: Alive): Domain {
  const next = patchOptional(keepNamespace(domain, alive), 'default', alive.text)
  const mendedChecks = mapKept(next.checks, (check) =>
    patch(check, { expression: alive.text(check.expression) }),
  )
  return patch(next, { type: alive.type(next.type), checks: orderly(mendedChecks) })
}

function mendComposite(composite: Composite, alive: Alive): Composite {
  const fields = mapKept(composite.fields, (field) => patch(field, { type: alive.type(field.type) }))
  return patch(keepNamespace(composite, alive), { fields: orderly(fields) })
}

function mendSequence(sequence: Sequence, alive: Alive): Sequence {
  const next = patchOptional(keepNamespace(sequence, alive), 'ownedBy', (owner) =>
    alive.record(owner.table) && alive.column(owner.table, owner.column) ? owner : undefined,
  )
  return patchOptional(next, 'type', alive.type)
}

function mendGrant(grant: Grant, alive: Alive): Grant | undefined {
  if (!alive.record(grant.on)) return undefined
  if ('role' in grant.to && !alive.record(grant.to.role)) return undefined
  const { on } = grant
  if (grant.columns.length === 0) return grant
  const kind = kindOfId(on)
  if (kind !== 'table' && kind !== 'view') return patch(grant, { columns: [] })
  // `on` is a table's or a view's id, as just read from its prefix.
  const owner = on as Rows['table']['id'] | Rows['view']['id']
  const columns = mapKept(grant.columns, (column) => (alive.column(owner, column) ? column : undefined))
  // A grant on columns that are all gone must not widen to the whole table.
  return columns.length === 0 ? undefined : patch(grant, { columns })
}

const onDiagram = <R extends { readonly diagram: Rows['diagram']['id'] }>(
  row: R,
  alive: Alive,
): R | undefined => (alive.record(row.diagram) ? row : undefined)

const mends: { readonly [K in Kind]: Mend<K> } = {
  project: same,
  namespace: same,
  group: same,
  extension: keepNamespace,
  role: (row, alive) =>
    patch(row, {
      memberOf: mapKept(row.memberOf, (id) => (alive.record(id) && id !== row.id ? id : undefined)),
    }),
  enum: (row, alive) => patch(keepNamespace(row, alive), { values: orderly(row.values) }),
  domain: mendDomain,
  composite: mendComposite,
  sequence: mendSequence,
  partial: mendPartial,
  table: mendTable,
  relation: mendRelation,
  view: mendView,
  routine: (row, alive) => patch(keepNamespace(row, alive), { definition: alive.text(row.definition) }),
  trigger: (row, alive) =>
    alive.record(row.on) ? patch(row, { definition: alive.text(row.definition) }) : undefined,
  grant: mendGrant,
  sample: mendSample,
  lineage: mendLineage,
  verbatim: (row, alive) =>
    patchOptional(patch(row, { text: alive.text(row.text) }), 'after', (id) =>
      alive.record(id) ? id : undefined,
    ),
  source: same,
  diagram: same,
  placement: (row, alive) => (alive.record(row.object) ? onDiagram(row, alive) : undefined),
  area: (row, alive) => (alive.record(row.group) ? onDiagram(row, alive) : undefined),
  note: onDiagram,
  line: (row, alive) => (alive.record(row.relation) ? onDiagram(row, alive) : undefined),
}

/** True when the record had to change. */
function mendOne<K extends Kind>(tx: Tx, [kind, id]: readonly [K, RowId<K>], alive: Alive): boolean {
  const row = tx.get(kind, id)
  if (!row) return false
  const next = mends[kind](row, alive)
  if (next === row) return false
  if (next === undefined) tx.remove(kind, id)
  else tx.put(kind, next)
  return true
}

/** Records that existed before the transaction and no longer do, or that lost a part. */
function isAnythingGone(tx: Tx): boolean {
  for (const [kind, id] of tx.touched()) {
    const rows: ReadonlyMap<string, unknown> = tx.start[kind]
    if (rows.has(id) && (!tx.has(kind, id) || hasLostParts(tx, kind, id))) return true
  }
  return false
}

const partIds = (row: object): ReadonlySet<string> => {
  const ids = new Set<string>()
  for (const value of Object.values(row)) {
    if (!Array.isArray(value)) continue
    // Members of part lists carry an id; other lists hold plain values.
    for (const part of value as unknown[])
      if (typeof part === 'object' && part && 'id' in part) ids.add(String(part.id))
  }
  if ('primaryKey' in row && row.primaryKey) ids.add((row.primaryKey as { id: string }).id)
  return ids
}

function hasLostParts(tx: Tx, kind: Kind, id: string): boolean {
  const rows: ReadonlyMap<string, object> = tx.start[kind]
  const before = rows.get(id)
  // `touched` pairs each id with its own kind.
  const after = tx.get(kind, id as RowId<Kind>)
  if (!before || !after) return false
  const left = partIds(after)
  for (const part of partIds(before)) if (!left.has(part)) return true
  return false
}

/** One place per object and diagram, one drawn line per relation and diagram: the later one wins. */
function keepOne<K extends 'placement' | 'line'>(tx: Tx, kind: K, placeOf: (row: Rows[K]) => string): void {
  const before: ReadonlyMap<string, Rows[K]> = tx.start[kind]
  const isElsewhere = [...tx.touched()].some(([other, id]) => {
    // `touched` pairs each id with its own kind.
    const row = other === kind ? tx.get(kind, id as RowId<K>) : undefined
    const was = before.get(id)
    return row !== undefined && (was === undefined || placeOf(was) !== placeOf(row))
  })
  if (!isElsewhere) return
  const seen = new Map<string, RowId<K>>()
  for (const row of [...tx.all(kind)]) {
    const earlier = seen.get(placeOf(row))
    if (earlier !== undefined) tx.remove(kind, earlier)
    seen.set(placeOf(row), row.id)
  }
}

function mendTouched(tx: Tx): boolean {
  const alive = new Alive(tx)
  let changed = false
  // `touched` pairs each id with its own kind.
  for (const [kind, id] of [...tx.touched()])
    changed = mendOne(tx, [kind, id as RowId<Kind>], alive) || changed
  return changed
}

function mendAll(tx: Tx): boolean {
  const alive = new Alive(tx)
  let changed = false
  for (const kind of kinds)
    for (const row of [...tx.all(kind)]) changed = mendOne(tx, [kind, row.id], alive) || changed
  return changed
}

/** A document is about one project: it cannot be taken away, nor can there be two. */
function keepProject(tx: Tx): void {
  const [first, ...others] = tx.all('project')
  for (const other of others) tx.remove('project', other.id)
  if (first) return
  for (const before of tx.start.project.values()) tx.put('project', before)
}

export function settle(tx: Tx): void {
  keepProject(tx)
  keepOne(tx, 'placement', ({ diagram, object }) => `${diagram}/${object}`)
  keepOne(tx, 'line', ({ diagram, relation }) => `${diagram}/${relation}`)
  while (mendTouched(tx));
  // What is gone may be named anywhere: look through everything, again while that takes more away.
  if (isAnythingGone(tx)) while (mendAll(tx));
}
