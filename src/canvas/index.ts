// The contract of the canvas.
export { Canvas, type CanvasProps } from './Canvas'
