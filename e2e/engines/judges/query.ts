import type { Problem } from './judge'

/** A single SELECT of a database that is not at hand, as polyglot-sql reads it. */
export async function judgeQuery(
  sql: string,
  dialect: 'TSQL' | 'Oracle' | 'Redshift',
): Promise<readonly Problem[]> {
  const { Dialect, init, parse, validate } = await import('@polyglot-sql/sdk')
  await init()
  const { errors } = validate(sql, Dialect[dialect], { strictSyntax: true })
  const problems = errors
    .filter(({ severity }) => severity === 'error')
    .map(({ message, line, column }) => ({ message, line: line ?? 1, column: column ?? 1 }))
  const statements: unknown = parse(sql, Dialect[dialect]).ast
  const isOne =
    Array.isArray(statements) &&
    statements.length === 1 &&
    JSON.stringify(statements).startsWith('[{"select"')
  return isOne ? problems : [...problems, { message: 'it is not one SELECT', line: 1, column: 1 }]
}
