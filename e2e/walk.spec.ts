// The whole graph by keys alone, as one hears it: every table, every column, every relation.
import { expect, test, type App } from './support/app'
import { modelOf, shop, type ModelGiven } from './support/schemas'

const said = async (app: App): Promise<string> => (await app.said.textContent()) ?? ''

/** Presses keys until one hears again what one heard first. */
async function round(app: App, key: string, limit = 40): Promise<readonly string[]> {
  const heard: string[] = []
  for (let i = 0; i < limit; i++) {
    await app.press(key)
    const now = await said(app)
    if (now === heard[0]) return heard
    heard.push(now)
  }
  throw new Error(`no end of it: ${heard.join(' | ')}`)
}

test('every table and every relation is reached and heard', async ({ app }) => {
  await app.open(modelOf(shop))
  await app.canvas.focus()
  const tables: string[] = []
  const relations = new Set<string>()
  for (let i = 0; i < 4; i++) {
    await app.press('Tab')
    await expect(app.said).toHaveText(/^Table /)
    tables.push(await said(app))
    for (const line of await round(app, '.')) relations.add(line.replace(/, relation \d.*/, ''))
    await app.press('Escape')
    await expect(app.said).toHaveText(tables.at(-1) ?? '')
  }
  expect(tables.map((text) => text.split(',')[0])).toEqual([
    'Table customers',
    'Table orders',
    'Table products',
    'Table order_items',
  ])
  expect([...relations].sort()).toEqual([
    'order_items references orders through order_id, any number to exactly one',
    'order_items references products through product_id, any number to exactly one',
    'orders references customers through customer_id, any number to exactly one',
  ])
  await app.press('Tab')
  await expect(app.canvas).not.toBeFocused()
})

test('the arrows lead over a relation to the table at its other end, and back', async ({ app, page }) => {
  await app.open(modelOf(shop))
  await app.canvas.focus()
  await app.press('Tab', '.')
  await expect(app.said).toHaveText(/^orders references customers through customer_id/)
  const active = await app.canvas.getAttribute('aria-activedescendant')
  await expect(page.locator(`[id="${active ?? ''}"]`)).toHaveAccessibleName(/orders references customers/)
  await app.press('ArrowRight')
  await expect(app.said).toHaveText(/^Table orders/)
  await app.press('.')
  await expect(app.said).toHaveText(/relation 1 of 2 of orders$/)
  await app.press('.')
  await expect(app.said).toHaveText(/^order_items references orders .*relation 2 of 2 of orders$/)
  await app.press('ArrowDown')
  await expect(app.said).toHaveText(/^Table order_items/)
  await app.press(',', 'g')
  await expect(app.said).toHaveText(/^Table products/)
})

test('the rows of a table are heard one by one, in any script', async ({ app }) => {
  const names: ModelGiven = {
    tables: [
      { name: '顧客', columns: ['id', '名前 text'], at: [0, 0] },
      { name: 'عملاء', columns: ['id', '顧客_id bigint'], at: [360, 0] },
    ],
    relations: ['عملاء.顧客_id > 顧客.id'],
  }
  await app.open(modelOf(names))
  await app.canvas.focus()
  await app.press('Tab')
  await expect(app.said).toHaveText('Table 顧客, 2 columns, 1 relation')
  await app.press('Enter', 'ArrowDown')
  await expect(app.said).toHaveText('名前, text')
  await app.press('Escape', '.')
  await expect(app.said).toHaveText(/^عملاء references 顧客 through 顧客_id/)
})

test('what is folded, locked or hidden is told', async ({ app }) => {
  await app.open(modelOf(shop))
  await app.canvas.focus()
  await app.press('Tab', 'k')
  await expect(app.said).toHaveText('Table customers, 3 columns, 1 relation, only 1 shown')
  await app.press('Shift+K')
  await expect(app.said).toHaveText('Table customers, 3 columns, 1 relation, only the name shown')
  await app.press('l')
  await expect(app.said).toHaveText('Table customers, 3 columns, 1 relation, only the name shown, locked')
  await app.press('h')
  await expect(app.said).toHaveText('customers is hidden in this diagram')
})

test('several are chosen, a table is widened and a line is pushed by keys', async ({ app, page }) => {
  await app.open(modelOf(shop))
  await app.canvas.focus()
  await app.press('Tab', 'Alt+Shift+ArrowRight', 'Alt+Shift+ArrowDown')
  await expect(page.getByRole('contentinfo')).toContainText('3 selected')
  await app.press('Escape', 'Tab')
  const before = await app.table('customers').boundingBox()
  await app.press('Alt+.')
  await app.settled()
  const after = await app.table('customers').boundingBox()
  expect(after?.width).toBe((before?.width ?? 0) + 16)
  await app.press('.')
  const path = () => app.line('orders references customers through customer_id').innerHTML()
  const was = await path()
  await app.press('Shift+ArrowRight', 'Shift+ArrowRight')
  await expect.poll(path).not.toBe(was)
  await expect(page.getByRole('button', { name: 'Undo' })).toBeEnabled()
})

test('the view moves by keys where nothing is selected', async ({ app }) => {
  await app.open(modelOf(shop))
  await app.canvas.focus()
  const before = await app.table('customers').boundingBox()
  await app.press('Control+ArrowRight')
  await app.settled()
  const after = await app.table('customers').boundingBox()
  expect(after?.x).toBe((before?.x ?? 0) - 96)
})
