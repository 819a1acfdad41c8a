// What page and DBML worker say to each other. The worker keeps text, reading and model; only what changed travels.
import type { DbmlProblem, Span } from '../core/formats/dbml/reading'
import type { TextChange } from '../core/formats/dbml/patch'
import type { Edits } from '../core/model/edit'
import type { DiagramId } from '../core/model/id'
import type { AnyId } from '../core/model/schema'
import type { Answered, ModelMessage } from './heldModel'
import type { TextMessage } from './heldText'

export type { DbmlProblem, TextChange }

/**
 * `opened`: the text beside its model, as both were saved; `typed`: the model shall follow; `followed`: the text came
 * with the model, by undo or because it followed it.
 */
export type DbmlMove = 'opened' | 'typed' | 'followed'

export interface DbmlQuestion {
  readonly model: ModelMessage
  readonly text: TextMessage
  readonly how: DbmlMove
  /** The edits of the last answer are part of the model by now. */
  readonly isTaken: boolean
  /** Where new tables are placed. */
  readonly diagram: DiagramId
}

export interface DbmlRead {
  readonly problems: readonly DbmlProblem[]
  /** What the text says and the model does not; only for what was typed. */
  readonly edits: Edits
  /** What the model says and the text does not; only for what was opened. */
  readonly missing: readonly TextChange[]
}

/** A thing of the model at a place of the text. */
export interface DbmlThing {
  readonly id: AnyId
  readonly part?: string
  /** The very name there. */
  readonly name?: Span
}

export interface DbmlPlaces {
  /** The element. */
  readonly whole: Span
  /** Its name where it is declared. */
  readonly name?: Span
  /** Wherever else it is named. */
  readonly uses: readonly Span[]
}

export type DbmlApi = {
  readonly generate: { readonly input: ModelMessage; readonly output: Answered<string> }
  readonly read: { readonly input: DbmlQuestion; readonly output: Answered<DbmlRead> }
  readonly patch: { readonly input: ModelMessage; readonly output: Answered<readonly TextChange[]> }
  /** Undefined also where the worker has another text by now. */
  readonly at: {
    readonly input: { readonly version: number; readonly offset: number }
    readonly output: DbmlThing | undefined
  }
  readonly places: {
    readonly input: { readonly version: number; readonly id: string }
    readonly output: DbmlPlaces | undefined
  }
}
