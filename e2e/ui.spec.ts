// The component kit as people meet it: by mouse, by keyboard, in both themes. What it looks like is for eyes
// (npx vite --config e2e/kit/vite.config.ts); what it does is here.
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, expectNoAxeViolations, test } from './fixtures'
import { openKit } from './kit/openKit'

/** Of what hangs over the page alone: the page under it was looked at already. */
async function expectAccessible(page: Page, selector: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).include(selector).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual([])
}

for (const theme of ['light', 'dark'] as const) {
  test(`every component is accessible in ${theme}`, async ({ page }) => {
    await openKit(page, { theme })
    await expectNoAxeViolations(page)
  })

  test(`whatever opens is accessible in ${theme}`, async ({ page }) => {
    await openKit(page, { theme })
    await page.getByRole('button', { name: 'More' }).click()
    await page.getByRole('menuitem', { name: 'Colour' }).press('ArrowRight')
    await expect(page.getByRole('menuitem', { name: 'Teal' })).toBeVisible()
    await expectAccessible(page, '[data-base-ui-portal]')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')

    await page.getByRole('combobox', { name: 'Target' }).click()
    await expect(page.getByRole('option', { name: 'MySQL 8.4' })).toBeVisible()
    await expectAccessible(page, '[data-base-ui-portal]')
    await page.keyboard.press('Escape')

    await page.getByRole('combobox', { name: 'Type' }).click()
    await expect(page.getByRole('option', { name: 'bigint' })).toBeVisible()
    await expectAccessible(page, '[popover]:popover-open')
    await page.keyboard.press('Escape')

    await page.getByRole('button', { name: 'Colour', exact: true }).click()
    await expect(page.getByRole('dialog', { name: 'Table colour' })).toBeVisible()
    await expectAccessible(page, '[role=dialog]')
    await page.keyboard.press('Escape')

    await page.getByRole('button', { name: 'Fail' }).click()
    await expectAccessible(page, '[aria-label=Messages]')
    await page.getByRole('button', { name: 'Open dialog' }).click()
    await expect(page.getByRole('dialog', { name: 'Export' })).toBeVisible()
    await expectAccessible(page, '[role=dialog]')
    await page.keyboard.press('Escape')

    await page.getByRole('button', { name: 'Search everything' }).click()
    await expect(page.getByRole('option', { name: 'Add table' })).toBeVisible()
    await expectAccessible(page, '[role=dialog]')
  })
}

test('a menu opens at the first press, is walked by keys and gives the focus back', async ({ page }) => {
  await openKit(page)
  const more = page.getByRole('button', { name: 'More' })
  await more.press('Enter')
  await expect(page.getByRole('menu')).toBeVisible()
  await page.keyboard.press('End')
  await expect(page.getByRole('menuitem', { name: 'Delete' })).toBeFocused()
  await page.keyboard.press('Home')
  await expect(page.getByRole('menuitem', { name: 'Rename' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('menu')).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'More' })).toBeFocused()
})

test('what a menu cannot do says why, and does nothing', async ({ page }) => {
  await openKit(page)
  await page.getByRole('button', { name: 'More' }).click()
  const blocked = page.getByRole('menuitem', { name: 'Bring to diagram' })
  await expect(blocked).toBeDisabled()
  await expect(blocked).toContainText('It is shown there already')
})

test('a right-click opens the menu at the pointer', async ({ page }) => {
  await openKit(page)
  const area = page.getByText('Right-click here')
  await area.click({ button: 'right', position: { x: 10, y: 10 } })
  const menu = await page.getByRole('menu', { name: 'Table' }).boundingBox()
  const place = await area.boundingBox()
  expect(Math.abs((menu?.x ?? 0) - (place?.x ?? 0) - 10)).toBeLessThan(4)
  await page.getByRole('menuitem', { name: 'Duplicate' }).click()
  await expect(page.getByRole('region', { name: 'Messages' })).toContainText('Duplicated')
})

test('a message can be undone, waits while one reads it, and goes by itself', async ({ page }) => {
  await page.clock.install()
  await openKit(page)
  await page.getByText('Right-click here').click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Delete' }).click()
  const messages = page.getByRole('region', { name: 'Messages' })
  await messages.hover()
  await page.clock.fastForward(60_000)
  await expect(messages).toContainText('Deleted orders')
  await messages.getByRole('button', { name: 'Undo' }).click()
  await expect(messages).toHaveText(/Restored orders/)
  await page.mouse.move(0, 0)
  await page.clock.fastForward(60_000)
  await expect(messages).toHaveCount(0)
})

test('a dialog takes the focus, keeps it and gives it back', async ({ page }) => {
  await openKit(page)
  await page.getByRole('button', { name: 'Open dialog' }).click()
  const dialog = page.getByRole('dialog', { name: 'Export' })
  await expect(dialog.getByRole('textbox', { name: 'File name' })).toBeFocused()
  for (let step = 0; step < 5; step++) await page.keyboard.press('Tab')
  await expect(dialog.locator(':focus')).toHaveCount(1)
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Open dialog' })).toBeFocused()
})

test('a type may be chosen from the list or be any text', async ({ page }) => {
  await openKit(page)
  const type = page.getByRole('combobox', { name: 'Type' })
  await type.fill('int')
  const choices = page.getByRole('listbox', { name: 'Type: choices' })
  await expect(choices.getByRole('option')).toHaveText([/^integer/, /^bigint/])
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(type).toHaveValue('bigint')
  await type.fill('my_own_type(3)')
  await page.keyboard.press('Enter')
  await expect(type).toHaveValue('my_own_type(3)')
  await type.fill('wrong')
  await page.keyboard.press('Escape')
  await expect(type).toHaveValue('my_own_type(3)')
  await type.fill('num')
  await page.getByRole('option', { name: 'numeric' }).click()
  await expect(type).toHaveValue('numeric(10,2)')
})

