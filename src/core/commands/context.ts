// What every command works with: one transaction, fresh ids, the target's knowledge, the diagram in view.
// A command does one thing that a user does, or refuses in the user's words and offers what would help.
import type { Dialect } from '../dialects/dialect'
import { fail, ok, type Result } from '../lib/result'
export { fail, ok } from '../lib/result'
import type { Edits } from '../model/edit'
import type { DiagramId, NewId } from '../model/id'
import type { AnyId, Schema } from '../model/schema'
import { transact, type Tx } from '../model/transact'

export interface Cx {
  readonly tx: Tx
  readonly newId: NewId
  readonly dialect: Dialect
  /** The diagram that the user looks at: new things are placed there. */
  readonly diagram: DiagramId
}

export type RefusalCode =
  | 'gone'
  | 'sameColumn'
  | 'columnCounts'
  | 'typesDiffer'
  | 'targetNotUnique'
  | 'noKey'
  | 'partOfCompositeKey'
  | 'sameRelation'
  | 'viewEnd'
  | 'partOfPrimaryKey'
  | 'keyInUse'
  | 'parentIsOne'
  | 'notLogical'
  | 'notForeignKey'
  | 'lastPair'
  | 'lastDiagram'
  | 'cycle'
  | 'locked'
  | 'nothingSelected'
  | 'notEnoughSelected'
  | 'onlyOneAtATime'
  | 'notThere'
  | 'takenName'

export interface Fix {
  /** What the button says: "Make orders.user_id a bigint". */
  readonly label: string
  /** Mends the cause and then does what was asked for. */
  apply(cx: Cx): Done<unknown>
}

export interface Refusal {
  readonly code: RefusalCode
  /** What is in the way, in the user's words. */
  readonly message: string
  readonly fixes: readonly Fix[]
  /** What it speaks of, so that the screen can point at it. */
  readonly about?: AnyId
}

export type Done<T = undefined> = Result<T, Refusal>

export const refuse = (code: RefusalCode, message: string, fixes: readonly Fix[] = []): Done<never> =>
  fail({ code, message, fixes })

export const gone = (what: string): Done<never> => refuse('gone', `That ${what} is no longer there.`)

export interface Performed<T> {
  readonly edits: Edits
  readonly value: T
}

/** Runs a command against a schema: its edits, or its refusal with nothing changed. */
export function perform<T>(
  schema: Schema,
  given: Omit<Cx, 'tx'>,
  command: (cx: Cx) => Done<T>,
): Done<Performed<T>> {
  const { edits, value } = transact(schema, (tx) => command({ ...given, tx }))
  return value.ok ? ok({ edits, value: value.value }) : value
}

/** Several commands as one: stops at the first refusal. */
export function each<I, T>(items: Iterable<I>, command: (item: I) => Done<T>): Done<readonly T[]> {
  const values: T[] = []
  for (const item of items) {
    const result = command(item)
    if (!result.ok) return result
    values.push(result.value)
  }
  return ok(values)
}
