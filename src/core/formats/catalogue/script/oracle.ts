// What dbms_metadata printed, without the name of its owner.
import { isOn, maybe, rowsOf, textOf, type Facts } from '../facts'
import { quoted, string, words, type Rebuilt } from './words'

const id = quoted('"')

/** "HR"."EMPLOYEES" is EMPLOYEES of the document: everything that was asked for is one user's. */
const withoutOwner = (sql: string, owner: string): string =>
  sql.replace(/'(?:[^']|'')*'|"[^"]*"\.?/gs, (piece) => (piece === `${id(owner)}.` ? '' : piece))

const commented: Readonly<Record<string, string>> = {
  COLUMN: 'COLUMN',
  'MATERIALIZED VIEW': 'MATERIALIZED VIEW',
}

function comment(facts: Facts): string {
  const column = maybe(facts, 'column')
  const name = words(id(textOf(facts, 'table')) + (column === undefined ? '' : `.${id(column)}`))
  return `COMMENT ON ${commented[textOf(facts, 'kind')] ?? 'TABLE'} ${name} IS ${string(textOf(facts, 'text'))}`
}

const grant = (facts: Facts): string =>
  words(
    `GRANT ${textOf(facts, 'privilege')} ON ${id(textOf(facts, 'table'))} TO ${id(textOf(facts, 'to'))}`,
    isOn(facts, 'grantable') && 'WITH GRANT OPTION',
  )

export function oracleScript(facts: Facts): Rebuilt {
  const owner = textOf(facts, 'owner') || textOf(facts, 'database')
  const made = rowsOf(facts, 'statements')
  return {
    statements: [
      ...made
        .filter((one) => textOf(one, 'sql') !== '')
        .map((one) => withoutOwner(textOf(one, 'sql').trim(), owner)),
      ...rowsOf(facts, 'comments').map(comment),
      ...rowsOf(facts, 'grants').map(grant),
    ],
    unread: made
      .filter((one) => textOf(one, 'sql') === '')
      .map((one) => `${textOf(one, 'kind')} ${textOf(one, 'name')}`),
  }
}
