// What each worker can do. The methods live beside the worker that serves them; this is what the page may ask.
import type { ArrangeInput, ArrangeOptions, Arrangement } from '../core/layout/arrange/arrange'
import type { Path } from '../core/layout/route/path'
import type { RouteInput } from '../core/layout/route/router'
import type { LookOptions } from '../core/layout/geometry'
import type { LineOptions } from '../core/layout/lines'
import type { DdlOptions } from '../core/dialects/dialect'
import type { Retargeted, RetargetGiven } from '../core/dialects/retarget/retarget'
import type { Features } from '../core/dialects/write/features'
import type { FormatId, WriteOptions, Written } from '../core/formats/format'
import type { DiagramId } from '../core/model/id'
import type { Schema } from '../core/model/schema'
import type { Target } from '../core/model/target'
import type { Way } from '../core/model/ways'
import type { Miniature } from '../core/picture/miniature'
import type { DiagramPicture } from '../core/picture/diagramScene'
import type { SceneOptions } from '../core/picture/scene'
import type { SvgOptions } from '../core/picture/svg'
import type { Answered, ModelMessage } from './heldModel'
import type { PackedDdl } from './packedDdl'
import type { Png, PngWish } from './png'

export type LayoutApi = {
  readonly arrange: {
    readonly input: ArrangeInput & {
      readonly options: ArrangeOptions
      /** `quick`: there at once, for what a person waits for; the finer way takes seconds for a thousand tables. */
      readonly effort?: 'quick' | 'fine'
    }
    readonly output: Arrangement
  }
}

export interface RouteAnswer {
  /** Only lines whose way is another than in the last answer. */
  readonly changed: ReadonlyMap<string, Path>
  readonly gone: readonly string[]
}

export type RouteApi = {
  /** Everything from the beginning: every line is in the answer. */
  readonly routeAll: { readonly input: RouteInput; readonly output: RouteAnswer }
  /** After an edit: lines that it does not concern keep their ways. */
  readonly reroute: { readonly input: RouteInput; readonly output: RouteAnswer }
}

export interface PictureInput {
  readonly schema: Schema
  readonly diagram: DiagramId
  readonly look?: LookOptions & LineOptions
  readonly scene?: SceneOptions
  readonly furniture?: DiagramPicture['furniture']
  /** The picture carries the model, so that it can be opened again. */
  readonly carriesModel?: boolean
}

export interface SvgInput extends PictureInput {
  readonly svg: SvgOptions
}

export interface PngInput extends PictureInput {
  readonly png: PngWish
}

export type PictureApi = {
  readonly svg: { readonly input: SvgInput; readonly output: string }
  readonly png: { readonly input: PngInput; readonly output: Png }
  /** The first diagram of a document as its file has it: a text is quicker to hand over than a model. */
  readonly miniature: { readonly input: { readonly text: string }; readonly output: Miniature | undefined }
}

export interface SqlQuestion {
  readonly model: ModelMessage
  readonly target: Target
  readonly options: DdlOptions
}

export interface FormatQuestion {
  readonly model: ModelMessage
  readonly format: FormatId
  readonly options?: WriteOptions
}

export interface RetargetQuestion extends RetargetGiven {
  readonly model: ModelMessage
}

/** The query that walks a way of relations. */
export interface JoinQuestion {
  readonly model: ModelMessage
  readonly way: Way
}

export type TextApi = {
  readonly features: { readonly input: Target; readonly output: Features }
  readonly sql: { readonly input: SqlQuestion; readonly output: Answered<PackedDdl> }
  readonly format: { readonly input: FormatQuestion; readonly output: Answered<Written> }
  readonly join: { readonly input: JoinQuestion; readonly output: Answered<string> }
  readonly retarget: { readonly input: RetargetQuestion; readonly output: Answered<Retargeted> }
}
