// Versions that nobody asks for: the state before one began to work, one every ten minutes of work, one when one leaves.
// What becomes of them with age is the store's own business.
import type { Schema } from '../../core/model/schema'
import type { VersionStore } from '../../platform/types'
import { document } from '../document'
import { keepVersion } from './keeping'

const everyMs = 10 * 60_000
/** So little work is not worth a version of its own. */
const leastMs = 60_000

export class AutoVersions {
  private readonly store: VersionStore
  private readonly id: string
  /** As it was opened; gone once it is kept or known to be. */
  private opened: Schema | undefined
  private lastAt: number
  private isDirty = false

  constructor(store: VersionStore, id: string) {
    this.store = store
    this.id = id
    this.opened = document.getState().schema
    this.lastAt = Date.now()
  }

  /** Something was written to the disk. */
  worked(): void {
    const { opened } = this
    this.opened = undefined
    this.isDirty = true
    if (opened && opened.table.size > 0) void this.keepOpened(opened)
    if (Date.now() - this.lastAt >= everyMs) this.keep(document.getState().schema)
  }

  private async keepOpened(schema: Schema): Promise<void> {
    const list = await this.store.list(this.id)
    const newest = list.ok ? list.value[0] : undefined
    // The last session ended with one, or it was minutes ago.
    if (newest && Date.now() - newest.at < everyMs) return
    await keepVersion(this.store, this.id, { schema })
  }

  private keep(schema: Schema): void {
    this.lastAt = Date.now()
    this.isDirty = false
    // Where there is no room the document itself comes first; it says so by itself.
    if (schema.table.size > 0) void keepVersion(this.store, this.id, { schema })
  }

  leave(): void {
    if (this.isDirty && Date.now() - this.lastAt >= leastMs) this.keep(document.getState().schema)
  }
}
