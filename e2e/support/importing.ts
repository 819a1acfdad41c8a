// Schemas from elsewhere, as a person brings them: dropped, chosen, pasted.
import type { Locator, Page } from '@playwright/test'

export interface GivenFile {
  readonly name: string
  readonly text: string
}

/** Lets files fall on the page, as from the desktop. */
export async function dropFiles(page: Page, files: readonly GivenFile[]): Promise<void> {
  const data = await page.evaluateHandle((given) => {
    const transfer = new DataTransfer()
    for (const { name, text } of given) transfer.items.add(new File([text], name))
    return transfer
  }, files)
  await page.dispatchEvent('body', 'dragenter', { dataTransfer: data })
  await page.dispatchEvent('body', 'drop', { dataTransfer: data })
}

/** Ctrl+V with this on the clipboard. */
export async function pasteText(page: Page, text: string): Promise<void> {
  await page.evaluate((given) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', given)
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
    ;(document.activeElement ?? document.body).dispatchEvent(event)
  }, text)
}

export const importDialog = (page: Page): Locator => page.getByRole('dialog', { name: 'Import a schema' })

export async function readAs(page: Page, dialect: string): Promise<void> {
  await importDialog(page)
    .getByRole('combobox', { name: /Read as/ })
    .click()
  await page.getByRole('option', { name: dialect, exact: true }).click()
}
