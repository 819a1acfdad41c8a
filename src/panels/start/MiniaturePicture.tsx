import { Table2 } from 'lucide-react'
import type { Miniature, MiniatureShape } from '../../core/picture/miniature'
import { paintCss } from '../../core/picture/paints'

function Layer({ shape: { paint, how, opacity, d } }: { readonly shape: MiniatureShape }) {
  const color = paintCss(paint)
  return how === 'fill' ? (
    <path d={d} style={{ fill: color }} fillOpacity={opacity} />
  ) : (
    <path
      d={d}
      fill="none"
      style={{ stroke: color }}
      strokeOpacity={opacity}
      vectorEffect="non-scaling-stroke"
    />
  )
}

export interface MiniaturePictureProps {
  readonly picture: Miniature | undefined
}

/** A diagram as small as a stamp, in the colours of the theme; a sheet of paper while there is none. */
export function MiniaturePicture({ picture }: MiniaturePictureProps) {
  if (!picture) {
    return (
      <span
        aria-hidden="true"
        className="absolute inset-0 flex items-center justify-center text-border-strong"
      >
        <Table2 className="size-10 stroke-1" />
      </span>
    )
  }
  const { width, height, shapes } = picture
  return (
    <svg
      aria-hidden="true"
      viewBox={`0 0 ${width} ${height}`}
      className="absolute inset-0 size-full p-2"
      strokeWidth={1}
    >
      {shapes.map((shape, i) => (
        // The layers of one picture never change places: it is replaced as a whole.
        <Layer key={i} shape={shape} />
      ))}
    </svg>
  )
}
