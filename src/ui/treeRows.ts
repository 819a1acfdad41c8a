// The decisions of Tree and VirtualList, without a screen.

export interface TreeRow {
  readonly id: string
  /** The text of the row: what one types to find it. */
  readonly label: string
  /** 1 for the outermost. */
  readonly level: number
  /** Undefined: nothing inside that could be opened. */
  readonly isExpanded?: boolean | undefined
}

export interface PlaceAmongSiblings {
  readonly position: number
  readonly size: number
}

/** For aria-posinset and aria-setsize, which a list with only some of its rows in the document must state. */
export function placesOf(rows: readonly TreeRow[]): readonly PlaceAmongSiblings[] {
  const positions: number[] = []
  const sizes: number[] = new Array<number>(rows.length).fill(0)
  const open: number[][] = []
  const close = (level: number) => {
    while (open.length > level) {
      const siblings = open.pop() ?? []
      for (const index of siblings) sizes[index] = siblings.length
    }
  }
  rows.forEach((row, index) => {
    close(row.level)
    const siblings = (open[row.level - 1] ??= [])
    siblings.push(index)
    positions.push(siblings.length)
  })
  close(0)
  return positions.map((position, index) => ({ position, size: sizes[index] ?? 0 }))
}

export function parentIndex(rows: readonly TreeRow[], index: number): number | undefined {
  const level = rows[index]?.level ?? 1
  for (let above = index - 1; above >= 0; above--) {
    if ((rows[above]?.level ?? 1) < level) return above
  }
  return undefined
}

/** The next row, from here and around, whose text begins with what was typed. */
export function findTyped(rows: readonly TreeRow[], from: number, typed: string): number | undefined {
  const wanted = typed.toLowerCase()
  // One letter again and again walks through the rows that begin with it; a longer text may stay where it is.
  const start = typed.length === 1 ? from + 1 : from
  for (let step = 0; step < rows.length; step++) {
    const index = (start + step) % rows.length
    if (rows[index]?.label.toLowerCase().startsWith(wanted)) return index
  }
  return undefined
}

export type TreeMove =
  { readonly kind: 'go'; readonly to: number } | { readonly kind: 'toggle'; readonly isExpanded: boolean }

const PAGE = 10

interface KeyPlace {
  readonly rows: readonly TreeRow[]
  readonly at: number
}

function sideways(key: 'ArrowRight' | 'ArrowLeft', { rows, at }: KeyPlace): TreeMove | undefined {
  const row = rows[at]
  if (key === 'ArrowRight') {
    if (row?.isExpanded === false) return { kind: 'toggle', isExpanded: true }
    const next = rows[at + 1]
    return row?.isExpanded && next && next.level > row.level ? { kind: 'go', to: at + 1 } : undefined
  }
  if (row?.isExpanded) return { kind: 'toggle', isExpanded: false }
  const parent = parentIndex(rows, at)
  return parent === undefined ? undefined : { kind: 'go', to: parent }
}

/** What a key does in a tree (WAI-ARIA practices, "tree view"). */
export function treeMove(key: string, { rows, at }: KeyPlace): TreeMove | undefined {
  const last = rows.length - 1
  const go = (to: number): TreeMove => ({ kind: 'go', to: Math.max(0, Math.min(last, to)) })
  switch (key) {
    case 'ArrowDown':
      return go(at + 1)
    case 'ArrowUp':
      return go(at - 1)
    case 'PageDown':
      return go(at + PAGE)
    case 'PageUp':
      return go(at - PAGE)
    case 'Home':
      return go(0)
    case 'End':
      return go(last)
    case 'ArrowRight':
    case 'ArrowLeft':
      return sideways(key, { rows, at })
    default:
      return undefined
  }
}
