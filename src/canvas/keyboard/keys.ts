// The keyboard on the canvas. Keys that belong to actions (letters, Delete, Mod and something) are the app's; those
// that walk, nudge, type into or leave are answered here, and only while the canvas itself has the focus.
import { isIdOf, type RelationId } from '../../core/model/id'
import type { Point } from '../../core/model/records'
import { lookAt } from '../../state/camera'
import { document } from '../../state/document'
import { noSelection, select, type Selectable } from '../../state/selection'
import { setMode, setSelection, view } from '../../state/view'
import type { Lens } from '../camera/lens'
import { reveal } from '../camera/requests'
import { toScreen, viewBox } from '../camera/viewport'
import { centreOf } from '../box'
import { closeLineEnd } from '../gestures/lineEnd'
import type { Controller } from '../gestures/Controller'
import { createAt } from '../gestures/create'
import { nudge } from '../gestures/drag'
import { hideRubber } from '../gestures/connect'
import { live } from '../live'
import { edit, standOn } from '../nodes/editing'
import { isFace, type Drawn, type DrawnTable } from '../project'
import { boxNow, drawnOf, stage } from '../stage'
import { boxOfLine, endTowards, push, wayBack } from './line'
import { chooseByName, relateByKey, showKeyRubber } from './relate'
import { neighbourOf, readingOrder, type Direction } from './walk'

interface Around {
  readonly lens: Lens
  readonly controller: Controller
  readonly openMenu: (at: Point, target: Selectable | undefined) => void
}

const directions: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
}

const steps: Readonly<Record<Direction, Point>> = {
  left: { x: -8, y: 0 },
  right: { x: 8, y: 0 },
  up: { x: 0, y: -8 },
  down: { x: 0, y: 8 },
}

function soleItem(): Drawn | undefined {
  const { items } = view.getState().selection
  const [id] = items
  return items.size === 1 && id ? drawnOf(id) : undefined
}

function soleLine(): RelationId | undefined {
  const { items } = view.getState().selection
  const [id] = items
  return items.size === 1 && id && isIdOf('relation', id) ? id : undefined
}

const placed = () =>
  [...stage.getState().drawing.items.values()].map((drawn) => ({ id: drawn.id, box: boxNow(drawn) }))

function goTo(lens: Lens, id: Selectable): void {
  setSelection(select(id))
  const drawn = drawnOf(id)
  if (drawn) reveal(lens, boxNow(drawn))
}

/** From the selected thing, or from the middle of the view when there is none. */
export function walk(lens: Lens, direction: Direction): boolean {
  const { viewport, size } = live.getState()
  const here = soleItem()
  const middle = centreOf(viewBox(viewport, size))
  const line = soleLine()
  const from = (here && boxNow(here)) ?? (line && boxOfLine(line)) ?? { ...middle, width: 0, height: 0 }
  const others = placed().filter(({ id }) => id !== here?.id)
  const next = neighbourOf(from, direction, others)
  if (!next) return here !== undefined
  goTo(lens, next)
  return true
}

/** The next one that way is taken along: how keys choose several. */
function takeAlong(lens: Lens, direction: Direction): boolean {
  const { items } = view.getState().selection
  const last = [...items].findLast((id) => drawnOf(id) !== undefined)
  const drawn = last && drawnOf(last)
  if (!drawn) return walk(lens, direction)
  const next = neighbourOf(
    boxNow(drawn),
    direction,
    placed().filter(({ id }) => !items.has(id)),
  )
  const found = next && drawnOf(next)
  if (!found) return true
  setSelection({ items: new Set([...items, found.id]) })
  reveal(lens, boxNow(found))
  return true
}

function walkInOrder(lens: Lens, by: 1 | -1): boolean {
  const order = readingOrder(placed())
  const [id] = view.getState().selection.items
  const at = id ? order.indexOf(id as never) : -1
  const next = at < 0 ? (by > 0 ? order[0] : order.at(-1)) : order[at + by]
  // Behind the last one Tab leaves the canvas, as it does everywhere.
  if (!next) return false
  goTo(lens, next)
  return true
}

function stepRow(drawn: DrawnTable, by: 1 | -1): boolean {
  const { rows } = drawn.placed.face
  const { part } = view.getState().selection
  const current = part && ('column' in part ? part.column : part.value)
  const at = rows.findIndex(({ id }) => id === current)
  const next = rows[at + by]
  if (next) standOn(drawn, next.id)
  else if (at + by >= rows.length) edit({ object: drawn.id, field: 'newRow' })
  else setSelection(select(drawn.id))
  return true
}

function leaveLine(line: RelationId, direction: Direction, lens: Lens): boolean {
  const table = endTowards(line, direction)
  if (table) goTo(lens, table)
  return true
}

function handleArrow(event: KeyboardEvent, direction: Direction, { lens }: Around): boolean {
  const drawn = soleItem()
  const { selection, mode } = view.getState()
  if (mode.kind === 'relate') {
    const isDone = walk(lens, direction)
    showKeyRubber()
    return isDone
  }
  if (event.altKey && event.shiftKey) return takeAlong(lens, direction)
  if (event.altKey || selection.items.size === 0) return walk(lens, direction)
  const line = soleLine()
  const { isReadOnly } = document.getState()
  if (line) return event.shiftKey && !isReadOnly ? push(line, direction) : leaveLine(line, direction, lens)
  const isUpright = direction === 'up' || direction === 'down'
  if (selection.part && drawn && isFace(drawn)) {
    if (isUpright) return stepRow(drawn, direction === 'up' ? -1 : 1)
    return true
  }
  // What cannot be moved is walked from.
  if (isReadOnly) return walk(lens, direction)
  const { x, y } = steps[direction]
  const times = event.shiftKey ? 5 : 1
  return nudge({ x: x * times, y: y * times })
}

