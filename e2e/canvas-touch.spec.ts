// The canvas under a finger: pan, tap, drag what is chosen, pinch.
import type { CDPSession, Page } from '@playwright/test'
import { expect, test } from './fixtures'
import { boxOf, headOf, selectedCount, steps, tableOf } from './kit/canvas/hands'
import { openCanvas } from './kit/canvas/openCanvas'

test.use({ hasTouch: true })

interface Finger {
  readonly x: number
  readonly y: number
}

const touch = (
  session: CDPSession,
  type: 'touchStart' | 'touchMove' | 'touchEnd',
  fingers: readonly Finger[],
) =>
  session.send('Input.dispatchTouchEvent', {
    type,
    touchPoints: fingers.map(({ x, y }, id) => ({ x, y, id })),
  })

async function slide(page: Page, from: readonly Finger[], to: readonly Finger[]): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await touch(session, 'touchStart', from)
  for (let step = 1; step <= 8; step++) {
    const now = from.map(({ x, y }, index) => {
      const end = to[index] ?? { x, y }
      return { x: x + ((end.x - x) * step) / 8, y: y + ((end.y - y) * step) / 8 }
    })
    await touch(session, 'touchMove', now)
  }
  await touch(session, 'touchEnd', [])
}

test('one finger pans, a tap selects, and then the finger moves what is selected', async ({ page }) => {
  await openCanvas(page, { sample: 'shop' })
  const before = await boxOf(tableOf(page, 'orders'))
  const head = await headOf(page, 'orders')
  await slide(page, [head], [{ x: head.x - 60, y: head.y + 40 }])
  const panned = await boxOf(tableOf(page, 'orders'))
  expect(panned.x).toBeCloseTo(before.x - 60, -1)
  expect(await steps(page)).toEqual([])

  const now = await headOf(page, 'orders')
  await page.touchscreen.tap(now.x, now.y)
  expect(await selectedCount(page)).toBe(1)
  await slide(page, [now], [{ x: now.x + 80, y: now.y + 80 }])
  expect(await steps(page)).toEqual([expect.stringMatching(/^Move \S+$/)])
})

test('two fingers pinch', async ({ page }) => {
  await openCanvas(page, { sample: 'shop' })
  const before = await boxOf(tableOf(page, 'orders'))
  await slide(
    page,
    [
      { x: 500, y: 400 },
      { x: 700, y: 400 },
    ],
    [
      { x: 420, y: 400 },
      { x: 780, y: 400 },
    ],
  )
  expect((await boxOf(tableOf(page, 'orders'))).width).toBeGreaterThan(before.width * 1.5)
})
