// Relations of every shape, drawn, refused, mended, edited on the line and bent.
import type { Locator } from '@playwright/test'
import {
  cardinalityText,
  columnNamed,
  columnNames,
  keyNames,
  relationLike,
  relationTexts,
  tableNamed,
  tableNames,
} from './support/model'
import { expect, test, type App } from './support/app'
import { along } from './support/lines'
import { modelOf, shop, type ModelGiven } from './support/schemas'

const apart: ModelGiven = {
  tables: [
    { name: 'students', columns: ['id', 'name text'], at: [0, 0] },
    { name: 'courses', columns: ['id', 'title text'], at: [340, 0] },
  ],
}

const selectLine = async (app: App, title: string): Promise<Locator> => {
  const line = app.line(title)
  await expect(line).toBeVisible()
  await app.click(await along(line, 0.5))
  await expect(app.said).toContainText(title)
  return line
}

test('many to many stays a sketch until it is resolved into a table in between', async ({ app }) => {
  await app.open(modelOf(apart))
  await app.connect({ table: 'students' }, { table: 'courses' }, { holding: ['Alt'] })
  const sketch = await selectLine(app, 'students relates to courses')
  let schema = await app.saved()
  expect(tableNames(schema)).toEqual(['courses', 'students'])
  const [relation] = schema.relation.values()
  expect(relation).toMatchObject({ kind: 'logical', from: { max: 'many' }, to: { max: 'many' } })

  await app.choose(await along(sketch, 0.5), 'Turn the sketched relation into columns')
  await expect(app.table('student_courses')).toBeVisible()
  await expect(sketch).toHaveCount(0)
  schema = await app.saved()
  expect(keyNames(schema, 'student_courses')).toEqual(['student_id', 'course_id'])
  expect(relationTexts(schema)).toEqual([
    'student_courses(course_id) -> courses(id)',
    'student_courses(student_id) -> students(id)',
  ])
})

test('a relation to a composite key makes a column for each of its parts', async ({ app }) => {
  const given: ModelGiven = {
    tables: [
      {
        name: 'order_items',
        columns: ['order_id bigint', 'line_no integer', 'note text?'],
        key: ['order_id', 'line_no'],
        at: [0, 0],
      },
      { name: 'refunds', columns: ['id', 'reason text'], at: [340, 0] },
    ],
  }
  await app.open(modelOf(given))
  await app.connect({ table: 'refunds', side: 'left' }, { table: 'order_items' })
  await expect(app.lines).toHaveCount(1)
  const schema = await app.saved()
  expect(columnNames(schema, 'refunds')).toEqual(['id', 'reason', 'order_id', 'order_item_line_no'])
  expect(relationTexts(schema)).toEqual([
    'refunds(order_id, order_item_line_no) -> order_items(order_id, line_no)',
  ])
  const refunds = tableNamed(schema, 'refunds')
  expect(columnNamed(refunds, 'order_item_line_no').type.raw).toBe('integer')
  expect(columnNamed(refunds, 'order_id').type.raw).toBe('bigint')
})

test('a table is related to itself', async ({ app }) => {
  await app.open(modelOf({ tables: [{ name: 'employees', columns: ['id', 'name text'], at: [0, 0] }] }))
  await app.dragTool('To itself', await app.header('employees'))
  await app.click(await app.header('employees'))
  await expect(app.lines).toHaveCount(1)
  await expect(app.lines.first()).toHaveAccessibleName(/^employees references itself through /)
  const schema = await app.saved()
  const [relation] = schema.relation.values()
  if (!relation) throw new Error('no relation')
  // Somebody has no superior.
  expect(cardinalityText(schema, relation)).toBe('0..many to 0..1')
})

test('one to one makes the column of the foreign key unique', async ({ app }) => {
  await app.open(
    modelOf({
      tables: [
        { name: 'users', columns: ['id', 'name text'], at: [0, 0] },
        { name: 'profiles', columns: ['id', 'bio text'], at: [340, 0] },
      ],
    }),
  )
  await app.dragTool('One to one', await app.header('users'))
  await app.click(await app.header('profiles'))
  await expect(app.line('profiles references users through user_id')).toBeVisible()
  const schema = await app.saved()
  expect(cardinalityText(schema, relationLike(schema, 'profiles(user_id) -> users(id)'))).toBe('0..1 to 1..1')
  expect(tableNamed(schema, 'profiles').uniques).toHaveLength(1)
})

test('the child holds the foreign key whichever way the line was dragged', async ({ app }) => {
  await app.open(
    modelOf({
      tables: [
        { name: 'customers', columns: ['id', 'name text'], at: [0, 0] },
        { name: 'orders', columns: ['id', 'customer_id bigint'], at: [340, 0] },
        { name: 'invoices', columns: ['id', 'customer_id bigint'], at: [340, 200] },
      ],
    }),
  )
  await app.connect(
    { table: 'orders', column: 'customer_id', side: 'left' },
    { table: 'customers', column: 'id' },
  )
  await expect(app.lines).toHaveCount(1)
  await app.connect({ table: 'customers', column: 'id' }, { table: 'invoices', column: 'customer_id' })
  await expect(app.lines).toHaveCount(2)
  expect(relationTexts(await app.saved())).toEqual([
    'invoices(customer_id) -> customers(id)',
    'orders(customer_id) -> customers(id)',
  ])
})

