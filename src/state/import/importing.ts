// An import as it stands on the screen: what was given, what was read of it, what shall become of it.
import { createStore } from 'zustand/vanilla'
import { useStore } from 'zustand'
import type { TableId } from '../../core/model/id'
import type { DialectId, Target } from '../../core/model/target'
import type {
  ImportSource,
  MergeSurvey,
  Overview,
  ReadAnswer,
  SourceFate,
  SourcePlace,
} from '../../workers/client'

export type {
  FoundColumn,
  FoundObject,
  ImportSource,
  MergeSurvey,
  ObjectDetail,
  Overview,
  SourcePlace,
  SurveyEntry,
} from '../../workers/client'

export type ImportWay = 'files' | 'paste' | 'database'

export type ImportProblem = Extract<ReadAnswer, { kind: 'unreadable' }>['problem']

/** A stretch of a source, or a line of it where no more is known. */
export type ShownPlace = SourcePlace | { readonly source: number; readonly line: number }

export interface Importing {
  readonly way: ImportWay
  readonly phase: 'asking' | 'reading' | 'ready' | 'failed' | 'taking'
  /** In the order in which they are read. */
  readonly sources: readonly ImportSource[]
  readonly fates: readonly SourceFate[]
  /** What was pasted and not read yet. */
  readonly pasted: string
  /** The database whose query is shown. */
  readonly database: DialectId
  /** What the text was given as; absent: what it looks like. */
  readonly format: string | undefined
  /** From 0 to 1, with what is being done. */
  readonly progress: { readonly label: string; readonly share?: number } | undefined
  /** Chosen instead of what the texts look like. */
  readonly target: Target | undefined
  readonly keepsSamples: boolean
  readonly overview: Overview | undefined
  readonly problem: ImportProblem | undefined
  /** What it was tried as when it could not be read. */
  readonly triedAs: Target | undefined
  readonly into: 'new' | 'open'
  readonly survey: MergeSurvey | undefined
  /** Objects of the source that are not taken. */
  readonly leftOut: ReadonlySet<string>
  /** What the open document has and the source has not, and shall go. */
  readonly removed: ReadonlySet<string>
  readonly renames: ReadonlyMap<TableId, TableId>
  /** The place of a source that is shown. */
  readonly place: ShownPlace | undefined
}

export const nothingYet: Importing = {
  way: 'files',
  phase: 'asking',
  sources: [],
  fates: [],
  pasted: '',
  database: 'postgres',
  format: undefined,
  progress: undefined,
  target: undefined,
  keepsSamples: false,
  overview: undefined,
  problem: undefined,
  triedAs: undefined,
  into: 'new',
  survey: undefined,
  leftOut: new Set(),
  removed: new Set(),
  renames: new Map(),
  place: undefined,
}

export const importing = createStore<Importing>(() => nothingYet)
export const useImporting = <T>(selector: (state: Importing) => T): T => useStore(importing, selector)

/** Rows that are kept of each table when one wishes to keep any. */
export const samplesKept = 20
