// A whole document: one map per kind of record. Maps, not objects: ids keep their brand, no name is ever special
// (`__proto__`), and a copy is cheap.
import type {
  Area,
  Composite,
  Diagram,
  Domain,
  Enum,
  Extension,
  Grant,
  Group,
  Line,
  Lineage,
  Namespace,
  Note,
  Placement,
  Project,
  Relation,
  Role,
  Routine,
  Sample,
  Sequence,
  Source,
  Table,
  TablePartial,
  Trigger,
  Verbatim,
  View,
} from './records'
import type { DiagramId } from './id'
import { sorted, type Ordered } from './order'

/** Every kind of record with its type. Adding one here fails to compile wherever it is not answered for. */
export interface Rows {
  readonly project: Project
  readonly namespace: Namespace
  readonly group: Group
  readonly extension: Extension
  readonly role: Role
  readonly enum: Enum
  readonly domain: Domain
  readonly composite: Composite
  readonly sequence: Sequence
  readonly partial: TablePartial
  readonly table: Table
  readonly relation: Relation
  readonly view: View
  readonly routine: Routine
  readonly trigger: Trigger
  readonly grant: Grant
  readonly sample: Sample
  readonly lineage: Lineage
  readonly verbatim: Verbatim
  readonly source: Source
  readonly diagram: Diagram
  readonly placement: Placement
  readonly area: Area
  readonly note: Note
  readonly line: Line
}

export type Kind = keyof Rows
export type Row = Rows[Kind]
export type RowId<K extends Kind> = Rows[K]['id']
export type AnyId = RowId<Kind>

export type Schema = { readonly [K in Kind]: ReadonlyMap<RowId<K>, Rows[K]> }

/** The lists inside a record whose members have ids and an order of their own. */
export const partLists = {
  project: [],
  namespace: [],
  group: [],
  extension: [],
  role: [],
  enum: ['values'],
  domain: ['checks'],
  composite: ['fields'],
  sequence: [],
  partial: ['columns', 'indexes', 'checks'],
  table: ['columns', 'uniques', 'checks', 'exclusions', 'indexes', 'policies'],
  relation: [],
  view: ['columns', 'indexes'],
  routine: [],
  trigger: [],
  grant: [],
  sample: [],
  lineage: [],
  verbatim: [],
  source: [],
  diagram: [],
  placement: [],
  area: [],
  note: [],
  line: [],
} as const satisfies { readonly [K in Kind]: readonly (keyof Rows[K])[] }

// Object.keys loses the key type; `partLists` is exhaustive by its `satisfies`.
export const kinds = Object.keys(partLists) as readonly Kind[]

// One empty map per kind: the cast names what `fromEntries` forgets.
export const emptySchema = Object.fromEntries(kinds.map((kind) => [kind, new Map()])) as unknown as Schema

export function projectOf(schema: Schema): Project {
  for (const project of schema.project.values()) return project
  throw new Error('A document has one project record from its creation on')
}

const sortedRows = new WeakMap<ReadonlyMap<string, Ordered>, readonly Ordered[]>()

/** The rows of one kind in the order that people gave them. Cached for as long as the map lives. */
export function inOrder<T extends Ordered>(map: ReadonlyMap<string, T>): readonly T[] {
  // Filled from this very map below, so its rows are of the map's type.
  const known = sortedRows.get(map) as readonly T[] | undefined
  if (known) return known
  const rows = sorted(map.values())
  sortedRows.set(map, rows)
  return rows
}

export const firstDiagram = (schema: Schema): DiagramId | undefined => inOrder(schema.diagram)[0]?.id
