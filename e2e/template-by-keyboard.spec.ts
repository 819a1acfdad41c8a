// A whole template, built again from nothing without a mouse: enums, tables with their keys, uniques, checks, indexes,
// relations and comments, and a view. What comes out is the template's own SQL.
import { dialects } from '../src/core/dialects'
import { defaultDdlOptions } from '../src/core/dialects/options'
import { ddlWriters } from '../src/core/dialects/writers'
import { columnOf, endsOf, foreignKeysOf } from '../src/core/model/query'
import type { ColumnId } from '../src/core/model/id'
import type { ForeignKey, Index, Table } from '../src/core/model/records'
import { currentSql } from '../src/core/model/resolve'
import { inOrder, projectOf, type Schema } from '../src/core/model/schema'
import type { SqlText } from '../src/core/model/sqlText'
import { build } from '../src/core/templates/build'
import { tracker } from '../src/core/templates/collection/tracker'
import { expect, test, type App } from './support/app'

let count = 0
const template: Schema = build(tracker, {
  newId: () => String(++count),
  dialect: dialects.postgres,
  target: { dialect: 'postgres', version: '18' },
})

const sql = (text: SqlText): string => currentSql(text, template, dialects.postgres.names)

const names = (table: Table, columns: readonly ColumnId[]): string =>
  columns.map((id) => columnOf(table, id)?.name ?? '?').join(', ')

/** A column as one notes it down. */
function columnLine(table: Table, column: Table['columns'][number]): string {
  const isKey = table.primaryKey?.parts.some((part) => part.column === column.id) ?? false
  return [
    column.name,
    column.type.raw,
    isKey ? 'primary key' : column.nullable ? 'null' : 'not null',
    column.default && `default ${sql(column.default)}`,
    column.comment !== '' && `-- ${column.comment}`,
  ]
    .filter(Boolean)
    .join(' ')
}

function indexLine(table: Table, { parts, where }: Index): string {
  const on = parts.map((part) => {
    const text = 'column' in part.on ? names(table, [part.on.column]) : sql(part.on.expression)
    return part.sort === 'desc' ? `${text} desc` : text
  })
  return `${on.join(', ')}${where ? ` where ${sql(where)}` : ''}`
}

const actions: Partial<Record<NonNullable<ForeignKey['onDelete']>, string>> = {
  cascade: 'cascade',
  setNull: 'set null',
}

function relationLine(table: Table, relation: ForeignKey): string {
  const [child, parent] = endsOf(relation)
  const other = template.table.get(parent.table)
  if (!other) throw new Error('a relation has two ends')
  const action = relation.onDelete ? (actions[relation.onDelete] ?? '') : ''
  return `${names(table, child.columns)} -> ${other.name}(${names(other, parent.columns)}) ${action}`.trim()
}

/** Parents before their children, as one builds. */
function inBuildingOrder(): readonly Table[] {
  const done = new Set<string>()
  const out: Table[] = []
  const rest = new Set(inOrder(template.table))
  while (rest.size > 0) {
    const ready = [...rest].filter((table) =>
      foreignKeysOf(template, table.id).every(
        ({ parent }) => parent.table === table.id || done.has(parent.table),
      ),
    )
    if (ready.length === 0) throw new Error('tables that need each other')
    for (const table of ready) {
      out.push(table)
      done.add(table.id)
      rest.delete(table)
    }
  }
  return out
}

async function paste({ page, press }: Pick<App, 'page' | 'press'>, text: string): Promise<void> {
  await page.evaluate((given) => navigator.clipboard.writeText(given), text)
  await press('ControlOrMeta+v')
}

class Builder {
  private readonly app: App

  constructor(app: App) {
    this.app = app
  }

  private paste(text: string): Promise<void> {
    return paste({ page: this.app.page, press: (...keys) => this.app.press(...keys) }, text)
  }

