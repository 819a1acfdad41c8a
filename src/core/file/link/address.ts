// What stands behind the # of a link: which way it opens, which version of the packing, whether it is locked, the packed
// model, and how an embedded page shall look. Nothing of it ever reaches a server.

/** `view`: to be read, nothing is kept. `copy`: becomes a document of whoever opens it. */
export type LinkWay = 'view' | 'copy'

export interface Link {
  readonly way: LinkWay
  /** Packed with a passphrase. */
  readonly isLocked: boolean
  readonly data: string
}

export type LinkFault =
  /** Made by a later Relata. */
  | { readonly kind: 'newer' }
  /** Cut off, or changed on its way. */
  | { readonly kind: 'damaged' }
  | { readonly kind: 'tooLong' }

/** Longer ones no browser opens; whoever holds one did not get it from us. */
export const longestLink = 2_000_000

const version = 1

const versionText = (isLocked: boolean): string => `${String(version)}${isLocked ? 'p' : ''}`

export const fragmentOf = ({ way, isLocked, data }: Link): string =>
  `#${way}=${versionText(isLocked)}.${data}`

/** The parts of a fragment: `name=value`, joined by &. Of two with one name the first counts. */
export function partsOf(fragment: string): ReadonlyMap<string, string> {
  const parts = new Map<string, string>()
  for (const part of fragment.replace(/^#/, '').split('&')) {
    const cut = part.indexOf('=')
    const name = cut < 0 ? part : part.slice(0, cut)
    if (name !== '' && !parts.has(name)) parts.set(name, cut < 0 ? '' : part.slice(cut + 1))
  }
  return parts
}

/** Undefined: this fragment is no link of ours. */
export function linkIn(fragment: string): Link | LinkFault | undefined {
  if (fragment.length > longestLink) {
    return /^#(?:view|copy)=/.test(fragment) ? { kind: 'tooLong' } : undefined
  }
  const parts = partsOf(fragment)
  const way = parts.has('view') ? 'view' : parts.has('copy') ? 'copy' : undefined
  if (way === undefined) return undefined
  const [, number = '', lock = '', data = ''] = /^(\d{1,6})(p?)\.([\w-]*)$/.exec(parts.get(way) ?? '') ?? []
  if (number === '') return { kind: 'damaged' }
  if (Number(number) > version) return { kind: 'newer' }
  if (Number(number) < version || data === '') return { kind: 'damaged' }
  return { way, isLocked: lock !== '', data }
}
