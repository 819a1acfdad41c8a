// The guard of ./fixtures is itself seeded: each of these pages does what no page may, and is caught.
import { test } from '@playwright/test'
import { collectProblems, expect, expectNoAxeViolations } from './fixtures'

const own = () => new URL(process.env['RELATA_URL'] ?? '')

test('a page that asks another origin is caught', async ({ context, page }) => {
  const problems = collectProblems(context, own().origin)
  await page.setContent('<img src="http://127.0.0.1:1/pixel.png" alt="">')
  await expect.poll(() => problems).toEqual(['request to another origin: http://127.0.0.1:1/pixel.png'])
})

test('a page that breaks the content security policy is caught', async ({ context, page }) => {
  const problems = collectProblems(context, own().origin)
  await page.goto(own().href)
  await page.evaluate(() => {
    document.body.setAttribute('style', 'color: red')
  })
  await expect.poll(() => problems.join()).toContain('policy: ')
})

test('a page that throws what nobody catches is caught', async ({ context, page }) => {
  const problems = collectProblems(context, own().origin)
  await page.goto(own().href)
  await page.evaluate(() => {
    void Promise.reject(new Error('nobody catches this'))
  })
  await expect.poll(() => problems.join()).toContain('uncaught error: Error: nobody catches this')
})

test('a page with an accessibility violation is told so', async ({ page }) => {
  await page.setContent(
    '<html lang="en"><title>Seeded</title><main><h1>Seeded</h1><img src="data:,"></main></html>',
  )
  await expect(expectNoAxeViolations(page)).rejects.toThrow(/image-alt/)
})
