// The inspector as people use it: a table by keys alone, several tables at once, the ends of a relation.
import AxeBuilder from '@axe-core/playwright'
import type { Locator, Page } from '@playwright/test'
import { expect, test } from './fixtures'

const inspectorOf = (page: Page): Locator => page.getByRole('complementary', { name: 'Inspector' })
const cell = (page: Page, name: string): Locator =>
  inspectorOf(page).getByRole('gridcell', { name, exact: true })
const columns = (page: Page): Promise<string[]> =>
  inspectorOf(page)
    .locator('[data-column]')
    .evaluateAll((rows) =>
      rows.map((row) =>
        [...row.querySelectorAll('[role=gridcell]')]
          .slice(0, 2)
          .map((one) => one.textContent)
          .join(' '),
      ),
    )

/** What axe finds in the inspector alone. */
async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).include('[aria-label="Inspector"]').analyze()
  expect(violations.map(({ help, nodes }) => [help, ...nodes.map(({ html }) => html)])).toEqual([])
}

const undo = async (page: Page, times = 1): Promise<void> => {
  for (let step = 0; step < times; step++) await page.getByRole('button', { name: 'Undo' }).click()
}

/** An empty document in the editor. */
async function openEditor(page: Page): Promise<void> {
  await page.goto('./')
  await page.getByRole('button', { name: /^New/ }).first().click()
  await expect(page.locator('[data-canvas]')).toBeVisible()
  await page.locator('[data-canvas]').focus()
}

/** A new table by its key; its name is typed on the canvas. */
async function addTable(page: Page, name: string, ...lines: readonly string[]): Promise<void> {
  await page.locator('[data-canvas]').focus()
  await page.keyboard.press('t')
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type(name)
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await expect(inspectorOf(page)).toContainText(name)
  for (const line of lines) {
    await cell(page, 'Add column').click()
    const [column = '', type = ''] = line.split(' ')
    await page.keyboard.type(column)
    await page.keyboard.press(type === '' ? 'Enter' : 'Tab')
    if (type !== '') {
      await page.keyboard.type(type)
      await page.keyboard.press('Enter')
    }
    await page.keyboard.press('Escape')
  }
}

/** Walks with Tab, as one does without a mouse, until the inspector has the focus. */
async function tabInto(page: Page, target: Locator): Promise<void> {
  for (let step = 0; step < 80; step++) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error('Tab never came to the place')
}

test('a table is built in the inspector with the keyboard alone, and taken back step by step', async ({
  page,
}) => {
  await openEditor(page)
  await addTable(page, 'orders')
  await tabInto(page, inspectorOf(page).getByRole('gridcell', { name: 'id', exact: true }))
  const { keyboard } = page
  await keyboard.press('ArrowDown')
  for (const [name, type] of [
    ['reference', 'varchar(32)'],
    ['total', 'numeric(12,2)'],
    ['created_at', ''],
  ]) {
    await keyboard.type(name ?? '')
    if (type === '') await keyboard.press('Enter')
    else {
      await keyboard.press('Tab')
      await keyboard.type(type ?? '')
      await keyboard.press('Enter')
    }
  }
  await keyboard.press('Escape')
  await expect
    .poll(() => columns(page))
    .toEqual(['id bigint', 'reference varchar(32)', 'total numeric(12,2)', 'created_at timestamptz'])

  await test.step('order, nullability and key by keys', async () => {
    await keyboard.press('ArrowUp')
    await keyboard.press('Alt+ArrowUp')
    await expect
      .poll(() => columns(page))
      .toEqual(['id bigint', 'reference varchar(32)', 'created_at timestamptz', 'total numeric(12,2)'])
    await expect(cell(page, 'created_at')).toBeFocused()
    await keyboard.press('ArrowUp')
    await keyboard.press('End')
    await keyboard.press('ArrowLeft')
    await keyboard.press('Space')
    await expect(cell(page, 'Not null')).toHaveCount(3)
  })

  await test.step('typing over, giving up and deleting', async () => {
    await keyboard.press('Home')
    await keyboard.type('code')
    await keyboard.press('Escape')
    await expect(cell(page, 'reference')).toBeFocused()
    await keyboard.press('F2')
    await keyboard.type('code')
    await keyboard.press('Enter')
    await expect(cell(page, 'code')).toBeVisible()
    await keyboard.press('ArrowUp')
    await keyboard.press('Delete')
    await expect
      .poll(() => columns(page))
      .toEqual(['id bigint', 'created_at timestamptz', 'total numeric(12,2)'])
  })

  await test.step('each was one step', async () => {
    await undo(page, 3)
    await expect
      .poll(() => columns(page))
      .toEqual(['id bigint', 'reference varchar(32)', 'created_at timestamptz', 'total numeric(12,2)'])
    await expect(cell(page, 'Not null')).toHaveCount(2)
  })
  await expectAccessible(page)
})

