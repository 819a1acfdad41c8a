// The picture's shapes as SVG elements, in the theme's colours.
import { memo } from 'react'
import { svgPath } from '../../core/layout/route/path'
import { paintCss, type Paint } from '../../core/picture/paints'
import type { Shape } from '../../core/picture/shapes'

const css = (paint: Paint | undefined): string => (paint ? paintCss(paint) : 'none')

function One({ shape, color }: { readonly shape: Shape; readonly color: string | undefined }) {
  switch (shape.kind) {
    case 'path':
      return (
        <path
          d={svgPath(shape.commands)}
          strokeLinecap="round"
          strokeWidth={shape.strokeWidth}
          strokeDasharray={shape.dash?.join(' ')}
          style={{ fill: css(shape.fill), stroke: color ?? css(shape.stroke) }}
        />
      )
    case 'circle':
      return (
        <circle
          cx={shape.x}
          cy={shape.y}
          r={shape.radius}
          strokeWidth={shape.strokeWidth}
          style={{ fill: css(shape.fill), stroke: color ?? css(shape.stroke) }}
        />
      )
    // Lines are made of paths and rings; boxes and texts are the nodes' own.
    case 'rect':
    case 'text':
      return null
  }
}

interface ShapesProps {
  readonly shapes: readonly Shape[]
  /** Instead of each shape's own stroke. */
  readonly color?: string | undefined
}

export const Shapes = memo(function Shapes({ shapes, color }: ShapesProps) {
  return shapes.map((shape, index) => <One key={index} shape={shape} color={color} />)
})
