import type { Problem } from './judge'

/** The Redshift dialect of polyglot-sql. */
export async function judgeRedshift(sql: string): Promise<readonly Problem[]> {
  const { Dialect, init, parse, validate } = await import('@polyglot-sql/sdk')
  await init()
  const readable = asParserWants(sql)
  const { errors } = validate(readable, Dialect.Redshift, { strictSyntax: true })
  const problems = errors
    .filter((error) => error.severity === 'error')
    .map(({ message, line, column }) => ({ message, line: line ?? 1, column: column ?? 1 }))
  if (problems.length > 0) return problems
  return notUnderstood(parse(readable, Dialect.Redshift).ast)
}

/** It passes a statement on that it cannot read, as `{raw: {sql}}`: for a judge that is no acceptance. */
function notUnderstood(statements: unknown): readonly Problem[] {
  if (!Array.isArray(statements)) return []
  return statements
    .filter((statement) => typeof statement === 'object' && statement !== null && 'raw' in statement)
    .map((statement) => ({ message: `not understood: ${JSON.stringify(statement)}`, line: 1, column: 1 }))
}

/** Of the two kinds of sort key it knows the word for one; the manual lets both stand at the same place. */
function asParserWants(sql: string): string {
  return sql.replace(/'(?:[^']|'')*'|"[^"]*"|\bINTERLEAVED(?=\s+SORTKEY)/gi, (part) =>
    /^i/i.test(part) ? 'COMPOUND   ' : part,
  )
}
