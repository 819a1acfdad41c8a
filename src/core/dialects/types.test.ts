import { describe, expect, it } from 'vitest'
import { dialectIds, type DialectId } from '../model/target'
import { dialects } from '.'
import type { ColumnType } from '../model/type'

const parsed = (id: DialectId, raw: string): Omit<ColumnType, 'raw'> => {
  const { raw: kept, ...rest } = dialects[id].types.parse(raw)
  expect(kept).toBe(raw)
  return rest
}

describe('a type', () => {
  it.each<[DialectId, string, Omit<ColumnType, 'raw'>]>([
    ['postgres', 'numeric(10,2)', { base: 'decimal', precision: 10, scale: 2 }],
    ['postgres', 'timestamp(3) with time zone', { base: 'datetime', precision: 3, zone: 'with' }],
    ['postgres', 'TIMESTAMPTZ', { base: 'datetime', zone: 'with' }],
    ['postgres', 'text[][]', { base: 'text', array: 2 }],
    ['postgres', 'integer ARRAY[4]', { base: 'int32', array: 2 }],
    ['postgres', 'pg_catalog.int4', { base: 'int32' }],
    ['postgres', 'double  precision', { base: 'float64' }],
    ['postgres', 'character varying(20)', { base: 'varchar', length: 20 }],
    ['postgres', 'ltree', { base: 'other' }],
    ['mysql', 'tinyint(1)', { base: 'boolean' }],
    ['mysql', 'int(11) unsigned zerofill', { base: 'int32', unsigned: true, zerofill: true }],
    ['mysql', "enum('it''s','a,b')", { base: 'enum', values: ["it's", 'a,b'] }],
    ['mysql', 'mediumtext', { base: 'text', size: 'medium' }],
    ['mysql', 'timestamp(6)', { base: 'datetime', precision: 6, zone: 'local' }],
    ['mariadb', 'uuid', { base: 'uuid' }],
    ['sqlite', 'UNSIGNED BIG INT', { base: 'int64', unsigned: true }],
    ['sqlite', 'NATIVE CHARACTER(70)', { base: 'text' }],
    ['sqlserver', 'nvarchar(max)', { base: 'nvarchar', length: 'max' }],
    ['sqlserver', '[dbo].[Money]', { base: 'other' }],
    ['sqlserver', '[int]', { base: 'int32' }],
    ['sqlserver', 'tinyint', { base: 'int8', unsigned: true }],
    ['oracle', 'VARCHAR2(30 CHAR)', { base: 'varchar', length: 30 }],
    ['oracle', 'NUMBER(10,2)', { base: 'decimal', precision: 10, scale: 2 }],
    ['oracle', 'NUMBER(19)', { base: 'int64' }],
    ['oracle', 'TIMESTAMP(6) WITH LOCAL TIME ZONE', { base: 'datetime', precision: 6, zone: 'local' }],
    ['redshift', 'super', { base: 'json' }],
  ])('of %s spelled %s is understood', (id, raw, type) => {
    expect(parsed(id, raw)).toEqual(type)
  })

  it.each(dialectIds)('that %s suggests is one that it knows', (id) => {
    const unknown = dialects[id].types.suggestions.filter(
      ({ raw }) => dialects[id].types.parse(raw).base === 'other',
    )
    expect(
      unknown.map(({ raw }) => raw).filter((raw) => !['ANY', 'hierarchyid', 'hllsketch'].includes(raw)),
    ).toEqual([])
  })

  it.each(dialectIds)('never fails to be read by %s', (id) => {
    for (const raw of ['', '(', ')', 'a(', "enum('", '[', '[]', 'x)(y', '((((', '😀', "'", '"a']) {
      expect(dialects[id].types.parse(raw).raw).toBe(raw)
    }
  })
})

describe('a smart column', () => {
  it.each(dialectIds)('of %s has a type that the dialect knows, whatever its name', (id) => {
    const { smart, types } = dialects[id]
    for (const name of [
      'created_at',
      'is_open',
      'price',
      'user_id',
      'title',
      'body',
      'payload',
      'bornOn',
      'id',
      '',
    ]) {
      const { type } = smart.forName(name)
      expect(type).toEqual(types.parse(type.raw))
      expect(type.base).not.toBe('other')
    }
  })

  it('knows moments, booleans and decimals in postgres', () => {
    const { smart } = dialects.postgres
    expect(smart.forName('createdAt')).toMatchObject({ type: { raw: 'timestamptz' }, nullable: false })
    expect(smart.forName('deleted_at')).toEqual({ type: dialects.postgres.types.parse('timestamptz') })
    expect(smart.forName('is_open').type.raw).toBe('boolean')
    expect(smart.forName('unit_price').type.raw).toBe('numeric(12,2)')
  })

  it('that refers to a counting one does not count', () => {
    const { smart, types } = dialects.postgres
    const id = { ...smart.id(() => '1'), type: types.parse('BIGSERIAL') }
    expect(smart.forReferenceTo(id).raw).toBe('bigint')
  })
})
