// The model as a worker holds it between two questions: only what changed since the last one travels.
import { applyEdits, type Edits } from '../core/model/edit'
import type { Schema } from '../core/model/schema'

export type ModelMessage =
  | { readonly kind: 'whole'; readonly version: number; readonly schema: Schema }
  | { readonly kind: 'edits'; readonly since: number; readonly version: number; readonly edits: Edits }

/** An answer, or the wish to be sent the whole model: a worker that was ended and started again holds none. */
export type Answered<T> = { readonly kind: 'answer'; readonly value: T } | { readonly kind: 'unknownModel' }

export class HeldModel {
  private held: { readonly version: number; readonly schema: Schema } | undefined

  /** The schema that the message speaks of, kept for the next one. */
  take(message: ModelMessage): Schema | undefined {
    if (message.kind === 'whole') this.held = message
    else if (this.held?.version === message.since) {
      this.held = { version: message.version, schema: applyEdits(this.held.schema, message.edits) }
    } else return undefined
    return this.held.schema
  }
}
