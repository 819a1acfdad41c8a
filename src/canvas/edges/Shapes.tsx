// The picture's shapes as SVG elements, in the theme's colours.
import { memo } from 'react'
import { svgPath } from '../../core/layout/route/path'
import { paintCss, type Paint } from '../../core/picture/paints'
import type { CircleShape, PathShape, Shape } from '../../core/picture/shapes'

const css = (paint: Paint | undefined): string => (paint ? paintCss(paint) : 'none')

/** What is filled with its own line follows the line. */
const filled = ({ fill, stroke }: PathShape | CircleShape, color: string | undefined): string =>
  fill !== undefined && fill === stroke ? (color ?? css(fill)) : css(fill)

/** The gap within a double line stays a gap. */
const stroked = ({ stroke }: PathShape | CircleShape, color: string | undefined): string =>
  stroke === 'ground' ? css(stroke) : (color ?? css(stroke))

function One({ shape, color }: { readonly shape: Shape; readonly color: string | undefined }) {
  switch (shape.kind) {
    case 'path':
      return (
        <path
          d={svgPath(shape.commands)}
          strokeLinecap="round"
          strokeWidth={shape.strokeWidth}
          strokeDasharray={shape.dash?.join(' ')}
          style={{ fill: filled(shape, color), stroke: stroked(shape, color) }}
        />
      )
    case 'circle':
      return (
        <circle
          cx={shape.x}
          cy={shape.y}
          r={shape.radius}
          strokeWidth={shape.strokeWidth}
          style={{ fill: filled(shape, color), stroke: stroked(shape, color) }}
        />
      )
    case 'text':
      return (
        <text
          x={shape.x}
          y={shape.y}
          textAnchor={shape.align}
          className="diagram-text text-small font-medium"
          style={{
            fill: color ?? css(shape.fill),
            stroke: css(shape.halo),
            strokeWidth: 4,
            strokeLinejoin: 'round',
            paintOrder: 'stroke',
          }}
        >
          {shape.text}
        </text>
      )
    // Boxes are the nodes' own.
    case 'rect':
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
