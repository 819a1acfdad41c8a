// GRANT and REVOKE on objects; what is granted on something else is left to be kept.
import type { ObjectKind, Subject } from '../../statement'
import type { Cursor } from '../cursor'
import { kinds } from '../lexer'
import type { StatementReader } from '../tongue'

const kindOf: Readonly<Partial<Record<string, ObjectKind>>> = {
  TABLE: 'table',
  SEQUENCE: 'sequence',
  FUNCTION: 'routine',
  PROCEDURE: 'routine',
  SCHEMA: 'schema',
  TYPE: 'type',
}

interface Privilege {
  readonly name: string
  readonly columns?: readonly string[]
}

function takePrivilege(c: Cursor): Privilege | undefined {
  const start = c.at
  while (!c.isDone && c.word() !== '(') {
    if (c.kind() !== kinds.word) return undefined
    c.skip()
  }
  const name = c.rawFrom(start).replace(/\s+/g, ' ').toUpperCase()
  const columns = c.nameList()
  return name === '' ? undefined : { name, ...(columns ? { columns } : {}) }
}

/** A grantee: a name, with MySQL's host as part of it. */
function takeGrantee(c: Cursor): string | undefined {
  const start = c.at
  const name = c.name()
  if (name === undefined) return undefined
  if (c.isDone) return name
  c.at = c.end
  return c.rawFrom(start)
}

export const grant: StatementReader = (c) => {
  const isRevoked = c.take('REVOKE') || !c.take('GRANT')
  if (isRevoked) c.take('GRANT', 'OPTION', 'FOR')
  const before = c.at
  const mark = new Set(['ON', 'TO', 'FROM'])
  c.skipTo(mark)
  if (!c.sees('ON')) return undefined
  const privileges = c.over(before, c.at).items().map(takePrivilege)
  c.skip()
  const kind = c.seesName(1) || c.word(1) !== '' ? kindOf[c.word()] : undefined
  if (kind && c.seesName(1)) c.skip()
  const on: Subject[] = []
  do {
    const name = c.objectName()
    if (!name) return undefined
    on.push({ kind: kind ?? 'table', name })
  } while (c.take(','))
  if (!c.take(isRevoked ? 'FROM' : 'TO')) return undefined
  const start = c.at
  c.skipTo(new Set(['WITH', 'GRANTED', 'CASCADE', 'RESTRICT', 'REQUIRE', 'IDENTIFIED']))
  const to = c.over(start, c.at).items().map(takeGrantee)
  const withGrantOption = c.take('WITH', 'GRANT', 'OPTION')
  c.takeOneOf('CASCADE', 'RESTRICT')
  const isWhole = <T>(list: readonly (T | undefined)[]): list is readonly T[] =>
    list.length > 0 && list.every((one) => one !== undefined)
  if (!c.isDone || !isWhole(privileges) || !isWhole(to)) return undefined
  return {
    kind: 'grant',
    privileges,
    on,
    to,
    ...(withGrantOption ? { withGrantOption } : {}),
    ...(isRevoked ? { isRevoked } : {}),
  }
}
