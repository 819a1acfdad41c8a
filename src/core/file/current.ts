// The file format as it is now: how each kind of record is written and read, and where it stands in the file.
import {
  levels,
  notations,
  referentialActions,
  type ForeignKey,
  type Grant,
  type LineageEdge,
  type LogicalEnd,
  type LogicalRelation,
  type Point,
  type Relation,
  type SampleValue,
  type Sequence,
} from '../model/records'
import type { Kind, Rows } from '../model/schema'
import { sqlText } from '../model/sqlText'
import { undecidedType } from '../model/type'
import {
  Damaged,
  id,
  lines,
  list,
  mark,
  may,
  must,
  number,
  object,
  oneOf,
  onOwnLine,
  or,
  order,
  parts,
  quoted,
  text,
  truth,
  unique,
  type Codec,
} from './codec'
import {
  allColumns,
  anyColor,
  check,
  color,
  column,
  columns,
  counting,
  dialect,
  enforced,
  enumValue,
  exclusion,
  field,
  index,
  inNamespace,
  key,
  named,
  options,
  partitioning,
  policy,
  properties,
  relationEnd,
  target,
  texts,
  uniqueKey,
  viewColumn,
} from './partCodecs'
import { sql, sqlBlock, textBlock } from './sqlCodec'
import { columnType } from './typeCodec'

/** The newest of `versions`: what is written. */
export const currentVersion = 1

const noSql = sqlText('')
const zeroOrOne = oneOf([0, 1])
const oneOrMany = oneOf([1, 'many'])

const relationFields = {
  id: must(id('relation')),
  ...named,
  verbs: or(object<Relation['verbs']>({ childToParent: or(text, ''), parentToChild: or(text, '') }), {
    childToParent: '',
    parentToChild: '',
  }),
  properties,
  inactive: may(mark),
}

const foreignKey = object<ForeignKey>({
  ...relationFields,
  kind: or(oneOf(['foreignKey']), 'foreignKey'),
  child: must(relationEnd),
  parent: must(relationEnd),
  onDelete: may(oneOf(referentialActions)),
  onUpdate: may(oneOf(referentialActions)),
  onDeleteColumns: columns,
  match: may(oneOf(['full', 'partial', 'simple'])),
  period: may(mark),
  childMin: may(zeroOrOne),
  declared: may(
    object<NonNullable<ForeignKey['declared']>>({ parentMin: may(zeroOrOne), childMax: may(oneOrMany) }),
  ),
  options,
  ...enforced,
})

const logicalEnd = object<LogicalEnd>({
  table: must(id('table')),
  columns: or(allColumns, []),
  min: or(zeroOrOne, 0),
  max: or(oneOrMany, 'many'),
})

const logical = object<LogicalRelation>({
  ...relationFields,
  kind: must(oneOf(['logical'])),
  from: must(logicalEnd),
  to: must(logicalEnd),
})

const relation: Codec<Relation> = {
  write: (row, writing, indent) =>
    row.kind === 'logical' ? logical.write(row, writing, indent) : foreignKey.write(row, writing, indent),
  read: (json, reading) => {
    const isLogical = typeof json === 'object' && json !== null && 'kind' in json && json.kind === 'logical'
    return isLogical ? logical.read(json, reading) : foreignKey.read(json, reading)
  },
  schema: { anyOf: [foreignKey.schema, logical.schema] },
}

const roleId = id('role')
const byName = object<{ readonly name: string }>({ name: must(text) })

/** A role of the document by its id, or the name of one that it does not hold. */
const grantee: Codec<Grant['to']> = {
  write: (to, writing, indent) => ('role' in to ? quoted(to.role) : byName.write(to, writing, indent)),
  read: (json, reading) => {
    if (typeof json !== 'string') return byName.read(json, reading)
    const role = roleId.read(json, reading)
    return role instanceof Damaged ? role : { role }
  },
  schema: { anyOf: [roleId.schema, byName.schema] },
}

const expression = object<{ readonly expression: string }>({ expression: must(text) })

