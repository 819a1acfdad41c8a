// Foreign keys become relations; those that never met their parent are told and kept as comments.
import { makeForeignKey, makeLogicalRelation } from '../../../model/factory'
import type { ForeignKey, LogicalRelation } from '../../../model/records'
import { nameOf, shown } from './catalogue'
import { columnNamed } from './column'
import type { ColumnDraft, ForeignKeyDraft, TableDraft } from './drafts'
import { finishName, type Finish } from './finishTable'
import { some } from './some'

/** The parent's columns: those that were named, else its primary key. */
function parentColumns(
  key: ForeignKeyDraft,
  parent: TableDraft,
  { catalogue }: Finish,
): readonly ColumnDraft[] | { readonly why: string; readonly code: string } {
  if (key.parentColumns) return key.parentColumns
  const names = key.facts.parentColumns
  if (names) {
    const lost = names.find((name) => !columnNamed(parent, name, catalogue))
    if (lost !== undefined) return { code: 'missingColumn', why: `${parent.name} has no column ${lost}` }
    return names.flatMap((name) => columnNamed(parent, name, catalogue) ?? [])
  }
  const columns = parent.primaryKey?.parts.map(({ column }) => column) ?? []
  if (columns.length === 0) return { code: 'missingKey', why: `${parent.name} has no primary key` }
  if (columns.length === key.columns.length) return columns
  return {
    code: 'wrongArity',
    why: `${key.columns.length} columns cannot refer to the ${columns.length} of the primary key of ${parent.name}`,
  }
}

function leaveOut(
  key: ForeignKeyDraft,
  { why, code }: { readonly why: string; readonly code: string },
  { catalogue }: Finish,
) {
  const name = key.name === '' ? '' : ` ${key.name}`
  const message = `The foreign key${name} of ${shown(nameOf(key.table))} is left out: ${why}.`
  const { names } = catalogue.dialect
  const columns = key.columns.map((column) => names.spell(column.name)).join(', ')
  const home = key.parentName.schema === undefined ? '' : `${names.spell(key.parentName.schema)}.`
  const refers = key.facts.parentColumns
    ? ` (${key.facts.parentColumns.map((one) => names.spell(one)).join(', ')})`
    : ''
  const text = `ALTER TABLE ${names.spell(key.table.name)} ADD${key.name === '' ? '' : ` CONSTRAINT ${names.spell(key.name)}`} FOREIGN KEY (${columns}) REFERENCES ${home}${names.spell(key.parentName.name)}${refers}`
  catalogue.keepAside({ level: 'loss', code, message, remedy: 'It is kept as a comment.' }, key.at, text)
}

/** Is there at most one child to a parent? */
function isOneToOne({ table, columns }: ForeignKeyDraft): boolean {
  const keys = table.primaryKey ? [table.primaryKey, ...table.uniques] : table.uniques
  return keys.some(({ parts }) => parts.every(({ column }) => columns.includes(column)))
}

/** Drawn by its author, and not in the database. */
function drawn(
  key: ForeignKeyDraft,
  ends: { readonly child: ForeignKey['child']; readonly parent: ForeignKey['parent'] },
  { ids }: Finish,
): Omit<LogicalRelation, 'order'> {
  const made = makeLogicalRelation(() => '', {
    name: key.name,
    comment: key.comment,
    from: { ...ends.child, min: 0, max: isOneToOne(key) ? 1 : 'many' },
    to: { ...ends.parent, min: key.columns.some(({ nullable }) => nullable) ? 0 : 1, max: 1 },
    properties: key.facts.properties ?? [],
  })
  return { ...made, id: ids.of('relation', key) }
}

export type UnorderedRelation = Omit<ForeignKey, 'order'> | Omit<LogicalRelation, 'order'>

export function finishRelation(key: ForeignKeyDraft, finish: Finish): UnorderedRelation | undefined {
  const { ids, catalogue } = finish
  const { parent } = key
  if (!parent) {
    leaveOut(key, { code: 'missingTable', why: `there is no table ${shown(key.parentName)}` }, finish)
    return undefined
  }
  const columns = parentColumns(key, parent, finish)
  if ('why' in columns) {
    leaveOut(key, columns, finish)
    return undefined
  }
  const idsOf = (list: readonly ColumnDraft[]) => list.map((column) => ids.of('column', column))
  const ends = {
    child: { table: ids.of('table', key.table), columns: idsOf(key.columns) },
    parent: { table: ids.of('table', parent), columns: idsOf(columns) },
  }
  if (key.facts.isDrawnOnly) return drawn(key, ends, finish)
  // MySQL's catalogue tells NO ACTION from nothing said.
  const usual = catalogue.isMysql ? undefined : 'noAction'
  const made = makeForeignKey(() => '', {
    name: finishName(key, key.table, catalogue),
    comment: key.comment,
    ...ends,
    ...some('onDelete', key.onDelete === usual ? undefined : key.onDelete),
    ...some('onUpdate', key.onUpdate === usual ? undefined : key.onUpdate),
    onDeleteColumns: idsOf(key.onDeleteColumns),
    ...some('match', key.facts.match === 'simple' ? undefined : key.facts.match),
    ...(key.facts.period && { period: true }),
    options: key.options,
    properties: key.facts.properties ?? [],
    ...key.enforcement,
  })
  return { ...made, id: ids.of('relation', key) }
}
