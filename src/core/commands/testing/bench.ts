// A document that tests act on: commands run one after another, each leaving its edits behind.
import { applyEdits, type Edits } from '../../model/edit'
import { newSchema } from '../../model/factory'
import type { NewId } from '../../model/id'
import { firstDiagram, type Schema } from '../../model/schema'
import type { Cx, Done, Refusal } from '../context'
import { perform } from '../context'
import { plainDialect } from './plainDialect'

export const counter = (): NewId => {
  let n = 0
  return () => String(++n)
}

/** A document with one user. */
export class Desk {
  schema: Schema
  readonly newId: NewId
  readonly steps: Edits[] = []

  constructor(
    newId: NewId = counter(),
    schema = newSchema(newId, 'shop', { dialect: 'postgres', version: '18' }),
  ) {
    this.newId = newId
    this.schema = schema
  }

  private run<T>(command: (cx: Cx) => Done<T>) {
    const diagram = firstDiagram(this.schema)
    if (!diagram) throw new Error('a document has a diagram')
    return perform(this.schema, { newId: this.newId, dialect: plainDialect, diagram }, command)
  }

  /** Does it, and fails when it is refused. */
  do<T>(command: (cx: Cx) => Done<T>): T {
    const result = this.run(command)
    if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`)
    this.steps.push(result.value.edits)
    this.schema = applyEdits(this.schema, result.value.edits)
    return result.value.value
  }

  /** Tries it, and fails when it is not refused. */
  refused(command: (cx: Cx) => Done<unknown>): Refusal {
    const result = this.run(command)
    if (result.ok) throw new Error('was not refused')
    return result.error
  }
}
