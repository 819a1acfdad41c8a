// Every measure of the canvas, once. Heights are multiples of 8 and row centres fall on the 8 px grid, so that lines
// between tables that stand on the grid run straight.
import type { TextStyle } from './metrics'

export const grid = 8
export const radius = 8

export const header = {
  height: 40,
  /** The thin strip of the table's colour along the top. */
  strip: 4,
  padding: 12,
  /** The middle of the name, where a line to the table as a whole is tied. */
  middle: 24,
  baseline: 27,
  /** Below a stereotype. */
  lowBaseline: 33,
  stereotypeBaseline: 17,
  markWidth: 18,
} as const

export const row = {
  height: 24,
  baseline: 16,
  /** The gutter: padding, one field for each mark, and a little air before the name. */
  gutterStart: 8,
  markWidth: 14,
  gutterEnd: 4,
  gap: 16,
  /** Between a name and what the notation says behind it. */
  tagGap: 6,
  /** Behind the type: the ring of a nullable column, then the padding. */
  tail: 24,
  ring: 13,
} as const

/** Between the header and the first row, and below the last one. */
export const bodyPadding = 4

export const width = { min: 160, max: 336, handMin: 120, handMax: 960 } as const

export const text = {
  name: { size: 13, weight: 600 },
  prefix: { size: 13, weight: 400 },
  column: { size: 12, weight: 400 },
  required: { size: 12, weight: 500 },
  type: { size: 12, weight: 400 },
  stereotype: { size: 11, weight: 400 },
  more: { size: 12, weight: 400 },
  area: { size: 14, weight: 600 },
  noteName: { size: 13, weight: 600 },
  note: { size: 12, weight: 400 },
  label: { size: 11, weight: 500 },
  /** How many, at the end of a line. */
  end: { size: 11, weight: 500 },
} as const satisfies Record<string, TextStyle>

export const note = { padding: 12, lineHeight: 18, minWidth: 120, minHeight: 64 } as const
export const area = { header: 32, padding: 24, minWidth: 160, minHeight: 120 } as const
export const label = { height: 16, padding: 4 } as const

export const onGrid = (value: number): number => Math.round(value / grid) * grid
export const upToGrid = (value: number): number => Math.ceil(value / grid) * grid
