import { describe, expect, test } from 'vitest'
import { moveSpot, newRow, rowAfter, rowInstead, type Spot } from './spot'

const columns = ['c_1', 'c_2', 'c_3'] as const
const go = (spot: Spot, key: string, isMeta = false) => moveSpot(columns, spot, { key, isMeta })

describe('walking through the grid of columns', () => {
  test('arrows lead from cell to cell and stop at the edges', () => {
    expect(go({ row: 'c_1', field: 'name' }, 'ArrowRight')).toEqual({ row: 'c_1', field: 'type' })
    expect(go({ row: 'c_1', field: 'name' }, 'ArrowLeft')).toEqual({ row: 'c_1', field: 'name' })
    expect(go({ row: 'c_1', field: 'type' }, 'ArrowDown')).toEqual({ row: 'c_2', field: 'type' })
    expect(go({ row: 'c_1', field: 'type' }, 'ArrowUp')).toEqual({ row: 'c_1', field: 'type' })
  })

  test('below the last column lies the row for a new one, which keeps the field for the way back', () => {
    const below = go({ row: 'c_3', field: 'type' }, 'ArrowDown')
    expect(below).toEqual({ row: newRow, field: 'type' })
    expect(below && go(below, 'ArrowUp')).toEqual({ row: 'c_3', field: 'type' })
  })

  test('Home and End lead along the row, with Ctrl through the whole grid', () => {
    expect(go({ row: 'c_2', field: 'key' }, 'Home')).toEqual({ row: 'c_2', field: 'name' })
    expect(go({ row: 'c_2', field: 'key' }, 'End')).toEqual({ row: 'c_2', field: 'details' })
    expect(go({ row: 'c_2', field: 'key' }, 'Home', true)).toEqual({ row: 'c_1', field: 'key' })
    expect(go({ row: 'c_2', field: 'key' }, 'End', true)).toEqual({ row: newRow, field: 'key' })
  })

  test('other keys do not move', () => {
    expect(go({ row: 'c_2', field: 'name' }, 'a')).toBeUndefined()
    expect(go({ row: 'c_2', field: 'name' }, 'Enter')).toBeUndefined()
  })

  test('after the last row comes the new one', () => {
    expect(rowAfter(columns, 'c_1')).toBe('c_2')
    expect(rowAfter(columns, 'c_3')).toBe(newRow)
    expect(rowAfter(columns, newRow)).toBe(newRow)
  })

  test('when a row goes one stands on its neighbour', () => {
    expect(rowInstead(columns, 'c_1')).toBe('c_2')
    expect(rowInstead(columns, 'c_3')).toBe('c_2')
    expect(rowInstead(['c_1'], 'c_1')).toBe(newRow)
  })
})
