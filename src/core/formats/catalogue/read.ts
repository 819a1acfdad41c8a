// A running database's own catalogue in: the answer is taken out of what a client made of it, put into the script that
// would make the same database, and read as that dialect's scripts are.
import { dialects } from '../../dialects'
import { fail, ok, type Result } from '../../lib/result'
import { isDialectId, type DialectId, type Target } from '../../model/target'
import type { NotReadable, ReadNotice, ReadOptions, ReadSchema, SourceText } from '../format'
import { readSql } from '../sql/read'
import { textOf, type Facts } from './facts'
import { problemOf } from './problem'
import { queryMark, queryVersion } from './queries'
import { scriptOf } from './script'
import { probe, unwrap } from './unwrap'

/** Those that answer the same query, under the name of the one that they are made of. */
const parents: Readonly<Partial<Record<DialectId, DialectId>>> = {
  'aurora-postgres': 'postgres',
  'aurora-mysql': 'mysql',
}

/** SQL Server says its number and is called by its year. */
const years: Readonly<Record<string, string>> = { '14': '2017', '15': '2019', '16': '2022', '17': '2025' }

/** The version that answered, else the nearest below it that is written for; a fork of its kind may have been meant. */
function targetOf(answered: DialectId, server: string, asked: DialectId): Target {
  const dialect = parents[asked] === answered ? asked : answered
  const { versions } = dialects[dialect]
  const number = (version: string): number => {
    const [major = 0, minor = 0] = (/\d+(?:\.\d+)?/.exec(version)?.[0] ?? '').split('.').map(Number)
    return major * 1000 + minor
  }
  const own = number((dialect === 'sqlserver' && years[server.split('.')[0] ?? '']) || server)
  const known = versions.filter((version) => number(version) <= own)
  return { dialect, version: known.at(-1) ?? versions[0] ?? '' }
}

interface Answer {
  readonly dialect: DialectId
  readonly head: Facts
  readonly rows: readonly Facts[]
  readonly text: string
}

function answerIn({ text }: SourceText): Result<Answer, NotReadable> {
  const found = unwrap(text)
  if (found.kind !== 'found') return fail(problemOf(found, text))
  const head = found.facts.find((facts) => queryMark in facts) ?? {}
  const version = textOf(head, queryMark)
  if (version !== String(queryVersion)) return fail(problemOf({ kind: 'version', version }, text))
  const dialect = textOf(head, 'dialect')
  if (!isDialectId(dialect)) return fail(problemOf({ kind: 'dialect', dialect }, text))
  const rows = found.facts.filter((facts) => facts !== head)
  // Its rows are objects, and the last one says so.
  const isWhole = dialect !== 'redshift' || rows.some((row) => textOf(row, 'kind') === 'end')
  if (!isWhole) return fail(problemOf({ kind: 'rows' }, text))
  if (textOf(head, 'database') === '' && dialect !== 'sqlite')
    return fail(problemOf({ kind: 'noDatabase' }, text))
  return ok({ dialect, head, rows, text })
}

function remarks({ head, dialect }: Answer, unread: readonly string[]): readonly ReadNotice[] {
  const label = dialects[dialect].label
  const escaped: ReadNotice = {
    level: 'warning',
    code: 'catalogueEscapes',
    message: 'The client changed backslashes and line ends in the answer: texts with them may differ.',
    remedy: 'Export the answer as JSON or CSV, or run the query with the command that is shown below it.',
  }
  return [
    ...('probe' in head && head['probe'] !== probe ? [escaped] : []),
    ...unread.map((what): ReadNotice => ({
      level: 'loss',
      code: 'catalogueUnread',
      message: `The query cannot read this from ${label}, so it is missing: ${what}.`,
      remedy: 'A dump of the database has it.',
    })),
  ]
}

/** SQLite has a file. */
const databaseOf = ({ head, dialect }: Answer): string => {
  const name = textOf(head, 'database')
  return dialect === 'sqlite' ? name.replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, '') : name
}

export async function readCatalogue(
  sources: readonly SourceText[],
  options: ReadOptions,
): Promise<Result<ReadSchema, NotReadable>> {
  const answers: Answer[] = []
  for (const [source, given] of sources.entries()) {
    const answer = answerIn(given)
    if (!answer.ok) return fail({ ...answer.error, source })
    answers.push(answer.value)
  }
  const [first] = answers
  if (!first) return fail({ message: 'There is nothing to read' })
  const other = answers.findIndex(({ dialect }) => dialect !== first.dialect)
  if (other > 0) return fail({ message: 'These answers are of different kinds of databases', source: other })
  const target = targetOf(first.dialect, textOf(first.head, 'server'), options.target.dialect)
  const rebuilt = answers.map((answer) => ({ answer, ...scriptOf(answer) }))
  const texts = rebuilt.map(({ text, answer }) => ({ name: `${databaseOf(answer)}.sql`, text }))
  const read = await readSql(texts, { ...options, target, sampleRows: 0 })
  if (!read.ok) return read
  const told = rebuilt.flatMap(({ answer, unread }) => remarks(answer, unread))
  const notices = [...told, ...read.value.notices]
  return ok({ ...read.value, notices, texts: texts.map(({ text }) => text) })
}
