// One replacement within a long text.
export interface Splice {
  readonly at: number
  /** What stood there. */
  readonly before: string
  /** What stands there now. */
  readonly after: string
}

/** A text that is not the one which the splice was made of is a bug of whoever kept them apart. */
export function spliced(text: string, { at, before, after }: Splice): string {
  const end = at + before.length
  if (text.slice(at, end) !== before) throw new Error(`The text is another at ${String(at)}`)
  return text.slice(0, at) + after + text.slice(end)
}

const isHighHalf = (code: number): boolean => code >= 0xd800 && code < 0xdc00
const isLowHalf = (code: number): boolean => code >= 0xdc00 && code < 0xe000

/** The smallest single replacement that makes one text another. It cuts no character in half. */
export function spliceBetween(before: string, after: string): Splice {
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start += 1
  if (start > 0 && isHighHalf(before.charCodeAt(start - 1))) start -= 1
  let end = 0
  while (
    end < shorter - start &&
    before.charCodeAt(before.length - 1 - end) === after.charCodeAt(after.length - 1 - end)
  )
    end += 1
  if (end > 0 && isLowHalf(before.charCodeAt(before.length - end))) end -= 1
  return {
    at: start,
    before: before.slice(start, before.length - end),
    after: after.slice(start, after.length - end),
  }
}

/** Two replacements, one after the other, as one; undefined where something lies between them. */
export function joinedSplice(first: Splice, next: Splice): Splice | undefined {
  const firstEnd = first.at + first.after.length
  const nextEnd = next.at + next.before.length
  if (next.at > firstEnd || nextEnd < first.at) return undefined
  // What the second took away beyond the first's own text stood there before both.
  const ahead = next.before.slice(0, Math.max(0, first.at - next.at))
  const behind = next.before.slice(next.before.length - Math.max(0, nextEnd - firstEnd))
  const left = first.after.slice(0, Math.max(0, next.at - first.at))
  const right = first.after.slice(first.after.length - Math.max(0, firstEnd - nextEnd))
  return {
    at: Math.min(first.at, next.at),
    before: ahead + first.before + behind,
    after: left + next.after + right,
  }
}
