// Keys that always have room between them, as text. A key is a whole number (its first letter tells how many
// digits follow: a-z upwards from zero, Z-A downwards) and a fraction without trailing zeros. Appending counts
// the number up, so a thousand appended rows have keys of three or four characters.

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const base = digits.length
const zero = 'a0'

const valueOf = (char: string | undefined): number => (char === undefined ? 0 : digits.indexOf(char))
const digit = (value: number): string => digits.charAt(value)

function wholeLength(head: string): number {
  if (head >= 'a' && head <= 'z') return head.charCodeAt(0) - 'a'.charCodeAt(0) + 2
  if (head >= 'A' && head <= 'Z') return 'Z'.charCodeAt(0) - head.charCodeAt(0) + 2
  throw new Error(`Not an order key: ${head}`)
}

const wholeOf = (key: string): string => key.slice(0, wholeLength(key.charAt(0)))

const shiftHead = (head: string, by: 1 | -1): string => String.fromCharCode(head.charCodeAt(0) + by)

/** Counts a whole number up or down; the head letter grows or shrinks when the digits roll over. */
function step(whole: string, by: 1 | -1): string {
  const head = whole.charAt(0)
  const body = [...whole.slice(1)].map(valueOf)
  for (let i = body.length - 1; i >= 0; i--) {
    const next = (body[i] ?? 0) + by
    body[i] = (next + base) % base
    if (next >= 0 && next < base) return head + body.map(digit).join('')
  }
  const rolled = digit(by === 1 ? 0 : base - 1)
  if (head === 'Z' && by === 1) return zero
  if (head === 'a' && by === -1) return `Z${rolled}`
  const longer = by === 1 ? head >= 'a' : head <= 'Z'
  const length = body.length + (longer ? 1 : -1)
  return shiftHead(head, by) + rolled.repeat(length)
}

/** A fraction strictly between two: `low` may be empty (zero), `high` undefined (one). */
function between(low: string, high: string | undefined): string {
  let same = 0
  if (high !== undefined) while (same < high.length && (low[same] ?? '0') === high[same]) same++
  if (high !== undefined && same > 0) return high.slice(0, same) + between(low.slice(same), high.slice(same))
  const from = valueOf(low[0])
  const to = high === undefined ? base : valueOf(high[0])
  if (to - from > 1) return digit(Math.floor((from + to) / 2))
  // The first digits touch: either `high` has digits to spare, or the answer lies behind `low`.
  if (high !== undefined && high.length > 1) return high.charAt(0)
  return digit(from) + between(low.slice(1), undefined)
}

/** A key strictly between two others; `undefined` stands for no bound on that side. */
export function keyBetween(low: string | undefined, high: string | undefined): string {
  if (low === undefined && high === undefined) return zero
  if (low === undefined) {
    const whole = wholeOf(high ?? zero)
    return whole.length < (high ?? zero).length ? whole : step(whole, -1)
  }
  const whole = wholeOf(low)
  if (high === undefined) return step(whole, 1)
  const highWhole = wholeOf(high)
  if (whole === highWhole) return whole + between(low.slice(whole.length), high.slice(whole.length))
  const next = step(whole, 1)
  return next < high ? next : whole + between(low.slice(whole.length), undefined)
}
