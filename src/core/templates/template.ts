// What a template is: a schema as one would tell it to a colleague, for no database in particular. `build` says it in
// the words of one. A table is a few lines of text:
//
//   id           id                                                    -- a comment
//   customer_id  ref? -> customers set null : is placed by / places
//   total        decimal(12,2) = 0
//   line_total   decimal(12,2) := {quantity} * {unit_price}
//   unique number
//   check {total} >= 0
//   index customer_id, placed_at desc where {status} = 'open'
//   only default_of: customer_id where {+is_default}
//   fk tenant_id, project_id -> projects(tenant_id, id) cascade : belongs to / has
//
// In expressions {total} is a column, {+is_default} and {-is_default} are a boolean's yes and no; {orders} and
// {orders.total} name a table and its column in views.
import type { Color } from '../model/records'

export interface TableText {
  readonly name: string
  readonly comment: string
  readonly lines: string
}

export interface ViewText {
  readonly name: string
  readonly comment: string
  /** `name type`, one per line, as the query gives them. */
  readonly columns: string
  readonly query: string
}

/** How the page is laid out: tables and views by their names, side by side or one above the other, in areas. */
export type Block = string | Stack | AreaBlock | NoteBlock

export interface Stack {
  readonly kind: 'row' | 'col'
  /** A number is more room, in pixels, where it stands. */
  readonly items: readonly (Block | number)[]
}

export interface AreaBlock {
  readonly kind: 'area'
  readonly name: string
  readonly color: Color
  readonly comment: string
  readonly of: Block
}

export interface NoteBlock {
  readonly kind: 'note'
  readonly name: string
  readonly text: string
  readonly color: Color
}

export interface Template {
  readonly id: string
  readonly title: string
  readonly summary: string
  /** Values separated by blanks. */
  readonly enums: Readonly<Record<string, string>>
  readonly tables: readonly TableText[]
  readonly views: readonly ViewText[]
  readonly page: Block
}

export const table = (name: string, comment: string, lines: string): TableText => ({ name, comment, lines })

export const view = (
  name: string,
  comment: string,
  given: Pick<ViewText, 'columns' | 'query'>,
): ViewText => ({
  name,
  comment,
  ...given,
})

export const row = (...items: Stack['items']): Stack => ({ kind: 'row', items })
export const col = (...items: Stack['items']): Stack => ({ kind: 'col', items })

export const area = (name: string, given: Omit<AreaBlock, 'kind' | 'name'>): AreaBlock => ({
  kind: 'area',
  name,
  ...given,
})

export const note = (name: string, text: string, color: Color = 'amber'): NoteBlock => ({
  kind: 'note',
  name,
  text,
  color,
})
