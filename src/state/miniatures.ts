// The small picture of each document in the list. It is drawn in the picture worker from the text of a snapshot, kept
// beside the document, and never waited for: a document without one is a document like any other.
import { createStore } from 'zustand/vanilla'
import { useStore } from 'zustand'
import { write } from '../core/file'
import { readMiniature, type Miniature } from '../core/picture/miniature'
import type { DocumentStore } from '../platform/types'
import { pictureClient } from '../workers/client'
import { document } from './document'

interface MiniatureState {
  readonly byId: ReadonlyMap<string, Miniature>
}

const miniatures = createStore<MiniatureState>(() => ({ byId: new Map() }))

export const useMiniature = (id: string): Miniature | undefined =>
  useStore(miniatures, ({ byId }) => byId.get(id))

/** Once nobody has touched the document for so long, it is worth a new picture. */
const quietMs = 4000
/** Writing a larger document takes long enough to be felt; its picture is made of its snapshots only. */
const mostTables = 300

function put(id: string, picture: Miniature | undefined): void {
  const byId = new Map(miniatures.getState().byId)
  if (picture) byId.set(id, picture)
  else byId.delete(id)
  miniatures.setState({ byId })
}

let client: ReturnType<typeof pictureClient> | undefined

export class Miniatures {
  private readonly store: DocumentStore
  private readonly asked = new Set<string>()
  private timer: ReturnType<typeof setTimeout> | undefined
  private waiting: (() => void) | undefined
  private unsubscribe: (() => void) | undefined

  constructor(store: DocumentStore) {
    this.store = store
  }

  /** Shows what is kept, once per session: later ones come from here. */
  readonly ask = async (id: string): Promise<boolean> => {
    if (this.asked.has(id)) return true
    this.asked.add(id)
    const stored = await this.store.thumbnail(id)
    const picture = stored.ok && typeof stored.value === 'string' ? readMiniature(stored.value) : undefined
    if (picture) put(id, picture)
    return picture !== undefined
  }

  /** A new picture from a document's text. */
  readonly draw = async (id: string, text: string): Promise<void> => {
    client ??= pictureClient()
    const drawn = await client.call('miniature', { text })
    // Without a picture nothing is lost; the next one may do.
    if (!drawn.ok) return
    this.asked.add(id)
    put(id, drawn.value)
    await this.store.setThumbnail(id, drawn.value ? JSON.stringify(drawn.value) : '')
  }

  /** A copy looks like what it was copied from. */
  readonly copy = (from: string, to: string): void => {
    const picture = miniatures.getState().byId.get(from)
    if (picture) put(to, picture)
  }

  /** Redraws the open document whenever it has come to rest; `text` is what it was opened from. */
  follow(id: string, text: string): void {
    this.rest()
    void this.ask(id).then((isThere) => {
      if (!isThere) this.later(id, () => text)
    })
    this.unsubscribe = document.subscribe((state, before) => {
      if (state.id === id && state.revision !== before.revision) this.later(id, textOf(id))
    })
  }

  /** What waits is drawn now: the document is about to be left. */
  rest(): void {
    this.unsubscribe?.()
    this.unsubscribe = undefined
    this.waiting?.()
  }

  private later(id: string, text: () => string | undefined): void {
    clearTimeout(this.timer)
    this.waiting = () => {
      clearTimeout(this.timer)
      this.waiting = undefined
      const now = text()
      if (now !== undefined) void this.draw(id, now)
    }
    this.timer = setTimeout(this.waiting, quietMs)
  }
}

/** The open document as a text, while it is that one and small. */
const textOf = (id: string) => (): string | undefined => {
  const { schema, id: open } = document.getState()
  return open === id && schema.table.size <= mostTables ? write(schema) : undefined
}
