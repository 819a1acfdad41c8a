// Texts of a model. One model lives as long as its worker.
import { ddlWriters } from '../core/dialects/writers'
import { write } from '../core/file'
import type { Schema } from '../core/model/schema'
import type { RelataQuestion, SqlQuestion } from './apis'
import { HeldModel, type Answered, type ModelMessage } from './heldModel'

export function textMethods() {
  const held = new HeldModel()

  function answer<T>(model: ModelMessage, make: (schema: Schema) => T): Answered<T> {
    const schema = held.take(model)
    return schema ? { kind: 'answer', value: make(schema) } : { kind: 'unknownModel' }
  }

  return {
    sql: ({ model, target, options }: SqlQuestion) =>
      answer(model, (schema) => ddlWriters[target.dialect](schema, target, options)),
    relata: ({ model }: RelataQuestion) => answer(model, write),
  }
}
