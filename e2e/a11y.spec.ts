// Every screen, panel, menu and dialog without a violation in light and dark, and what a screen reader hears of the
// canvas. One page goes through many states; each is judged in both themes, and only what is new in it.
import { dialects } from '../src/core/dialects'
import { kitchenSink } from '../src/core/model/testing/kitchenSink.data'
import { expectNoAxeViolations } from './fixtures'
import { expectAccessible } from './support/accessible'
import { dropFiles, importDialog, pasteText, readAs } from './support/importing'
import { expect, test, type App } from './support/app'
import { modelOf, shop } from './support/schemas'

const inspector = '[aria-label="Inspector"]'
const dialog = '[role=dialog]'
const menu = '[role=menu]'
const leftDock = '#left-dock'

interface State {
  readonly reach: (app: App) => Promise<unknown>
  /** What is new in it; without, the whole page. */
  readonly within?: string
  /** Back to where the next one begins. */
  readonly leave?: (app: App) => Promise<unknown>
}

const escape = (app: App) => app.press('Escape')

/** Goes through the states of one page, one after the other. */
async function judge(app: App, states: Readonly<Record<string, State>>): Promise<void> {
  for (const [name, { reach, within, leave }] of Object.entries(states)) {
    await test.step(name, async () => {
      await reach(app)
      await expectAccessible(app.page, within)
      await leave?.(app)
    })
  }
}

/** Opens a dialog by its keys and waits until it is there. */
const byKeys = (keys: string, name: string | RegExp): State => ({
  reach: async (app) => {
    await app.canvas.focus()
    await app.press(keys)
    await expect(app.page.getByRole('dialog', { name })).toBeVisible()
  },
  within: dialog,
  leave: async (app) => {
    await app.press('Escape')
    await expect(app.page.getByRole('dialog')).toHaveCount(0)
  },
})

const byMenu = (at: (app: App) => Promise<unknown>, entry: string): State => ({
  reach: async (app) => {
    await at(app)
    await expect(app.page.getByRole('menuitem', { name: entry }).first()).toBeVisible()
  },
  within: menu,
  leave: escape,
})

const tab = (name: string, shown: string): State => ({
  reach: async ({ page }) => {
    await page.getByRole('tab', { name, exact: true }).click()
    await expect(page.getByText(shown).first()).toBeVisible()
  },
  within: leftDock,
})

test('the start page: new, with documents, and a template looked at', async ({ app }) => {
  await judge(app, {
    'of a new browser': { reach: () => app.start() },
    'a template': {
      reach: async ({ page }) => {
        await page
          .getByRole('button', { name: /^Blog/ })
          .or(page.getByRole('button', { name: /^Library/ }))
          .first()
          .click()
        await expect(page.getByRole('img', { name: /^Diagram of/ })).toBeVisible()
      },
      within: dialog,
      leave: escape,
    },
    'with documents': {
      reach: async ({ page }) => {
        await app.newDocument()
        await page.getByRole('button', { name: 'All documents' }).click()
        await expect(page.getByRole('heading', { name: 'Your documents' })).toBeVisible()
      },
    },
    'what can be done with a document': byMenu(
      ({ page }) => page.getByRole('button', { name: 'Actions for Untitled' }).click(),
      'Duplicate',
    ),
  })
})

