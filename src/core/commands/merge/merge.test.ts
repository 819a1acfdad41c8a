import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyEdits, invert } from '../../model/edit'
import { arbitrarySchema } from '../../model/testing/arbitrary'
import {
  aColumn,
  aForeignKey,
  aSchema,
  aTable,
  columnNamed,
  countingIds,
} from '../../model/testing/factories'
import { faultsOf } from '../../model/testing/integrity'
import { kinds, type Row, type Schema } from '../../model/schema'
import { makeLogicalRelation, makeNamespace, makeView } from '../../model/factory'
import { isSqlRef, sqlText } from '../../model/sqlText'
import { plainDialect } from '../testing/plainDialect'
import { reid } from '../../model/reid'
import { Merge } from './merge'
import { likenessesOf } from './likeness'
import { mergedKinds } from './pairing'
import { surveyOf } from './survey'

const given = () => ({ newId: countingIds('m'), speech: plainDialect })

/** The same schema as somebody else would have made it: other ids, in the same order. */
function underOtherIds(schema: Schema): Schema {
  const text = JSON.stringify([...kinds].map((kind) => [...schema[kind].values()]))
  const ids = new Map(
    [...text.matchAll(/"((?:[a-z]{1,2})_)([A-Za-z0-9]+)"/g)].map(([, kind, rest]) => [
      `${kind ?? ''}${rest ?? ''}`,
      `${kind ?? ''}q${rest ?? ''}`,
    ]),
  )
  const maps = kinds.map((kind) => {
    const rows = [...(schema[kind].values() as Iterable<Row>)].map((row) => reid(row, ids))
    return [kind, new Map(rows.map((row) => [row.id, row]))]
  })
  return Object.fromEntries(maps) as Schema
}

