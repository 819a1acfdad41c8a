// Automatic layout: nothing overlaps, what is locked stays, one step takes it back.
import { boxesIn, expectNoOverlap } from './support/geometry'
import { placementNamed } from './support/model'
import { expect, test, type App } from './support/app'
import { crowdOf, modelOf, type ModelGiven } from './support/schemas'

/** Forty tables heaped upon each other; the sixth is locked where it is. */
function heap(): ModelGiven {
  const crowd = crowdOf({ tables: 40, gap: 40, areas: 4 })
  return {
    ...crowd,
    tables: crowd.tables.map((table, i) =>
      i === 5 ? { ...table, at: [3000, 2000] as const, place: { locked: true } } : table,
    ),
  }
}

async function arrange(app: App, entry: string): Promise<void> {
  const undo = app.page.getByRole('button', { name: 'Undo' })
  await expect(undo).toBeDisabled()
  await app.menu('Arrange', entry)
  await expect(undo).toBeEnabled({ timeout: 20_000 })
}

const styles = ['Arrange left to right', 'Arrange top down', 'Arrange compactly', 'Arrange by subject area']

for (const style of styles) {
  test(`${style}: no two tables overlap, the locked one stays, undo brings all back`, async ({
    app,
    page,
  }) => {
    await app.open(modelOf(heap()))
    const before = await app.savedText()
    await arrange(app, style)
    const after = await app.saved()
    expectNoOverlap(after)
    expect(placementNamed(after, 'table_005')).toMatchObject({ x: 3000, y: 2000, locked: true })
    await app.press('Control+z')
    await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled()
    expect(await app.savedText()).toBe(before)
  })
}

test('arranging the selection moves nothing else', async ({ app }) => {
  await app.open(modelOf(crowdOf({ tables: 12, gap: 300 })))
  const before = boxesIn(await app.saved())
  for (const name of ['table_000', 'table_001', 'table_002', 'table_003'])
    await app.clickTable(name, ['Shift'])
  await arrange(app, 'Arrange the selection')
  const schema = await app.saved()
  const after = boxesIn(schema)
  expectNoOverlap(schema)
  for (let i = 4; i < 12; i++) {
    const name = `table_${String(i).padStart(3, '0')}`
    expect(after.get(name)).toEqual(before.get(name))
  }
  const moved = [...after].filter(([name, box]) => JSON.stringify(box) !== JSON.stringify(before.get(name)))
  expect(moved.length).toBeGreaterThan(0)
})

test('only the tables that have no place yet are placed', async ({ app }) => {
  const crowd = crowdOf({ tables: 12, gap: 300 })
  const given = {
    ...crowd,
    tables: crowd.tables.map(({ at, ...table }, i) => (i < 6 && at ? { ...table, at } : table)),
  }
  await app.open(modelOf(given))
  const before = boxesIn(await app.saved())
  expect(before.size).toBe(6)
  await arrange(app, 'Place the tables that have no place yet')
  const schema = await app.saved()
  const after = boxesIn(schema)
  expect(after.size).toBe(12)
  for (const [name, box] of before) expect(after.get(name)).toEqual(box)
  expectNoOverlap(schema)
})

test('arranging a thousand tables shows its progress and can be stopped', async ({ app, page }) => {
  await app.open(modelOf(crowdOf({ tables: 1000, gap: 300 })))
  await app.menu('Arrange', 'Arrange left to right')
  const progress = page.getByRole('progressbar', { name: 'Arrange the diagram' })
  await expect(progress).toBeVisible()
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect(progress).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled()
})
