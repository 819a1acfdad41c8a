// From what an engine says about a failed statement to a place in the whole script.
import type { RunError } from './engine'
import type { Statement } from './split'

export interface Complaint {
  readonly message: string
  readonly code?: string | null | undefined
  readonly detail?: string | null | undefined
  readonly hint?: string | null | undefined
  /** In UTF-16 units from the start of the statement. */
  readonly at?: number | undefined
}

export function locate(script: string, statement: Statement, complaint: Complaint): RunError {
  const offset = statement.offset + (complaint.at ?? 0)
  const before = script.slice(0, offset)
  return {
    statement: statement.text,
    message: complaint.message,
    code: complaint.code ?? null,
    detail: complaint.detail ?? null,
    hint: complaint.hint ?? null,
    offset,
    line: before.split('\n').length,
    column: offset - before.lastIndexOf('\n'),
  }
}

/** PostgreSQL counts code points from 1. */
export function offsetOfCodePoint(text: string, position: number): number {
  return Array.from(text)
    .slice(0, Math.max(0, position - 1))
    .join('').length
}

/** SQLite counts bytes of UTF-8 from 0. */
export function offsetOfByte(text: string, position: number): number {
  return new TextDecoder().decode(new TextEncoder().encode(text).slice(0, position)).length
}

/** MySQL names a line of the statement. */
export function offsetOfLine(text: string, line: number): number {
  let offset = 0
  for (let at = 1; at < line; at += 1) offset = text.indexOf('\n', offset) + 1
  return offset
}
