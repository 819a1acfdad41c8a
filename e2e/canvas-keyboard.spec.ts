// The canvas without a mouse, and as a screen reader tells it.
import { expect, expectNoAxeViolations, test } from './fixtures'
import { canvasOf, columnOf, selectedCount, steps } from './kit/canvas/hands'
import { openCanvas } from './kit/canvas/openCanvas'

test('the arrow keys walk to tables and Enter goes into their rows', async ({ page }) => {
  await openCanvas(page, { sample: 'shop' })
  await canvasOf(page).focus()
  await page.keyboard.press('Tab')
  await expect(page.locator('[data-live-region]')).toHaveText(/^Table customers, 4 columns/)
  await page.keyboard.press('Alt+ArrowRight')
  await expect(page.locator('[data-live-region]')).toHaveText(/^Table orders, .*references/)
  await page.keyboard.press('Enter')
  await page.keyboard.press('ArrowDown')
  await expect(page.locator('[data-live-region]')).toHaveText(/^customer_id, bigint, foreign key/)
  await page.keyboard.press('Enter')
  await page.keyboard.type('client_id')
  await page.keyboard.press('Enter')
  await expect(columnOf(page, 'orders', 'client_id')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  expect(await selectedCount(page)).toBe(0)
  expect(await steps(page)).toEqual(['Rename column customer_id to client_id'])
})

test('behind the last table Tab leaves the canvas', async ({ page }) => {
  await openCanvas(page, { sample: 'shop' })
  await canvasOf(page).focus()
  for (let count = 0; count < 6; count++) await page.keyboard.press('Tab')
  await expect(canvasOf(page)).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(canvasOf(page)).not.toBeFocused()
})

for (const theme of ['light', 'dark'] as const) {
  test(`the canvas has no accessibility violation in ${theme}`, async ({ page }) => {
    await openCanvas(page, { sample: 'shop', theme })
    await page.getByRole('button', { name: 'Fit everything' }).focus()
    await expectNoAxeViolations(page)
  })

  test(`the empty canvas has no accessibility violation in ${theme}`, async ({ page }) => {
    await openCanvas(page, { theme })
    await expectNoAxeViolations(page)
  })
}

test('a relation is tied by keys alone: the first table, the other one by its name, Enter', async ({
  page,
}) => {
  await openCanvas(page, { sample: 'shop' })
  await page.getByRole('button', { name: 'One to many' }).press('Enter')
  await canvasOf(page).focus()
  await page.keyboard.type('customers')
  await page.keyboard.press('Enter')
  await page.keyboard.type('products')
  await expect(page.getByText('products.customer_id (new) → customers.id').first()).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(columnOf(page, 'products', 'customer_id')).toBeVisible()
})
