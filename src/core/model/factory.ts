// Every kind of record and part with its quiet defaults. Ids come from the caller's source, so core stays deterministic.
import { makeId, type IdKind, type IdOf, type NewId } from './id'
import { firstOrder } from './order'
import type {
  Area,
  Check,
  Column,
  Composite,
  CompositeField,
  Diagram,
  Domain,
  Enum,
  EnumValue,
  Exclusion,
  Extension,
  ForeignKey,
  Grant,
  Group,
  Index,
  Key,
  Line,
  Lineage,
  LogicalRelation,
  Namespace,
  Note,
  Placement,
  Policy,
  Project,
  Role,
  Routine,
  Sample,
  Sequence,
  Source,
  Table,
  TablePartial,
  Trigger,
  UniqueKey,
  Verbatim,
  View,
  ViewColumn,
} from './records'
import { emptySchema, type Schema } from './schema'
import { sqlText } from './sqlText'
import type { Target } from './target'
import { undecidedType } from './type'

/** What must be given: every field without a default. Everything else may be. */
type Given<R, D> = Omit<R, 'id' | keyof D> & Partial<R>

function factory<R extends { readonly id: IdOf<K> }, K extends IdKind>() {
  return <D extends Partial<R>>(kind: K, defaults: D) =>
    (newId: NewId, given: Given<R, D>): R =>
      // `Given` asks for every field that `defaults` lacks, so together they are an R.
      ({ id: makeId(kind, newId), ...defaults, ...given }) as unknown as R
}

const ordered = { order: firstOrder }
const named = { ...ordered, name: '', comment: '' }
const free = { options: [], properties: [], tags: [] } as const

export const makeProject = factory<Project, 'project'>()('project', { name: '', note: '', properties: [] })
export const makeNamespace = factory<Namespace, 'namespace'>()('namespace', named)
export const makeGroup = factory<Group, 'group'>()('group', { ...named, color: 'none', properties: [] })
export const makeExtension = factory<Extension, 'extension'>()('extension', { ...named, version: '' })
export const makeRole = factory<Role, 'role'>()('role', { ...named, attributes: [], memberOf: [] })
export const makeEnum = factory<Enum, 'enum'>()('enum', { ...named, values: [] })
export const makeEnumValue = factory<EnumValue, 'enumValue'>()('enumValue', named)
export const makeDomain = factory<Domain, 'domain'>()('domain', {
  ...named,
  type: undecidedType,
  nullable: true,
  collation: '',
  checks: [],
})
export const makeComposite = factory<Composite, 'composite'>()('composite', { ...named, fields: [] })
export const makeField = factory<CompositeField, 'field'>()('field', {
  ...named,
  type: undecidedType,
  collation: '',
})
export const makeSequence = factory<Sequence, 'sequence'>()('sequence', { ...named, options: [] })
export const makeTable = factory<Table, 'table'>()('table', {
  ...named,
  ...free,
  columns: [],
  uniques: [],
  checks: [],
  exclusions: [],
  indexes: [],
  policies: [],
  inherits: [],
  partials: [],
})
export const makeColumn = factory<Column, 'column'>()('column', {
  ...named,
  ...free,
  type: undecidedType,
  nullable: true,
  collation: '',
  charset: '',
})
const key = { name: '', parts: [], include: [], comment: '', options: [] } as const
export const makeKey = factory<Key, 'key'>()('key', key)
export const makeUniqueKey = factory<UniqueKey, 'key'>()('key', { ...ordered, ...key })
export const makeCheck = factory<Check, 'check'>()('check', { ...named, expression: sqlText('') })
export const makeExclusion = factory<Exclusion, 'exclusion'>()('exclusion', {
  ...named,
  method: 'gist',
  parts: [],
})
export const makeIndex = factory<Index, 'index'>()('index', {
  ...named,
  unique: false,
  method: '',
  parts: [],
  include: [],
  options: [],
})
export const makePolicy = factory<Policy, 'policy'>()('policy', {
  ...named,
  command: 'all',
  permissive: true,
  roles: [],
})
const relation = { ...named, verbs: { childToParent: '', parentToChild: '' }, properties: [] } as const
export const makeForeignKey = factory<ForeignKey, 'relation'>()('relation', {
  ...relation,
  kind: 'foreignKey',
  onDeleteColumns: [],
  options: [],
})
export const makeLogicalRelation = factory<LogicalRelation, 'relation'>()('relation', {
  ...relation,
  kind: 'logical',
})
export const makeView = factory<View, 'view'>()('view', {
  ...named,
  materialized: false,
  query: sqlText(''),
  columns: [],
  indexes: [],
  options: [],
})
export const makeViewColumn = factory<ViewColumn, 'column'>()('column', { ...named, type: undecidedType })
export const makeRoutine = factory<Routine, 'routine'>()('routine', {
  ...named,
  routine: 'function',
  signature: '',
})
export const makeTrigger = factory<Trigger, 'trigger'>()('trigger', named)
export const makeGrant = factory<Grant, 'grant'>()('grant', { ...ordered, privileges: [], columns: [] })
export const makeSample = factory<Sample, 'sample'>()('sample', { ...ordered, columns: [], rows: [] })
export const makeLineage = factory<Lineage, 'lineage'>()('lineage', {
  ...named,
  edges: [],
  color: '',
  properties: [],
})
export const makePartial = factory<TablePartial, 'partial'>()('partial', {
  ...named,
  columns: [],
  indexes: [],
  checks: [],
  color: '',
})
export const makeVerbatim = factory<Verbatim, 'verbatim'>()('verbatim', { ...ordered, comment: '' })
export const makeSource = factory<Source, 'source'>()('source', { ...ordered, name: '', text: '' })
export const makeDiagram = factory<Diagram, 'diagram'>()('diagram', {
  ...ordered,
  name: '',
  note: '',
  notation: 'crowsFoot',
  level: 'full',
})
export const makePlacement = factory<Placement, 'placement'>()('placement', {})
export const makeArea = factory<Area, 'area'>()('area', {})
export const makeNote = factory<Note, 'note'>()('note', {
  ...ordered,
  name: '',
  text: '',
  color: 'amber',
  properties: [],
})
export const makeLine = factory<Line, 'line'>()('line', { bends: [] })

/** A new document: a project with one empty diagram. */
export function newSchema(newId: NewId, name: string, target: Target): Schema {
  const project = makeProject(newId, { name, target })
  const diagram = makeDiagram(newId, { name: 'Main' })
  return {
    ...emptySchema,
    project: new Map([[project.id, project]]),
    diagram: new Map([[diagram.id, diagram]]),
  }
}
