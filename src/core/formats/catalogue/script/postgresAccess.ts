// Policies and grants of PostgreSQL.
import { isOn, maybe, rowsOf, textOf, textsOf, type Facts } from '../facts'
import { commentOn, id, named, named2 } from './postgresNames'
import { words } from './words'

const commands: Readonly<Record<string, string>> = { r: 'SELECT', a: 'INSERT', w: 'UPDATE', d: 'DELETE' }

function policy(facts: Facts, on: Facts): readonly string[] {
  const name = `${id(textOf(facts, 'name'))} ON ${named(on)}`
  const command = commands[textOf(facts, 'for')]
  const to = textsOf(facts, 'to').map(id)
  return [
    words(
      `CREATE POLICY ${name}`,
      !isOn(facts, 'permissive') && 'AS RESTRICTIVE',
      command !== undefined && `FOR ${command}`,
      to.length > 0 && `TO ${to.join(', ')}`,
      maybe(facts, 'using') !== undefined && `USING (${textOf(facts, 'using')})`,
      maybe(facts, 'check') !== undefined && `WITH CHECK (${textOf(facts, 'check')})`,
    ),
    ...commentOn(`POLICY ${name}`, facts),
  ]
}

export const policiesOf = (facts: Facts, relations: ReadonlyMap<string, Facts>): readonly string[] =>
  rowsOf(facts, 'policies').flatMap((one) => {
    const on = relations.get(textOf(one, 'of'))
    return on ? policy(one, on) : []
  })

/** Only those that something was granted to or that a policy names. */
export function rolesOf(facts: Facts): readonly string[] {
  const roles = rowsOf(facts, 'roles')
  return [
    ...roles.map((one) => words(`CREATE ROLE ${id(textOf(one, 'name'))}`, isOn(one, 'login') && 'LOGIN')),
    ...roles.flatMap((one) =>
      textsOf(one, 'in').map((group) => `GRANT ${id(group)} TO ${id(textOf(one, 'name'))}`),
    ),
  ]
}

const onWords: Readonly<Record<string, string>> = {
  schema: 'SCHEMA',
  sequence: 'SEQUENCE',
  routine: 'ROUTINE',
}

function target(grant: Facts): string {
  const kind = textOf(grant, 'kind')
  const what = onWords[kind] ?? 'TABLE'
  if (kind === 'schema') return `${what} ${id(textOf(grant, 'schema'))}`
  const name = named2(textOf(grant, 'schema'), textOf(grant, 'name'))
  return kind === 'routine' ? `${what} ${name}(${textOf(grant, 'detail')})` : `${what} ${name}`
}

const withColumn = (grant: Facts): string =>
  textOf(grant, 'kind') === 'column'
    ? `${textOf(grant, 'privilege')} (${id(textOf(grant, 'detail'))})`
    : textOf(grant, 'privilege')

/** One statement for what one role may do with one object. */
export function grantsOf(facts: Facts): readonly string[] {
  const statements = new Map<string, string[]>()
  for (const grant of rowsOf(facts, 'grants')) {
    const to = maybe(grant, 'to')
    const grantee = to === undefined ? 'PUBLIC' : id(to)
    const tail = words(`ON ${target(grant)} TO ${grantee}`, isOn(grant, 'grantable') && 'WITH GRANT OPTION')
    const known = statements.get(tail)
    if (known) known.push(withColumn(grant))
    else statements.set(tail, [withColumn(grant)])
  }
  return [...statements].map(([tail, privileges]) => `GRANT ${privileges.join(', ')} ${tail}`)
}
