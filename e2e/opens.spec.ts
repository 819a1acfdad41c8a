import { expect, expectNoAxeViolations, test } from './fixtures'

test('Relata opens, without another origin, a policy violation or an uncaught error', async ({ page }) => {
  await page.goto('./')
  await expect(page).toHaveTitle(/Relata/)
  await expect(page.locator('#root')).not.toBeEmpty()
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`what opens first has no accessibility violation in ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme })
    await page.goto('./')
    await expect(page.locator('#root')).not.toBeEmpty()
    await expectNoAxeViolations(page)
  })
}
