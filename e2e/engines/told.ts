// An entry without what says nothing (null, false, an empty list), so that an expectation names all that is there.

export function told(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(told)
  if (typeof value !== 'object' || value === null) return value
  const saying = Object.entries(value).filter(([, part]) => !isSilent(part))
  return Object.fromEntries(saying.map(([key, part]) => [key, told(part)]))
}

function isSilent(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0
  if (typeof value === 'object' && value !== null) return Object.keys(value).length === 0
  return value === null || value === false
}
