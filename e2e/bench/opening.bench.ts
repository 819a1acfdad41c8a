import type { Measure } from './measure'
import { withPage } from './page'

export const about = 'from the address to the first picture, with an empty and with a full cache'

export async function run(measure: Measure): Promise<void> {
  await withPage(async (page, url) => {
    const open = async () => {
      await page.goto(url)
      await page.locator('#root > *').first().waitFor()
    }
    const session = await page.context().newCDPSession(page)
    await measure('open with an empty cache', open, {
      before: () => session.send('Network.clearBrowserCache'),
    })
    await measure('open again', open)
  })
}
