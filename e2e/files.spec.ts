// Documents on the disk: saved where they lie, looked after when somebody else changes them, as folders for git. The
// pickers of the system, which no test can answer, are answered with files of the browser's own private disk.
import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { write } from '../src/core/file'
import { test as plain } from './fixtures'
import { App, expect, test } from './support/app'
import { dropFiles } from './support/importing'
import { reopen, shopDrawn } from './support/keeping'
import { tableNames } from './support/model'

interface Asked {
  asked: number
  wrote: string[]
}

const pickers = () => {
  const self = window as unknown as Asked
  self.asked = 0
  self.wrote = []
  const root = () => navigator.storage.getDirectory()
  const answer = (name: string, how: () => Promise<unknown>) =>
    Object.defineProperty(window, name, {
      value: () => {
        self.asked += 1
        return how()
      },
    })
  answer('showSaveFilePicker', async () => (await root()).getFileHandle('shop.relata', { create: true }))
  answer('showDirectoryPicker', async () => (await root()).getDirectoryHandle('schema', { create: true }))
  FileSystemFileHandle.prototype.createWritable = new Proxy(
    // eslint-disable-next-line @typescript-eslint/unbound-method -- the proxy calls it with its own object
    FileSystemFileHandle.prototype.createWritable,
    {
      apply: (target, handle: FileSystemFileHandle, given: []) => {
        self.wrote.push(handle.name)
        return Reflect.apply(target, handle, given)
      },
    },
  )
}

const asked = (page: Page) => page.evaluate(() => (window as unknown as Asked).asked)

const textOf = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const root = await navigator.storage.getDirectory()
    for (let tries = 0; ; tries++) {
      try {
        return await (await (await root.getFileHandle('shop.relata')).getFile()).text()
      } catch (error) {
        // Somebody is writing it at this moment.
        if (tries > 40 || !(error instanceof DOMException && error.name === 'NotReadableError')) throw error
        await new Promise((resolve) => setTimeout(resolve, 50))
      }
    }
  })

/** As another program does it, then back to the window. */
async function changeOutside(page: Page, from: string, to: string): Promise<void> {
  const changed = (await textOf(page)).replaceAll(from, to)
  await page.evaluate(async (text) => {
    const root = await navigator.storage.getDirectory()
    const handle = await root.getFileHandle('shop.relata')
    const stream = await handle.createWritable()
    await stream.write(text)
    await stream.close()
    window.dispatchEvent(new Event('focus'))
  }, changed)
}

/** Paths in the folder. */
const folderPaths = (page: Page): Promise<readonly string[]> =>
  page.evaluate(async () => {
    const found: string[] = []
    const walk = async (folder: FileSystemDirectoryHandle, path: string): Promise<void> => {
      for await (const entry of folder.values()) {
        if (entry.kind === 'file') found.push(path + entry.name)
        else await walk(entry, `${path}${entry.name}/`)
      }
    }
    await walk(await (await navigator.storage.getDirectory()).getDirectoryHandle('schema'), '')
    return found.sort()
  })

