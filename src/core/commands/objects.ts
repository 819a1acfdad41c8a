// Everything beside tables and relations: made here; changed, reordered and removed with `patch.ts`, `part.ts` and `record.ts`.
import {
  makeComposite,
  makeDomain,
  makeEnum,
  makeEnumValue,
  makeExtension,
  makeField,
  makeGrant,
  makeGroup,
  makeLineage,
  makeNamespace,
  makePartial,
  makePlacement,
  makeRole,
  makeRoutine,
  makeSample,
  makeSequence,
  makeSource,
  makeTrigger,
  makeVerbatim,
  makeView,
} from '../model/factory'
import type {
  CompositeId,
  DomainId,
  EnumId,
  EnumValueId,
  ExtensionId,
  FieldId,
  GrantId,
  GroupId,
  LineageId,
  NamespaceId,
  PartialId,
  RoleId,
  RoutineId,
  SampleId,
  SequenceId,
  SourceId,
  TableId,
  TriggerId,
  VerbatimId,
  ViewId,
} from '../model/id'
import { orders } from '../model/order'
import type {
  Composite,
  Domain,
  Extension,
  Grant,
  Group,
  Lineage,
  Namespace,
  Placeable,
  Point,
  Role,
  Routine,
  Sample,
  Sequence,
  Source,
  Trigger,
  Verbatim,
  View,
} from '../model/records'
import { projectOf } from '../model/schema'
import { sqlText } from '../model/sqlText'
import type { ColumnType } from '../model/type'
import { gone, ok, type Cx, type Done } from './context'
import { freeName, freeRecordName } from './name'
import { addPart } from './part'
import { add } from './record'
import { typeOf } from './type'

type Given<R> = Partial<Omit<R, 'id' | 'order'>>

/** A free name for a record of this kind, from the one that was asked for. */
const named = (
  cx: Cx,
  kind: Parameters<typeof freeRecordName>[1],
  given: { readonly name?: string; readonly namespace?: NamespaceId },
) => ({
  ...given,
  name: freeRecordName(cx, kind, { name: given.name ?? kind, namespace: given.namespace }),
})

const dialectOf = (cx: Cx) => projectOf(cx.tx.now()).target.dialect

function placed(cx: Cx, object: Placeable, at: Point | undefined): void {
  if (at) cx.tx.put('placement', makePlacement(cx.newId, { diagram: cx.diagram, object, x: at.x, y: at.y }))
}

interface Placed {
  /** Where it appears in the diagram; nowhere when absent. */
  readonly at?: Point
}

export function createNamespace(cx: Cx, given: Given<Namespace> = {}): Done<NamespaceId> {
  return ok(add(cx, 'namespace', makeNamespace(cx.newId, { ...given, ...named(cx, 'namespace', given) })))
}

export function createGroup(cx: Cx, given: Given<Group> = {}): Done<GroupId> {
  return ok(
    add(
      cx,
      'group',
      makeGroup(cx.newId, { ...given, ...named(cx, 'group', { name: given.name ?? 'area' }) }),
    ),
  )
}

interface NewEnum extends Placed {
  readonly name?: string
  readonly namespace?: NamespaceId
  readonly values?: readonly string[]
  readonly comment?: string
}

export function createEnum(cx: Cx, { at, values = [], ...given }: NewEnum = {}): Done<EnumId> {
  const keys = orders(values.length)
  const made = values.map((name, i) => makeEnumValue(cx.newId, { name, order: keys[i] ?? '' }))
  const id = add(cx, 'enum', makeEnum(cx.newId, { ...given, ...named(cx, 'enum', given), values: made }))
  placed(cx, id, at)
  return ok(id)
}

export function addEnumValue(
  cx: Cx,
  id: EnumId,
  given: { readonly name?: string; readonly index?: number } = {},
): Done<EnumValueId> {
  const taken = cx.tx.get('enum', id)?.values.map((value) => value.name) ?? []
  const part = makeEnumValue(cx.newId, { name: given.name ?? freeName('value', taken, cx.dialect.names) })
  return addPart(cx, { kind: 'enum', id, list: 'values' }, { part, index: given.index })
}

type NewDomain = Omit<Given<Domain>, 'type' | 'default'> & {
  readonly type?: string
  readonly default?: string
}

export function createDomain(cx: Cx, { type, default: text, ...given }: NewDomain = {}): Done<DomainId> {
  const domain = makeDomain(cx.newId, {
    ...given,
    ...named(cx, 'domain', given),
    ...(type !== undefined && { type: typeOf(cx, type) }),
    ...(text !== undefined && { default: sqlText(text) }),
  })
  return ok(add(cx, 'domain', domain))
}

export function createComposite(cx: Cx, given: Given<Composite> = {}): Done<CompositeId> {
  return ok(add(cx, 'composite', makeComposite(cx.newId, { ...given, ...named(cx, 'composite', given) })))
}

