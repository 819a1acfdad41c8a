// The one thing that moves the view: pans, zooms, flights. The view state hears of it when it rests.
import type { Point, Size } from '../../core/model/records'
import { view, type Viewport } from '../../state/view'
import { live } from '../live'
import { blended, zoomAt } from './viewport'

const restAfterMs = 120
const flightMs = 190

/** Apart from each other, so that the edge between the two never flickers. */
const farBelow = 0.46
const nearAbove = 0.5

const prefersStillness = (): boolean => window.matchMedia('(prefers-reduced-motion: reduce)').matches

export class Lens {
  private flight = 0
  private rest = 0

  private put(viewport: Viewport): void {
    // Away from the elements at once; towards them only at rest, when there is time to make them.
    const tier = viewport.zoom < farBelow ? 'far' : live.getState().tier
    live.setState({ viewport, tier, isTravelling: true })
    clearTimeout(this.rest)
    this.rest = window.setTimeout(() => this.settle(), restAfterMs)
  }

  private settle(): void {
    const { viewport, tier } = live.getState()
    live.setState({ isTravelling: false, tier: viewport.zoom > nearAbove ? 'near' : tier })
    view.setState({ viewport })
  }

  stop(): void {
    cancelAnimationFrame(this.flight)
  }

  /** At once; nothing is explained by motion that the hand itself makes. */
  goTo(viewport: Viewport): void {
    this.stop()
    this.put(viewport)
  }

  panBy({ x, y }: Point): void {
    const { viewport } = live.getState()
    this.goTo({ ...viewport, x: viewport.x + x, y: viewport.y + y })
  }

  zoomBy(factor: number, at: Point): void {
    const { viewport } = live.getState()
    this.goTo(zoomAt(viewport, viewport.zoom * factor, at))
  }

  /** A short flight that shows where one is going; at once for those who want no motion. */
  flyTo(target: Viewport): void {
    this.stop()
    if (prefersStillness()) {
      this.put(target)
      return
    }
    const from = live.getState().viewport
    let start: number | undefined
    const step = (now: number) => {
      start ??= now
      const share = Math.min(1, (now - start) / flightMs)
      this.put(blended(from, target, share))
      if (share < 1) this.flight = requestAnimationFrame(step)
    }
    this.flight = requestAnimationFrame(step)
  }

  /** The diagram stays with the left edge: nothing moves under the pointer when the inspector comes at the right. */
  resize(size: Size): void {
    live.setState({ size })
    view.setState({ canvasSize: size })
  }

  end(): void {
    this.stop()
    clearTimeout(this.rest)
  }
}