plain(
  'a file is saved where it lies, also after a reload, and changes from outside are merged, reloaded or left',
  async ({ context, page }) => {
    plain.slow()
    await context.addInitScript(pickers)
    const app = new App(page)
    await shopDrawn(app)
    await app.press('Control+s')
    await expect(app.message('Saved shop.relata')).toBeVisible()
    expect(await textOf(page)).toContain('"customers"')

    await page.reload()
    await reopen(page, 'Untitled')
    await app.doubleClick(await app.at(200, 320))
    await app.typeTable('orders', ['total'])
    await app.press('Control+s')
    await expect(app.message('Saved shop.relata')).toBeVisible()
    expect(await asked(page)).toBe(0)
    expect(await textOf(page)).toContain('"orders"')

    // Both did something: both is there, in one step.
    await app.doubleClick(await app.at(500, 80))
    await app.typeTable('items', ['price'])
    await changeOutside(page, '"email"', '"mail"')
    const dialog = page.getByRole('dialog', { name: 'Changed outside of Relata' })
    await expect(dialog.getByText('column email renamed to mail')).toBeVisible()
    await dialog.getByRole('button', { name: 'Merge both' }).click()
    await expect(app.row('customers', 'mail')).toBeVisible()
    await expect(app.table('items')).toBeVisible()
    await app.canvas.focus()
    await app.press('Control+z')
    await expect(app.row('customers', 'email')).toBeVisible()
    await app.press('Control+y')

    // A save does not write over what it has not seen.
    await app.press('Control+s')
    await expect(app.message('Saved shop.relata').last()).toBeVisible()
    await expect.poll(() => textOf(page)).toContain('"items"')
    await changeOutside(page, '"mail"', '"post"')
    await expect(dialog).toBeVisible()
    await dialog.getByRole('button', { name: 'Reload the file' }).click()
    await expect(app.row('customers', 'post')).toBeVisible()
    await changeOutside(page, '"post"', '"fax"')
    await dialog.getByRole('button', { name: 'Keep mine' }).click()
    await expect(app.row('customers', 'post')).toBeVisible()
    await app.press('Control+s')
    await expect.poll(() => textOf(page)).toContain('"post"')
  },
)

plain(
  'a folder holds one file per table; a save touches what changed and never what is not ours',
  async ({ context, page }) => {
    plain.slow()
    await context.addInitScript(pickers)
    const app = new App(page)
    await shopDrawn(app)
    await app.doubleClick(await app.at(200, 320))
    await app.typeTable('orders', ['total'])
    await app.menu('File', 'Save as a folder…')
    await expect(app.message('Saved schema')).toBeVisible()
    expect(await folderPaths(page)).toEqual([
      'layout/Main.json',
      'model/tables/customers.json',
      'model/tables/orders.json',
      'relata.json',
    ])
    await page.evaluate(async () => {
      const self = window as unknown as Asked
      const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('schema')
      await folder.getFileHandle('package.json', { create: true })
      self.wrote.length = 0
    })
    await app.clickTable('orders')
    await app.press('Delete')
    await expect(app.table('orders')).toHaveCount(0)
    await app.press('Control+s')
    const now = ['layout/Main.json', 'model/tables/customers.json', 'package.json', 'relata.json']
    await expect.poll(() => folderPaths(page)).toEqual(now)
    expect(await page.evaluate(() => (window as unknown as Asked).wrote)).toEqual(['Main.json'])

    await app.newDocument()
    await app.menu('File', 'Open a folder…')
    await expect(app.row('customers', 'email')).toBeVisible()
  },
)

test('without pickers a folder is an archive, and comes back when it is dropped, packed or not', async ({
  app,
  page,
}) => {
  test.slow()
  await shopDrawn(app)
  const schema = await app.saved()
  const coming = page.waitForEvent('download')
  await app.menu('File', 'Save as a folder…')
  const download = await coming
  expect(download.suggestedFilename()).toBe('Untitled.zip')
  const bytes = [...readFileSync(await download.path())]
  await app.start()
  const drop = await page.evaluateHandle((given) => {
    const transfer = new DataTransfer()
    transfer.items.add(new File([new Uint8Array(given)], 'shop.zip'))
    return transfer
  }, bytes)
  await page.dispatchEvent('body', 'drop', { dataTransfer: drop })
  await expect(app.row('customers', 'email')).toBeVisible()
  expect(tableNames(await app.saved())).toEqual(['customers'])

  const newer = write(schema).replace('"relata": 1', '"relata": 99')
  await dropFiles(page, [{ name: 'newer.relata', text: newer }])
  await expect(page.getByText('From a newer Relata: for reading only')).toBeVisible()
  await expect(app.table('customers')).toBeVisible()
  await expect(page.getByRole('toolbar', { name: 'Palette' })).toHaveCount(0)
  await dropFiles(page, [{ name: 'broken.relata', text: '{"relata": 1,\n  "model": oops}' }])
  await expect(app.message('It is damaged at line 2, column 12')).toBeVisible()
})
