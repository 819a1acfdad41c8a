import type { DbmlProblem } from '../../state/dbml/store'

const counted = (count: number, word: string): readonly string[] =>
  count === 0 ? [] : [`${count.toLocaleString('en')} ${word}${count === 1 ? '' : 's'}`]

/** "2 errors, 1 warning"; what is only a hint is not counted. */
export function problemWords(problems: readonly DbmlProblem[]): string | undefined {
  const count = (wanted: DbmlProblem['severity']) =>
    problems.filter(({ severity }) => severity === wanted).length
  const parts = [...counted(count('error'), 'error'), ...counted(count('warning'), 'warning')]
  return parts.length === 0 ? undefined : parts.join(', ')
}
