// Two fingers: what lies under them stays under them.
import type { Point } from '../../core/model/records'
import type { Lens } from '../camera/lens'

interface Finger {
  readonly id: number
  readonly at: Point
}

const middleOf = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 })

export class Pinch {
  private fingers: readonly Finger[] = []
  private readonly lens: Lens
  private readonly toScreen: (client: Point) => Point

  constructor(lens: Lens, toScreen: (client: Point) => Point) {
    this.lens = lens
    this.toScreen = toScreen
  }

  /** True when this finger makes it a pinch. */
  add(event: PointerEvent): boolean {
    if (this.fingers.length >= 2) return true
    this.fingers = [
      ...this.fingers,
      { id: event.pointerId, at: this.toScreen({ x: event.clientX, y: event.clientY }) },
    ]
    return this.fingers.length === 2
  }

  /** True when the event was part of a pinch. */
  move(event: PointerEvent): boolean {
    const index = this.fingers.findIndex(({ id }) => id === event.pointerId)
    if (index < 0) return false
    const before = this.fingers
    const at = this.toScreen({ x: event.clientX, y: event.clientY })
    this.fingers = before.with(index, { id: event.pointerId, at })
    const [a, b] = before
    const [c, d] = this.fingers
    if (!a || !b || !c || !d) return false
    const was = middleOf(a.at, b.at)
    const now = middleOf(c.at, d.at)
    const factor =
      Math.hypot(c.at.x - d.at.x, c.at.y - d.at.y) / Math.max(1, Math.hypot(a.at.x - b.at.x, a.at.y - b.at.y))
    this.lens.panBy({ x: now.x - was.x, y: now.y - was.y })
    this.lens.zoomBy(factor, now)
    return true
  }

  remove(event: PointerEvent): void {
    this.fingers = this.fingers.filter(({ id }) => id !== event.pointerId)
  }
}
