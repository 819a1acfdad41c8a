import type { FileProblem } from '../../core/file'
import { assertNever } from '../../core/lib/assertNever'

/** What is wrong with a file, where, and what to do about it. */
export function explain(problem: FileProblem): string {
  const within = 'file' in problem ? `${problem.file} ` : 'It '
  switch (problem.kind) {
    case 'notJson':
      return `${within}is damaged at line ${String(problem.line)}, column ${String(problem.column)}. Mend that place in a text editor, or open an older copy.`
    case 'mergeConflict':
      return `${within}holds both sides of a merge from line ${String(problem.line)} on. Choose one side in a text editor first.`
    case 'notRelata':
      return 'It is not a Relata document.'
    case 'newer':
      return 'It was saved by a newer Relata. Reload this page to get the newest version.'
    case 'tooLarge':
      return `It is larger than ${String(Math.round(problem.limit / 1e6))} MB.`
    default:
      return assertNever(problem)
  }
}
