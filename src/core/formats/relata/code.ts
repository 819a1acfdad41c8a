// The own file as one format among others.
import { read, write, type FileNotice, type FileProblem } from '../../file'
import { assertNever } from '../../lib/assertNever'
import { fail, ok } from '../../lib/result'
import type { FormatCode, Notice, NotReadable } from '../format'

const noticeOf = ({ code, message, path, line, about }: FileNotice): Notice => ({
  level: code === 'unknownField' || code === 'mended' ? 'warning' : 'loss',
  code,
  message: `${message} (${path})`,
  line,
  ...(about !== undefined && { about }),
})

export function problemOf(problem: FileProblem): NotReadable {
  switch (problem.kind) {
    case 'notJson':
      return {
        message: 'This is not a Relata file: it is not JSON',
        line: problem.line,
        column: problem.column,
      }
    case 'mergeConflict':
      return { message: 'A merge was left unresolved in this file', line: problem.line }
    case 'notRelata':
      return { message: 'This is JSON, but not a Relata file' }
    case 'newer':
      return { message: `This file was written by a newer Relata (format ${problem.version})` }
    case 'tooLarge':
      return { message: 'This file is too large to be a schema' }
    default:
      return assertNever(problem)
  }
}

export const relataCode: FormatCode = {
  read: (sources) => {
    const [first, ...more] = sources
    if (more.length > 0)
      return Promise.resolve(fail({ message: 'Documents are opened one at a time', source: 1 }))
    const result = read(first?.text ?? '')
    if (!result.ok) return Promise.resolve(fail(problemOf(result.error)))
    return Promise.resolve(ok({ schema: result.value.schema, notices: result.value.notices.map(noticeOf) }))
  },
  write: (schema) => ({ text: write(schema), notices: [] }),
}
