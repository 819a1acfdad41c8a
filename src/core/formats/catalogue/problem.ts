// Why an answer cannot be read, where, and what to do about it in the client at hand.
import type { NotReadable } from '../format'
import { Lines } from '../sql/locate'
import { queryVersion } from './queries'
import type { Unwrapped } from './unwrap'

type Broken = Extract<Unwrapped, { readonly kind: 'broken' }>

type Problem =
  | Exclude<Unwrapped, { readonly kind: 'found' }>
  | { readonly kind: 'version'; readonly version: string }
  | { readonly kind: 'dialect'; readonly dialect: string }
  | { readonly kind: 'rows' }
  | { readonly kind: 'noDatabase' }

/** Clients that cut long values, by the length that they leave. */
function cutBy(text: string): string {
  const length = text.trim().length
  if (/(?:\.\.\.|…)\W*$/.test(text))
    return 'The client shows only the beginning of a long value: export the result as JSON or CSV instead of copying the cell.'
  if (length <= 200)
    return 'SQL*Plus and SQL Developer cut at 80 characters: run SET LONG 100000000 LONGCHUNKSIZE 32767 LINESIZE 32767 first.'
  if (Math.abs(length - 65_535) < 600)
    return 'The grid of Management Studio cuts at 65,535 characters: save the results as a file, or use sqlcmd with -y 0.'
  if (Math.abs(length - 1_048_576) < 2000)
    return 'MariaDB or the client cut at one million characters: run the query whole, with its first line, and export the result.'
  return 'Export the result as JSON or CSV, or use the command that is shown below the query: it writes the answer to a file.'
}

function broken({ at, isCut }: Broken, text: string): NotReadable {
  const place = at === undefined ? {} : new Lines(text).at(Math.min(at, text.length))
  if (isCut)
    return { message: 'The answer ends in the middle: the client cut it off.', remedy: cutBy(text), ...place }
  return {
    message: 'The answer is damaged here: it is no JSON from this place on.',
    remedy: 'Copy it again, or export the result as JSON or CSV.',
    ...place,
  }
}

export function problemOf(problem: Problem, text: string): NotReadable {
  switch (problem.kind) {
    case 'broken':
      return broken(problem, text)
    case 'json':
      return {
        message: 'This is JSON, but not the answer to the catalogue query.',
        remedy: 'Run the query that is shown here and paste what it answers.',
      }
    case 'foreign':
      return {
        message: 'This is not the answer to the catalogue query.',
        remedy:
          'If the client printed an error, the query did not run: choose the database that it is of, and try again.',
      }
    case 'version': {
      const isNewer = Number(problem.version) > queryVersion
      return {
        message: `This answers ${isNewer ? 'a newer' : 'an older'} query (version ${problem.version}); version ${String(queryVersion)} is read here.`,
        remedy: 'Copy the query that is shown here and run it anew.',
      }
    }
    case 'dialect':
      return { message: `This answer is of a database that is not known here: ${problem.dialect}.` }
    case 'rows':
      return {
        message: 'The last rows of the answer are missing: the client left them out.',
        remedy: 'Turn off its limit of rows, or export all of them.',
      }
    case 'noDatabase':
      return {
        message: 'The query was run without a database, so it found nothing.',
        remedy: 'Choose the database first (USE name), then run the query again.',
      }
  }
}
