// The one way from a gesture, a field or a menu into the model: a command, run as one labelled step.
// A refusal changes nothing and becomes a message whose fix is a button.
import { perform as runCommand, type Cx, type Done, type Refusal } from '../core/commands/context'
import { dialects } from '../core/dialects'
import type { Dialect } from '../core/dialects/dialect'
import type { DiagramId } from '../core/model/id'
import { firstDiagram, projectOf, type Schema } from '../core/model/schema'
import { newId } from '../platform/newId'
import { commit, document, finishTyping } from './document'
import { tell } from './feedback'
import type { Selection } from './selection'
import { view } from './view'

export interface PerformOptions<T> {
  /** Steps with the same key that follow within half a second become one. */
  readonly mergeKey?: string
  /** What shall be selected afterwards; by default what was. */
  readonly select?: (value: T) => Selection
  /** True where the caller itself shows the refusal, beside the pointer or in the field. */
  readonly isQuiet?: boolean
}

export const dialectOf = (schema: Schema): Dialect => dialects[projectOf(schema).target.dialect]

/** The diagram in view: every document has one at least. */
export function currentDiagram(schema: Schema): DiagramId {
  const { diagram } = view.getState()
  if (diagram && schema.diagram.has(diagram)) return diagram
  const first = firstDiagram(schema)
  if (!first) throw new Error('A document has a diagram from its creation on')
  return first
}

export function tellRefusal(refusal: Refusal): void {
  const actions = refusal.fixes.map((fix) => ({
    label: fix.label,
    run: () => {
      perform(fix.label, (cx) => fix.apply(cx))
    },
  }))
  tell({ tone: 'warning', text: refusal.message, actions })
}

export function perform<T>(
  label: string,
  command: (cx: Cx) => Done<T>,
  options: PerformOptions<T> = {},
): Done<T> {
  // A command decides by what is there: what is half typed is there too.
  finishTyping()
  const { schema, isReadOnly } = document.getState()
  const cx = { newId, dialect: dialectOf(schema), diagram: currentDiagram(schema) }
  const result = isReadOnly ? readOnly : runCommand(schema, cx, command)
  if (!result.ok) {
    if (!options.isQuiet) tellRefusal(result.error)
    return result
  }
  const { edits, value } = result.value
  const before = view.getState().selection
  commit(edits, { label, before, after: options.select?.(value) ?? before, mergeKey: options.mergeKey })
  return { ok: true, value }
}

const readOnly: Done<never> = {
  ok: false,
  error: {
    code: 'locked',
    message: 'This document is open for reading only. Make a copy to change it.',
    fixes: [],
  },
}
