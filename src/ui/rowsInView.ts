export interface RowRange {
  readonly first: number
  readonly last: number
}

interface Rows {
  /** How far the list is scrolled, in pixels. */
  readonly top: number
  readonly height: number
  readonly rowHeight: number
  readonly count: number
}

const MARGIN = 12
const BLOCK = 4

/** The rows to draw: those in view and some around, in blocks, so that not every pixel of scrolling draws anew. */
export function rowsInView({ top, height, rowHeight, count }: Rows): RowRange {
  const first = Math.floor(top / rowHeight) - MARGIN
  const last = Math.ceil((top + height) / rowHeight) + MARGIN
  return {
    first: Math.max(0, Math.floor(first / BLOCK) * BLOCK),
    last: Math.max(0, Math.min(count - 1, Math.ceil(last / BLOCK) * BLOCK)),
  }
}

interface Reveal {
  readonly rowTop: number
  readonly rowHeight: number
  readonly view: { readonly top: number; readonly height: number }
}

/** The nearest scroll position at which the row is whole in view. */
export function scrollTopFor({ rowTop, rowHeight, view }: Reveal): number {
  if (rowTop < view.top) return rowTop
  if (rowTop + rowHeight > view.top + view.height) return rowTop + rowHeight - view.height
  return view.top
}
