// A text that makes tables and in which our own reader found none: somebody else's reader is asked before giving up.
import { fail, type Result } from '../../lib/result'
import type { DialectId } from '../../model/target'
import type { NotReadable, ReadNotice, ReadOptions, ReadSchema, SourceText } from '../format'

const makesTables = /\bcreate\s+(?:or\s+replace\s+)?(?:\w+\s+){0,2}table\b/i

/** What was read, unless that is nothing and the other reader finds something. */
export async function orSecondOpinion(
  own: ReadSchema,
  language: DialectId | 'snowflake',
  { sources, options }: { readonly sources: readonly SourceText[]; readonly options: ReadOptions },
): Promise<ReadSchema> {
  const load = options.engines?.secondOpinion
  if (!load || own.schema.table.size > 0 || !sources.some(({ text }) => makesTables.test(text))) return own
  const ask = await load()
  const texts = sources.map(({ text, name }) => ({ name: `${name}.dbml`, text: ask(text, language) ?? '' }))
  if (texts.every(({ text }) => text === '')) return own
  // The library of that language comes only now.
  const { readDbml } = await import('../dbml/read')
  const read: Result<ReadSchema, NotReadable> = await readDbml(
    texts.filter(({ text }) => text !== ''),
    options,
  ).catch(() => fail({ message: 'It is no DBML' }))
  if (!read.ok || read.value.schema.table.size === 0) return own
  const notice: ReadNotice = {
    level: 'warning',
    code: 'secondOpinion',
    message:
      'Relata found no table in this text, the reader of @dbml/core did: tables, columns, keys and relations are what it understood, everything else is not here.',
    remedy: 'Compare it with the source before you rely on it.',
  }
  return { schema: read.value.schema, notices: [notice, ...own.notices] }
}