test('a target is chosen by keys', async ({ page }) => {
  await openKit(page)
  await page.getByRole('combobox', { name: 'Target' }).press('Enter')
  await expect(page.getByRole('option', { name: 'PostgreSQL 16' })).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('combobox', { name: 'Target: MySQL 8.4' })).toBeFocused()
})

test('a field commits on Enter and takes the typing back on Escape', async ({ page }) => {
  await openKit(page)
  const name = page.getByRole('textbox', { name: 'Name', exact: true })
  await name.fill('invoice')
  await name.press('Escape')
  await expect(name).toHaveValue('customer_address')
  const length = page.getByRole('spinbutton', { name: 'Length' })
  await length.fill('90 000')
  await length.press('Enter')
  await expect(length).toHaveValue('65535')
  await length.fill('many')
  await length.press('Enter')
  await expect(length).toHaveValue('65535')
  await length.press('ArrowDown')
  await expect(length).toHaveAttribute('aria-valuenow', '65534')
})

test('a name is edited in its place', async ({ page }) => {
  await openKit(page)
  const panel = page.getByRole('complementary', { name: 'inspector' })
  await panel.getByRole('button', { name: /^Name: orders/ }).press('F2')
  await page.keyboard.type('invoices')
  await page.keyboard.press('Escape')
  await expect(panel.getByRole('button', { name: /^Name: orders/ })).toBeVisible()
  await panel.getByRole('button', { name: /^Name: orders/ }).dblclick()
  await page.keyboard.type('invoices')
  await page.keyboard.press('Enter')
  await expect(panel.getByRole('button', { name: /^Name: invoices/ })).toBeVisible()
})

test('a toolbar is one stop of the Tab key, and its buttons tell their shortcuts', async ({ page }) => {
  await openKit(page)
  const bar = page.getByRole('toolbar', { name: 'History' })
  await bar.getByRole('button', { name: 'Undo' }).focus()
  await page.keyboard.press('ArrowRight')
  await expect(bar.getByRole('button', { name: 'Redo' })).toBeFocused()
  await expect(page.locator('[popover]:popover-open')).toHaveText(/Redo: Nothing to redo/)
  await page.keyboard.press('Escape')
  await expect(page.locator('[popover]:popover-open')).toHaveCount(0)
  await page.keyboard.press('Tab')
  await expect(bar.locator(':focus')).toHaveCount(0)
})

test('a tree of thousands is walked, opened and selected by keys', async ({ page }) => {
  await openKit(page)
  const tree = page.getByRole('tree', { name: 'Outline' })
  await tree.focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Shift+ArrowDown')
  await expect(tree.getByRole('treeitem', { selected: true })).toHaveText([/^id/, /^name/])
  await page.keyboard.press('End')
  const last = tree.getByRole('treeitem', { name: 'table_1999' })
  await expect(last).toBeInViewport()
  await expect(last).toHaveAttribute('aria-posinset', '2000')
  await page.keyboard.type('table_77')
  await expect(tree.getByRole('treeitem', { name: 'table_77', exact: true })).toBeInViewport()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('region', { name: 'Messages' })).toContainText('Opened table_77')
  expect(await tree.getByRole('treeitem').count()).toBeLessThan(60)
})

test('the palette finds one of fifty thousand and runs it', async ({ page }) => {
  await openKit(page)
  await page.getByRole('button', { name: 'Search everything' }).click()
  await expect(page.getByRole('combobox', { name: 'Search tables' })).toBeFocused()
  await page.keyboard.type('column_4999')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('region', { name: 'Messages' })).toContainText('Ran table_4990.column_49990')
  await expect(page.getByRole('button', { name: 'Search everything' })).toBeFocused()
})

test('a dock is resized by keys and by the pointer', async ({ page }) => {
  await openKit(page)
  const bar = page.getByRole('separator', { name: 'Inspector width' })
  await bar.press('ArrowRight')
  await expect(bar).toHaveAttribute('aria-valuenow', '248')
  await bar.press('End')
  await expect(bar).toHaveAttribute('aria-valuenow', '320')
  const box = await bar.boundingBox()
  const [x, y] = [(box?.x ?? 0) + 4, (box?.y ?? 0) + 50]
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x - 60, y)
  await page.mouse.up()
  await expect(bar).toHaveAttribute('aria-valuenow', '260')
})

test('colours are a group of choices with names', async ({ page }) => {
  await openKit(page)
  const group = page.getByRole('radiogroup', { name: 'Colour' })
  await expect(group.getByRole('radio')).toHaveCount(13)
  await group.getByRole('radio', { name: 'Teal' }).press('ArrowRight')
  await expect(group.getByRole('radio', { name: 'Sky' })).toBeFocused()
  await expect(group.getByRole('radio', { name: 'Sky' })).toBeChecked()
})

test('a fault stays inside its region', async ({ page }) => {
  await openKit(page)
  const region = page.getByRole('alert').filter({ hasText: 'The inspector stopped working' })
  await expect(region.getByRole('button', { name: 'Try again' })).toBeVisible()
  await expect(region).not.toContainText('secret_table')
})

test('nothing is wider than a narrow window', async ({ page }) => {
  await page.setViewportSize({ width: 400, height: 800 })
  await openKit(page, { isCompact: true })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(400)
})
