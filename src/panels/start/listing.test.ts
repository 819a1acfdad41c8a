import { expect, it } from 'vitest'
import { listed, type DocumentInfo } from './listing'

const doc = (name: string, given: Partial<DocumentInfo> = {}): DocumentInfo => ({
  id: name,
  name,
  createdAt: 0,
  changedAt: 0,
  openedAt: 0,
  tables: 0,
  ...given,
})

const names = (infos: readonly DocumentInfo[]) => infos.map(({ name }) => name)

it('finds by every word, whatever its case and accents', () => {
  const all = [doc('Online shop'), doc('Café shop'), doc('Bank')]
  expect(names(listed(all, { search: 'SHOP cafe', sorting: 'name' }))).toEqual(['Café shop'])
  expect(listed(all, { search: '', sorting: 'name' })).toHaveLength(3)
})

it('sorts by name as people read, with numbers by their size', () => {
  const all = [doc('Plan 10'), doc('plan 2'), doc('Atlas')]
  expect(names(listed(all, { search: '', sorting: 'name' }))).toEqual(['Atlas', 'plan 2', 'Plan 10'])
})

it('sorts by the latest opening, the latest change, the most tables', () => {
  const all = [
    doc('a', { openedAt: 1, changedAt: 3, tables: 2 }),
    doc('b', { openedAt: 2, changedAt: 1, tables: 3 }),
    doc('c', { openedAt: 3, changedAt: 2, tables: 1 }),
  ]
  expect(names(listed(all, { search: '', sorting: 'opened' }))).toEqual(['c', 'b', 'a'])
  expect(names(listed(all, { search: '', sorting: 'changed' }))).toEqual(['a', 'c', 'b'])
  expect(names(listed(all, { search: '', sorting: 'tables' }))).toEqual(['b', 'a', 'c'])
})