  /** A key opens a field of the inspector; each line and Enter is one part; Escape leads back to the canvas. */
  async write(key: string, label: string, lines: readonly string[]): Promise<void> {
    if (lines.length === 0) return
    const { app } = this
    await app.press(key)
    const field = app.page
      .getByRole('complementary', { name: 'Inspector' })
      .getByLabel(label, { exact: true })
    for (const line of lines) {
      await expect(field).toBeFocused()
      await app.page.keyboard.insertText(line)
      await app.press(label === 'Comment' ? 'ControlOrMeta+Enter' : 'Enter')
    }
    await app.press('Escape')
    await expect(app.canvas).toBeFocused()
  }

  private async named(key: string, what: string, name: string): Promise<void> {
    await this.app.press(key)
    await this.app.typeInto(`Name of the ${what}`, name)
    await this.app.press('Enter')
  }

  async enumOf(name: string, values: readonly string[]): Promise<void> {
    await this.named('e', 'enum', name)
    await expect(this.app.canvas.getByRole('textbox', { name: 'New value' })).toBeFocused()
    await this.paste(values.join('\n'))
    await this.app.press('Escape')
  }

  async table(table: Table): Promise<void> {
    const { app } = this
    await this.named('t', 'table', table.name)
    await expect(app.canvas.getByRole('textbox', { name: 'Name of the new column' })).toBeFocused()
    const own = table.columns.filter(({ name }) => name !== 'id')
    // A new table has an `id`; one whose key is made of other columns gives it away.
    const keepsId = own.length < table.columns.length
    if (!keepsId) {
      await app.press('Escape', 'Enter', 'Delete')
      await expect(app.row(table.name, 'id')).toHaveCount(0)
    }
    await this.paste(own.map((column) => columnLine(table, column)).join('\n'))
    await expect(app.row(table.name, own.at(-1)?.name ?? '')).toBeVisible()
    if (keepsId) await app.press('Escape')
    await this.write('Shift+M', 'Comment', table.comment === '' ? [] : [table.comment])
    await this.write(
      'Shift+U',
      'Add unique key on columns',
      table.uniques.map(({ parts }) =>
        names(
          table,
          parts.map(({ column }) => column),
        ),
      ),
    )
    await this.write(
      'Shift+I',
      'Add index on columns or expressions',
      table.indexes.map((index) => indexLine(table, index)),
    )
    await this.write(
      'Shift+C',
      'Add check',
      table.checks.map(({ expression }) => sql(expression)),
    )
    await this.write(
      'Shift+R',
      'Add relation',
      foreignKeysOf(template, table.id).map((relation) => relationLine(table, relation)),
    )
  }

  async view(name: string, query: string, comment: string): Promise<void> {
    const { app } = this
    await this.named('v', 'view', name)
    await this.write('Shift+M', 'Comment', [comment])
    await app.press('Shift+M', 'Shift+Tab')
    const editor = app.page
      .getByRole('complementary', { name: 'Inspector' })
      .getByRole('textbox', { name: 'Query' })
    await expect(editor).toBeFocused()
    await this.paste(query)
    await app.press('ControlOrMeta+Enter', 'Escape')
  }
}

const statements = (schema: Schema): readonly string[] =>
  ddlWriters
    .postgres(schema, projectOf(schema).target, defaultDdlOptions)
    .statements.map((one) => one.sql)
    .sort()

test('an issue tracker of sixteen tables is built again from nothing, by keys alone', async ({
  app,
  page,
  context,
}) => {
  // About twenty seconds of keys; more where other things run beside it.
  test.setTimeout(150_000)
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await app.start()
  await app.press('Tab', 'Enter')
  await app.settled()
  const builder = new Builder(app)
  for (const { name, values } of inOrder(template.enum)) {
    await test.step(`the enum ${name}`, () =>
      builder.enumOf(
        name,
        values.map((value) => value.name),
      ))
  }
  for (const table of inBuildingOrder())
    await test.step(`the table ${table.name}`, () => builder.table(table))
  for (const { name, query, comment } of inOrder(template.view)) {
    await test.step(`the view ${name}`, () => builder.view(name, sql(query), comment))
  }
  expect(statements(await app.saved())).toEqual(statements(template))
  await expect(page.getByText('16 tables')).toBeVisible()
})
