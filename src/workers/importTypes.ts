// What page and reading worker say to each other about an import.
import type { NotReadable, ReadNotice } from '../core/formats/format'
import type { Likeness } from '../core/commands/merge/likeness'
import type { MergeEntry } from '../core/commands/merge/survey'
import type { ArrangeInput, Arrangement } from '../core/layout/arrange/arrange'
import type { DiagramId, TableId } from '../core/model/id'
import type { Placeable } from '../core/model/records'
import type { Kind } from '../core/model/schema'
import type { Target } from '../core/model/target'
import type { RowSlice } from './packedRows'
import type { Edits } from '../core/model/edit'

/** A file, or a text that was pasted. */
export interface ImportSource {
  /** Tells sources apart for as long as the page lives. */
  readonly id: string
  /** With the folders that it lies in. */
  readonly name: string
  readonly content: Blob | string
}

export interface ReadQuestion {
  /** In the order in which they are read. */
  readonly sources: readonly ImportSource[]
  /** What was chosen instead of what the texts look like. */
  readonly format?: string
  readonly target?: Target
  /** Where the texts do not tell. */
  readonly fallback: Target
  readonly sampleRows: number
}

/** What became of one source. */
export interface SourceFate {
  readonly id: string
  /** Its place among those that were read; absent where it was left out. */
  readonly index?: number
  /** Why it was left out, or how it was read. */
  readonly remark?: string
  readonly remedy?: string
}

/** A table, view or enum that was found. */
export interface FoundObject {
  readonly id: Placeable
  readonly name: string
  /** Columns, or values. */
  readonly parts: number
  /** Names of the columns of the primary key. */
  readonly key: string
  /** Tables that it refers to. */
  readonly refersTo: readonly string[]
}

export interface FoundColumn {
  readonly name: string
  readonly type: string
  readonly isKey: boolean
  readonly isForeign: boolean
  readonly isUnique: boolean
  readonly isRequired: boolean
}

export interface SourcePlace {
  readonly source: number
  readonly from: number
  readonly to: number
}

export interface Overview {
  readonly format: string
  readonly formatLabel: string
  /** The dialect was a choice to make: there is a switch for it. */
  readonly hasDialect: boolean
  readonly target: Target
  /** What spoke for the dialect, where it was found out. */
  readonly reasons: readonly string[]
  readonly fates: readonly SourceFate[]
  readonly objects: readonly FoundObject[]
  readonly counts: Readonly<Partial<Record<Kind, number>>>
  readonly sampledRows: number
  readonly notices: readonly ReadNotice[]
  /** The name that was read along, for a source that has none of its own. */
  readonly name?: string
  /** Places are of a script that was made of the source, not of the source itself. */
  readonly isRebuilt: boolean
}

export type ReadAnswer =
  | { readonly kind: 'read'; readonly overview: Overview }
  | {
      readonly kind: 'unreadable'
      readonly fates: readonly SourceFate[]
      /** What it was read as, where another dialect may read it. */
      readonly target?: Target
      readonly problem: NotReadable
    }

export interface ObjectDetail {
  readonly columns: readonly FoundColumn[]
  readonly place?: SourcePlace
}

/** Some of the open document, before it is merged into. */
export interface HeldSlice {
  readonly isFirst: boolean
  readonly slice: RowSlice
}

export interface MergeWish {
  readonly renames: ReadonlyMap<TableId, TableId>
}

/** `from`: the id that it has in what was read; what is missing there has none. */
export type SurveyEntry = MergeEntry & { readonly from?: string }

export interface MergeSurvey {
  readonly entries: readonly SurveyEntry[]
  readonly likenesses: readonly Likeness[]
  /** What was said while types and texts were put into the open document's dialect. */
  readonly notices: readonly ReadNotice[]
}

export interface TakeWish {
  readonly into: 'new' | 'open'
  /** For a new document. */
  readonly name: string
  /** Where new objects of a merge are placed. */
  readonly diagram?: DiagramId
  readonly leftOut: ReadonlySet<string>
  readonly removed: ReadonlySet<string>
}

export interface Prepared {
  readonly layout: ArrangeInput
}

/** Slices wait in the worker and are asked for one by one. */
export type Taken =
  | { readonly kind: 'document'; readonly text: string; readonly slices: number }
  | { readonly kind: 'edits'; readonly slices: number; readonly added: number }

export type ReadApi = {
  readonly read: { readonly input: ReadQuestion; readonly output: ReadAnswer }
  readonly detail: { readonly input: Placeable; readonly output: ObjectDetail }
  readonly source: { readonly input: number; readonly output: string }
  readonly hold: { readonly input: HeldSlice; readonly output: null }
  readonly survey: { readonly input: MergeWish; readonly output: MergeSurvey }
  readonly prepare: { readonly input: TakeWish; readonly output: Prepared }
  readonly take: { readonly input: Pick<Arrangement, 'places'>; readonly output: Taken }
  readonly rows: { readonly input: number; readonly output: RowSlice }
  readonly edits: { readonly input: number; readonly output: Edits }
}
