// What every reader of SQL is: a text in, what it says out. It never throws and reads to the end.
import type { DialectId } from '../../model/target'
import type { ReadEngines } from '../format'
import type { Script } from './statement'

export interface Reading {
  /** Forks share a reader with their parent: this says which of them is read. */
  readonly dialect: DialectId
  readonly engines?: ReadEngines
  /** Rows of INSERT and COPY are read for each table up to this many; 0 only counts them. */
  readonly sampleRows: number
  /** Characters read so far; to be called now and then in long texts. */
  readonly onProgress?: (done: number) => void
  /** Asked between statements; a cancelled reader ends where it is. */
  readonly isCancelled?: () => boolean
}

export type ScriptReader = (text: string, reading: Reading) => Promise<Script> | Script
