// The four relations, drawn with the marks that they have on the canvas.
import type { RelationKind } from '../../state/view'

const one = (x: number) => `M${x} 5v6`
const footRight = 'M10 8l4-3.5M10 8l4 3.5'
const footLeft = 'M6 8 2 4.5M6 8l-4 3.5'

const paths: Readonly<Record<RelationKind, string>> = {
  oneToMany: `M2 8h12${one(4.5)}${footRight}`,
  oneToOne: `M2 8h12${one(4.5)}${one(11.5)}`,
  manyToMany: `M2 8h12${footLeft}${footRight}`,
  self: 'M6 10.5H3.5a1.5 1.5 0 0 1-1.5-1.5V4.5A1.5 1.5 0 0 1 3.5 3h8A1.5 1.5 0 0 1 13 4.5v6M10.5 12l2.5-3.5L15.5 12M10 5.5',
}

export function RelationIcon({ kind }: { readonly kind: RelationKind }) {
  return (
    <svg
      viewBox="0 0 16 16"
      aria-hidden
      className="fill-none stroke-current"
      strokeWidth="1.3"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={paths[kind]} />
    </svg>
  )
}
