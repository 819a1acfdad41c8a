import { App } from '../support/app'
import { burst, endOfBurst, reopen } from '../support/keeping'
import { withPage } from './page'

export const about = 'a page that dies in a burst of edits, a hundred times: what is lost'

const rounds = 100

export async function run(): Promise<void> {
  await withPage(async (first, url) => {
    const context = first.context()
    let app = new App(first)
    let lost = 0
    let kept = 0
    for (let round = 0; round < rounds; round += 1) {
      await app.page.goto(url)
      await app.page.getByRole('button', { name: 'New document' }).click()
      await app.settled()
      const safe = await burst(app, { lives: 650 + Math.random() * 900, isCrash: round % 2 === 0 })
      app = new App(await context.newPage())
      await app.page.goto(url)
      await reopen(app.page, 'Untitled')
      const back = await endOfBurst(app)
      kept += back
      lost += Math.max(0, safe - back)
    }
    console.log(
      `${String(rounds)} deaths, ${String(kept)} edits back, ${String(lost)} older than 500 ms lost`,
    )
    if (lost > 0) throw new Error('edits older than half a second were lost')
  })
}
