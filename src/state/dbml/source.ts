// The text of a document as its author left it: a record of the document, saved and undone with it.
import { diffRow, type Edits } from '../../core/model/edit'
import { makeSource } from '../../core/model/factory'
import type { Source } from '../../core/model/records'
import { inOrder, type Schema } from '../../core/model/schema'
import { newId } from '../../platform/newId'

const dbmlSources = (schema: Schema): readonly Source[] =>
  inOrder(schema.source).filter(({ format }) => format === 'dbml')

/** One of several files says nothing by itself: then there is no text, and one is written that says everything. */
export function dbmlSource(schema: Schema): Source | undefined {
  const [only, ...more] = dbmlSources(schema)
  return more.length === 0 ? only : undefined
}

/** What makes this the document's text, in the place of whatever there was. */
export function sourceEdits(schema: Schema, text: string): Edits {
  const before = dbmlSource(schema)
  const gone = before ? [] : dbmlSources(schema)
  const after = before
    ? { ...before, text }
    : makeSource(newId, { format: 'dbml', name: 'schema.dbml', text })
  return [
    ...gone.flatMap((row) => diffRow({ kind: 'source', id: row.id }, row, undefined)),
    ...diffRow({ kind: 'source', id: after.id }, before, after),
  ]
}
