// Every screen state without a violation in light and dark, and what a screen reader hears of the canvas.
import type { Page } from '@playwright/test'
import { expectNoAxeViolations } from './fixtures'
import { expect, test, type App } from './support/app'
import { modelOf, shop } from './support/schemas'
import { linkTo } from './support/links'

/** Ordered as a person meets them; each begins where it says. */
const states: Readonly<Record<string, (app: App) => Promise<void>>> = {
  'the start page of a new browser': (app) => app.start(),
  'the start page with documents': async (app) => {
    await app.open(modelOf(shop))
    await app.page.getByRole('button', { name: 'All documents' }).click()
    await expect(app.page.getByRole('heading', { name: 'Your documents' })).toBeVisible()
  },
  'an empty canvas': (app) => app.newDocument(),
  'a canvas with tables': (app) => app.open(modelOf(shop)),
  'a table, chosen': async (app) => {
    await app.open(modelOf(shop))
    await app.clickTable('orders')
    await expect(app.page.getByRole('complementary', { name: 'Inspector' })).toBeVisible()
  },
  'the menu of everything': async (app) => {
    await app.open(modelOf(shop))
    await app.page.getByRole('button', { name: 'Menu', exact: true }).click()
    await app.page.getByRole('menuitem', { name: 'View' }).click()
    await expect(app.page.getByRole('menuitemcheckbox', { name: 'Minimap' })).toBeVisible()
  },
  'the menu of a table': async (app) => {
    await app.open(modelOf(shop))
    await app.click(await app.header('orders'), { button: 'right' })
    await expect(app.page.getByRole('menuitem', { name: 'Rename' })).toBeVisible()
  },
  'the search palette': async (app) => {
    await app.open(modelOf(shop))
    await app.press('Control+k')
    await app.type('ord')
    await expect(app.page.getByRole('option').first()).toBeVisible()
  },
  'the list of shortcuts': async (app) => {
    await app.open(modelOf(shop))
    await app.press('?')
    await expect(app.page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()
  },
  'the outline, opened': async (app) => {
    await app.open(modelOf(shop))
    await app.outlineRow('orders').click()
    await app.press('ArrowRight')
    await expect(app.outlineRow('customer_id')).toBeVisible()
  },
  'the diagrams': async (app) => {
    await app.open(modelOf({ ...shop, diagrams: ['Billing'] }))
    await app.page.getByRole('tab', { name: 'Diagrams' }).click()
    await expect(app.page.getByRole('treeitem', { name: /Billing/ })).toBeVisible()
  },
  'typing a column': async (app) => {
    await app.open(modelOf(shop))
    await app.clickTable('orders')
    await app.table('orders').getByRole('button', { name: 'Add column' }).click()
    await app.type('total')
    await app.press('Tab')
    await expect(app.page.getByRole('listbox', { name: 'Types' })).toBeVisible()
  },
  'a relation, chosen': async (app) => {
    await app.open(modelOf(shop))
    await app.canvas.focus()
    await app.press('Tab', '.')
    await expect(app.page.getByRole('complementary', { name: 'Inspector' })).toBeVisible()
  },
  'several things, chosen': async (app) => {
    await app.open(modelOf(shop))
    await app.press('Control+a')
    await expect(app.page.getByRole('complementary', { name: 'Inspector' })).toBeVisible()
  },
  'the menu of the ground': async (app) => {
    await app.open(modelOf(shop))
    await app.click(await app.at(60, 700), { button: 'right' })
    await expect(app.page.getByRole('menuitem', { name: 'Add table' })).toBeVisible()
  },
  'the menu of a line': async (app) => {
    await app.open(modelOf(shop))
    await app.canvas.focus()
    await app.press('Tab', '.', 'Shift+F10')
    await expect(app.page.getByRole('menuitem', { name: 'Swap parent and child' })).toBeVisible()
  },
  'the settings': async (app) => {
    await app.open(modelOf(shop))
    await app.press('Control+,')
    await expect(app.page.getByRole('dialog', { name: 'Settings' })).toBeVisible()
  },
  'keys being recorded': async (app) => {
    await app.open(modelOf(shop))
    await app.press('?')
    await app.page.getByRole('button', { name: 'Change the keys of Undo' }).click()
    await app.press('Control+d')
    await expect(app.page.getByRole('button', { name: 'Use it here instead' })).toBeVisible()
  },
  'the export': async (app) => {
    await app.open(modelOf(shop))
    await app.press('Control+e')
    await expect(app.page.getByRole('dialog', { name: 'Export' })).toBeVisible()
  },
  'the change of the database': async (app) => {
    await app.open(modelOf(shop))
    await app.search('database')
    await expect(app.page.getByRole('dialog')).toBeVisible()
  },
  'a link to share': async (app) => {
    await app.open(modelOf(shop))
    await app.page.getByRole('button', { name: 'Share', exact: true }).click()
    await app.page.getByRole('radio', { name: 'Only the diagram Main' }).click()
    await expect(app.page.getByText('characters.')).toBeVisible()
  },
  'a link that asks for its passphrase, in vain': async (app) => {
    await app.page.goto(await linkTo(modelOf(shop), { passphrase: 'x' }))
    await app.page.getByRole('textbox', { name: 'Passphrase' }).fill('y')
    await app.press('Enter')
    await expect(app.page.getByText('This passphrase does not open it')).toBeVisible()
  },
  'a link that is damaged': async (app) => {
    await app.page.goto('./#view=1.zzzz')
    await expect(app.page.getByText('This link cannot be opened')).toBeVisible()
  },
  'a document that is only looked at': async (app) => {
    await app.page.goto(await linkTo(modelOf({ ...shop, diagrams: ['Billing'] })))
    await app.clickTable('orders')
    await expect(app.page.getByRole('complementary', { name: 'Inspector' })).toBeVisible()
  },
  'the history': async (app) => {
    await app.open(modelOf(shop))
    await app.clickTable('orders')
    await app.press('Delete', 'Control+z', 'Shift+Z')
    await expect(app.page.getByRole('option', { name: /Deleted orders/ })).toBeVisible()
  },
  'the SQL': async (app) => {
    await app.open(modelOf(shop))
    await app.page.getByRole('tab', { name: 'SQL' }).click()
    await expect(app.page.getByText('CREATE TABLE').first()).toBeVisible()
  },
  'an empty second diagram': async (app) => {
    await app.open(modelOf({ ...shop, diagrams: ['Billing'] }))
    await app.press('PageDown')
    await expect(app.page.getByRole('heading', { name: 'Nothing in this diagram yet' })).toBeVisible()
  },
  'a panel that broke': async (app) => {
    await app.page.route(/assets\/inspector-.*\.js/, (route) =>
      route.fulfill({ contentType: 'text/javascript', body: "throw new Error('x')" }),
    )
    await app.open(modelOf(shop))
    await app.clickTable('orders')
    await expect(app.page.getByText('The inspector stopped working')).toBeVisible()
  },
  'a message': async (app) => {
    await app.open(modelOf(shop))
    await app.savedText()
    await expect(app.message(/^Saved/)).toBeVisible()
  },
}

/** Both themes of what stands there now. */
async function expectAccessible(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme)
    await expectNoAxeViolations(page)
  }
}

