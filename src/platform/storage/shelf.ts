// The few things that keeping documents asks of a database: read a record, read a range, write several at once.
export const stores = [
  'documents',
  'snapshots',
  'histories',
  'entries',
  'thumbnails',
  'versions',
  'versionTexts',
  'places',
] as const
export type StoreName = (typeof stores)[number]

/** Stores that hold several records of one document: by revision, or by time. */
export type SeriesName = 'entries' | 'versions' | 'versionTexts'

/** A document's id; in a series also the number of the record. */
export type Key = string | readonly [id: string, at: number]

export type Write =
  | { readonly do: 'put' | 'add'; readonly store: StoreName; readonly key: Key; readonly value: unknown }
  /** Changes a document's line in the list, if there is one. */
  | { readonly do: 'patch'; readonly id: string; readonly change: Change }
  | { readonly do: 'delete'; readonly store: StoreName; readonly key: Key }
  /** Records of one document's series, both ends included. */
  | {
      readonly do: 'deleteSeries'
      readonly store: SeriesName
      readonly id: string
      readonly from?: number
      readonly upTo: number
    }

export type Fields = Readonly<Record<string, unknown>>

/** The fields that change, `undefined` for one to remove; `conflict` when the line is not as it should be. */
export type Change = (before: Fields) => Fields | 'conflict'

/** A record that could not be read stands as `damaged`. */
export const damaged = Symbol('damaged')

export class Missing extends Error {}
export class Conflict extends Error {}

/** One record of a series. */
export interface StoredItem {
  readonly at: number
  readonly value: unknown
}

export interface StoredLine {
  readonly id: string
  readonly value: unknown
}

export interface Shelf {
  readonly isDurable: boolean
  readonly get: (store: StoreName, key: Key) => Promise<unknown>
  /** The list of documents, deleted ones included. */
  readonly lines: () => Promise<readonly StoredLine[]>
  /** All records of one document, lowest number first. */
  readonly series: (store: SeriesName, id: string) => Promise<readonly StoredItem[]>
  /** All of them or none; durable when it resolves. */
  readonly write: (writes: readonly Write[]) => Promise<void>
  readonly close: () => void
}

/** A document's line after a change of it. */
export function patched(value: unknown, change: Change): Fields {
  if (value === undefined) throw new Missing()
  const before: Fields = typeof value === 'object' && value !== null ? { ...value } : {}
  const fields = change(before)
  if (fields === 'conflict') throw new Conflict()
  return Object.fromEntries(
    Object.entries({ ...before, ...fields }).filter(([, field]) => field !== undefined),
  )
}
