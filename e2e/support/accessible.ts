import { expect, type Page } from '@playwright/test'
import { expectNoAxeViolations } from '../fixtures'

/** Both themes of what stands there now, or of the piece of it that is new. */
export async function expectAccessible(page: Page, within?: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme)
    await expectNoAxeViolations(page, within)
  }
}
