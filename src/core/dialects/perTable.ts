// A script as files, one for each table. What is not of one table (types, views, foreign keys added late) stands in
// files of its own between them.
import { isIdOf, type TableId } from '../model/id'
import type { Schema } from '../model/schema'
import type { Ddl, Statement } from './dialect'

export interface ScriptFile {
  /** Without number and extension. */
  readonly name: string
  readonly text: string
}

interface Draft {
  readonly name: string
  readonly table: TableId | undefined
  readonly statements: string[]
}

/** The table that a statement makes or adds to. A foreign key added late speaks of its relation. */
function tableOf({ about, sql }: Statement): TableId | undefined {
  const isOwn = about !== undefined && isIdOf('table', about) && !/^\s*drop\b/i.test(sql)
  return isOwn ? about : undefined
}

/** No statement changes its place: run one after the other, the files are the script. */
export function splitPerTable(schema: Schema, ddl: Ddl): readonly ScriptFile[] {
  const drafts: Draft[] = []
  const seen = new Set<TableId>()
  for (const statement of ddl.statements) {
    const own = tableOf(statement)
    const last = drafts.at(-1)
    // A table that comes back later, for what had to wait, does so among what waited.
    const table = own !== undefined && (last?.table === own || !seen.has(own)) ? own : undefined
    if (last && last.table === table) last.statements.push(statement.sql)
    else {
      const shared = seen.size === 0 ? 'before' : 'after'
      const name = table === undefined ? shared : (schema.table.get(table)?.name ?? '')
      drafts.push({ name, table, statements: [statement.sql] })
    }
    if (table !== undefined) seen.add(table)
  }
  return drafts.map(({ name, statements }) => ({ name, text: `${statements.join('\n\n')}\n` }))
}
