// Anyone may ask the canvas to look somewhere; only the canvas moves. Requests wait here until it has.
import { createStore } from 'zustand/vanilla'
import type { DiagramId } from '../core/model/id'
import type { Placeable, Point } from '../core/model/records'
import type { Selectable } from './selection'

export type CameraRequest =
  | { readonly kind: 'fitAll' }
  | { readonly kind: 'fit'; readonly items: ReadonlySet<Selectable> }
  /** Into view, by as little motion as possible. */
  | { readonly kind: 'reveal'; readonly object: Selectable }
  | { readonly kind: 'flyTo'; readonly object: Selectable; readonly part?: string }
  | { readonly kind: 'zoomTo'; readonly zoom: number }
  | { readonly kind: 'zoomBy'; readonly factor: number }
  | { readonly kind: 'panBy'; readonly by: Point }
  | { readonly kind: 'centreOn'; readonly point: Point }

export interface CameraState {
  readonly request: CameraRequest | undefined
  /** Grows with every request, so that the same one can be asked twice. */
  readonly count: number
}

export const camera = createStore<CameraState>(() => ({ request: undefined, count: 0 }))

export const lookAt = (request: CameraRequest): void => {
  camera.setState(({ count }) => ({ request, count: count + 1 }))
}

/** What the canvas tells others about places on the screen; set by the canvas while it is mounted. */
export interface CanvasPort {
  toCanvas(screen: Point): Point
  toScreen(canvas: Point): Point
  /** The middle of what is in view, in canvas units. */
  middle(): Point
  /** A free spot of this size near the middle of the view. */
  freeSpot(size: { readonly width: number; readonly height: number }): Point
  objectsIn(diagram: DiagramId): ReadonlySet<Placeable>
}

export const canvasPort = createStore<{ readonly port: CanvasPort | undefined }>(() => ({ port: undefined }))
