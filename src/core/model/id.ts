// Ids are branded by their prefix: a column's id can never stand where a table's is asked for.
// They are random, never names, and come from an injected source so that core stays deterministic.

/** Returns a fresh random suffix; the browser, the command line and tests each bring their own. */
export type NewId = () => string

export const prefixes = {
  project: 'p',
  namespace: 'ns',
  table: 't',
  relation: 'r',
  enum: 'en',
  domain: 'do',
  composite: 'ct',
  sequence: 'sq',
  extension: 'ex',
  view: 'v',
  routine: 'ro',
  trigger: 'tr',
  role: 'rl',
  grant: 'gr',
  sample: 'sm',
  lineage: 'li',
  partial: 'pt',
  verbatim: 'vb',
  group: 'g',
  source: 'so',
  diagram: 'd',
  placement: 'pl',
  area: 'a',
  note: 'n',
  line: 'ln',
  column: 'c',
  key: 'k',
  check: 'ck',
  exclusion: 'xc',
  index: 'ix',
  policy: 'po',
  enumValue: 'ev',
  field: 'f',
} as const

export type IdKind = keyof typeof prefixes
export type IdOf<K extends IdKind> = `${(typeof prefixes)[K]}_${string}`

export type ProjectId = IdOf<'project'>
export type NamespaceId = IdOf<'namespace'>
export type TableId = IdOf<'table'>
export type RelationId = IdOf<'relation'>
export type EnumId = IdOf<'enum'>
export type DomainId = IdOf<'domain'>
export type CompositeId = IdOf<'composite'>
export type SequenceId = IdOf<'sequence'>
export type ExtensionId = IdOf<'extension'>
export type ViewId = IdOf<'view'>
export type RoutineId = IdOf<'routine'>
export type TriggerId = IdOf<'trigger'>
export type RoleId = IdOf<'role'>
export type GrantId = IdOf<'grant'>
export type SampleId = IdOf<'sample'>
export type LineageId = IdOf<'lineage'>
export type PartialId = IdOf<'partial'>
export type VerbatimId = IdOf<'verbatim'>
export type GroupId = IdOf<'group'>
export type SourceId = IdOf<'source'>
export type DiagramId = IdOf<'diagram'>
export type PlacementId = IdOf<'placement'>
export type AreaId = IdOf<'area'>
export type NoteId = IdOf<'note'>
export type LineId = IdOf<'line'>
export type ColumnId = IdOf<'column'>
export type KeyId = IdOf<'key'>
export type CheckId = IdOf<'check'>
export type ExclusionId = IdOf<'exclusion'>
export type IndexId = IdOf<'index'>
export type PolicyId = IdOf<'policy'>
export type EnumValueId = IdOf<'enumValue'>
export type FieldId = IdOf<'field'>

export function makeId<K extends IdKind>(kind: K, newId: NewId): IdOf<K> {
  return `${prefixes[kind]}_${newId()}`
}

const kindByPrefix = new Map<string, string>(Object.entries(prefixes).map(([kind, prefix]) => [prefix, kind]))

/** The kind that an id speaks of, read from its prefix. */
export function kindOfId(id: string): IdKind | undefined {
  const cut = id.indexOf('_')
  // The map is built from `prefixes`, so its values are its keys.
  return cut < 0 ? undefined : (kindByPrefix.get(id.slice(0, cut)) as IdKind | undefined)
}

export function isIdOf<K extends IdKind>(kind: K, id: string): id is IdOf<K> {
  return id.startsWith(`${prefixes[kind]}_`)
}