/** Enter goes one level in: from the table to its rows, from the row to its text. */
function handleEnter({ lens }: Around): boolean {
  const { mode, selection } = view.getState()
  if (mode.kind === 'relate') return relateByKey()
  if (mode.kind === 'place') {
    const { viewport, size } = live.getState()
    setMode({ kind: 'select' })
    createAt(mode.entity, centreOf(viewBox(viewport, size)))
    return true
  }
  const drawn = soleItem()
  if (!drawn) return false
  const { part } = selection
  if (live.getState().tier === 'far') lookAt({ kind: 'flyTo', object: drawn.id })
  if (part) edit({ object: drawn.id, part: 'column' in part ? part.column : part.value, field: 'name' })
  else if (isFace(drawn) && drawn.kind !== 'view') {
    reveal(lens, boxNow(drawn))
    if (drawn.placed.face.rows.length > 0) stepRow(drawn, 1)
    else edit({ object: drawn.id, field: 'newRow' })
  } else edit({ object: drawn.id, field: drawn.kind === 'note' ? 'text' : 'name' })
  return true
}

/** Escape leaves one level: a gesture, a mode, a row, the selection. */
function handleEscape({ controller }: Around): boolean {
  closeLineEnd()
  if (controller.drop()) return true
  const { mode, selection, focus } = view.getState()
  if (mode.kind !== 'select') {
    hideRubber()
    live.setState({ placing: undefined })
    setMode(
      mode.kind === 'relate' && mode.from ? { kind: 'relate', relation: mode.relation } : { kind: 'select' },
    )
    return true
  }
  const [owner] = selection.items
  const line = soleLine()
  const back = line && wayBack(line)
  if (back) setSelection(select(back))
  else if (selection.part && owner) setSelection(select(owner))
  else if (selection.items.size > 0) setSelection(noSelection)
  else if (focus) view.setState({ focus: undefined })
  else return false
  return true
}

function handleMenu(root: HTMLElement, { openMenu }: Around): boolean {
  const drawn = soleItem()
  const { left, top } = root.getBoundingClientRect()
  const { viewport, size } = live.getState()
  const at = drawn ? toScreen(viewport, centreOf(boxNow(drawn))) : { x: size.width / 2, y: size.height / 2 }
  const [id] = view.getState().selection.items
  openMenu({ x: at.x + left, y: at.y + top }, id)
  return true
}

function handle(event: KeyboardEvent, root: HTMLElement, given: Around): boolean {
  const direction = directions[event.key]
  if (direction && !event.ctrlKey && !event.metaKey) return handleArrow(event, direction, given)
  if (event.ctrlKey || event.metaKey) return false
  switch (event.key) {
    case 'Tab':
      return !event.altKey && walkInOrder(given.lens, event.shiftKey ? -1 : 1)
    case 'Enter':
      return handleEnter(given)
    case 'Escape':
      return handleEscape(given)
    case 'ContextMenu':
      return handleMenu(root, given)
    case 'F10':
      return event.shiftKey && handleMenu(root, given)
    default:
      return handleLetter(event.key, given)
  }
}

/** While relating, letters spell the other table's name; else they belong to the actions. */
function handleLetter(key: string, { lens }: Around): boolean {
  const { mode } = view.getState()
  if (mode.kind !== 'relate' || !/^[\p{L}\p{N}_]$/u.test(key)) return false
  const table = chooseByName(key)
  if (table) goTo(lens, table)
  showKeyRubber()
  return true
}

/** A ring for those who came by the keyboard; the canvas takes the focus at every click, which says nothing. */
function showFocusFor(root: HTMLElement, signal: AbortSignal): void {
  const show = (isKeyboard: boolean) => root.toggleAttribute('data-keyboard', isKeyboard)
  root.addEventListener('pointerdown', () => show(false), { signal, capture: true })
  root.addEventListener('keydown', () => show(true), { signal, capture: true })
  root.addEventListener('focus', () => show(root.matches(':focus-visible')), { signal })
}

export function listenToKeys(root: HTMLElement, given: Around): () => void {
  const stop = new AbortController()
  const { signal } = stop
  showFocusFor(root, signal)
  root.addEventListener(
    'keydown',
    (event) => {
      if (event.target !== root) return
      if (event.key === ' ') {
        live.setState({ holdsSpace: true })
        event.preventDefault()
        return
      }
      // Whoever listens above sees by `defaultPrevented` that the key has been answered.
      if (handle(event, root, given)) event.preventDefault()
    },
    { signal },
  )
  // Escape ends a gesture wherever the focus is; a released space bar may be released anywhere.
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.key === 'Escape' && event.target !== root && given.controller.drop()) event.preventDefault()
    },
    { signal },
  )
  const release = (event: KeyboardEvent) => {
    if (event.key === ' ') live.setState({ holdsSpace: false })
  }
  window.addEventListener('keyup', release, { signal })
  window.addEventListener('blur', () => live.setState({ holdsSpace: false }), { signal })
  return () => stop.abort()
}
