// What dbms_metadata printed, without the name of its owner.
import { isOn, maybe, rowsOf, textOf, type Facts } from '../facts'
import { quoted, string, words, type Rebuilt } from './words'

const id = quoted('"')

/** "HR"."EMPLOYEES" is EMPLOYEES of the document: everything that was asked for is one user's. */
const withoutOwner = (sql: string, owner: string): string =>
  sql.replace(/'(?:[^']|'')*'|"[^"]*"\.?/gs, (piece) => (piece === `${id(owner)}.` ? '' : piece))

/** What every counting column says, and what says nothing. */
const usual =
  /\b(?:MINVALUE 1|MAXVALUE 9{28}|INCREMENT BY 1|START WITH 1|CACHE 20|NOORDER|NOCYCLE|NOKEEP|NOSCALE)(?= |$)/g

const counting =
  /\bAS IDENTITY ((?:(?:(?:MINVALUE|MAXVALUE|INCREMENT BY|START WITH|CACHE) -?\d+|NO(?:ORDER|CYCLE|KEEP|SCALE|CACHE)|ORDER|CYCLE|KEEP|SCALE) +)+)/g

/** The numbers of an identity stand without parentheses. */
const withNumbers = (sql: string): string =>
  sql.replace(counting, (_all, numbers: string) => {
    const own = numbers.replace(usual, '').replace(/\s+/g, ' ').trim()
    return own === '' ? 'AS IDENTITY ' : `AS IDENTITY (${own}) `
  })

const tail = /\s*ALTER TRIGGER [^\n]* (ENABLE|DISABLE)\s*$/

/** A trigger comes with a statement that says whether it is on. */
function plain(sql: string): readonly string[] {
  const made = sql.replace(/^CREATE OR REPLACE (?:FORCE )?(?:NON)?EDITIONABLE /, 'CREATE OR REPLACE ')
  const state = tail.exec(made)
  if (!state) return [withNumbers(made)]
  const own = made.slice(0, state.index)
  return state[1] === 'DISABLE' ? [own, state[0].trim()] : [own]
}

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
        .flatMap((one) => plain(withoutOwner(textOf(one, 'sql').trim(), owner))),
      ...rowsOf(facts, 'comments').map(comment),
      ...rowsOf(facts, 'grants').map(grant),
    ],
    unread: made
      .filter((one) => textOf(one, 'sql') === '')
      .map((one) => `${textOf(one, 'kind')} ${textOf(one, 'name')}`),
  }
}
