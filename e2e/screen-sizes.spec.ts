// From a phone to a large screen: one can look, move, inspect and edit; fingers find what they press.
import type { Page } from '@playwright/test'
import { expectNoAxeViolations } from './fixtures'
import { expect, test } from './support/app'
import { columnNames, tableNames } from './support/model'
import { modelOf, shop } from './support/schemas'

const inspectorOf = (page: Page) => page.getByRole('complementary', { name: 'Inspector' })
const edgeOf = (page: Page) => page.getByRole('separator', { name: 'Height of the inspector' })

/** What is pressed and smaller than a finger: less than 44 pixels one way or the other. */
async function tooSmall(page: Page, within: string): Promise<readonly string[]> {
  return page.locator(within).evaluateAll((roots) =>
    roots.flatMap((root) =>
      [...root.querySelectorAll<HTMLElement>('button, [role=tab], [role=radio], [role=gridcell][data-spot]')]
        .filter((element) => element.offsetParent !== null)
        .flatMap((element) => {
          const { width, height } = element.getBoundingClientRect()
          const name = element.getAttribute('aria-label') ?? element.textContent
          return Math.round(width) < 44 || Math.round(height) < 44 ? [`${name} ${width}x${height}`] : []
        }),
    ),
  )
}

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true })

  test('one looks, inspects and edits by touch', async ({ app, page }) => {
    await app.open(modelOf(shop))
    await app.settled()
    // The whole diagram is in view, half as large as it is.
    await page.touchscreen.tap(260, 330)
    const inspector = inspectorOf(page)
    await expect(inspector.getByRole('heading', { level: 2 })).toContainText('orders')
    await expect(edgeOf(page)).toHaveAttribute('aria-valuetext', 'Its name only')
    await expectNoAxeViolations(page)

    await edgeOf(page).tap()
    await expect(edgeOf(page)).toHaveAttribute('aria-valuetext', 'Half')
    await edgeOf(page).press('ArrowUp')
    await inspector.getByRole('textbox', { name: 'Table name' }).fill('purchases')
    await page.keyboard.press('Enter')
    await inspector.getByRole('gridcell', { name: 'Add column' }).tap()
    await page.keyboard.type('total')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Escape')
    await expectNoAxeViolations(page)
    expect(await tooSmall(page, 'header, [aria-label="Inspector"]')).toEqual([])

    await edgeOf(page).press('Home')
    await inspector.getByRole('button', { name: 'Deselect' }).tap()
    await expect(inspector).toHaveCount(0)
    const saved = await app.saved()
    expect(tableNames(saved)).toContain('purchases')
    expect(columnNames(saved, 'purchases')).toContain('total')
  })

  test('the sheet follows the finger and rests where it is nearest', async ({ app, page }) => {
    await app.open(modelOf(shop))
    await page.touchscreen.tap(260, 330)
    const box = await edgeOf(page).boundingBox()
    if (!box) throw new Error('the sheet has no edge')
    const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
    await page.mouse.move(at.x, at.y)
    await page.mouse.down()
    await page.mouse.move(at.x, 300, { steps: 4 })
    await page.mouse.up()
    await expect(edgeOf(page)).toHaveAttribute('aria-valuetext', 'Half')
  })

  test('the outline is a drawer, which goes when one flies to a table', async ({ app, page }) => {
    await app.open(modelOf(shop))
    await page.getByRole('button', { name: /^Outline, diagrams/ }).tap()
    const drawer = page.getByRole('dialog', { name: /^Outline, diagrams/ })
    await expect(drawer.getByRole('tab', { name: 'Outline' })).toBeFocused()
    await expect(app.outlineRow('products')).toBeVisible()
    await expectNoAxeViolations(page)
    expect(await tooSmall(page, '[role=dialog]')).toEqual([])
    await app.outlineRow('products').tap()
    await expect(drawer).toHaveCount(0)
    await expect(inspectorOf(page).getByRole('heading', { level: 2 })).toContainText('products')
  })

  test('nothing is wider than the window, and the tools fold away', async ({ app, page }) => {
    await app.open(modelOf(shop))
    const tools = page.getByRole('toolbar', { name: 'Palette' })
    await expect(tools).toHaveCount(0)
    await page.getByRole('button', { name: 'Tools' }).tap()
    await expect(tools).toBeVisible()
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(wide).toBeLessThanOrEqual(0)
    await app.tool('Table').tap()
    await expect(tools).toHaveCount(0)
  })
})

test('a tablet has the inspector beside the canvas, and the outline over it', async ({ app, page }) => {
  await page.setViewportSize({ width: 768, height: 1024 })
  await app.open(modelOf(shop))
  await app.clickTable('customers')
  await expect(inspectorOf(page)).toBeVisible()
  await expect(edgeOf(page)).toHaveCount(0)
  const canvas = await app.canvas.boundingBox()
  expect(canvas?.width).toBeGreaterThan(400)
  await app.press('Control+b')
  await expect(page.getByRole('dialog', { name: /^Outline, diagrams/ })).toBeVisible()
  await expectNoAxeViolations(page)
  await app.press('Escape')
  await expect(app.outline).toHaveCount(0)
})

test('what is dragged out of the drawer lands on the canvas behind it', async ({ app, page }) => {
  await page.setViewportSize({ width: 900, height: 800 })
  await app.open(modelOf({ ...shop, diagrams: ['Billing'] }))
  await app.press('PageDown', 'Control+b')
  const drawer = page.getByRole('dialog', { name: /^Outline, diagrams/ })
  await expect(drawer).toBeVisible()
  const row = await app.outlineRow('products').boundingBox()
  if (!row) throw new Error('the outline lists products')
  await app.drag({ x: row.x + 60, y: row.y + 10 }, { x: 200, y: 400 })
  await expect(drawer).toHaveCount(0)
  await expect(app.table('products')).toBeVisible()
  const { x } = (await app.table('products').boundingBox()) ?? { x: 0 }
  // Where the drawer was until then.
  expect(x).toBeLessThan(400)
})

test('docks that were drawn wide leave a small window its canvas', async ({ app, page }) => {
  await page.setViewportSize({ width: 2560, height: 1440 })
  await app.open(modelOf(shop))
  await app.clickTable('customers')
  for (const name of ['Width of the left dock', 'Width of the inspector']) {
    await page.getByRole('separator', { name }).focus()
    await app.press('End')
  }
  await page.setViewportSize({ width: 1024, height: 768 })
  const canvas = await app.canvas.boundingBox()
  expect(canvas?.width).toBeGreaterThan(250)
})
