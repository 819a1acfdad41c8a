// Texts of a model. One model lives as long as its worker.
import { ddlWriters, featuresOf, joinText, retargeted } from '../core/dialects/writers'
import { formats } from '../core/formats'
import type { Written } from '../core/formats/format'
import type { Schema } from '../core/model/schema'
import { pagePicture } from '../core/picture/pagePicture'
import type { FormatQuestion, JoinQuestion, RetargetQuestion, SqlQuestion } from './apis'
import { packDdl } from './packedDdl'
import { HeldModel, type Answered, type ModelMessage } from './heldModel'

export function textMethods() {
  const held = new HeldModel()

  function answer<T>(model: ModelMessage, make: (schema: Schema) => T): Answered<T> {
    const schema = held.take(model)
    return schema ? { kind: 'answer', value: make(schema) } : { kind: 'unknownModel' }
  }

  return {
    features: featuresOf,
    sql: ({ model, target, options }: SqlQuestion) =>
      answer(model, (schema) => packDdl(ddlWriters[target.dialect](schema, target, options))),
    retarget: ({ model, ...given }: RetargetQuestion) => answer(model, (schema) => retargeted(schema, given)),
    join: ({ model, way }: JoinQuestion) => answer(model, (schema) => joinText(schema, way) ?? ''),
    format: async ({ model, format, options }: FormatQuestion): Promise<Answered<Written>> => {
      // The model first: a question that follows while the code loads counts on it.
      const schema = held.take(model)
      const { write } = await formats[format].load()
      if (!write) throw new Error(`${formats[format].label} is not written`)
      return schema
        ? { kind: 'answer', value: await write(schema, { ...options, picture: pagePicture }) }
        : { kind: 'unknownModel' }
    },
  }
}