for (const [name, reach] of Object.entries(states)) {
  test(`${name} has no violation in light and dark`, async ({ app, page }) => {
    await reach(app)
    await expectAccessible(page)
  })
}

test.describe('in a narrow window', () => {
  test.use({ viewport: { width: 400, height: 800 } })

  test('the start page and the canvas have no violation, and nothing is wider than the window', async ({
    app,
    page,
  }) => {
    await app.start()
    await expectNoAxeViolations(page)
    await app.open(modelOf(shop))
    await expectNoAxeViolations(page)
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(wide).toBeLessThanOrEqual(0)
  })

  const dialogs = { settings: 'Control+,', shortcuts: '?', export: 'Control+e', search: 'Control+k' }
  for (const [name, keys] of Object.entries(dialogs)) {
    test(`the ${name} have no violation in either theme`, async ({ app, page }) => {
      await app.open(modelOf(shop))
      await app.press(keys)
      await expect(page.getByRole('dialog')).toBeVisible()
      await expectAccessible(page)
    })
  }
})

test('whoever walks the tables by keys hears where they are', async ({ app }) => {
  await app.open(modelOf(shop))
  await app.canvas.focus()
  await app.press('Tab')
  await expect(app.said).toHaveText('Table customers, 3 columns, 1 relation')
  await app.press('Alt+ArrowRight')
  await expect(app.said).toHaveText(
    'Table orders, 3 columns, 2 relations, references customers through customer_id',
  )
  await app.press('Enter')
  await expect(app.said).toHaveText('id, bigint, primary key')
  await app.press('ArrowDown')
  await expect(app.said).toHaveText('customer_id, bigint, foreign key')
  await app.press('Escape', 'Alt+ArrowDown')
  await expect(app.said).toContainText('Table order_items')
  await app.press('r')
  await expect(app.said).toHaveText('Choose the second table, then press Enter.')
  await app.press('Escape', 'Escape', 'Control+a')
  await expect(app.said).toHaveText('4 objects selected')
  await app.press('Escape')
  await expect(app.said).toHaveText('Nothing selected')
})

test('the canvas names the row where the keyboard stands, and that row is a thing with a name', async ({
  app,
  page,
}) => {
  await app.open(modelOf(shop))
  await app.canvas.focus()
  await app.press('Tab', 'Enter', 'ArrowDown')
  const id = await app.canvas.getAttribute('aria-activedescendant')
  expect(id).toBeTruthy()
  const active = page.locator(`[id="${id ?? ''}"]`)
  await expect(active).toContainText('name')
  await expect(active).toHaveAttribute('role', /.+/)
  await expect(active).toHaveAccessibleName(/name, text/)
})