export function addField(
  cx: Cx,
  id: CompositeId,
  given: { readonly name?: string; readonly type?: string; readonly index?: number } = {},
): Done<FieldId> {
  const taken = cx.tx.get('composite', id)?.fields.map((field) => field.name) ?? []
  const part = makeField(cx.newId, {
    name: given.name ?? freeName('field', taken, cx.dialect.names),
    ...(given.type !== undefined && { type: typeOf(cx, given.type) }),
  })
  return addPart(cx, { kind: 'composite', id, list: 'fields' }, { part, index: given.index })
}

/** The type of a domain, field or sequence as one writes it. */
export function setObjectType(cx: Cx, id: DomainId | SequenceId, raw: string): Done {
  const type: ColumnType = typeOf(cx, raw)
  const domain = cx.tx.get('domain', id as DomainId)
  const sequence = cx.tx.get('sequence', id as SequenceId)
  if (domain) cx.tx.put('domain', { ...domain, type })
  else if (sequence) cx.tx.put('sequence', { ...sequence, type })
  else return gone('type')
  return ok(undefined)
}

export function createSequence(cx: Cx, given: Given<Sequence> = {}): Done<SequenceId> {
  return ok(add(cx, 'sequence', makeSequence(cx.newId, { ...given, ...named(cx, 'sequence', given) })))
}

export function createExtension(cx: Cx, given: Given<Extension> = {}): Done<ExtensionId> {
  return ok(
    add(
      cx,
      'extension',
      makeExtension(cx.newId, { ...given, ...named(cx, 'extension', { name: given.name ?? 'extension' }) }),
    ),
  )
}

type NewView = Omit<Given<View>, 'query'> & Placed & { readonly query?: string }

export function createView(cx: Cx, { at, query = '', ...given }: NewView = {}): Done<ViewId> {
  const view = makeView(cx.newId, {
    dialect: dialectOf(cx),
    ...given,
    ...named(cx, 'view', given),
    query: sqlText(query),
  })
  const id = add(cx, 'view', view)
  placed(cx, id, at)
  return ok(id)
}

type WithDefinition<R> = Omit<Given<R>, 'definition'> & { readonly definition: string }

/** A routine as its whole CREATE statement. */
export function createRoutine(cx: Cx, { definition, ...given }: WithDefinition<Routine>): Done<RoutineId> {
  const routine = makeRoutine(cx.newId, { dialect: dialectOf(cx), ...given, definition: sqlText(definition) })
  return ok(add(cx, 'routine', routine))
}

export function createTrigger(
  cx: Cx,
  on: TableId | ViewId,
  { definition, ...given }: WithDefinition<Trigger>,
): Done<TriggerId> {
  if (!cx.tx.has('table', on) && !cx.tx.has('view', on)) return gone('table')
  const trigger = makeTrigger(cx.newId, {
    dialect: dialectOf(cx),
    ...given,
    on,
    definition: sqlText(definition),
  })
  return ok(add(cx, 'trigger', trigger))
}

export function createRole(cx: Cx, given: Given<Role> = {}): Done<RoleId> {
  const role = makeRole(cx.newId, {
    dialect: dialectOf(cx),
    ...given,
    ...named(cx, 'role', { name: given.name ?? 'role' }),
  })
  return ok(add(cx, 'role', role))
}

export function createGrant(cx: Cx, given: Pick<Grant, 'on' | 'to'> & Given<Grant>): Done<GrantId> {
  return ok(add(cx, 'grant', makeGrant(cx.newId, { dialect: dialectOf(cx), ...given })))
}

export function createSample(cx: Cx, given: Pick<Sample, 'table'> & Given<Sample>): Done<SampleId> {
  const columns = given.columns ?? cx.tx.get('table', given.table)?.columns.map((column) => column.id) ?? []
  return ok(add(cx, 'sample', makeSample(cx.newId, { ...given, columns })))
}

export function createLineage(cx: Cx, given: Given<Lineage>): Done<LineageId> {
  return ok(add(cx, 'lineage', makeLineage(cx.newId, given)))
}

export function createPartial(cx: Cx, given: { readonly name?: string } = {}): Done<PartialId> {
  return ok(add(cx, 'partial', makePartial(cx.newId, named(cx, 'partial', given))))
}

type NewVerbatim = Omit<Given<Verbatim>, 'text'> & { readonly text: string }

export function createVerbatim(cx: Cx, { text, ...given }: NewVerbatim): Done<VerbatimId> {
  return ok(
    add(cx, 'verbatim', makeVerbatim(cx.newId, { dialect: dialectOf(cx), ...given, text: sqlText(text) })),
  )
}

export function createSource(cx: Cx, given: Pick<Source, 'format'> & Given<Source>): Done<SourceId> {
  return ok(add(cx, 'source', makeSource(cx.newId, given)))
}
