// What the page asks of the worker that makes and opens links.
import type { Kind, Schema } from '../core/model/schema'
import type { DiagramId } from '../core/model/id'

export interface PackWish {
  readonly schema: Schema
  /** Only what this diagram shows. */
  readonly diagram?: DiagramId
  readonly passphrase?: string
}

export type PackedLink =
  | {
      readonly kind: 'packed'
      readonly data: string
      /** How many records of each kind stay behind. */
      readonly leftOut: ReadonlyMap<Kind, number>
    }
  | { readonly kind: 'noCrypto' }

export interface UnpackWish {
  readonly data: string
  readonly isLocked: boolean
  readonly passphrase?: string
}

export type LinkProblem =
  | { readonly kind: 'damaged' }
  | { readonly kind: 'newer' }
  | { readonly kind: 'tooLarge' }
  | { readonly kind: 'wrongPassphrase' }
  | { readonly kind: 'noCrypto' }

export type Unpacked =
  | LinkProblem
  /** `lost`: so many records in it could not be read. */
  | { readonly kind: 'unpacked'; readonly schema: Schema; readonly lost: number }

export type ShareApi = {
  readonly pack: { readonly input: PackWish; readonly output: PackedLink }
  readonly unpack: { readonly input: UnpackWish; readonly output: Unpacked }
}
