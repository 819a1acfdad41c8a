import { expect, it } from 'vitest'
import { filterOptions } from './comboboxFilter'

const groups = [
  {
    label: 'Numbers',
    options: [{ value: 'bigint', detail: 'int8' }, { value: 'integer' }, { value: 'int' }],
  },
  { label: 'Texts', options: [{ value: 'text' }, { value: 'varchar' }] },
]

const values = (query: string) =>
  filterOptions(groups, query).map((group) => group.options.map((option) => option.value))

it('offers everything before one types', () => {
  expect(filterOptions(groups, ' ')).toBe(groups)
})

it('puts the exact name first, then beginnings, then the rest', () => {
  expect(values('INT')).toEqual([['int', 'integer', 'bigint']])
})

it('finds an option by its detail', () => {
  expect(values('int8')).toEqual([['bigint']])
})

it('drops groups in which nothing fits', () => {
  expect(values('char')).toEqual([['varchar']])
  expect(values('nothing')).toEqual([])
})
