// Relata as a person meets it: what one sees by its role and name, what one does by mouse and keyboard.
import { readFileSync } from 'node:fs'
import type { Download, Locator, Page } from '@playwright/test'
import { read, write } from '../../src/core/file'
import type { Point } from '../../src/core/model/records'
import type { Schema } from '../../src/core/model/schema'
import { expect, test as base } from '../fixtures'

export type Side = 'left' | 'right'

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

export class App {
  readonly page: Page
  readonly canvas: Locator
  readonly outline: Locator
  readonly messages: Locator

  constructor(page: Page) {
    this.page = page
    this.canvas = page.getByRole('application', { name: 'Diagram canvas' })
    this.outline = page.getByRole('tree', { name: 'Outline' })
    this.messages = page.getByRole('region', { name: 'Messages' })
  }

  // Documents

  async start(): Promise<void> {
    await this.page.goto('./')
    await expect(this.page.getByRole('button', { name: 'New document' })).toBeVisible()
  }

  async newDocument(): Promise<void> {
    await this.start()
    await this.page.getByRole('button', { name: 'New document' }).click()
    await this.settled()
  }

  /** Opens a model as the file that it would be on disk. */
  async open(schema: Schema, name = 'model.relata'): Promise<void> {
    await this.start()
    const choosing = this.page.waitForEvent('filechooser')
    await this.page.getByRole('button', { name: 'Open a file…' }).click()
    const chooser = await choosing
    await chooser.setFiles({ name, mimeType: 'application/json', buffer: Buffer.from(write(schema)) })
    await this.settled()
  }

  /** Once nothing on the canvas moves any more; a hand is slower than that, a test is not. */
  async settled(): Promise<void> {
    await expect(this.canvas).toBeVisible()
    await this.page.waitForFunction(() => {
      const things = [...document.querySelectorAll('[data-canvas], [data-canvas] [data-object]')]
      const places = things.map((thing) => thing.getBoundingClientRect())
      const now = places.map(({ x, y, width }) => [x, y, width].map(Math.round).join()).join(' ')
      const root = document.documentElement
      const [before = '', since = '0'] = (root.dataset['places'] ?? '').split('@')
      const from = before === now ? Number(since) : performance.now()
      root.dataset['places'] = `${now}@${String(from)}`
      return performance.now() - from > 150
    })
  }

  async download(): Promise<Download> {
    const coming = this.page.waitForEvent('download')
    await this.page.keyboard.press('Control+Shift+S')
    return coming
  }

  /** The document as "Save a copy as…" gives it. */
  async savedText(): Promise<string> {
    return readFileSync(await (await this.download()).path(), 'utf8')
  }

  async saved(): Promise<Schema> {
    const content = read(await this.savedText())
    if (!content.ok) throw new Error(`the saved copy cannot be read: ${content.error.kind}`)
    expect(content.value.notices).toEqual([])
    return content.value.schema
  }

  // What stands on the canvas

  object(kind: 'Table' | 'View' | 'Enum', name: string): Locator {
    return this.canvas.getByRole('group', { name: new RegExp(`^${kind} ${escaped(name)}, `) })
  }

  table(name: string): Locator {
    return this.object('Table', name)
  }

  area(name: string): Locator {
    return this.canvas.getByRole('group', { name: `Subject area ${name}`, exact: true })
  }

  row(table: string, column: string): Locator {
    const name = this.page.getByText(column, { exact: true })
    return this.table(table).locator('[data-part]').filter({ has: name })
  }

  /** A line by what it says of itself: "orders references customers through customer_id". */
  line(title: string): Locator {
    return this.canvas.getByRole('img', { name: title, exact: true })
  }

  get lines(): Locator {
    return this.canvas.getByRole('group', { name: 'Relations', exact: true }).getByRole('img')
  }

  outlineRow(name: string): Locator {
    const text = this.page.getByText(name, { exact: true })
    return this.outline.getByRole('treeitem').filter({ has: text })
  }

  /** What a screen reader hears of the canvas. */
  get said(): Locator {
    return this.page.locator('[data-live-region]')
  }

  message(text: string | RegExp): Locator {
    return this.messages.getByRole('listitem').filter({ hasText: text })
  }

  // Places

  /** A point of the window, by its place on the canvas. */
  async at(x: number, y: number): Promise<Point> {
    const box = await boxOf(this.canvas)
    return { x: box.x + x, y: box.y + y }
  }

  async header(table: string): Promise<Point> {
    await this.settled()
    const { x, y, width } = await boxOf(this.table(table))
    return { x: x + width / 2, y: y + 20 }
  }

  /** Where a line may be drawn from: beside the row, or beside the name for the table as a whole. */
  async port({ table, column, side = 'right' }: End): Promise<Point> {
    const { x, y, width, height } = await boxOf(column ? this.row(table, column) : this.table(table))
    return { x: side === 'right' ? x + width - 1 : x + 1, y: column ? y + height / 2 : y + 22 }
  }

  /** On the row, or on the name. */
  async middle({ table, column }: End): Promise<Point> {
    const { x, y, width, height } = await boxOf(column ? this.row(table, column) : this.table(table))
    return { x: x + width / 2, y: column ? y + height / 2 : y + 20 }
  }

