import { describe, expect, test } from 'vitest'
import { perform } from '../../commands/context'
import { setTarget } from '../../commands/project'
import { applyEdits, invert } from '../../model/edit'
import { currentSql } from '../../model/resolve'
import { firstDiagram, projectOf, type Schema } from '../../model/schema'
import { dialectIds, type DialectId, type Target } from '../../model/target'
import { countingIds } from '../../model/testing/factories'
import { kitchenSink } from '../../model/testing/kitchenSink.data'
import { dialects } from '..'
import { defaultDdlOptions } from '../options'
import { shop } from '../testing/shop'
import { sketch } from '../testing/sketch'
import { ddlWriters, retargeted } from '../writers'
import type { Untold } from './retarget'

const newest = (dialect: DialectId): Target => ({ dialect, version: dialects[dialect].versions.at(-1) ?? '' })

function turn(schema: Schema, target: Target, untold: Untold = 'leaveOut') {
  const { rows, notices } = retargeted(schema, { target, untold })
  const diagram = firstDiagram(schema)
  if (!diagram) throw new Error('every schema has a diagram')
  const dialect = dialects[projectOf(schema).target.dialect]
  const done = perform(schema, { newId: countingIds('turned'), dialect, diagram }, (cx) =>
    setTarget(cx, target, rows),
  )
  if (!done.ok) throw new Error(done.error.message)
  return { schema: applyEdits(schema, done.value.edits), edits: done.value.edits, rows, notices }
}

/** The lines of the script, without what respelling a type's letters changes. */
const linesOf = (schema: Schema, target: Target): readonly string[] =>
  ddlWriters[target.dialect](schema, target, defaultDdlOptions)
    .text.split('\n')
    .map((line) => line.toLowerCase().replace(/,$/, ''))

const columnNamed = (schema: Schema, name: string) =>
  [...schema.table.values()].flatMap(({ columns }) => columns).find((column) => column.name === name)

const codes = (notices: readonly { readonly code: string }[]) => new Set(notices.map(({ code }) => code))

describe('A document that goes over to another database', () => {
  test.each(dialectIds)('says in %s what an export for it said before', (id) => {
    for (const schema of [shop, kitchenSink(dialects.postgres)]) {
      const target = newest(id)
      const before = new Set(linesOf(schema, target))
      const fresh = linesOf(turn(schema, target).schema, target).filter((line) => !before.has(line))
      // Exports to SQL Server add a filter that keeps NULLs apart; an index of its own has the filter it says. Versions
      // of extensions are of the one PostgreSQL that knows them.
      expect(fresh.filter((line) => !/^create (unique index|extension)/.test(line))).toEqual([])
    }
  })

  test('has types and defaults of the target, and comes back by its inverse', () => {
    const schema = sketch({
      tables: {
        users: {
          columns: {
            id: { type: 'bigserial', nullable: false },
            mail: { type: 'text', collation: 'de_DE' },
            born: { type: 'timestamptz', default: 'now()' },
          },
        },
      },
    })
    const { schema: next, edits, notices } = turn(schema, newest('mysql'))
    expect(columnNamed(next, 'id')).toMatchObject({
      type: { raw: 'bigint' },
      identity: { mode: 'byDefault' },
    })
    expect(columnNamed(next, 'mail')).toMatchObject({ type: { raw: 'longtext' }, collation: '' })
    expect(columnNamed(next, 'born')?.type.raw).toBe('datetime(6)')
    expect(notices.map(({ message }) => message)).toContain('users.born: timestamptz becomes datetime(6).')
    expect(applyEdits(next, invert(edits))).toEqual(schema)
  })

  test('leaves out what the target has no words for, or keeps it as it was', () => {
    const schema = sketch({
      tables: {
        users: { columns: { mail: { type: 'text' } }, checks: [{ is: "{mail} ~* '^a'", name: 'ok' }] },
      },
    })
    const left = turn(schema, newest('sqlite'))
    expect([...left.schema.table.values()][0]?.checks).toEqual([])
    expect(codes(left.notices)).toContain('sqlLeftOut')
    const kept = turn(schema, newest('sqlite'), 'keep')
    const [check] = [...kept.schema.table.values()][0]?.checks ?? []
    expect(check && currentSql(check.expression, kept.schema, dialects.sqlite.names)).toBe("mail ~* '^a'")
    expect(codes(kept.notices)).toContain('sqlKept')
  })

  test('keeps names in expressions as references', () => {
    const schema = sketch({
      tables: {
        lines: {
          columns: { price: { type: 'numeric(8,2)' } },
          checks: [{ is: '{price} >= 0::int', name: 'ok' }],
        },
      },
    })
    const [table] = [...turn(schema, newest('mysql')).schema.table.values()]
    expect(table?.checks[0]?.expression.parts).toContainEqual(
      expect.objectContaining({ to: table?.columns[0]?.id }),
    )
  })

  test('stays as it is in a kin of its database, and in another version that can do the same', () => {
    const { rows } = turn(shop, newest('aurora-postgres'))
    expect(rows).toEqual([])
    const older = turn(shop, { dialect: 'postgres', version: '17' })
    expect([older.rows, older.notices]).toEqual([[], []])
  })
})
