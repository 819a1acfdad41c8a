// What editing on the canvas does to the model, and where the cursor goes next.
import { addColumn, setColumnType } from '../../core/commands/column'
import { rename } from '../../core/commands/rename'
import { isIdOf, type ColumnId, type EnumValueId } from '../../core/model/id'
import { each } from '../../core/commands/context'
import { addColumnsFromText, parseColumnLines } from '../../core/commands/addMany'
import { addEnumValue } from '../../core/commands/objects'
import { document } from '../../state/document'
import { perform } from '../../state/perform'
import { select } from '../../state/selection'
import { view, type Editing } from '../../state/view'
import type { CommitKey } from '../../ui'
import type { DrawnTable } from '../project'
import { offerRelation } from './offer'

export type RowId = ColumnId | EnumValueId

/** Where one only reads no field opens. */
export const edit = (editing: Editing | undefined): void => {
  if (editing && document.getState().isReadOnly) return
  view.setState({ editing })
}

/** Ends the typing and gives the keyboard back to the canvas. */
export function endEditing(): void {
  edit(undefined)
  window.document.querySelector<HTMLElement>('[data-canvas]')?.focus({ preventScroll: true })
}

const kindWords = { table: 'table', view: 'view', enum: 'enum' } as const

/** The name in the header: Enter and Tab go on to the first new row, as one types a table from top to bottom. */
export function commitName(drawn: DrawnTable, text: string, by: CommitKey): void {
  const name = text.trim()
  if (name !== drawn.placed.face.header.fullName) {
    const { fullName, isUnnamed } = drawn.placed.face.header
    const isNamed = !isUnnamed && !isFresh(drawn)
    const label = isNamed ? `Rename ${fullName} to ${name}` : `Name ${kindWords[drawn.kind]} ${name}`
    perform(label, (cx) => rename(cx, { id: drawn.id }, name))
  }
  const goesOn = (by === 'tab' || by === 'enter') && drawn.kind !== 'view' && isFresh(drawn)
  if (goesOn) edit({ object: drawn.id, field: 'newRow' })
  else if (by === 'blur') leave({ object: drawn.id, field: 'name' })
  else endEditing()
}

const nameOf = ({ placed: { face } }: DrawnTable, row: RowId): string =>
  face.rowById.get(row)?.fullName || 'unnamed'

/** Tables with nothing but the key that they are born with are still being made. */
const isFresh = ({ placed: { face } }: DrawnTable): boolean => face.rows.length <= 1 && face.hiddenRows === 0

/** Leaving by a click must not undo what the click has begun. */
function leave(was: Editing): void {
  const { editing } = view.getState()
  if (editing?.object === was.object && editing.part === was.part && editing.field === was.field)
    edit(undefined)
}

export function commitRowName(
  drawn: DrawnTable,
  { row, before }: { row: RowId; before: string },
  given: { text: string; by: CommitKey },
): void {
  const name = given.text.trim()
  if (name !== before && name !== '') {
    const what = isIdOf('column', row) ? 'column' : 'value'
    const label = before === '' ? `Name ${what} ${name}` : `Rename ${what} ${before} to ${name}`
    perform(label, (cx) => rename(cx, { id: drawn.id, part: row }, name), {
      mergeKey: `name ${row}`,
    })
    if (isIdOf('column', row)) offerRelation(drawn.id, row)
  }
  if (given.by === 'tab' && drawn.kind === 'table' && isIdOf('column', row))
    edit({ object: drawn.id, part: row, field: 'type' })
  else if (given.by === 'blur') leave({ object: drawn.id, part: row, field: 'name' })
  else goOn(drawn, row, given.by === 'shift-tab' ? -1 : 1)
}

export function commitType(
  drawn: DrawnTable,
  { row, before }: { row: ColumnId; before: string },
  given: { text: string; by: CommitKey },
): void {
  const { id } = drawn
  const raw = given.text.trim()
  if (raw !== before && isIdOf('table', id)) {
    perform(`Change type of ${nameOf(drawn, row)} to ${raw || 'undecided'}`, (cx) =>
      setColumnType(cx, { table: id, column: row }, raw),
    )
  }
  if (given.by === 'shift-tab') edit({ object: id, part: row, field: 'name' })
  else if (given.by === 'blur') leave({ object: id, part: row, field: 'type' })
  else if (drawn.placed.face.rows.at(-1)?.id === row) edit({ object: id, field: 'newRow' })
  else goOn(drawn, row, 1)
}

/** The keyboard stands on the next row; a further Enter types into it. */
function goOn(drawn: DrawnTable, row: RowId, by: 1 | -1): void {
  const { rows } = drawn.placed.face
  const at = rows.findIndex(({ id }) => id === row)
  const next = rows[Math.max(0, Math.min(rows.length - 1, at + by))]
  if (next) standOn(drawn, next.id)
  endEditing()
}

export function standOn({ id, kind }: DrawnTable, row: RowId): void {
  const { items } = select(id)
  // A row of an enum is a value, any other row a column: the face says which.
  const part = kind === 'enum' ? { owner: id, value: row } : { owner: id, column: row }
  view.setState({ selection: { items, part: part as never } })
}

export interface NewRowText {
  readonly name: string
  readonly type: string
}

/** Adds what was typed as the last row. An empty type lets the name decide. */
export function addRow(drawn: DrawnTable, given: NewRowText): RowId | undefined {
  const { id } = drawn
  const name = given.name.trim()
  if (name === '') return undefined
  if (isIdOf('enum', id)) {
    const added = perform(`Add value ${name}`, (cx) => addEnumValue(cx, id, { name }))
    return added.ok ? added.value : undefined
  }
  if (!isIdOf('table', id)) return undefined
  const type = given.type.trim()
  const added = perform(`Add column ${name}`, (cx) => addColumn(cx, id, { name, ...(type && { type }) }))
  if (!added.ok) return undefined
  offerRelation(id, added.value)
  return added.value
}

/** Pasted lines of "name type" become columns (or values) in one step; false when it was a word like any other. */
export function pasteRows({ id }: DrawnTable, text: string): boolean {
  const lines = parseColumnLines(text)
  const [first] = lines
  if (!first || (lines.length === 1 && (isIdOf('enum', id) || first.type === ''))) return false
  if (isIdOf('enum', id)) {
    perform(`Add ${lines.length} values`, (cx) => each(lines, ({ name }) => addEnumValue(cx, id, { name })))
  } else if (isIdOf('table', id)) {
    perform(`Add ${lines.length} columns`, (cx) => addColumnsFromText(cx, id, { text }))
  }
  return true
}