test('the canvas and what is chosen on it', async ({ app }) => {
  test.setTimeout(90_000)
  await judge(app, {
    'with nothing': { reach: () => app.newDocument() },
    'with tables': { reach: () => app.open(modelOf({ ...shop, diagrams: ['Billing'] })) },
    'a table, chosen': {
      reach: async () => {
        await app.clickTable('orders')
        await expect(app.page.locator(inspector)).toContainText('orders')
      },
      within: inspector,
    },
    'typing a column': {
      reach: async ({ page }) => {
        await app.table('orders').getByRole('button', { name: 'Add column' }).click()
        await app.type('total')
        await app.press('Tab')
        await expect(page.getByRole('listbox', { name: 'Types' })).toBeVisible()
      },
      within: 'main',
      leave: () => app.press('Escape', 'Escape', 'Escape'),
    },
    'several things': {
      reach: async () => {
        await app.canvas.focus()
        await app.press('Control+a')
        await expect(app.page.locator(inspector)).toContainText('4 tables')
      },
      within: inspector,
      leave: escape,
    },
    'a relation': {
      reach: async () => {
        await app.press('Tab', '.')
        await expect(app.page.locator(inspector)).toContainText('Relation')
      },
      within: inspector,
    },
    'the menu of a line': byMenu(() => app.press('Shift+F10'), 'Swap parent and child'),
    'the menu of a table': byMenu(
      async () => app.click(await app.header('products'), { button: 'right' }),
      'Rename',
    ),
    'the menu of the ground': byMenu(
      async () => app.click(await app.at(60, 700), { button: 'right' }),
      'Add table',
    ),
    'the menu of everything': byMenu(
      ({ page }) => page.getByRole('button', { name: 'Menu', exact: true }).click(),
      'Edit',
    ),
    'an empty second diagram': {
      reach: async ({ page }) => {
        await app.canvas.focus()
        await app.press('Escape', 'PageDown')
        await expect(page.getByRole('heading', { name: 'Nothing in this diagram yet' })).toBeVisible()
      },
      within: 'main',
    },
  })
})

test('the left dock: outline with everything in it, diagrams, SQL, history', async ({ app }) => {
  test.setTimeout(90_000)
  await app.open(kitchenSink(dialects.postgres))
  const chosen = (name: string, field: string): State => ({
    reach: async ({ page }) => {
      await app.outlineRow(name).first().click()
      await expect(page.locator(inspector).getByLabel(field, { exact: true }).first()).toBeVisible()
    },
    within: inspector,
  })
  await judge(app, {
    'the outline': {
      reach: () => expect(app.outlineRow('customers')).toBeVisible(),
      within: leftDock,
    },
    'a namespace': chosen('sales', 'Namespace name'),
    'a domain': chosen('email_address', 'Domain name'),
    'a composite type': chosen('postal_address', 'Name of the composite type'),
    'a sequence': chosen('sales.order_numbers', 'Sequence name'),
    'an extension': chosen('btree_gist', 'Extension name'),
    'a role': chosen('clerk', 'Role name'),
    'a view': chosen('open_purchases', 'View name'),
    'an enum': chosen('order_state', 'Enum name'),
    'a table with everything': chosen('purchases', 'Table name'),
    'a routine': {
      reach: async ({ page }) => {
        await app.outlineRow('touch_row').dblclick()
        await expect(page.getByRole('dialog', { name: 'touch_row' })).toBeVisible()
      },
      within: dialog,
      leave: ({ page }) => page.getByRole('button', { name: 'Done' }).click(),
    },
    'what changes with another database': {
      reach: async ({ page }) => {
        await page.getByRole('combobox', { name: 'Target database' }).click()
        await page
          .getByRole('option', { name: /^SQLite/ })
          .first()
          .click()
        await expect(page.getByRole('tree', { name: 'What changes' })).toBeVisible()
      },
      within: dialog,
      leave: ({ page }) => page.getByRole('button', { name: 'Cancel' }).click(),
    },
    diagrams: tab('Diagrams', 'Main'),
    SQL: tab('SQL', 'CREATE'),
    'the history, with what was cleared': {
      reach: async ({ page }) => {
        await app.menu('Edit', 'Clear document')
        await page.getByRole('tab', { name: 'History' }).click()
        await expect(page.getByRole('option', { name: /Clear/ }).first()).toBeVisible()
      },
    },
  })
})

