// What SQL Server will not take, changed before it is written.
import type { ForeignKey } from '../../model/records'
import { lacking } from '../write/lacking'
import type { At, Pen } from '../write/pen'
import type { ColumnPlan, ForeignKeyPlan, IndexPlan, KeyPlan, TablePlan } from '../write/plan'
import { report } from '../write/report'

const atPart = (plan: TablePlan, part: string): At => ({ about: plan.table.id, part })

/** One IDENTITY a table. */
function counters(plan: TablePlan, pen: Pen): TablePlan {
  const first = plan.columns.find(({ identity }) => identity)
  const columns = plan.columns.map((column): ColumnPlan => {
    if (!column.identity) return column
    if (column.id === first?.id) return { ...column, nullable: false }
    pen.tell(
      atPart(plan, column.id),
      report(
        'loss',
        'secondIdentity',
        'A table counts by one column only: this one is plain.',
        'Give it a default from a sequence.',
      ),
    )
    const { identity: _gone, ...rest } = column
    return rest
  })
  return { ...plan, columns }
}

/** A filter knows comparisons joined by AND, and IN (manual, CREATE INDEX, "WHERE"). */
const isFilter = (where: string): boolean =>
  !/\b(?:OR|NOT\s+(?!NULL)|LIKE|BETWEEN|CASE|EXISTS)\b/i.test(where.replace(/N?'(?:[^']|'')*'/g, "''")) &&
  !/\b(?!IN\b|AND\b)[A-Za-z_]\w*\s*\(/i.test(where.replace(/N?'(?:[^']|'')*'|\[[^\]]*\]/g, "''"))

function indexes(plan: TablePlan, pen: Pen): readonly IndexPlan[] {
  return plan.indexes.flatMap((index): IndexPlan[] => {
    const at = atPart(plan, index.id)
    if (index.method === 'fulltext' || index.method === 'spatial' || index.method === 'xml') {
      pen.tell(
        at,
        report(
          'loss',
          'indexLeftOut',
          `The ${index.method} index ${index.name} is left out: it needs a catalog or bounds that the model does not know.`,
          'Write it by hand.',
        ),
      )
      return []
    }
    const known = [
      '',
      'btree',
      'clustered',
      'nonclustered',
      'columnstore',
      'clustered columnstore',
      'nonclustered columnstore',
    ]
    if (!known.includes(index.method))
      pen.tell(at, report('info', 'indexMethod', `There is no ${index.method} index: it is a B-tree.`))
    const long = index.parts.find(({ column }) =>
      /\(max\)|^(?:xml|text|ntext|image|geography|geometry|json)\b/i.test(column?.type ?? ''),
    )
    if (long?.column && !index.method.includes('columnstore')) {
      pen.tell(
        at,
        report(
          'loss',
          'indexLeftOut',
          `The index ${index.name} is left out: ${long.column.name} is too long for a key.`,
          'Choose a length.',
        ),
      )
      return []
    }
    return filtered({ ...index, method: known.includes(index.method) ? index.method : '' }, at, pen)
  })
}

function filtered(index: IndexPlan, at: At, pen: Pen): IndexPlan[] {
  if (index.where === undefined || isFilter(index.where)) return [index]
  const { where: _gone, ...rest } = index
  if (index.unique) {
    pen.tell(
      at,
      report(
        'loss',
        'partialIndexes',
        `The unique index ${index.name} is left out: a filter knows only comparisons joined by AND.`,
        'Index a computed column.',
      ),
    )
    return []
  }
  pen.tell(
    at,
    report('info', 'partialIndex', 'Its condition is more than a filter can say: it covers all rows.'),
  )
  return [rest]
}

const isReferenced = (key: KeyPlan, plan: TablePlan, pen: Pen): boolean => {
  const ids = key.parts.map(({ column }) => column.id)
  for (const relation of pen.schema.relation.values()) {
    if (relation.kind !== 'foreignKey' || relation.parent.table !== plan.table.id) continue
    if (
      relation.parent.columns.length === ids.length &&
      relation.parent.columns.every((id) => ids.includes(id))
    )
      return true
  }
  return false
}

/** UNIQUE takes one NULL only here; elsewhere NULLs differ: a filtered index says the same. */
function uniques(plan: TablePlan, pen: Pen): TablePlan {
  if (pen.isOwn) return plan
  const keys: KeyPlan[] = []
  const made: IndexPlan[] = []
  for (const key of plan.keys) {
    const nullable = key.parts.filter(({ column }) => column.nullable)
    if (key.isPrimary || nullable.length === 0 || key.nullsNotDistinct || isReferenced(key, plan, pen)) {
      keys.push(key)
      continue
    }
    pen.tell(
      atPart(plan, key.id),
      report(
        'info',
        'uniqueNulls',
        'UNIQUE would take one NULL only: it is a unique index over the rows without NULL.',
      ),
    )
    made.push(
      filteredUnique(key, plan, nullable.map(({ column }) => `${column.sql} IS NOT NULL`).join(' AND '), pen),
    )
  }
  return { ...plan, keys, indexes: [...plan.indexes, ...made] }
}

// eslint-disable-next-line @typescript-eslint/max-params -- a key, its table, its filter and the pen
function filteredUnique(key: KeyPlan, plan: TablePlan, where: string, pen: Pen): IndexPlan {
  return {
    // An index that the model does not have: only its options and comment are ever read.
    index: {
      id: 'ix_',
      order: '',
      name: key.name,
      unique: true,
      method: '',
      parts: [],
      include: [],
      comment: key.key.comment,
      options: [],
    },
    id: key.id,
    name: key.name,
    owner: plan.table.id,
    on: plan.sql,
    home: pen.home(plan.table.namespace),
    unique: true,
    method: '',
    parts: key.parts.map(({ column, sort }) => ({
      part: { on: { column: column.column.id } },
      sql: column.sql,
      column,
      ...(sort ? { sort } : {}),
    })),
    include: [],
    where,
    nullsNotDistinct: false,
    invisible: false,
  }
}

/** A unique key over NULLs that are not distinct is what UNIQUE means here: only the others need a filter. */
function uniqueIndexes(plan: TablePlan, pen: Pen): TablePlan {
  if (pen.isOwn) return plan
  const indexes = plan.indexes.map((index): IndexPlan => {
    const nullable = index.parts.flatMap(({ column }) => (column?.nullable ? [column] : []))
    if (
      !index.unique ||
      index.nullsNotDistinct ||
      nullable.length === 0 ||
      index.where?.includes('IS NOT NULL')
    )
      return index
    const present = nullable.map(({ sql }) => `${sql} IS NOT NULL`).join(' AND ')
    return { ...index, where: index.where === undefined ? present : `${index.where} AND ${present}` }
  })
  return { ...plan, indexes }
}

function tellTable({ table }: TablePlan, pen: Pen): void {
  const at = { about: table.id }
  for (const policy of table.policies) lacking('policies', { ...at, part: policy.id }, pen)
  if (table.rowSecurity && table.policies.length === 0) lacking('rowSecurity', at, pen)
  if (table.inherits.length > 0) lacking('inheritance', at, pen)
  if (table.partitionOf ?? table.partitioning) lacking('partitions', at, pen)
  if (table.persistence === 'unlogged') lacking('unlogged', at, pen)
  if (table.persistence === 'temporary') lacking('temporary', at, pen)
  for (const { id, identity } of table.columns) {
    if (identity?.min ?? identity?.max ?? identity?.cache ?? identity?.cycle)
      lacking('identityBounds', { ...at, part: id }, pen)
  }
}

export function sqlserverShape(plan: TablePlan, pen: Pen): TablePlan {
  tellTable(plan, pen)
  const counted = counters(plan, pen)
  return uniqueIndexes(uniques({ ...counted, indexes: indexes(counted, pen) }, pen), pen)
}

type Edges = Map<string, Set<string>>

function reach(from: string, edges: Edges): ReadonlySet<string> {
  const seen = new Set([from])
  for (const at of seen) for (const to of edges.get(at) ?? []) seen.add(to)
  return seen
}

const writes = (action: ForeignKey['onDelete']) =>
  action === 'cascade' || action === 'setNull' || action === 'setDefault'

const link = (edges: Edges, from: string, to: string): void => {
  const known = edges.get(from)
  if (known) known.add(to)
  else edges.set(from, new Set([to]))
}

/** Would an action from `parent` to `child` reach any table on a second way, or itself? */
function meets(
  parent: string,
  child: string,
  { down, up }: { readonly down: Edges; readonly up: Edges },
): boolean {
  if (parent === child) return true
  const below = reach(child, down)
  if (below.has(parent)) return true
  for (const above of reach(parent, up))
    for (const reached of reach(above, down)) if (below.has(reached)) return true
  return false
}

/**
 * A DELETE or UPDATE may reach a table on one way only (manual, "Primary and foreign key constraints", cascading
 * referential integrity): the action that would be a second way does nothing.
 */
export function breakCascades(plans: readonly ForeignKeyPlan[], pen: Pen): readonly ForeignKeyPlan[] {
  const graphs = {
    onDelete: { down: new Map<string, Set<string>>(), up: new Map<string, Set<string>>() },
    onUpdate: { down: new Map<string, Set<string>>(), up: new Map<string, Set<string>>() },
  }
  return plans.map((plan) => {
    let mended = plan
    for (const when of ['onDelete', 'onUpdate'] as const) {
      if (!writes(plan.relation[when]) || plan[when] === '') continue
      const [parent, child] = [plan.parentTable.id, plan.childTable.id]
      if (meets(parent, child, graphs[when])) {
        const words = when === 'onDelete' ? 'ON DELETE' : 'ON UPDATE'
        const message = `${words} ${plan[when]} would reach a table on two ways, which SQL Server refuses: it is left out.`
        pen.tell(
          { about: plan.relation.id },
          report('warning', 'cascadePaths', message, 'Do it in a trigger or in the application.'),
        )
        mended = { ...mended, [when]: '' }
        continue
      }
      link(graphs[when].down, parent, child)
      link(graphs[when].up, child, parent)
    }
    return mended
  })
}
