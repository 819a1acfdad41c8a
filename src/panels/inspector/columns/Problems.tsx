// What is wrong with the columns, in words, below them.
import type { Table } from '../../../core/model/records'
import { called } from '../current'

const SHOWN = 3

/** Each name once: two columns of one name are one problem. */
export function problemLines(
  columns: Table['columns'],
  problems: readonly ReadonlyMap<string, string>[],
): readonly string[] {
  const lines = columns.flatMap(({ id, name }) =>
    problems.flatMap((found) => {
      const problem = found.get(id)
      if (problem === undefined) return []
      return [`${called(name, 'Unnamed')}: ${problem.charAt(0).toLowerCase()}${problem.slice(1)}.`]
    }),
  )
  return [...new Set(lines)]
}

export function Problems({
  table,
  problems,
}: {
  readonly table: Table
  readonly problems: readonly ReadonlyMap<string, string>[]
}) {
  const lines = problemLines(table.columns, problems)
  const rest = lines.length - SHOWN
  return (
    <div role="status">
      <ul className="mt-1 px-1 text-small text-danger-text empty:hidden">
        {lines.slice(0, SHOWN).map((line) => (
          <li key={line} className="break-words">
            {line}
          </li>
        ))}
        {rest > 0 && <li>And {rest} more.</li>}
      </ul>
    </div>
  )
}
