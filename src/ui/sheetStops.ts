// Where a sheet comes to rest.

export const sheetStops = ['peek', 'half', 'whole'] as const
export type SheetStop = (typeof sheetStops)[number]

const shares: Readonly<Record<SheetStop, number>> = { peek: 0.1, half: 0.55, whole: 0.95 }

/** The stop nearest to a share of the window's height. */
export const nearestStop = (share: number): SheetStop =>
  sheetStops.reduce((best, stop) =>
    Math.abs(shares[stop] - share) < Math.abs(shares[best] - share) ? stop : best,
  )

/** Where a key leads from a stop; undefined for a key that is none of ours. */
export function stopAfter(stop: SheetStop, key: string): SheetStop | undefined {
  const at = sheetStops.indexOf(stop)
  if (key === 'ArrowUp') return sheetStops[Math.min(at + 1, sheetStops.length - 1)]
  if (key === 'ArrowDown') return sheetStops[Math.max(at - 1, 0)]
  if (key === 'Home') return 'peek'
  return key === 'End' ? 'whole' : undefined
}
