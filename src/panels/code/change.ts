// The smallest single replacement that makes one text another: the view keeps its place, the parser its work.
export interface Change {
  readonly from: number
  readonly to: number
  readonly insert: string
}

export function changeBetween(before: string, after: string): Change | undefined {
  if (before === after) return undefined
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start += 1
  let end = 0
  while (
    end < shorter - start &&
    before.charCodeAt(before.length - 1 - end) === after.charCodeAt(after.length - 1 - end)
  )
    end += 1
  return { from: start, to: before.length - end, insert: after.slice(start, after.length - end) }
}
