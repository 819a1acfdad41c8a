// DBML from the clipboard, read and laid out by itself: a document that can be pasted as any piece of one.
import { fail, ok, type Result } from '../../core/lib/result'
import { dbml } from '../../core/formats/dbml'
import { projectOf, type Schema } from '../../core/model/schema'
import { layoutClient, readClient, RowsIn, type CallError } from '../../workers/client'
import { document } from '../document'
import { samplesKept } from './importing'
import { pastedSource } from './sources'

export const looksLikeDbml = (text: string): boolean => dbml.detect?.(text) ?? false

export interface Piece {
  readonly schema: Schema
  /** What of the text was not understood, in a sentence. */
  readonly problems: string | undefined
}

const wordsOf = (error: CallError): string =>
  error.kind === 'failed' ? `It could not be read: ${error.message}.` : 'It was not read.'

interface Workers {
  readonly reader: ReturnType<typeof readClient>
  readonly layout: ReturnType<typeof layoutClient>
}

async function read({ reader, layout }: Workers, text: string): Promise<Result<Piece, string>> {
  const { target } = projectOf(document.getState().schema)
  const question = { sources: [pastedSource(text, 'clipboard.dbml')], format: 'dbml', fallback: target }
  const answer = await reader.call('read', { ...question, sampleRows: samplesKept })
  if (!answer.ok) return fail(wordsOf(answer.error))
  if (answer.value.kind === 'unreadable') return fail(answer.value.problem.message)
  const { notices, counts } = answer.value.overview
  const wrong = notices.filter(({ level }) => level !== 'info')
  if ((counts.table ?? 0) + (counts.enum ?? 0) === 0)
    return fail(wrong[0]?.message ?? 'There is no table in it.')
  const wish = { into: 'new', name: '', leftOut: new Set<string>(), removed: new Set<string>() } as const
  const prepared = await reader.call('prepare', wish)
  if (!prepared.ok) return fail(wordsOf(prepared.error))
  const options = { style: 'leftRight', where: 'together' } as const
  const arranged = await layout.call('arrange', { ...prepared.value.layout, options, effort: 'quick' })
  if (!arranged.ok) return fail(wordsOf(arranged.error))
  const taken = await reader.call('take', { places: arranged.value.places })
  if (!taken.ok) return fail(wordsOf(taken.error))
  const rows = new RowsIn()
  for (let i = 0; i < taken.value.slices; i++) {
    const slice = await reader.call('rows', i)
    if (!slice.ok) return fail(wordsOf(slice.error))
    rows.add(slice.value)
  }
  const [first] = wrong
  const others = wrong.length > 1 ? ` There are ${String(wrong.length - 1)} more such places.` : ''
  return ok({ schema: rows.schema(), problems: first && `${first.message}${others}` })
}

export async function readPiece(text: string): Promise<Result<Piece, string>> {
  const workers = { reader: readClient(), layout: layoutClient() }
  try {
    return await read(workers, text)
  } finally {
    workers.reader.close()
    workers.layout.close()
  }
}
