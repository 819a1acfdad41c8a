// Going over to another database: what would change, asked of a worker; done as one step.
import { setTarget } from '../core/commands/project'
import { dialects } from '../core/dialects'
import type { Retargeted, Untold } from '../core/dialects/retarget/retarget'
import { ok } from '../core/lib/result'
import { kinds, projectOf, type Kind, type Schema } from '../core/model/schema'
import type { Target } from '../core/model/target'
import { positionOf } from '../core/model/history'
import { document, undoStep } from './document'
import { tell } from './feedback'
import type { Question } from './live'
import { perform } from './perform'
import { openDialog } from './screens'
import { texts } from './texts'

/** What would change, with the document that it was asked of. */
export interface Outlook extends Retargeted {
  readonly schema: Schema
  readonly target: Target
  readonly untold: Untold
}

export const outlookOf =
  (target: Target, untold: Untold): Question<Outlook> =>
  async (schema) => {
    const result = await texts.retarget(schema, { target, untold })
    return result.ok ? ok({ ...result.value, schema, target, untold }) : result
  }

export const targetName = ({ dialect, version }: Target): string =>
  `${dialects[dialect].label} ${version}`.trim()

const isSame = (a: Target, b: Target): boolean => a.dialect === b.dialect && a.version === b.version

/** What is drawn, and the document itself, are written for no database. */
const drawn: ReadonlySet<Kind> = new Set([
  'project',
  'group',
  'source',
  'diagram',
  'placement',
  'area',
  'note',
  'line',
])

const isBare = (schema: Schema): boolean => kinds.every((kind) => drawn.has(kind) || schema[kind].size === 0)

/** What the last step is, whatever was amended to it. */
function lastStep(): string {
  const { history } = document.getState()
  return `${String(positionOf(history))} ${history.done.at(-1)?.label ?? ''}`
}

/** One step, with the way back at hand. */
export function applyTarget(target: Target, rows: Retargeted['rows'] = []): boolean {
  const name = targetName(target)
  const { schema } = document.getState()
  if (isSame(projectOf(schema).target, target)) return true
  const done = perform(`Write for ${name}`, (cx) => setTarget(cx, target, rows))
  if (!done.ok) return false
  const step = lastStep()
  const undo = () => {
    // Only this step: what was done since is not taken back by a message that still stands. A text that follows the
    // model late is part of the step.
    if (lastStep() === step) undoStep()
  }
  tell({ tone: 'success', text: `Now written for ${name}`, actions: [{ label: 'Undo', run: undo }] })
  return true
}

/** Asks first where something is at stake; a version that changes nothing is simply taken. */
export async function requestTarget(target: Target): Promise<void> {
  const { schema } = document.getState()
  const own = projectOf(schema).target
  if (isSame(own, target)) return
  if (isBare(schema)) {
    applyTarget(target)
    return
  }
  if (own.dialect !== target.dialect) {
    openDialog({ kind: 'target', target })
    return
  }
  const result = await texts.retarget(schema, { target, untold: 'leaveOut' })
  const isCurrent = document.getState().schema === schema
  if (result.ok && isCurrent && result.value.rows.length + result.value.notices.length === 0)
    applyTarget(target)
  else openDialog({ kind: 'target', target })
}
