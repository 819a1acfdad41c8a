// `user_id` beside a table `users` is asking for a relation: it is offered, never made by itself.
import { createStore } from 'zustand/vanilla'
import { connect } from '../../core/commands/connect'
import { isForeignKeyColumn, suggestRelation, type Suggestion } from '../../core/commands/suggest'
import { isIdOf, type ColumnId } from '../../core/model/id'
import { columnOf } from '../../core/model/query'
import type { Placeable } from '../../core/model/records'
import { document as openDocument } from '../../state/document'
import { perform } from '../../state/perform'
import { wordsFor } from '../../state/words'

export interface Offer {
  readonly table: Placeable
  readonly column: ColumnId
  readonly to: Suggestion
  readonly toName: string
}

export const offers = createStore<{ readonly offer: Offer | undefined }>(() => ({ offer: undefined }))

export const dropOffer = (): void => {
  offers.setState({ offer: undefined })
}

export function offerRelation(table: Placeable, column: ColumnId): void {
  const { schema } = openDocument.getState()
  if (!isIdOf('table', table)) return
  const row = schema.table.get(table)
  const named = row && columnOf(row, column)
  if (!named || isForeignKeyColumn(schema, table, column)) return
  const to = suggestRelation(schema, table, named.name)
  offers.setState({ offer: to && { table, column, to, toName: schema.table.get(to.table)?.name ?? '' } })
}

export function takeOffer(): void {
  const { offer } = offers.getState()
  if (!offer) return
  dropOffer()
  const { schema } = openDocument.getState()
  perform(`Relate ${wordsFor(schema, [offer.table])} to ${offer.toName}`, (cx) =>
    connect(cx, {
      from: { table: offer.table, columns: [offer.column] },
      to: { table: offer.to.table, columns: offer.to.columns },
    }),
  )
}