describe('any two documents', () => {
  it('merged with itself, a document does not change', () => {
    fc.assert(
      fc.property(arbitrarySchema(), (schema) => {
        expect(new Merge(schema, schema, given()).edits()).toEqual([])
        expect(new Merge(schema, underOtherIds(schema), given()).edits()).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  it('after merging one into the other all of it is there: merging it again changes nothing', () => {
    fc.assert(
      fc.property(arbitrarySchema(), arbitrarySchema(), (mine, other) => {
        const theirs = underOtherIds(other)
        const edits = new Merge(mine, theirs, given()).edits()
        const merged = applyEdits(mine, edits)
        expect(faultsOf(merged)).toEqual([])
        expect(applyEdits(merged, invert(edits))).toEqual(mine)
        const again = new Merge(merged, theirs, { ...given(), newId: countingIds('z') }).edits()
        expect(again).toEqual([])
        for (const kind of mergedKinds) {
          // Nothing of one's own is lost.
          for (const id of mine[kind].keys()) expect(merged[kind].has(id as never)).toBe(true)
          expect(merged[kind].size).toBeGreaterThanOrEqual(theirs[kind].size - (kind === 'namespace' ? 1 : 0))
        }
        expect(merged.placement).toEqual(mine.placement)
      }),
      { numRuns: 60 },
    )
  })
})

const shop = (newId = countingIds('a')) => {
  const users = aTable({ name: 'users', columns: ['id bigint', 'email text'], key: ['id'] }, newId)
  const orders = aTable({ name: 'orders', columns: ['id bigint', 'user_id bigint'], key: ['id'] }, newId)
  const places = aForeignKey({ child: [orders, 'user_id'], parent: [users, 'id'] }, newId)
  return { users, orders, places, newId }
}

const tableCalled = (schema: Schema, name: string) => {
  const found = [...schema.table.values()].find((table) => table.name === name)
  if (!found) throw new Error(`there is no table ${name}`)
  return found
}

describe('a dump merged into a drawing', () => {
  const drawn = () => {
    const { users, orders, places, newId } = shop()
    const kept = {
      ...users,
      comment: 'People who may sign in',
      tags: ['core'],
      properties: [{ key: 'owner', value: 'team a' }],
      columns: users.columns.map((column) =>
        column.name === 'email' ? { ...column, tags: ['personal'] } : column,
      ),
    }
    const spoken = { ...places, verbs: { childToParent: 'is placed by', parentToChild: 'places' } }
    return aSchema([kept, orders, spoken], newId)
  }
  const dumped = () => {
    const newId = countingIds('b')
    const users = aTable(
      {
        name: 'users',
        columns: [
          'id bigint',
          aColumn('phone text', {}, newId),
          aColumn('email text', { nullable: false }, newId),
        ],
        key: ['id'],
      },
      newId,
    )
    const items = aTable({ name: 'items', columns: ['id bigint', 'user_id bigint'], key: ['id'] }, newId)
    const bought = aForeignKey(
      { child: [items, 'user_id'], parent: [users, 'id'], onDelete: 'cascade' },
      newId,
    )
    return aSchema([users, items, bought], newId)
  }

  it('takes a line that was only drawn, in either direction, for the foreign key between the same columns', () => {
    const { users, orders, places, newId } = shop()
    const end = (table: string, column: string, max: 1 | 'many') => ({
      table: tableCalled(aSchema([users, orders], newId), table).id,
      columns: [columnNamed(table === 'users' ? users : orders, column).id],
      min: 0 as const,
      max,
    })
    const ends = [end('orders', 'user_id', 'many'), end('users', 'id', 1)] as const
    const verbs = { childToParent: 'is placed by', parentToChild: 'places' }
    const other = { childToParent: 'places', parentToChild: 'is placed by' }
    const lines = [
      makeLogicalRelation(newId, { from: ends[0], to: ends[1], verbs, comment: 'as drawn' }),
      makeLogicalRelation(newId, { from: ends[1], to: ends[0], verbs: other, comment: 'as drawn' }),
    ]
    for (const line of lines) {
      const mine = aSchema([users, orders, line], newId)
      const theirs = underOtherIds(
        aSchema([users, orders, { ...places, name: 'fk', onDelete: 'cascade' }], newId),
      )
      const merge = new Merge(mine, theirs, given())
      const merged = applyEdits(mine, merge.edits())
      expect(faultsOf(merged)).toEqual([])
      expect([...merged.relation.values()]).toMatchObject([
        { kind: 'foreignKey', id: line.id, name: 'fk', onDelete: 'cascade', comment: 'as drawn', verbs },
      ])
      expect(surveyOf(merge).find(({ kind }) => kind === 'relation')?.changes).toEqual([
        'the drawn line becomes a foreign key',
      ])
      expect(applyEdits(merged, new Merge(merged, theirs, given()).edits())).toEqual(merged)
    }
  })

  it('keeps ids and all that only the drawing knows, takes the facts, and ties new tables to old ones', () => {
    const mine = drawn()
    const merged = applyEdits(mine, new Merge(mine, dumped(), given()).edits())
    const before = tableCalled(mine, 'users')
    const users = tableCalled(merged, 'users')
    expect(users.id).toBe(before.id)
    expect(users).toMatchObject({ comment: 'People who may sign in', tags: ['core'] })
    expect(users.properties).toEqual([{ key: 'owner', value: 'team a' }])
    expect(users.columns.map(({ name }) => name)).toEqual(['id', 'phone', 'email'])
    expect(columnNamed(users, 'email')).toMatchObject({
      id: columnNamed(before, 'email').id,
      nullable: false,
      tags: ['personal'],
    })
    const items = tableCalled(merged, 'items')
    const bought = [...merged.relation.values()].find(
      (one) => one.kind === 'foreignKey' && one.child.table === items.id,
    )
    expect(bought).toMatchObject({ parent: { table: users.id, columns: [columnNamed(users, 'id').id] } })
    expect(tableCalled(merged, 'orders')).toEqual(tableCalled(mine, 'orders'))
    expect([...merged.relation.values()].map(({ verbs }) => verbs.parentToChild)).toContain('places')
  })

  it('takes options that stand twice one by one, and again changes nothing', () => {
    const withOptions = (values: readonly string[]) => {
      const newId = countingIds('o')
      const users = aTable({ name: 'users', columns: ['id bigint'] }, newId)
      const options = values.map((value) => ({ dialect: 'mysql', name: 'UNION', value }) as const)
      return aSchema([{ ...users, options }], newId)
    }
    const [mine, theirs] = [withOptions(['a']), withOptions(['b', 'c'])]
    const merged = applyEdits(mine, new Merge(mine, theirs, given()).edits())
    expect(tableCalled(merged, 'users').options.map(({ value }) => value)).toEqual(['b', 'c'])
    expect(new Merge(merged, theirs, given()).edits()).toEqual([])
  })

  it('says object by object what it would do, and removes only what it is told to', () => {
    const mine = drawn()
    const merge = new Merge(mine, dumped(), given())
    const entries = surveyOf(merge).filter(({ kind }) => kind === 'table' || kind === 'relation')
    expect(entries.map(({ name, state, changes }) => [name, state, changes])).toEqual([
      ['users', 'changed', ['new column phone', 'column email: NOT NULL']],
      ['items', 'new', []],
      ['orders', 'missing', []],
      ['items.user_id → users', 'new', []],
    ])
    const orders = tableCalled(mine, 'orders')
    const without = applyEdits(mine, merge.edits({ removed: new Set([orders.id]) }))
    expect([...without.table.values()].map(({ name }) => name)).toEqual(['users', 'items'])
    expect(faultsOf(without)).toEqual([])
  })

  it('leaves alone what was not chosen', () => {
    const mine = drawn()
    const theirs = dumped()
    const merge = new Merge(mine, theirs, given())
    const leftOut = new Set([tableCalled(mine, 'users').id])
    const merged = applyEdits(mine, merge.edits({ leftOut }))
    expect(tableCalled(merged, 'users')).toEqual(tableCalled(mine, 'users'))
    expect(tableCalled(merged, 'items').columns).toHaveLength(2)
  })

  it('removes parts that the source lacks when told so', () => {
    const mine = drawn()
    const theirs = aSchema(
      [aTable({ name: 'users', columns: ['id bigint'] }, countingIds('b'))],
      countingIds('c'),
    )
    const merge = new Merge(mine, theirs, given())
    const [users] = surveyOf(merge).filter(({ kind }) => kind === 'table')
    expect(users?.missing.map(({ label }) => label)).toEqual(['primary key', 'column email'])
    expect(tableCalled(applyEdits(mine, merge.edits()), 'users')).toEqual(tableCalled(mine, 'users'))
    const removed = new Set(users?.missing.map(({ id }) => id))
    const after = tableCalled(applyEdits(mine, merge.edits({ removed })), 'users')
    expect(after.columns.map(({ name }) => name)).toEqual(['id'])
    expect(after.primaryKey).toBeUndefined()
  })

  it('asks about a table that has another name and the same columns, and renames it only when told', () => {
    const mine = drawn()
    const theirs = aSchema(
      [aTable({ name: 'people', columns: ['id bigint', 'email text'], key: ['id'] }, countingIds('b'))],
      countingIds('c'),
    )
    const merge = new Merge(mine, theirs, given())
    const [like, ...more] = likenessesOf(mine, theirs, merge.pairing)
    expect([like?.fromName, like?.toName, like?.shared, like?.all, more]).toEqual([
      'people',
      'users',
      2,
      2,
      [],
    ])
    expect(applyEdits(mine, merge.edits()).table.size).toBe(3)
    if (!like) return
    const renames = new Map([[like.from, like.to]])
    const renamed = applyEdits(mine, new Merge(mine, theirs, { ...given(), renames }).edits())
    expect([...renamed.table.values()].map(({ name }) => name)).toEqual(['people', 'orders'])
    expect(tableCalled(renamed, 'people').id).toBe(tableCalled(mine, 'users').id)
  })

  it('takes the default namespace and none for the same place', () => {
    const mine = drawn()
    const newId = countingIds('b')
    const home = makeNamespace(newId, { name: 'public' })
    const users = aTable(
      { name: 'users', columns: ['id bigint', 'email text'], key: ['id'], namespace: home.id },
      newId,
    )
    const items = aTable({ name: 'items', columns: ['id bigint'], namespace: home.id }, newId)
    const merged = applyEdits(mine, new Merge(mine, aSchema([home, users, items], newId), given()).edits())
    expect(merged.namespace.size).toBe(0)
    expect([...merged.table.values()].map(({ name }) => name)).toEqual(['users', 'orders', 'items'])
  })

  it('ties texts of the source to objects that only this document has', () => {
    const mine = drawn()
    const newId = countingIds('b')
    const view = makeView(newId, {
      name: 'buyers',
      dialect: 'postgres',
      query: sqlText('SELECT user_id FROM orders'),
    })
    const merged = applyEdits(mine, new Merge(mine, aSchema([view], newId), given()).edits())
    const [taken] = merged.view.values()
    const refs = taken?.query.parts.filter(isSqlRef).map(({ to }) => to)
    expect(refs).toContain(tableCalled(mine, 'orders').id)
  })
})
