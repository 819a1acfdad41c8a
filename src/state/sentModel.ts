// What a worker has seen of the document: the whole model once, then only what changed.
import { diffSchemas } from '../core/model/edit'
import { projectOf, type Schema } from '../core/model/schema'
import type { ModelMessage } from '../workers/client'

export class SentModel {
  private sent: { readonly version: number; readonly schema: Schema } | undefined
  private lastVersion = 0

  messageFor(schema: Schema): ModelMessage {
    const { sent } = this
    const version = ++this.lastVersion
    this.sent = { version, schema }
    const isAnother = sent && projectOf(sent.schema).id !== projectOf(schema).id
    if (!sent || isAnother) return { kind: 'whole', version, schema }
    return { kind: 'edits', since: sent.version, version, edits: diffSchemas(sent.schema, schema) }
  }

  /** What the worker got to see of it is not known any more. */
  forget(): void {
    this.sent = undefined
  }
}
