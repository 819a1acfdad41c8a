// What a hand does on the canvas, and what an eye may ask it. Things are found as a person finds them: by their names.
import type { Locator, Page } from '@playwright/test'

export const canvasOf = (page: Page): Locator => page.getByRole('application', { name: 'Diagram canvas' })

export const tableOf = (page: Page, name: string): Locator =>
  page.locator(`[data-object][aria-label^="Table ${name},"]`)

export const columnOf = (page: Page, table: string, column: string): Locator =>
  tableOf(page, table)
    .locator('[data-part]')
    .filter({ has: page.getByText(column, { exact: true }) })

interface Place {
  readonly x: number
  readonly y: number
}

export async function boxOf(locator: Locator) {
  const box = await locator.boundingBox()
  if (!box) throw new Error(`Not on the screen: ${locator.toString()}`)
  return box
}

export async function headOf(page: Page, table: string): Promise<Place> {
  const { x, y } = await boxOf(tableOf(page, table))
  return { x: x + 60, y: y + 20 }
}

/** The port at the right end of a row; it is there while the pointer is. */
export async function portOf(page: Page, table: string, column: string): Promise<Place> {
  const { x, y, width, height } = await boxOf(columnOf(page, table, column))
  return { x: x + width, y: y + height / 2 }
}

/** Presses and moves in steps, as a hand does; the button stays down. */
export async function pull(page: Page, from: Place, to: Place): Promise<void> {
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 })
  await page.mouse.move(to.x, to.y, { steps: 4 })
}

export async function drag(page: Page, from: Place, to: Place): Promise<void> {
  await pull(page, from, to)
  await page.mouse.up()
}

interface Doors {
  readonly relata: {
    readonly canvasPort: { getState(): { readonly port: { toScreen(at: Place): Place } } }
    readonly openDocument: {
      getState(): {
        readonly history: { readonly done: readonly { readonly label: string }[] }
        readonly schema: { readonly placement: ReadonlyMap<string, Place> }
      }
    }
    readonly lookAt: (
      request: { readonly kind: 'zoomTo'; readonly zoom: number } | { readonly kind: 'fitAll' },
    ) => void
    readonly view: { getState(): { readonly selection: { readonly items: ReadonlySet<string> } } }
  }
}

/** The steps that undo would go back, in the person's words. */
export const steps = (page: Page): Promise<readonly string[]> =>
  // The page of the canvas sets this up; the product does not.
  page.evaluate(() =>
    (window as unknown as Doors).relata.openDocument.getState().history.done.map(({ label }) => label),
  )

export const selectedCount = (page: Page): Promise<number> =>
  page.evaluate(() => (window as unknown as Doors).relata.view.getState().selection.items.size)

export const zoomTo = (page: Page, zoom: number): Promise<void> =>
  page.evaluate((to) => (window as unknown as Doors).relata.lookAt({ kind: 'zoomTo', zoom: to }), zoom)

/** Where on the screen the first table of the sample begins, also while it is no element. */
export const placeOfFirst = (page: Page): Promise<Place> =>
  page.evaluate(() => {
    const { openDocument, canvasPort } = (window as unknown as Doors).relata
    const [first] = openDocument.getState().schema.placement.values()
    return canvasPort.getState().port.toScreen(first ?? { x: 0, y: 0 })
  })
