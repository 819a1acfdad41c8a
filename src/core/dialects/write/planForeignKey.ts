// One foreign key as the target will have it, or a notice why it has none.
import { columnOf, isNullable } from '../../model/query'
import type { ForeignKey, ReferentialAction, Table } from '../../model/records'
import type { ColumnType } from '../../model/type'
import { tellOptions } from './dialectOptions'
import { lacking } from './lacking'
import type { Pen } from './pen'
import type { ForeignKeyPlan } from './plan'
import { deferrableFor, stateFor } from './planTable'
import type { Draft } from './some'

const words: Readonly<Record<ReferentialAction, string>> = {
  noAction: 'NO ACTION',
  restrict: 'RESTRICT',
  cascade: 'CASCADE',
  setNull: 'SET NULL',
  setDefault: 'SET DEFAULT',
}

/** Every database wants the referenced columns to be a whole key, in any order. */
export function refersToKey(parent: Table, columns: readonly string[]): boolean {
  const isSame = (ids: readonly string[]) =>
    ids.length === columns.length && ids.every((id) => columns.includes(id))
  const keys = [...(parent.primaryKey ? [parent.primaryKey] : []), ...parent.uniques]
  if (keys.some(({ parts }) => isSame(parts.map(({ column }) => column)))) return true
  return parent.indexes.some(({ unique, where, parts }) => {
    if (!unique || where) return false
    return isSame(parts.map(({ on }) => ('column' in on ? on.column : '')))
  })
}

/** Why no database would take it. */
function flaw(relation: ForeignKey, parent: Table): string | undefined {
  const { child, parent: end } = relation
  if (child.columns.length === 0) return 'it names no columns'
  if (child.columns.length !== end.columns.length) return 'its two ends name different numbers of columns'
  if (new Set(child.columns).size !== child.columns.length) return 'it names a column twice'
  if (!refersToKey(parent, end.columns)) return `the columns it refers to are no key of ${parent.name}`
  return undefined
}

/** What a domain stands for decides. */
function plain(type: ColumnType, pen: Pen): ColumnType {
  const found = type.of === undefined ? undefined : pen.userType(type.of)
  return found && 'checks' in found ? plain(found.type, pen) : type
}

function unlike({ child, parent }: ForeignKey, pen: Pen): string | undefined {
  const [childTable, parentTable] = [pen.schema.table.get(child.table), pen.schema.table.get(parent.table)]
  if (!childTable || !parentTable) return undefined
  for (const [i, id] of child.columns.entries()) {
    const column = columnOf(childTable, id)
    const target = parent.columns[i] === undefined ? undefined : columnOf(parentTable, parent.columns[i])
    if (!column || !target || pen.rules.keyTypes(plain(column.type, pen), plain(target.type, pen))) continue
    return `${column.name} is ${column.type.raw}, and ${target.name} is ${target.type.raw}`
  }
  return undefined
}

function action(relation: ForeignKey, when: 'delete' | 'update', pen: Pen): string {
  const asked = when === 'delete' ? relation.onDelete : relation.onUpdate
  if (asked === undefined) return ''
  if (asked === 'setNull' && pen.rules.setNullNeedsNullable && !canBeNull(relation, pen)) {
    const message = `ON ${when.toUpperCase()} SET NULL is left out: a column of the foreign key cannot be NULL.`
    pen.tell(
      { about: relation.id },
      { level: 'warning', code: 'setNullOnRequired', message, remedy: 'Make the columns nullable.' },
    )
    return ''
  }
  const known = pen.rules.actions[when][asked]
  const at = { about: relation.id }
  if (known !== undefined && known === words[asked]) return known
  // No action is what every database does when nothing is said.
  if (asked === 'noAction' && known === '') return ''
  const isSame = asked === 'restrict'
  const instead = known === undefined || known === '' ? 'no action' : known
  pen.tell(at, {
    level: isSame ? 'info' : 'warning',
    code: 'referentialAction',
    message: `${pen.rules.label} has no ON ${when.toUpperCase()} ${words[asked]}: the foreign key says ${instead}.`,
    ...(isSame ? {} : { remedy: 'Do it in a trigger or in the application.' }),
  })
  return known ?? ''
}

function canBeNull({ child }: ForeignKey, pen: Pen): boolean {
  const table = pen.schema.table.get(child.table)
  if (!table) return false
  return child.columns.every((id) => {
    const column = columnOf(table, id)
    return column !== undefined && isNullable(table, column)
  })
}

function matchOf({ match, id }: ForeignKey, pen: Pen): string {
  if (match === 'full' && !lacking('matchFull', { about: id }, pen)) return 'MATCH FULL'
  if (match === 'partial') lacking('matchPartial', { about: id }, pen)
  return ''
}

function setNullColumns(relation: ForeignKey, child: Table, pen: Pen): string {
  if (
    relation.onDeleteColumns.length === 0 ||
    (relation.onDelete !== 'setNull' && relation.onDelete !== 'setDefault')
  )
    return ''
  if (lacking('setNullColumns', { about: relation.id }, pen)) return ''
  const columns = relation.onDeleteColumns.flatMap((id) => (columnOf(child, id) ? [pen.part(id)] : []))
  return ` (${columns.join(', ')})`
}

export function planForeignKey(relation: ForeignKey, pen: Pen): ForeignKeyPlan | undefined {
  const at = { about: relation.id }
  const childTable = pen.schema.table.get(relation.child.table)
  const parentTable = pen.schema.table.get(relation.parent.table)
  if (!childTable || !parentTable) return undefined
  const leftOut = (why: string) => {
    const message = `The foreign key from ${childTable.name} to ${parentTable.name} is left out: ${why}.`
    pen.tell(at, { level: 'loss', code: 'foreignKeyLeftOut', message, remedy: 'Mend the relation.' })
    return undefined
  }
  if (relation.inactive) {
    leftOut('it is marked as inactive')
    return
  }
  const why = flaw(relation, parentTable) ?? unlike(relation, pen)
  if (why !== undefined) {
    leftOut(why)
    return
  }
  if (relation.period && lacking('periods', at, pen)) return undefined
  const onDelete = action(relation, 'delete', pen)
  const names = (ids: readonly string[]) =>
    ids.map((id, i) => (relation.period && i === ids.length - 1 ? 'PERIOD ' : '') + pen.part(id))
  if (relation.comment !== '' && pen.options.comments) lacking('constraintComments', at, pen)
  if (relation.options.length > 0) tellOptions('foreignKey', relation.options, { at, pen })
  const plan: Draft<ForeignKeyPlan> = {
    relation,
    id: relation.id,
    name: pen.naming.of(relation.id) ?? '',
    child: pen.object(childTable),
    parent: pen.object(parentTable),
    childTable,
    parentTable,
    childColumns: names(relation.child.columns),
    parentColumns: names(relation.parent.columns),
    onDelete: onDelete + setNullColumns(relation, childTable, pen),
    onUpdate: action(relation, 'update', pen),
    match: matchOf(relation, pen),
  }
  const [deferrable, state] = [deferrableFor(relation, at, pen), stateFor(relation, at, pen)]
  if (deferrable) plan.deferrable = deferrable
  if (state) plan.state = state
  return plan
}
