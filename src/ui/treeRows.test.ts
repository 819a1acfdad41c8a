import { expect, it } from 'vitest'
import { findTyped, parentIndex, placesOf, treeMove, type TreeRow } from './treeRows'

const rows: readonly TreeRow[] = [
  { id: 'public', label: 'public', level: 1, isExpanded: true },
  { id: 'orders', label: 'orders', level: 2, isExpanded: true },
  { id: 'orders.id', label: 'id', level: 3 },
  { id: 'users', label: 'users', level: 2, isExpanded: false },
  { id: 'audit', label: 'audit', level: 1, isExpanded: false },
]

it('states the place of every row among its siblings', () => {
  expect(placesOf(rows).map(({ position, size }) => `${position}/${size}`)).toEqual([
    '1/2',
    '1/2',
    '1/1',
    '2/2',
    '2/2',
  ])
})

it('opens, enters, leaves and closes with the side arrows', () => {
  expect(treeMove('ArrowRight', { rows, at: 3 })).toEqual({ kind: 'toggle', isExpanded: true })
  expect(treeMove('ArrowRight', { rows, at: 1 })).toEqual({ kind: 'go', to: 2 })
  expect(treeMove('ArrowRight', { rows, at: 2 })).toBeUndefined()
  expect(treeMove('ArrowLeft', { rows, at: 2 })).toEqual({ kind: 'go', to: 1 })
  expect(treeMove('ArrowLeft', { rows, at: 1 })).toEqual({ kind: 'toggle', isExpanded: false })
  expect(treeMove('ArrowLeft', { rows, at: 4 })).toBeUndefined()
})

it('stays within its rows', () => {
  expect(treeMove('ArrowUp', { rows, at: 0 })).toEqual({ kind: 'go', to: 0 })
  expect(treeMove('PageDown', { rows, at: 0 })).toEqual({ kind: 'go', to: 4 })
  expect(treeMove('x', { rows, at: 0 })).toBeUndefined()
})

it('finds the parent of a row', () => {
  expect(parentIndex(rows, 3)).toBe(0)
  expect(parentIndex(rows, 0)).toBeUndefined()
})

it('finds what one types, from here and around', () => {
  expect(findTyped(rows, 0, 'us')).toBe(3)
  expect(findTyped(rows, 4, 'o')).toBe(1)
  expect(findTyped(rows, 1, 'o')).toBe(1)
  expect(findTyped(rows, 1, 'z')).toBeUndefined()
  const alike = ['area', 'audit', 'users'].map((label) => ({ id: label, label, level: 1 }))
  expect(findTyped(alike, 0, 'a')).toBe(1)
  expect(findTyped(alike, 0, 'ar')).toBe(0)
})
