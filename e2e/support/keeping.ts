// Ways to harm what the browser keeps, and to see what is left of it.
import type { Page } from '@playwright/test'
import { App, expect } from './app'

/** Addresses do not name the document: one comes back to it by the list. */
export async function reopen(page: Page, name: string): Promise<void> {
  const app = new App(page)
  await expect(app.canvas.or(page.getByRole('button', { name: 'New document' })).first()).toBeVisible()
  if (await app.canvas.isVisible()) return
  await page
    .getByRole('button', { name: new RegExp(`^${name}`) })
    .first()
    .click()
  await expect(app.canvas).toBeVisible()
}

export async function shopDrawn(app: App): Promise<void> {
  await app.newDocument()
  await app.doubleClick(await app.at(200, 80))
  await app.typeTable('customers', ['name', 'email'])
}

interface Burst {
  /** Milliseconds from the first edit to the end of the page. */
  readonly lives: number
  /** The renderer dies; else the page is closed without being asked. */
  readonly isCrash: boolean
}

/** Adds table after table until the page dies. How many of them were there half a second before. */
export async function burst(app: App, { lives, isCrash }: Burst): Promise<number> {
  const { page } = app
  await app.canvas.focus()
  const done: number[] = []
  const from = Date.now()
  while (Date.now() - from < lives) {
    // A table with the name that it is given, then out of its field.
    await app.press('t', 'Escape')
    done.push(Date.now())
  }
  const end = Date.now()
  if (isCrash) {
    const session = await page.context().newCDPSession(page)
    const dying = page.waitForEvent('crash')
    void session.send('Page.crash').catch(() => undefined)
    await dying
  }
  await page.close({ runBeforeUnload: false })
  return done.filter((at) => at <= end - 500).length
}

/** How many tables came back; as many undos leave none. */
export async function endOfBurst(app: App): Promise<number> {
  const tables = app.page.getByText(/^\d+ tables?$/)
  const kept = Number(/^\d+/.exec(await tables.innerText())?.[0] ?? -1)
  await app.canvas.focus()
  for (let undone = 0; undone < kept; undone += 1) await app.press('Control+z')
  await expect(tables).toHaveText('0 tables')
  return kept
}

export type Damage =
  | { readonly kind: 'evicted' }
  | { readonly kind: 'lastEntries'; readonly count: number }
  /** Of the document that has a table of this name. */
  | { readonly kind: 'snapshot'; readonly of: string }

/** Behind the app's back. */
export const damage = (page: Page, how: Damage): Promise<void> =>
  page.evaluate(async (given) => {
    const settled = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error ?? new Error('no'))
      })
    const database = await settled(indexedDB.open('relata'))
    const names = [...database.objectStoreNames]
    const store = (name: string) => database.transaction(names, 'readwrite').objectStore(name)
    if (given.kind === 'evicted') for (const name of names) await settled(store(name).clear())
    if (given.kind === 'lastEntries') {
      const keys = await settled(store('entries').getAllKeys())
      for (const key of keys.slice(-given.count)) await settled(store('entries').put({ nonsense: true }, key))
    }
    if (given.kind === 'snapshot') {
      for (const key of await settled(store('snapshots').getAllKeys())) {
        const record = (await settled(store('snapshots').get(key))) as { readonly text: string }
        if (record.text.includes(given.of)) await settled(store('snapshots').put({ text: 7 }, key))
      }
    }
    database.close()
  }, how)
