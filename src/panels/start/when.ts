// "5 minutes ago": how people think of what they worked on last.
const steps: readonly (readonly [unit: Intl.RelativeTimeFormatUnit, ms: number])[] = [
  ['year', 31_536_000_000],
  ['month', 2_592_000_000],
  ['week', 604_800_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
]

const format = new Intl.RelativeTimeFormat('en', { numeric: 'auto' })

export function when(then: number, now: number): string {
  const ago = now - then
  const step = steps.find(([, ms]) => ago >= ms)
  return step ? format.format(-Math.floor(ago / step[1]), step[0]) : 'just now'
}
