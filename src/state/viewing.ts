// A document that came in a link. To look at it nothing is kept: it lives in this window, and only "Make it mine" (or a
// link that says so itself) puts it among one's own.
import { createStore } from 'zustand/vanilla'
import { useStore } from 'zustand'
import type { Link, LinkFault } from '../core/file/link/address'
import { underFreshIds } from '../core/model/reid'
import { inOrder, type Schema } from '../core/model/schema'
import { newId } from '../platform/newId'
import { shareClient, type LinkProblem, type Unpacked } from '../workers/client'
import { lookAt } from './camera'
import { document, useDocument, type DocumentId } from './document'
import { tell } from './feedback'
import { screens, useScreens } from './screens'
import { select } from './selection'
import { showDocument } from './showDocument'
import { view } from './view'
import type { Workspace } from './workspace'

export type ViewProblem =
  | LinkProblem
  | LinkFault
  /** It took longer than anybody's schema does. */
  | { readonly kind: 'tooSlow' }
  | { readonly kind: 'failed'; readonly message: string }

/** On the way to a document; `none` once it is there. */
export type Arrival =
  | { readonly kind: 'none' }
  | { readonly kind: 'opening' }
  /** Asks for the passphrase. */
  | { readonly kind: 'locked'; readonly isWrong: boolean; readonly isBusy: boolean }
  | { readonly kind: 'failed'; readonly problem: ViewProblem }

const arrival = createStore<{ readonly arrival: Arrival }>(() => ({ arrival: { kind: 'none' } }))
export const useArrival = (): Arrival => useStore(arrival, (state) => state.arrival)

const arrive = (next: Arrival): void => arrival.setState({ arrival: next })

/** What is shown of it; the names are those of the parts of an address. */
export interface Look {
  readonly diagram?: string | undefined
  /** Names of tables. */
  readonly select?: readonly string[]
  readonly fit?: 'all' | 'selection' | undefined
}

/** A link is looked at for so long; what takes longer was made to. */
const patienceMs = 30_000

const idPrefix = 'view:'
let views = 0

const isViewed = (id: DocumentId | undefined): boolean => id?.startsWith(idPrefix) ?? false

/** Is the document in view one that came in a link? */
export const isViewing = (): boolean =>
  screens.getState().screen === 'editor' && isViewed(document.getState().id)

export function useViewing(): boolean {
  const isViewedOne = useDocument(({ id }) => isViewed(id))
  const isOpen = useScreens(({ screen }) => screen === 'editor')
  return isViewedOne && isOpen
}

interface Asked {
  readonly link: Link
  readonly look: Look
  /** Where a copy goes; without it everything is only shown. */
  readonly workspace?: Workspace | undefined
}

let asked: Asked | undefined

async function unpacked(link: Link, passphrase?: string): Promise<Unpacked | ViewProblem> {
  const client = shareClient()
  const wish = { data: link.data, isLocked: link.isLocked, ...(passphrase !== undefined && { passphrase }) }
  const result = await client.call('unpack', wish, { signal: AbortSignal.timeout(patienceMs) })
  client.close()
  if (result.ok) return result.value
  return result.error.kind === 'failed' ? result.error : { kind: 'tooSlow' }
}

function byName(schema: Schema, names: readonly string[]) {
  const wanted = new Set(names)
  const tables = [...schema.table.values(), ...schema.view.values(), ...schema.enum.values()]
  return tables.filter(({ name }) => wanted.has(name)).map(({ id }) => id)
}

function applyLook(schema: Schema, look: Look): void {
  const diagram = [...schema.diagram.values()].find(({ name }) => name === look.diagram)
  if (diagram) view.setState({ diagram: diagram.id })
  else if (look.diagram !== undefined)
    tell({ tone: 'warning', text: `There is no diagram ${look.diagram} in this document.` })
  const chosen = byName(schema, look.select ?? [])
  if (chosen.length > 0) view.setState({ selection: select(...chosen) })
  if (look.fit === 'selection' && chosen.length > 0) lookAt({ kind: 'fit', items: new Set(chosen) })
  else lookAt({ kind: 'fitAll' })
}

async function show(schema: Schema, { link, look, workspace }: Asked): Promise<void> {
  if (link.way === 'copy' && workspace) {
    await keep(schema, workspace)
    tell({ tone: 'success', text: 'The copy is among your documents.' })
  } else showDocument({ id: `${idPrefix}${String(++views)}`, schema, isReadOnly: true })
  applyLook(document.getState().schema, look)
}

async function attempt(given: Asked, passphrase?: string): Promise<void> {
  const result = await unpacked(given.link, passphrase)
  // Another link was followed meanwhile.
  if (asked !== given) return
  if (result.kind === 'wrongPassphrase') arrive({ kind: 'locked', isWrong: true, isBusy: false })
  else if (result.kind !== 'unpacked') arrive({ kind: 'failed', problem: result })
  else {
    await show(result.schema, given)
    arrive({ kind: 'none' })
    if (result.lost > 0) {
      const text = `${String(result.lost)} records in this link could not be read; everything else is here.`
      tell({ tone: 'warning', text })
    }
  }
}

/** Opens what a link carries. What stands open is put away first, as it would be for another document. */
export async function openLink(
  link: Link | LinkFault,
  given: Pick<Asked, 'look' | 'workspace'>,
): Promise<void> {
  if (screens.getState().screen === 'editor' && !isViewing()) await given.workspace?.leave()
  if ('kind' in link) {
    asked = undefined
    arrive({ kind: 'failed', problem: link })
    return
  }
  const next = { link, ...given }
  asked = next
  if (link.isLocked) arrive({ kind: 'locked', isWrong: false, isBusy: false })
  else {
    arrive({ kind: 'opening' })
    await attempt(next)
  }
}

export async function unlock(passphrase: string): Promise<void> {
  if (!asked) return
  arrive({ kind: 'locked', isWrong: false, isBusy: true })
  await attempt(asked, passphrase)
}

/** Nobody wants it any more. */
export function giveUpLink(): void {
  asked = undefined
  arrive({ kind: 'none' })
}

async function keep(schema: Schema, workspace: Workspace): Promise<void> {
  await workspace.adopt(underFreshIds(schema, newId))
}

/** What is being looked at becomes a document of one's own, in the diagram that one looked at. */
export async function makeItMine(workspace: Workspace): Promise<void> {
  const { schema } = document.getState()
  const at = inOrder(schema.diagram).findIndex(({ id }) => id === view.getState().diagram)
  await keep(schema, workspace)
  const diagram = inOrder(document.getState().schema.diagram)[at]
  if (diagram) view.setState({ diagram: diagram.id })
  tell({ tone: 'success', text: 'It is among your documents now.' })
}
