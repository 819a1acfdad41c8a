import type { Page } from '@playwright/test'
import type { Measure } from './measure'
import { withPage } from './page'

export const about =
  'a script of 1,000 tables (0.5 MB): dropped, read, laid out and on screen; the longest task of the page'

/** The same numbers each time. */
function seeded(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const types = [
  'text',
  'integer',
  'varchar(80)',
  'numeric(12,2)',
  'boolean',
  'timestamp',
  'date',
  'bigint',
] as const

/** Tables in areas of thirty, most of which refer to others of their area and some to another's. */
function script(count: number): string {
  const random = seeded(7)
  const tables = Array.from({ length: count }, (_, t) => {
    const area = t - (t % 30)
    const links = Array.from({ length: t === 0 ? 0 : random(3) }, (_, k) => {
      const parent = random(8) === 0 ? random(t) : area + random(Math.max(1, t - area))
      return `  parent_${k}_id bigint REFERENCES table_${parent} (id)`
    })
    const columns = Array.from({ length: 9 }, (_, c) => {
      const isRequired = random(2) === 0
      return `  column_${c}_of_${t} ${types[random(types.length)] ?? 'text'}${isRequired ? ' NOT NULL' : ''}`
    })
    return `CREATE TABLE table_${t} (\n  id bigint PRIMARY KEY,\n${[...columns, ...links].join(',\n')}\n);\n`
  })
  return tables.join('\n')
}

async function longestTask(page: Page): Promise<number> {
  return page.evaluate(() =>
    Math.max(0, ...((window as unknown as { longTasks?: number[] }).longTasks ?? [])),
  )
}

const watchTasks = () => {
  const tasks: number[] = []
  Object.assign(window, { longTasks: tasks })
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) tasks.push(entry.duration)
  }).observe({ type: 'longtask' })
}

export async function run(measure: Measure): Promise<void> {
  const text = script(1000)
  console.log(`  ${(text.length / 1e6).toFixed(2)} MB of SQL`)
  await withPage(async (page, url) => {
    await page.addInitScript(watchTasks)
    const tasks: number[] = []
    const fresh = async () => {
      await page.goto(url)
      await page.getByRole('button', { name: 'Import…' }).waitFor()
      // The rest of the page is fetched a moment later, as it is while a person looks for the file.
      await page.waitForTimeout(2500)
      await page.evaluate(() => {
        ;(window as unknown as { longTasks: number[] }).longTasks.length = 0
      })
    }
    const drop = async () => {
      const data = await page.evaluateHandle((content) => {
        const transfer = new DataTransfer()
        transfer.items.add(new File([content], 'bench.sql'))
        return transfer
      }, text)
      await page.dispatchEvent('body', 'drop', { dataTransfer: data })
      await page.getByRole('button', { name: 'Create document' }).click()
      await page.getByRole('contentinfo').getByText('1,000 tables').waitFor()
      await page.locator('[data-canvas]').waitFor()
      // Two frames: what was asked to be drawn is there.
      await page.evaluate(
        () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
      )
      tasks.push(await longestTask(page))
    }
    await measure('dropped to on screen', drop, { before: fresh, rounds: 3, warmup: 1 })
    console.log(`  longest task of the page: ${tasks.map((ms) => ms.toFixed(0)).join(', ')} ms`)
  })
}