  // By mouse

  async drag(from: Point, to: Point, { holding = [], isReleased = true }: DragOptions = {}): Promise<void> {
    const { mouse, keyboard } = this.page
    await mouse.move(from.x, from.y)
    await mouse.down()
    for (const key of holding) await keyboard.down(key)
    await mouse.move((from.x * 3 + to.x) / 4, (from.y * 3 + to.y) / 4, { steps: 3 })
    await mouse.move(to.x, to.y, { steps: 6 })
    if (!isReleased) return
    await mouse.up()
    for (const key of holding) await keyboard.up(key)
  }

  async click(at: Point, options: { button?: 'left' | 'right' | 'middle'; clickCount?: number } = {}) {
    await this.page.mouse.click(at.x, at.y, options)
  }

  async doubleClick(at: Point): Promise<void> {
    await this.page.mouse.dblclick(at.x, at.y)
  }

  tool(label: string): Locator {
    return this.page.getByRole('toolbar', { name: 'Palette' }).getByRole('button', { name: label })
  }

  async dragTool(label: string, to: Point): Promise<void> {
    const { x, y, width, height } = await boxOf(this.tool(label))
    await this.drag({ x: x + width / 2, y: y + height / 2 }, to)
  }

  /** Draws a line from a port onto a row or a table. */
  async connect(from: End, to: End, options: DragOptions = {}): Promise<void> {
    await this.settled()
    const start = await this.port(from)
    await this.drag(start, await this.middle(to), options)
  }

  async clickTable(name: string, modifiers: ('Shift' | 'Control')[] = []): Promise<void> {
    for (const key of modifiers) await this.page.keyboard.down(key)
    await this.click(await this.header(name))
    for (const key of modifiers) await this.page.keyboard.up(key)
  }

  async moveTable(name: string, by: Point, options: DragOptions = {}): Promise<void> {
    const from = await this.header(name)
    await this.drag(from, { x: from.x + by.x, y: from.y + by.y }, options)
  }

  /** The context menu of a place, and one of its entries; `path` goes through its submenus. */
  async choose(at: Point, ...path: readonly string[]): Promise<void> {
    await this.click(at, { button: 'right' })
    await this.enter(path)
  }

  /** The menu of everything, by mouse. */
  async menu(...path: readonly string[]): Promise<void> {
    await this.page.getByRole('button', { name: 'Menu', exact: true }).click()
    await this.enter(path)
  }

  private async enter(path: readonly string[]): Promise<void> {
    for (const name of path) {
      const entry = this.page
        .getByRole('menuitem', { name })
        .or(this.page.getByRole('menuitemcheckbox', { name }))
        .or(this.page.getByRole('menuitemradio', { name }))
      await entry.first().click()
    }
    await expect(this.page.getByRole('menu')).toHaveCount(0)
  }

  // By keyboard

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key)
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text)
  }

  /** The field that opened on the canvas has the focus, with its text chosen. */
  async typeInto(label: string, text: string): Promise<void> {
    await expect(this.canvas.getByRole('textbox', { name: label })).toBeFocused()
    await this.type(text)
  }

  /** Name, Enter, then column after column: "email" lets the name decide, "email text" says the type. */
  async typeTable(name: string, columns: readonly string[]): Promise<void> {
    await this.typeInto('Name of the table', name)
    await this.press('Enter')
    await this.typeColumns(columns)
  }

  async typeColumns(columns: readonly string[]): Promise<void> {
    const next = this.canvas.getByRole('textbox', { name: 'Name of the new column' })
    await expect(next).toBeFocused()
    for (const column of columns) {
      const [, name = '', type] = /^(\S+)(?: (.+))?$/.exec(column) ?? []
      await this.type(name)
      if (type !== undefined) {
        await this.press('Tab')
        await this.type(type)
      }
      await this.press('Enter')
    }
    await this.press('Escape')
    await expect(next).toHaveCount(0)
  }

  /** Ctrl+K, a few letters, Enter. */
  async search(text: string): Promise<void> {
    await this.press('Control+K')
    const field = this.page.getByRole('combobox', { name: /search/i })
    await expect(field).toBeFocused()
    await this.type(text)
    await expect(this.page.getByRole('option').first()).toContainText(new RegExp(escaped(text), 'i'))
    await this.press('Enter')
    await expect(field).toHaveCount(0)
  }
}

export interface End {
  readonly table: string
  readonly column?: string
  readonly side?: Side
}

interface DragOptions {
  readonly holding?: readonly string[]
  readonly isReleased?: boolean
}

export async function boxOf(locator: Locator) {
  const box = await locator.boundingBox()
  if (!box) throw new Error(`${String(locator)} is not on the page`)
  return box
}

/** Without the pickers of the system, which no test can answer: files go the way of browsers that have none. */
const withoutPickers = () => {
  for (const name of ['showOpenFilePicker', 'showSaveFilePicker', 'showDirectoryPicker']) {
    Object.defineProperty(window, name, { value: undefined })
  }
}

export const test = base.extend<{ readonly app: App }>({
  app: async ({ context, page }, use) => {
    await context.addInitScript(withoutPickers)
    await use(new App(page))
  },
})

export { expect }
