// Each query is one statement that only reads, and others than us can read it.
import { describe, expect, it } from 'vitest'
import { judgeQuery } from '../../../../../e2e/engines/judges/query'
import { nodePostgresParser } from '../../../../cli/postgresParser'
import { dialectIds } from '../../../model/target'
import { catalogueQueries, queryMark } from '.'

/** Strings say what is looked for, not what is done. */
const withoutStrings = (sql: string): string => sql.replace(/'(?:[^']|'')*'/g, "''")

describe.each(dialectIds)('the catalogue query of %s', (dialect) => {
  const { sql, hint, command } = catalogueQueries[dialect]

  it('is one statement that only reads', () => {
    const said = withoutStrings(sql)
    expect(said.match(/;/g)).toHaveLength(1)
    expect(said).toMatch(/^(?:select|with|set statement group_concat_max_len = \d+ for\s+select)\b[^]*;$/)
    expect(said).not.toMatch(
      /\b(?:insert|update|delete|merge|create|alter|drop|truncate|grant|call|exec|into)\b/i,
    )
    expect(sql).toContain(queryMark)
    expect(hint).toMatch(/\.$/)
    expect(command).toContain('catalogue.sql')
  })
})

it.each([
  ['sqlserver', 'TSQL'],
  ['oracle', 'Oracle'],
  ['redshift', 'Redshift'],
] as const)('a parser takes the query of %s, and refuses it when it is damaged', async (dialect, judge) => {
  const { sql } = catalogueQueries[dialect]
  expect(await judgeQuery(sql, judge)).toEqual([])
  expect(await judgeQuery(sql.replace(' from ', ' from from '), judge)).not.toEqual([])
  expect(await judgeQuery(sql.replace(')', ''), judge)).not.toEqual([])
})

it("PostgreSQL's own parser takes the query as one SELECT", async () => {
  const parser = await nodePostgresParser()
  const parsed = parser.parse(catalogueQueries.postgres.sql.replace(/;$/, ''))
  expect(parsed.ok && Object.keys(parsed.node)).toEqual(['SelectStmt'])
})