test('the line says what it will be before the button is released', async ({ app, page }) => {
  await app.open(
    modelOf({
      tables: [
        { name: 'customers', columns: ['id'], at: [0, 0] },
        { name: 'orders', columns: ['id', 'customer_id bigint'], at: [340, 0] },
      ],
    }),
  )
  await app.connect(
    { table: 'customers', column: 'id' },
    { table: 'orders', column: 'customer_id' },
    { isReleased: false },
  )
  await expect(app.said).toHaveText('orders.customer_id → customers.id')
  await app.press('Escape')
  await page.mouse.up()
  await expect(app.lines).toHaveCount(0)
})

test('types that differ are refused with a reason, and the fix mends and ties', async ({ app }) => {
  await app.open(
    modelOf({
      tables: [
        { name: 'customers', columns: ['id', 'name text'], at: [0, 0] },
        { name: 'orders', columns: ['id', 'customer text'], at: [340, 0] },
      ],
    }),
  )
  await app.connect(
    { table: 'orders', column: 'customer', side: 'left' },
    { table: 'customers', column: 'id' },
  )
  const refusal = app.message('orders.customer is text, customers.id is bigint: they cannot be equal.')
  await expect(refusal).toBeVisible()
  await expect(app.lines).toHaveCount(0)
  await refusal.getByRole('button', { name: 'Make orders.customer fit customers.id' }).click()
  await expect(app.lines).toHaveCount(1)
  const schema = await app.saved()
  expect(columnNamed(tableNamed(schema, 'orders'), 'customer').type.raw).toBe('bigint')
})

test('a target that is no key is refused, and the fix makes it unique', async ({ app }) => {
  await app.open(
    modelOf({
      tables: [
        { name: 'countries', columns: ['id', 'code char(2)'], at: [0, 0] },
        { name: 'cities', columns: ['id', 'country_code char(2)'], at: [340, 0] },
      ],
    }),
  )
  await app.connect(
    { table: 'cities', column: 'country_code', side: 'left' },
    { table: 'countries', column: 'code' },
  )
  const refusal = app.message('A foreign key must point at a key, and countries (code) is not unique.')
  await refusal.getByRole('button', { name: 'Make countries (code) unique' }).click()
  await expect(app.line('cities references countries through country_code')).toBeVisible()
  const schema = await app.saved()
  expect(tableNamed(schema, 'countries').uniques).toHaveLength(1)
  expect(relationTexts(schema)).toEqual(['cities(country_code) -> countries(code)'])
})

test('cardinality is edited on the line and writes UNIQUE and NOT NULL', async ({ app, page }) => {
  await app.open(modelOf(shop))
  const line = await selectLine(app, 'orders references customers through customer_id')
  await app.click(await along(line, 0))
  await page.getByRole('menuitemradio', { name: 'At most one' }).click()
  await expect(app.message('').or(page.getByRole('menu'))).toHaveCount(0)
  let schema = await app.saved()
  const text = 'orders(customer_id) -> customers(id)'
  expect(cardinalityText(schema, relationLike(schema, text))).toBe('0..1 to 1..1')
  expect(tableNamed(schema, 'orders').uniques).toHaveLength(1)

  await app.click(await along(line, 1))
  await page.getByRole('menuitemradio', { name: 'At most one' }).click()
  await expect(page.getByRole('menu')).toHaveCount(0)
  schema = await app.saved()
  expect(cardinalityText(schema, relationLike(schema, text))).toBe('0..1 to 0..1')
  expect(columnNamed(tableNamed(schema, 'orders'), 'customer_id').nullable).toBe(true)
})

test('a line is bent by a double-click, moved, and made straight again', async ({ app, page }) => {
  await app.open(modelOf(shop))
  const title = 'orders references customers through customer_id'
  const line = await selectLine(app, title)
  const middle = await along(line, 0.5)
  await app.doubleClick(middle)
  const bend = page.locator('[data-bend]')
  await expect(bend).toHaveCount(1)
  await app.drag(middle, { x: middle.x, y: middle.y + 80 })
  const bends = async () => {
    const schema = await app.saved()
    return [...schema.line.values()].flatMap((row) => row.bends)
  }
  const [one, ...others] = await bends()
  expect(others).toEqual([])
  await app.doubleClick({ x: middle.x, y: middle.y + 80 })
  await expect(bend).toHaveCount(0)
  expect(await bends()).toEqual([])
  expect(one).toBeDefined()
})

test('what happens to the children on delete stands on the line that is selected', async ({ app, page }) => {
  await app.open(modelOf({ ...shop, onDelete: 'cascade' }))
  await selectLine(app, 'orders references customers through customer_id')
  await expect(page.getByText('delete cascade').first()).toBeVisible()
})
