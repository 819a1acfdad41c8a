// The grid, as dots. Panning only shifts the sheet, so that no frame draws it anew.
import { useEffect, useRef } from 'react'
import { live } from '../live'

const steps = [16, 32, 64]
const leastGap = 14

function put(sheet: HTMLElement): void {
  const { viewport } = live.getState()
  const step = steps.find((units) => units * viewport.zoom >= leastGap)
  sheet.hidden = step === undefined
  if (step === undefined) return
  const gap = step * viewport.zoom
  const shift = (at: number): number => (((at - gap / 2) % gap) + gap) % gap
  const size = `${gap}px ${gap}px`
  if (sheet.style.backgroundSize !== size) sheet.style.backgroundSize = size
  sheet.style.transform = `translate(${shift(viewport.x)}px, ${shift(viewport.y)}px)`
}

export function Dots() {
  const sheet = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const show = () => {
      if (sheet.current) put(sheet.current)
    }
    show()
    return live.subscribe((now, then) => {
      if (now.viewport !== then.viewport) show()
    })
  }, [])
  return <div ref={sheet} aria-hidden className="canvas-dots pointer-events-none absolute -inset-64" />
}
