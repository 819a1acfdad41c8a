// Links that carry a document: what one chooses, what the link becomes, and how far a link of that length gets.
import type { DiagramId } from '../core/model/id'
import type { Kind } from '../core/model/schema'
import { fragmentOf } from '../core/file/link/address'
import { ok } from '../core/lib/result'
import { shareClient } from '../workers/client'
import type { Question } from './live'

export interface ShareChoices {
  /** `embed`: a read-only view inside of another page. */
  readonly as: 'view' | 'copy' | 'embed'
  /** Only what this diagram shows. */
  readonly diagram?: DiagramId | undefined
  readonly passphrase: string
}

export type Shared =
  | {
      readonly kind: 'link'
      readonly choices: ShareChoices
      readonly address: string
      readonly leftOut: ReadonlyMap<Kind, number>
    }
  | { readonly kind: 'noCrypto'; readonly choices: ShareChoices }

let client: ReturnType<typeof shareClient> | undefined

/** `base`: the folder that Relata is served from. */
export function linkQuestion(choices: ShareChoices, base: string): Question<Shared> {
  return async (schema, signal) => {
    client ??= shareClient()
    const { as, diagram, passphrase } = choices
    const wish = { schema, ...(diagram && { diagram }), ...(passphrase !== '' && { passphrase }) }
    const result = await client.call('pack', wish, { signal })
    if (!result.ok) return result
    if (result.value.kind === 'noCrypto') return ok({ kind: 'noCrypto', choices })
    const { data, leftOut } = result.value
    const way = as === 'copy' ? 'copy' : 'view'
    const fragment = fragmentOf({ way, isLocked: passphrase !== '', data })
    const address = new URL(`${as === 'embed' ? 'embed.html' : ''}${fragment}`, base).href
    return ok({ kind: 'link', choices, address, leftOut })
  }
}

export type Reach = 'everywhere' | 'mostly' | 'hardly' | 'nowhere'

/** What chat programs cut, what they take, and what browsers themselves refuse. Counted in characters. */
const reaches: readonly { readonly upTo: number; readonly reach: Reach; readonly meaning: string }[] = [
  { upTo: 2_000, reach: 'everywhere', meaning: 'Short enough for every chat, mail and browser.' },
  {
    upTo: 32_000,
    reach: 'mostly',
    meaning:
      'Every browser opens it. Some chats cut messages of this length (Discord at 2,000, Slack at 4,000).',
  },
  {
    upTo: 1_000_000,
    reach: 'hardly',
    meaning: 'Too long for most chats and mails, and Safari may refuse it. Send the file instead.',
  },
  {
    upTo: Infinity,
    reach: 'nowhere',
    meaning: 'Too long for a link: browsers refuse it. Send the file instead.',
  },
]

export function reachOf(length: number): { readonly reach: Reach; readonly meaning: string } {
  const found = reaches.find(({ upTo }) => length <= upTo)
  if (!found) throw new Error('the last reach is endless')
  return found
}

/** Seldom seen things are told together. */
const told: readonly (readonly [Kind, string, string])[] = [
  ['table', 'table', 'tables'],
  ['view', 'view', 'views'],
  ['enum', 'enum', 'enums'],
  ['relation', 'relation', 'relations'],
  ['routine', 'routine', 'routines'],
  ['diagram', 'other diagram', 'other diagrams'],
]
/** Places and lines go with what they place. */
const untold: ReadonlySet<Kind> = new Set(['placement', 'line', 'area', 'group', 'namespace'])

/** "3 tables, 2 relations and 4 other things", or nothing where nothing stays behind. */
export function leftOutWords(leftOut: ReadonlyMap<Kind, number>): string | undefined {
  const counted = (count: number, one: string, many: string) =>
    `${count.toLocaleString('en')} ${count === 1 ? one : many}`
  const named = told.flatMap(([kind, one, many]) => {
    const count = leftOut.get(kind) ?? 0
    return count > 0 ? [counted(count, one, many)] : []
  })
  const toldKinds = new Set(told.map(([kind]) => kind))
  const others = [...leftOut].filter(([kind]) => !toldKinds.has(kind) && !untold.has(kind))
  const rest = others.reduce((sum, [, count]) => sum + count, 0)
  const all = rest > 0 ? [...named, counted(rest, 'other thing', 'other things')] : named
  const last = all.at(-1)
  return all.length > 1 ? `${all.slice(0, -1).join(', ')} and ${last ?? ''}` : last
}

/** HTML that shows the view inside of another page. */
export const embedCode = (address: string, title: string): string => {
  const safe = title.replace(/[&<>"']/g, (character) => `&#${String(character.charCodeAt(0))};`)
  return `<iframe src="${address}" title="${safe}" width="100%" height="480" loading="lazy"></iframe>`
}
