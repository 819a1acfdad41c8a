// How a document from a link shall be shown: the same parts of an address for a page of its own and for one inside of
// another.
import type { Look } from '../state/viewing'

export function decoded(text: string | undefined): string | undefined {
  try {
    return text === undefined ? undefined : decodeURIComponent(text)
  } catch (error) {
    // Somebody's % is no code: it is meant as it stands.
    if (error instanceof URIError) return text
    throw error
  }
}

export function lookIn(parts: ReadonlyMap<string, string>): Look {
  const names = (parts.get('select') ?? '').split(',').map((name) => decoded(name) ?? '')
  const fit = parts.get('fit')
  return {
    diagram: decoded(parts.get('diagram')),
    select: names.filter((name) => name !== ''),
    fit: fit === 'selection' || fit === 'all' ? fit : undefined,
  }
}
