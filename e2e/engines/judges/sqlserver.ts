import type { Problem } from './judge'

interface Complaint {
  /** Of its grammar. What it thinks of the schema stands in `message` instead. */
  readonly text?: string
  readonly location: { readonly start: { readonly line: number; readonly column: number } }
}

/**
 * The grammar of SQL Server's dialect in @dbml/core; batches may be separated by GO. It complains of the grammar first
 * and of all at once; what it throws afterwards, while it makes a model of the text, tells of its own limits.
 */
export async function judgeSqlserver(sql: string): Promise<readonly Problem[]> {
  // Loading it takes a second: only who asks pays.
  const { Parser } = await import('@dbml/core')
  try {
    new Parser().parse(sql, 'mssql')
    return []
  } catch (error) {
    const complaints = complaintsOf(error)
    // A slip of its own over text that the grammar took.
    if (error instanceof TypeError) return []
    if (complaints === null) throw error
    return complaints.flatMap(({ text, location: { start } }) =>
      // The rest of the text is a list of every word that might have stood there.
      text === undefined
        ? []
        : [{ message: text.split(' expecting {')[0] ?? text, line: start.line, column: start.column }],
    )
  }
}

/** It throws an object with `diags`, which its types do not name. */
function complaintsOf(error: unknown): readonly Complaint[] | null {
  if (typeof error !== 'object' || error === null || !('diags' in error) || !Array.isArray(error.diags))
    return null
  return error.diags as readonly Complaint[]
}
