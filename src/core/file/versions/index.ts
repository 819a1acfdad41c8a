import { v1 } from './v1'
import type { JsonObject, Version } from './version'

export type { JsonObject, Version } from './version'

/** Oldest first, none left out. */
export const versions: readonly Version[] = [v1]

/** A file of an older version as one of the newest, step by step. */
export function upgrade(file: JsonObject, from: number, steps: readonly Version[] = versions): JsonObject {
  let json = file
  for (const { number, toNext } of steps) if (number >= from && toNext) json = toNext(json)
  return json
}
