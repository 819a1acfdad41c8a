// Routines and events of MySQL and MariaDB: their heads are put together again, their bodies are kept as they are.
import { inTurn, maybe, textOf, type Facts } from '../facts'
import { id, literal, type Home } from './mysqlWords'
import { words } from './words'

/** As people write them: the server tells what it read, not what was written. */
const bare = (name: string): string => (/^[A-Za-z_]\w*$/.test(name) ? name : id(name))

const accesses = new Set(['NO SQL', 'READS SQL DATA', 'MODIFIES SQL DATA'])

export function routineOf(
  facts: Facts,
  parameters: ReadonlyMap<string, readonly Facts[]>,
  home: Home,
): readonly string[] {
  const kind = textOf(facts, 'kind')
  const name = textOf(facts, 'name')
  const comment = textOf(facts, 'comment')
  const body = home.clean(textOf(facts, 'body'))
  // A package of MariaDB is all body.
  if (!/^(?:FUNCTION|PROCEDURE)$/.test(kind)) return [`CREATE ${kind} ${id(name)} ${body}`]
  const isFunction = kind === 'FUNCTION'
  const own = inTurn((parameters.get(name) ?? []).filter((one) => textOf(one, 'kind') === kind))
  const given = own.map((one) =>
    words(!isFunction && textOf(one, 'mode'), bare(textOf(one, 'name')), textOf(one, 'type')),
  )
  const access = textOf(facts, 'access')
  const head = words(
    `CREATE ${kind} ${id(name)}(${given.join(', ')})`,
    isFunction && `RETURNS ${textOf(facts, 'returns')}`,
    accesses.has(access) && access,
    textOf(facts, 'deterministic') === 'YES' && 'DETERMINISTIC',
    textOf(facts, 'security') === 'INVOKER' && 'SQL SECURITY INVOKER',
    comment !== '' && `COMMENT ${literal(comment)}`,
  )
  return [`${head}\n${body}`]
}

const moment = (facts: Facts, key: string): string | undefined =>
  maybe(facts, key) === undefined ? undefined : literal(textOf(facts, key))

export function eventOf(facts: Facts, home: Home): string {
  const every = maybe(facts, 'every')
  const [starts, ends] = [moment(facts, 'starts'), moment(facts, 'ends')]
  const comment = textOf(facts, 'comment')
  // Units of several numbers (DAY_HOUR) are texts.
  const amount = every === undefined || /^\d+$/.test(every) ? every : literal(every.replaceAll("'", ''))
  return words(
    `CREATE EVENT ${id(textOf(facts, 'name'))} ON SCHEDULE`,
    amount === undefined ? `AT ${moment(facts, 'at') ?? ''}` : `EVERY ${amount} ${textOf(facts, 'unit')}`,
    starts !== undefined && `STARTS ${starts}`,
    ends !== undefined && `ENDS ${ends}`,
    textOf(facts, 'keeps') === 'PRESERVE' && 'ON COMPLETION PRESERVE',
    /DISABLE/.test(textOf(facts, 'status')) && 'DISABLE',
    comment !== '' && `COMMENT ${literal(comment)}`,
    `DO ${home.clean(textOf(facts, 'body'))}`,
  )
}
