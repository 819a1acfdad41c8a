import { expect, it } from 'vitest'
import { rowsInView, scrollTopFor } from './rowsInView'

it('covers the view and a margin, whatever the number of rows', () => {
  const { first, last } = rowsInView({ top: 28_000, height: 280, rowHeight: 28, count: 50_000 })
  expect(first).toBeLessThanOrEqual(1000 - 12)
  expect(last).toBeGreaterThanOrEqual(1010 + 12)
  expect(last - first).toBeLessThan(50)
})

it('stays within the rows', () => {
  expect(rowsInView({ top: 0, height: 280, rowHeight: 28, count: 5 })).toEqual({ first: 0, last: 4 })
  expect(rowsInView({ top: 0, height: 280, rowHeight: 28, count: 0 })).toEqual({ first: 0, last: 0 })
})

it('draws nothing anew for a few pixels of scrolling', () => {
  const at = (top: number) => rowsInView({ top, height: 280, rowHeight: 28, count: 1000 })
  expect(at(2802)).toEqual(at(2840))
})

it('scrolls no further than it must to show a row', () => {
  const view = { top: 100, height: 280 }
  expect(scrollTopFor({ rowTop: 40, rowHeight: 28, view })).toBe(40)
  expect(scrollTopFor({ rowTop: 400, rowHeight: 28, view })).toBe(148)
  expect(scrollTopFor({ rowTop: 200, rowHeight: 28, view })).toBe(100)
})
