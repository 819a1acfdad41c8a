import { describe, expect, test } from 'vitest'
import { defaultDdlOptions } from '../core/dialects/options'
import { newSchema } from '../core/model/factory'
import type { Schema } from '../core/model/schema'
import { aTable } from '../core/model/testing/factories'
import { textMethods } from '../workers/textMethods'
import { TextDesk } from './texts'

let last = 0
const newId = () => String((last += 1))
const target = { dialect: 'postgres', version: '18' } as const
const withTables = (schema: Schema, ...names: readonly string[]): Schema => {
  const tables = names.map((name) => aTable({ name, columns: ['id bigint'], key: ['id'] }))
  return {
    ...schema,
    table: new Map([...schema.table, ...tables.map((table) => [table.id, table] as const)]),
  }
}
const shop = withTables(newSchema(newId, 'Shop', target), 'users')

/** A worker in this very thread, which counts what is sent to it and can be ended. */
function aWorker() {
  const sent: string[] = []
  let methods = textMethods()
  const client = {
    call: async (method: string, input: { readonly model: { readonly kind: string } }) => {
      sent.push(input.model.kind)
      const run = method === 'sql' ? methods.sql : methods.format
      // The desk pairs every method with its own input.
      return { ok: true as const, value: await run(structuredClone(input) as never) }
    },
    close: () => undefined,
  }
  const forget = () => {
    methods = textMethods()
  }
  // What of a client the desk uses.
  return { sent, forget, desk: new TextDesk(() => client as never) }
}

const textOf = async (desk: TextDesk, schema: Schema): Promise<string> => {
  const result = await desk.sql(schema, target, defaultDdlOptions)
  return result.ok ? result.value.text : JSON.stringify(result.error)
}

describe('Texts of the open document', () => {
  test('send the model once and then what changed', async () => {
    const { desk, sent } = aWorker()
    expect(await textOf(desk, shop)).toContain('CREATE TABLE users')
    const more = withTables(shop, 'orders')
    expect(await textOf(desk, more)).toMatch(/CREATE TABLE users[^]*CREATE TABLE orders/)
    const dbml = await desk.format(more, 'dbml')
    expect(dbml.ok && dbml.value.text).toContain('Table orders')
    expect(sent).toEqual(['whole', 'edits', 'edits'])
  })

  test('send another document whole', async () => {
    const { desk, sent } = aWorker()
    await textOf(desk, shop)
    const other = withTables(newSchema(newId, 'Other', target), 'things')
    expect(await textOf(desk, other)).not.toContain('users')
    expect(sent).toEqual(['whole', 'whole'])
  })

  test('send it again to a worker that was ended and started anew', async () => {
    const { desk, sent, forget } = aWorker()
    await textOf(desk, shop)
    forget()
    expect(await textOf(desk, withTables(shop, 'orders'))).toContain('orders')
    expect(sent).toEqual(['whole', 'edits', 'whole'])
  })
})
