// What the canvas is looked at with: nothing, one table, a shop, grids of any size, and names that hurt.
import { gridSample, sampleSchema, shopSample, type Sample } from '../../../src/core/layout/samples.testing'

const hostile = (): Sample =>
  sampleSchema([
    {
      name: 'a_table_with_a_name_that_is_much_longer_than_anybody_would_want_it_to_be_in_a_diagram',
      x: 0,
      y: 0,
      columns: [
        {
          name: 'a_column_whose_name_goes_on_and_on_until_it_meets_its_own_type',
          type: 'character varying(255)[]',
        },
        { name: '<script>alert(1)</script>', type: '"><img src=x onerror=alert(1)>', nullable: true },
      ],
    },
    {
      name: 'جدول_المستخدمين',
      x: 420,
      y: 0,
      columns: [
        { name: 'البريد_الإلكتروني', type: 'text', unique: true },
        { name: 'اسم', nullable: true },
      ],
    },
    {
      name: '利用者テーブル',
      x: 800,
      y: 0,
      columns: [
        { name: '電子メール', type: 'varchar(255)' },
        { name: '利用者_id', type: 'bigint', to: 'جدول_المستخدمين', nullable: true },
      ],
    },
    {
      name: '🚀 launches 👩‍👩‍👧',
      x: 0,
      y: 240,
      columns: [
        { name: '🔥 heat', type: 'int' },
        { name: 'user_id', type: 'bigint', to: 'جدول_المستخدمين' },
      ],
    },
    {
      name: '',
      x: 420,
      y: 240,
      columns: [
        { name: '', type: '' },
        { name: '__proto__', type: 'jsonb', nullable: true },
      ],
    },
  ])

export function sampleFor(name: string, count: number): Sample {
  if (name === 'shop') return shopSample()
  if (name === 'hostile') return hostile()
  if (count > 0) return gridSample(count)
  return sampleSchema([])
}