test('pasted lines become columns in one step', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await openEditor(page)
  await addTable(page, 'products')
  await cell(page, 'Add column').click()
  await page.evaluate(() =>
    navigator.clipboard.writeText('sku varchar(20) not null\nprice numeric(10,2)\nnotes text'),
  )
  await page.keyboard.press('ControlOrMeta+v')
  await expect
    .poll(() => columns(page))
    .toEqual(['id bigint', 'sku varchar(20)', 'price numeric(10,2)', 'notes text'])
  await page.keyboard.press('Escape')
  await undo(page)
  await expect.poll(() => columns(page)).toEqual(['id bigint'])
})

test('three tables are changed at once, and back by one undo', async ({ page }) => {
  await openEditor(page)
  for (const name of ['one', 'two', 'three']) await addTable(page, name)
  await page.locator('[data-canvas]').focus()
  await page.keyboard.press('ControlOrMeta+a')
  const inspector = inspectorOf(page)
  await expect(inspector.getByRole('heading', { level: 2 })).toContainText('3 tables')
  await inspector.getByRole('combobox', { name: 'Namespace' }).fill('shop')
  await page.keyboard.press('Enter')
  await inspector.getByRole('radio', { name: 'Teal' }).click()
  await expect(inspector.getByRole('combobox', { name: 'Namespace' })).toHaveValue('shop')
  await expect(inspector.getByRole('radio', { name: 'Teal' })).toBeChecked()
  await expectAccessible(page)
  await undo(page)
  await expect(inspector.getByRole('radio', { name: 'No colour' })).toBeChecked()
  await undo(page)
  await expect(inspector.getByRole('combobox', { name: 'Namespace' })).toHaveValue('')
})

test('the ends of a relation say how many, refuse in place and mend with a press', async ({ page }) => {
  await openEditor(page)
  await addTable(page, 'customers')
  await addTable(page, 'orders', 'customer_id')
  const inspector = inspectorOf(page)
  await cell(page, 'Details of customer_id').click()
  await inspector.getByRole('button', { name: 'Relate to customers' }).click()
  await inspector.getByRole('list', { name: 'Relations' }).getByRole('button').click()
  await expect(inspector).toContainText('An order may belong to at most one customer.')

  await inspector.getByRole('combobox', { name: 'How many customers' }).click()
  await page.getByRole('option', { name: 'Exactly one' }).click()
  await expect(inspector).toContainText('Each order belongs to exactly one customer.')
  await inspector.getByRole('combobox', { name: 'How many orders' }).click()
  await page.getByRole('option', { name: 'Zero or one' }).click()
  await expect(inspector).toContainText('A customer may have at most one order.')

  await inspector.getByRole('combobox', { name: 'How many customers' }).click()
  await page.getByRole('option', { name: 'Zero or more' }).click()
  await expect(inspector).toContainText('For many, a table in between is needed.')
  await expectAccessible(page)
  await undo(page)
  await expect(inspector).toContainText('A customer may have any number of orders.')
})
