// Every press, move, wheel and touch on the canvas comes here and becomes a gesture. Both tiers are asked by place, so
// that nothing behaves differently far away.
import type { Point } from '../../core/model/records'
import { noSelection, select, type Selectable } from '../../state/selection'
import { setSelection, view } from '../../state/view'
import type { Lens } from '../camera/lens'
import { toCanvas, wheelPan, wheelZoom } from '../camera/viewport'
import { live, point } from '../live'
import { showRubber } from './connect'
import { doubleClick } from './doubleClick'
import type { Gesture, PointerAt } from './gesture'
import { hitAt, selectableOf } from './hit'
import { cursorFor, pointedBy } from './hover'
import { Pinch } from './pinch'
import { planPress, showGhost, type Plan } from './plan'

/** How far a press may wander and still be a click. */
const mouseReach = 4
const touchReach = 10
const longPressMs = 500
const panEdge = 36

export interface ControllerOptions {
  readonly onContextMenu: (at: Point, target: Selectable | undefined) => void
}

interface Press extends Plan {
  readonly start: PointerAt
  readonly client: Point
  readonly pointer: number
  readonly reach: number
  /** Begun when the pointer has moved far enough to mean it. */
  gesture: Gesture | undefined
  last: PointerAt
  longPress: number
}

const isOwn = (event: Event): boolean =>
  event.target instanceof Element &&
  event.target.closest('input, textarea, button, [role="listbox"], [data-floating]') !== null

export class Controller {
  private readonly root: HTMLElement
  private readonly lens: Lens
  private readonly options: ControllerOptions
  private press: Press | undefined
  private readonly pinch: Pinch
  private readonly stopListening = new AbortController()
  private panFrame = 0

  constructor(root: HTMLElement, lens: Lens, options: ControllerOptions) {
    this.root = root
    this.lens = lens
    this.options = options
    this.pinch = new Pinch(lens, (client) => this.toScreen(client))
    this.listen()
  }

  private listen(): void {
    const { signal } = this.stopListening
    const { root } = this
    root.addEventListener('pointerdown', this.handleDown, { signal })
    root.addEventListener('pointermove', this.handleMove, { signal })
    root.addEventListener('pointerup', this.handleUp, { signal })
    root.addEventListener('pointercancel', this.handleCancel, { signal })
    root.addEventListener('pointerleave', () => point({}), { signal })
    root.addEventListener('dblclick', this.handleDoubleClick, { signal })
    root.addEventListener('contextmenu', this.handleContextMenu, { signal })
    root.addEventListener('wheel', this.handleWheel, { signal, passive: false })
    window.addEventListener('blur', () => this.drop(), { signal })
  }

  end(): void {
    this.drop()
    this.stopListening.abort()
  }

  private toScreen({ x, y }: Point): Point {
    const { left, top } = this.root.getBoundingClientRect()
    return { x: x - left, y: y - top }
  }

  private at(event: MouseEvent): PointerAt {
    const screen = this.toScreen({ x: event.clientX, y: event.clientY })
    return {
      screen,
      canvas: toCanvas(live.getState().viewport, screen),
      shift: event.shiftKey,
      mod: event.ctrlKey || event.metaKey,
      alt: event.altKey,
    }
  }

  private readonly handleDown = (event: PointerEvent): void => {
    if (isOwn(event)) return
    this.lens.stop()
    if (event.pointerType === 'touch' && this.pinch.add(event)) {
      this.drop()
      return
    }
    if (this.press || event.button > 1) return
    this.root.focus({ preventScroll: true })
    const start = this.at(event)
    const isTouch = event.pointerType === 'touch'
    const plan = planPress(this.lens, { start, button: event.button, isTouch })
    this.press = {
      ...plan,
      start,
      client: { x: event.clientX, y: event.clientY },
      pointer: event.pointerId,
      reach: isTouch ? touchReach : mouseReach,
      gesture: undefined,
      last: start,
      longPress:
        event.pointerType === 'touch' ? window.setTimeout(() => this.handleLongPress(event), longPressMs) : 0,
    }
    // A press that moves must not select the words it passes.
    event.preventDefault()
  }

