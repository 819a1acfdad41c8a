// Expressions of a template in the words of one database, their names resolved.
import type { Names } from '../model/lexis'
import type { Column, Table } from '../model/records'
import { joinParts, type SqlPart, type SqlRef, type SqlText } from '../model/sqlText'
import type { Habits } from './habits'

export interface Tongue {
  readonly names: Names
  readonly habits: Habits
  readonly tables: ReadonlyMap<string, Table>
}

function found(table: Table | undefined, name: string): Column {
  const column = table?.columns.find((one) => one.name === name)
  if (!column) throw new Error(`No column ${name} in ${table?.name ?? 'no table'}`)
  return column
}

const columnRef = (table: Table, column: Column, { names }: Tongue): SqlRef => ({
  to: column.id,
  owner: table.id,
  form: 'identifier',
  raw: names.spell(column.name),
})

const tableRef = (table: Table, { names }: Tongue): SqlRef => ({
  to: table.id,
  form: 'identifier',
  raw: names.spell(table.name),
})

function named(name: string, own: Table | undefined, tongue: Tongue): readonly SqlPart[] {
  const [first = '', second] = name.split('.')
  if (second === undefined && own) return [columnRef(own, found(own, first), tongue)]
  const table = tongue.tables.get(first)
  if (!table) throw new Error(`No table ${first}`)
  if (second === undefined) return [tableRef(table, tongue)]
  return [tableRef(table, tongue), '.', columnRef(table, found(table, second), tongue)]
}

/** A boolean's yes or no: the habit says where the column stands in it. */
function decided(sign: string, parts: readonly SqlPart[], { habits }: Tongue): readonly SqlPart[] {
  const [before = '', after = ''] = habits.decide('\0', sign === '+').split('\0')
  return [before, ...parts, after]
}

export function say(text: string, own: Table | undefined, tongue: Tongue): SqlText {
  const pieces = text.split(/\{([^{}]+)\}/)
  return joinParts(
    pieces.flatMap((piece, i): readonly SqlPart[] => {
      if (i % 2 === 0) return [piece]
      const [, sign = '', name = ''] = /^([+-]?)(.*)$/.exec(piece) ?? []
      const parts = named(name, own, tongue)
      return sign === '' ? parts : decided(sign, parts, tongue)
    }),
  )
}

/** The value where the condition holds, else nothing: what an index over some rows is made of elsewhere. */
export function whereOnly(column: SqlText, condition: SqlText): SqlText {
  return joinParts(['CASE WHEN ', ...condition.parts, ' THEN ', ...column.parts, ' END'])
}
