// A diagram inside of somebody's page.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test as bare } from '@playwright/test'
import { expectNoAxeViolations } from './fixtures'
import { expect, test } from './support/app'
import { linkTo } from './support/links'
import { modelOf, shop } from './support/schemas'

const embedded = (parameters = '') =>
  linkTo(modelOf({ ...shop, diagrams: ['Billing'] }), { page: 'embed.html' }).then(
    (link) => link + parameters,
  )

test('shows the diagram as its parameters wish, and nothing that edits', async ({ app, page }) => {
  await page.goto(await embedded('&theme=dark&select=orders&fit=selection'))
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expect(app.table('orders')).toHaveAttribute('data-selected', 'true')
  await expect(page.getByRole('complementary', { name: 'Inspector' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Open in Relata' })).toHaveAttribute('href', /\/#view=1\./)
  await app.canvas.focus()
  await app.press('t', 'Delete', 'F2', 'Control+z')
  await expect(app.table('orders')).toBeVisible()
  await expect(page.getByRole('textbox', { disabled: false })).toHaveCount(0)
  await expectNoAxeViolations(page)
  await app.press('Control+k')
  await expect(page.getByRole('combobox', { name: /search/i })).toBeFocused()
  await app.type('products')
  await expect(page.getByRole('option', { name: /products/ }).first()).toBeVisible()
  await app.press('Enter')
  await expect(app.table('products')).toHaveAttribute('data-selected', 'true')

  await page.goto('about:blank')
  await page.goto(await embedded('&theme=light&diagram=Billing&controls=none&inspector=off'))
  await expect(page.getByText('Nothing in this diagram')).toBeVisible()
  await expect(page.getByRole('banner')).toHaveCount(0)
  await expect(page.getByRole('toolbar')).toHaveCount(0)
  await expectNoAxeViolations(page)

  await page.goto('about:blank')
  await page.goto(await embedded('&diagram=Nowhere'))
  await expect(app.message('There is no diagram Nowhere')).toBeVisible()
  const kept = await page.evaluate(async () => [(await indexedDB.databases()).length, localStorage.length])
  expect(kept).toEqual([0, 0])
})

bare('stands inside of a page of another origin, which Relata itself does not', async ({ page }) => {
  const relata = process.env['RELATA_URL'] ?? ''
  const own = (await embedded()).replace('./', relata)
  const frames = `<iframe src="${own}" title="ours"></iframe><iframe src="${relata}" title="app"></iframe>`
  const server = createServer((_request, response) => {
    response.setHeader('Content-Type', 'text/html')
    response.end(`<!doctype html><title>Somebody</title>${frames}`)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await page.goto(`http://127.0.0.1:${String(port)}/`)
  const ours = page.frameLocator('iframe[title="ours"]')
  await expect(ours.getByRole('application', { name: 'Diagram canvas' })).toBeVisible()
  await expect(page.frameLocator('iframe[title="app"]').getByText('Relata')).toHaveCount(0)
  server.close()
})
