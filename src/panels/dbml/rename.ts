// A new name, typed where the name stands. It goes through the model: every place that names the thing follows, here and
// on the canvas, in one step.
import { StateEffect, StateField, type EditorState } from '@codemirror/state'
import { EditorView, showTooltip, type Tooltip } from '@codemirror/view'
import type { Span } from '../code/marks'

export interface Renamable {
  readonly span: Span
  readonly name: string
  /** Why it cannot be called so; undefined when it is called so now. */
  readonly apply: (name: string) => string | undefined
}

/** What stands at a place and has a name of its own. */
export type Rename = (offset: number) => Promise<Renamable | undefined>

const ask = StateEffect.define<Renamable | undefined>()

function fieldFor(view: EditorView, thing: Renamable): HTMLElement {
  const box = window.document.createElement('div')
  box.className = 'cm-rename'
  const input = window.document.createElement('input')
  input.className = 'cm-textfield'
  input.value = thing.name
  input.setAttribute('aria-label', `New name of ${thing.name}`)
  const problem = window.document.createElement('div')
  problem.className = 'cm-rename-problem'
  problem.setAttribute('role', 'alert')
  const close = () => {
    view.dispatch({ effects: ask.of(undefined) })
    view.focus()
  }
  input.addEventListener('keydown', (event) => {
    event.stopPropagation()
    if (event.key === 'Escape') close()
    if (event.key !== 'Enter') return
    event.preventDefault()
    const name = input.value.trim()
    const why = name === '' || name === thing.name ? undefined : thing.apply(name)
    if (why === undefined) close()
    else problem.textContent = why
  })
  // An editor that takes the field away blurs it in the middle of its own work.
  input.addEventListener('blur', () => {
    queueMicrotask(() => {
      if (view.dom.isConnected && box.isConnected) view.dispatch({ effects: ask.of(undefined) })
    })
  })
  box.append(input, problem)
  return box
}

function tooltipFor(thing: Renamable): Tooltip {
  return {
    pos: thing.span.from,
    above: false,
    create: (view) => {
      const dom = fieldFor(view, thing)
      return {
        dom,
        mount: () => {
          const input = dom.querySelector('input')
          input?.focus()
          input?.select()
        },
      }
    },
  }
}

const field = StateField.define<Tooltip | null>({
  create: () => null,
  update: (before, transaction) => {
    for (const effect of transaction.effects)
      if (effect.is(ask)) return effect.value ? tooltipFor(effect.value) : null
    return transaction.docChanged ? null : before
  },
  provide: (own) => showTooltip.from(own),
})

const renamer = StateField.define<Rename>({
  create: () => () => Promise.resolve(undefined),
  update: (before) => before,
})

export const renaming = (rename: Rename) => [field, renamer.init(() => rename)]

const renameIn = (state: EditorState): Rename => state.field(renamer)

export function startRename(view: EditorView): boolean {
  if (view.state.readOnly) return false
  void renameIn(view.state)(view.state.selection.main.head).then((thing) => {
    if (thing) view.dispatch({ effects: ask.of(thing) })
  })
  return true
}