  private readonly handleMove = (event: PointerEvent): void => {
    if (this.pinch.move(event)) return
    const at = this.at(event)
    const { press } = this
    if (press?.pointer !== event.pointerId) {
      if (!press) this.hover(at, event)
      return
    }
    press.last = at
    if (!press.gesture) {
      const away = Math.hypot(event.clientX - press.client.x, event.clientY - press.client.y)
      if (away < press.reach) return
      clearTimeout(press.longPress)
      press.gesture = press.begin()
      if (!press.gesture) return
      this.root.setPointerCapture(event.pointerId)
      this.root.style.cursor = press.gesture.cursor ?? ''
      if (press.gesture.autopans) this.panFrame = requestAnimationFrame(this.autopan)
    }
    press.gesture.move(at)
  }

  /** Near the edge the page moves along, faster the nearer. */
  private readonly autopan = (): void => {
    const { press } = this
    if (!press?.gesture?.autopans) return
    const { size } = live.getState()
    const { x, y } = press.last.screen
    const speed = (at: number, length: number) =>
      at < panEdge
        ? Math.min(14, (panEdge - at) / 2)
        : at > length - panEdge
          ? -Math.min(14, (at - length + panEdge) / 2)
          : 0
    const by = { x: speed(x, size.width), y: speed(y, size.height) }
    if (by.x !== 0 || by.y !== 0) {
      this.lens.panBy(by)
      press.last = { ...press.last, canvas: toCanvas(live.getState().viewport, press.last.screen) }
      press.gesture.move(press.last)
    }
    this.panFrame = requestAnimationFrame(this.autopan)
  }

  private hover(at: PointerAt, event: PointerEvent): void {
    if (isOwn(event)) {
      this.root.style.cursor = ''
      return
    }
    const { mode } = view.getState()
    if (mode.kind === 'place') showGhost(at)
    else if (mode.kind === 'relate' && mode.from) showRubber({ from: mode.from, kind: mode.relation }, at)
    if (event.pointerType === 'touch') return
    const hit = hitAt(at.canvas)
    point(pointedBy(hit))
    this.root.style.cursor = live.getState().holdsSpace
      ? 'grab'
      : mode.kind === 'select'
        ? cursorFor(hit)
        : 'crosshair'
  }

  private readonly handleUp = (event: PointerEvent): void => {
    this.pinch.remove(event)
    const { press } = this
    if (press?.pointer !== event.pointerId) return
    const at = this.at(event)
    this.release()
    if (press.gesture) press.gesture.end(at)
    else press.click(at)
    if (event.pointerType !== 'touch') point(pointedBy(hitAt(at.canvas)))
  }

  private readonly handleCancel = (event: PointerEvent): void => {
    this.pinch.remove(event)
    if (this.press?.pointer === event.pointerId) this.drop()
  }

  private release(): void {
    if (!this.press) return
    clearTimeout(this.press.longPress)
    cancelAnimationFrame(this.panFrame)
    this.root.style.cursor = ''
    if (this.root.hasPointerCapture(this.press.pointer)) this.root.releasePointerCapture(this.press.pointer)
    this.press = undefined
  }

  /** Escape, a lost pointer, a second finger: what was being done leaves no trace. */
  drop(): boolean {
    const gesture = this.press?.gesture
    this.release()
    gesture?.cancel()
    return gesture !== undefined
  }

  private readonly handleDoubleClick = (event: MouseEvent): void => {
    if (isOwn(event) || view.getState().mode.kind !== 'select') return
    const at = this.at(event)
    doubleClick(hitAt(at.canvas), at)
  }

  private readonly handleContextMenu = (event: MouseEvent): void => {
    if (isOwn(event)) return
    event.preventDefault()
    this.openMenu(this.at(event), { x: event.clientX, y: event.clientY })
  }

  private openMenu(at: PointerAt, client: Point): void {
    const id = selectableOf(hitAt(at.canvas))
    if (id && !view.getState().selection.items.has(id)) setSelection(select(id))
    if (!id) setSelection(noSelection)
    this.options.onContextMenu(client, id)
  }

  private handleLongPress(event: PointerEvent): void {
    if (!this.press || this.press.gesture) return
    const { start } = this.press
    this.drop()
    this.openMenu(start, { x: event.clientX, y: event.clientY })
  }

  private readonly handleWheel = (event: WheelEvent): void => {
    if (event.target instanceof Element && event.target.closest('[data-scrolls]')) return
    event.preventDefault()
    const at = this.at(event)
    if (event.ctrlKey || event.metaKey) this.lens.zoomBy(wheelZoom(event), at.screen)
    else {
      const by = wheelPan(event)
      // A wheel with one axis pans sideways with Shift, as everywhere.
      this.lens.panBy(event.shiftKey && by.x === 0 ? { x: by.y, y: 0 } : by)
    }
  }
}
