// Texts of the open document, written in a worker that keeps the model: what changed since the last question travels.
import type { Ddl, DdlOptions } from '../core/dialects/dialect'
import type { Retargeted, RetargetGiven } from '../core/dialects/retarget/retarget'
import type { Features } from '../core/dialects/write/features'
import type { FormatId, WriteOptions, Written } from '../core/formats/format'
import { ok, type Result } from '../core/lib/result'
import type { Schema } from '../core/model/schema'
import type { Target } from '../core/model/target'
import type { Way } from '../core/model/ways'
import { SentModel } from './sentModel'
import { textClient, unpackDdl, type Answered, type CallError, type ModelMessage } from '../workers/client'

type Client = ReturnType<typeof textClient>
type Ask<T> = (client: Client, model: ModelMessage) => Promise<Result<Answered<T>, CallError>>

export class TextDesk {
  private readonly start: () => Client
  private client: Client | undefined
  private readonly sent = new SentModel()

  constructor(start: () => Client) {
    this.start = start
  }

  private async ask<T>(schema: Schema, ask: Ask<T>): Promise<Result<T, CallError>> {
    this.client ??= this.start()
    let result = await ask(this.client, this.sent.messageFor(schema))
    if (result.ok && result.value.kind === 'unknownModel') {
      this.sent.forget()
      result = await ask(this.client, this.sent.messageFor(schema))
    }
    if (!result.ok) {
      this.sent.forget()
      return result
    }
    return result.value.kind === 'answer'
      ? ok(result.value.value)
      : { ok: false, error: { kind: 'failed', message: 'The worker lost the model' } }
  }

  readonly sql = async (
    schema: Schema,
    target: Target,
    options: DdlOptions,
  ): Promise<Result<Ddl, CallError>> => {
    const result = await this.ask(schema, (client, model) => client.call('sql', { model, target, options }))
    return result.ok ? ok(unpackDdl(result.value)) : result
  }

  /** What becomes of the document when it is written for another target. */
  readonly retarget = (schema: Schema, given: RetargetGiven): Promise<Result<Retargeted, CallError>> =>
    this.ask(schema, (client, model) => client.call('retarget', { model, ...given }))

  readonly join = (schema: Schema, way: Way): Promise<Result<string, CallError>> =>
    this.ask(schema, (client, model) => client.call('join', { model, way }))

  /** What a target has and lacks; of no model. */
  readonly features = (target: Target): Promise<Result<Features, CallError>> => {
    this.client ??= this.start()
    return this.client.call('features', target)
  }

  readonly format = (
    schema: Schema,
    format: FormatId,
    options?: WriteOptions,
  ): Promise<Result<Written, CallError>> =>
    this.ask(schema, (client, model) => client.call('format', { model, format, ...(options && { options }) }))
}

export const texts = new TextDesk(textClient)