const sampleValue: Codec<SampleValue> = {
  write: (value, writing, indent) => {
    if (typeof value === 'object' && value !== null) return expression.write(value, writing, indent)
    return Object.is(value, -0) ? '0' : JSON.stringify(value)
  },
  read: (json, reading) => {
    if (json === null || typeof json === 'string' || typeof json === 'number' || typeof json === 'boolean')
      return json
    return expression.read(json, reading)
  },
  schema: { anyOf: [{ type: ['string', 'number', 'boolean', 'null'] }, expression.schema] },
}

const ownedBy = object<NonNullable<Sequence['ownedBy']>>({
  table: must(id('table')),
  column: must(id('column')),
})

/** Far outside of any drawing; beyond it a place is damage. */
const place = number(-1e9, 1e9)
const at = { x: must(place), y: must(place) }
const extent = number(0, 1e9)
const size = { width: must(extent), height: must(extent) }
const point = object<Point>(at)

export const codecs: { readonly [K in Kind]: Codec<Rows[K]> } = {
  project: object<Rows['project']>({
    id: must(id('project')),
    name: or(text, ''),
    target: must(target),
    note: or(text, ''),
    properties,
  }),
  namespace: object<Rows['namespace']>({ id: must(id('namespace')), ...named }),
  group: object<Rows['group']>({ id: must(id('group')), ...named, color: or(color, 'none'), properties }),
  extension: object<Rows['extension']>({ id: must(id('extension')), ...inNamespace, version: or(text, '') }),
  role: object<Rows['role']>({
    id: must(roleId),
    ...named,
    attributes: texts,
    memberOf: or(list(roleId), []),
    dialect: must(dialect),
  }),
  enum: object<Rows['enum']>({ id: must(id('enum')), ...inNamespace, values: or(parts(enumValue), []) }),
  domain: object<Rows['domain']>({
    id: must(id('domain')),
    ...inNamespace,
    type: or(columnType, undecidedType),
    nullable: or(truth, true),
    default: may(sql),
    collation: or(text, ''),
    checks: or(parts(check), []),
  }),
  composite: object<Rows['composite']>({
    id: must(id('composite')),
    ...inNamespace,
    fields: or(parts(field), []),
  }),
  sequence: object<Rows['sequence']>({
    id: must(id('sequence')),
    ...inNamespace,
    type: may(columnType),
    ...counting,
    ownedBy: may(ownedBy),
    options,
  }),
  partial: object<Rows['partial']>({
    id: must(id('partial')),
    ...named,
    color: anyColor,
    columns: or(parts(column), []),
    indexes: or(parts(index), []),
    checks: or(parts(check), []),
  }),
  table: object<Rows['table']>({
    id: must(id('table')),
    ...inNamespace,
    group: may(id('group')),
    tags: texts,
    persistence: may(oneOf(['unlogged', 'temporary'])),
    inherits: or(list(id('table')), []),
    partials: or(list(id('partial')), []),
    options,
    properties,
    columns: or(parts(column), []),
    primaryKey: may(onOwnLine(unique(key))),
    uniques: or(parts(uniqueKey), []),
    checks: or(parts(check), []),
    exclusions: or(parts(exclusion), []),
    indexes: or(parts(index), []),
    rowSecurity: may(onOwnLine(oneOf(['enabled', 'forced']))),
    policies: or(parts(policy), []),
    partitioning: may(onOwnLine(partitioning)),
    partitionOf: may(
      onOwnLine(
        object<NonNullable<Rows['table']['partitionOf']>>({
          table: must(id('table')),
          bounds: or(sql, noSql),
        }),
      ),
    ),
  }),
  relation,
  view: object<Rows['view']>({
    id: must(id('view')),
    ...inNamespace,
    materialized: or(truth, false),
    dialect: must(dialect),
    namesColumns: may(mark),
    options,
    columns: or(parts(viewColumn), []),
    query: or(sqlBlock, noSql),
    indexes: or(parts(index), []),
  }),
  routine: object<Rows['routine']>({
    id: must(id('routine')),
    ...inNamespace,
    routine: or(oneOf(['function', 'procedure', 'aggregate', 'package']), 'function'),
    signature: or(text, ''),
    dialect: must(dialect),
    definition: or(sqlBlock, noSql),
  }),
  trigger: object<Rows['trigger']>({
    id: must(id('trigger')),
    ...named,
    on: must(id('table', 'view')),
    dialect: must(dialect),
    disabled: may(mark),
    definition: or(sqlBlock, noSql),
  }),
  grant: object<Rows['grant']>({
    id: must(id('grant')),
    order: must(order),
    privileges: texts,
    on: must(id('table', 'view', 'sequence', 'namespace', 'routine', 'enum', 'domain', 'composite')),
    columns: or(allColumns, []),
    to: must(grantee),
    withGrantOption: may(mark),
    dialect: must(dialect),
  }),
  sample: object<Rows['sample']>({
    id: must(id('sample')),
    order: must(order),
    table: must(id('table')),
    example: may(mark),
    columns: must(allColumns),
    rows: or(lines(list(sampleValue)), []),
  }),
  lineage: object<Rows['lineage']>({
    id: must(id('lineage')),
    ...named,
    color: anyColor,
    properties,
    edges: must(lines(object<LineageEdge>({ from: must(relationEnd), to: must(relationEnd) }))),
  }),
  verbatim: object<Rows['verbatim']>({
    id: must(id('verbatim')),
    order: must(order),
    dialect: must(dialect),
    after: may(
      id('table', 'view', 'routine', 'trigger', 'enum', 'domain', 'composite', 'sequence', 'namespace'),
    ),
    comment: or(text, ''),
    text: or(sqlBlock, noSql),
  }),
  source: object<Rows['source']>({
    id: must(id('source')),
    order: must(order),
    name: or(text, ''),
    format: must(oneOf(['dbml', 'sql', 'prisma', 'rails'])),
    text: or(textBlock, ''),
  }),
  diagram: object<Rows['diagram']>({
    id: must(id('diagram')),
    order: must(order),
    name: or(text, ''),
    note: or(text, ''),
    notation: or(oneOf(notations), 'crowsFoot'),
    level: or(oneOf(levels), 'full'),
    filter: may(text),
  }),
  placement: object<Rows['placement']>({
    id: must(id('placement')),
    diagram: must(id('diagram')),
    object: must(id('table', 'view', 'enum')),
    ...at,
    width: may(extent),
    color: may(color),
    collapsed: may(oneOf(['keys', 'header'])),
    locked: may(mark),
    hidden: may(mark),
  }),
  area: object<Rows['area']>({
    id: must(id('area')),
    diagram: must(id('diagram')),
    group: must(id('group')),
    ...at,
    ...size,
    locked: may(mark),
  }),
  note: object<Rows['note']>({
    id: must(id('note')),
    diagram: must(id('diagram')),
    order: must(order),
    name: or(text, ''),
    text: or(text, ''),
    ...at,
    ...size,
    color: or(color, 'amber'),
    locked: may(mark),
    properties,
  }),
  line: object<Rows['line']>({
    id: must(id('line')),
    diagram: must(id('diagram')),
    relation: must(id('relation')),
    color: may(color),
    bends: or(list(point), []),
  }),
}

/** The sections of a file and the lists in them, from top to bottom. The project stands alone before them. */
export const sections = {
  model: {
    namespaces: 'namespace',
    groups: 'group',
    extensions: 'extension',
    roles: 'role',
    enums: 'enum',
    domains: 'domain',
    composites: 'composite',
    sequences: 'sequence',
    partials: 'partial',
    tables: 'table',
    relations: 'relation',
    views: 'view',
    routines: 'routine',
    triggers: 'trigger',
    grants: 'grant',
    samples: 'sample',
    lineages: 'lineage',
    verbatims: 'verbatim',
  },
  layout: {
    diagrams: 'diagram',
    placements: 'placement',
    areas: 'area',
    notes: 'note',
    lines: 'line',
  },
  texts: { sources: 'source' },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Kind>>>>

export type SectionName = keyof typeof sections
