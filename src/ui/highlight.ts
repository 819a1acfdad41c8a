export interface TextPart {
  readonly text: string
  readonly isHit: boolean
}

/** Cuts a text at its hits; ranges that overlap, lie outside or stand in any order do no harm. */
export function highlightParts(
  text: string,
  ranges: readonly (readonly [start: number, end: number])[],
): readonly TextPart[] {
  const parts: TextPart[] = []
  let at = 0
  for (const [start, end] of [...ranges].sort((one, two) => one[0] - two[0])) {
    const from = Math.max(at, start)
    const to = Math.min(text.length, end)
    if (to <= from) continue
    if (from > at) parts.push({ text: text.slice(at, from), isHit: false })
    parts.push({ text: text.slice(from, to), isHit: true })
    at = to
  }
  if (at < text.length) parts.push({ text: text.slice(at), isHit: false })
  return parts
}