test('the dialogs', async ({ app, page }) => {
  test.setTimeout(90_000)
  await app.open(modelOf(shop))
  await judge(app, {
    settings: byKeys('Control+,', 'Settings'),
    shortcuts: byKeys('?', 'Keyboard shortcuts'),
    'keys being recorded': {
      reach: async () => {
        await app.press('?')
        await page.getByRole('button', { name: 'Change the keys of Undo' }).click()
        await app.press('Control+d')
        await expect(page.getByRole('button', { name: 'Use it here instead' })).toBeVisible()
      },
      within: dialog,
      leave: () => app.press('Escape', 'Escape'),
    },
    export: byKeys('Control+e', 'Export'),
    'the way between two tables': byKeys('j', 'The way between two tables'),
    'tables hidden by name': {
      reach: async () => {
        await app.search('Hide tables by name')
        await page.getByRole('textbox', { name: 'Names' }).fill('o*')
      },
      within: dialog,
      leave: escape,
    },
    search: {
      reach: async () => {
        await app.press('Control+k')
        await app.type('ord')
        await expect(page.getByRole('option').first()).toBeVisible()
      },
      within: dialog,
      leave: escape,
    },
    'a template to insert': {
      reach: async () => {
        await app.search('Insert a template')
        await expect(page.getByRole('dialog')).toBeVisible()
      },
      within: dialog,
      leave: escape,
    },
    'import, asking': {
      reach: async () => {
        await app.canvas.focus()
        await app.search('Import')
        await expect(page.getByRole('dialog')).toBeVisible()
      },
      within: dialog,
      leave: escape,
    },
    'import, merging': {
      reach: async () => {
        await app.canvas.focus()
        await pasteText(page, 'CREATE TABLE orders (id bigint PRIMARY KEY, total numeric);\nNONSENSE;')
        await expect(importDialog(page).getByRole('button', { name: /^Merge into/ })).toBeEnabled()
      },
      within: dialog,
      leave: escape,
    },
    'a message': {
      reach: async () => {
        await app.savedText()
        await expect(app.message(/^Saved/)).toBeVisible()
      },
    },
  })
})

test('a schema that is looked over before it becomes a document', async ({ app, page }) => {
  await app.start()
  await judge(app, {
    preview: {
      reach: async () => {
        await dropFiles(page, [
          { name: 'shop.sql', text: 'CREATE TABLE a (id integer PRIMARY KEY);\nNONSENSE;' },
        ])
        await readAs(page, 'SQLite')
        await expect(importDialog(page).getByRole('option').first()).toBeVisible()
      },
      within: dialog,
    },
  })
})

test('what broke, and what could not be fetched', async ({ app, page }) => {
  await page.route(/assets\/inspector-.*\.js/, (route) =>
    route.fulfill({ contentType: 'text/javascript', body: "throw new Error('x')" }),
  )
  await page.route(/assets\/shortcuts-.*\.js/, (route) => route.abort())
  await app.open(modelOf(shop))
  await judge(app, {
    'a panel that broke': {
      reach: async () => {
        await app.clickTable('orders')
        await expect(page.getByText('The inspector stopped working')).toBeVisible()
      },
    },
    'a dialog that did not come': {
      reach: async () => {
        await app.press('?')
        await expect(page.getByText('What was opened could not be loaded')).toBeVisible()
      },
    },
  })
})

test('in the colours that a person forces on all pages', async ({ app, page }) => {
  await page.emulateMedia({ forcedColors: 'active' })
  await app.open(modelOf(shop))
  await app.clickTable('orders')
  await expect(page.locator(inspector)).toContainText('orders')
  await expectNoAxeViolations(page)
  await app.press('Control+,')
  await expect(page.getByRole('dialog', { name: 'Settings' })).toBeVisible()
  await expectNoAxeViolations(page, dialog)
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true })

  test('start page, canvas, sheet, drawer and dialogs, and nothing is wider than the window', async ({
    app,
    page,
  }) => {
    test.setTimeout(90_000)
    const sheet = page.getByRole('separator', { name: 'Height of the inspector' })
    await judge(app, {
      'the start page': { reach: () => app.start() },
      'the canvas': { reach: () => app.open(modelOf(shop)) },
      'the sheet, half': {
        reach: async () => {
          await page.touchscreen.tap(260, 330)
          await sheet.tap()
          await expect(sheet).toHaveAttribute('aria-valuetext', 'Half')
        },
      },
      'the sheet, whole': {
        reach: () => sheet.press('End'),
        within: inspector,
        leave: () => sheet.press('Home'),
      },
      'the drawer': {
        reach: async () => {
          await page.getByRole('button', { name: /^Outline, diagrams/ }).tap()
          await expect(page.getByRole('dialog', { name: /^Outline, diagrams/ })).toBeVisible()
        },
        within: dialog,
        leave: escape,
      },
      settings: byKeys('Control+,', 'Settings'),
      shortcuts: byKeys('?', 'Keyboard shortcuts'),
      export: byKeys('Control+e', 'Export'),
      way: byKeys('j', 'The way between two tables'),
      search: byKeys('Control+k', /./),
    })
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(wide).toBeLessThanOrEqual(0)
  })
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
