// The contract of the canvas.
export { Canvas, type CanvasProps } from './Canvas'
export type { Router } from './edges/routes'
