// Every version that a file can have, and the way from each to the next.

export type JsonObject = Readonly<Record<string, unknown>>

export interface Version {
  readonly number: number
  /** Turns a file of this version into one of the next, as plain JSON; absent on the newest. */
  readonly toNext?: (file: JsonObject) => JsonObject
}
