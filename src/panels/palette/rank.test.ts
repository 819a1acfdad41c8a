import { describe, expect, it } from 'vitest'
import { fit } from './rank'

const best = (query: string, ...names: readonly string[]) =>
  names
    .map((name) => ({ name, score: fit(name, query)?.score ?? -1 }))
    .filter(({ score }) => score >= 0)
    .sort((a, b) => b.score - a.score)
    .map(({ name }) => name)

describe('fit', () => {
  it('puts the whole name first, then its start, then the start of a word, then the middle', () => {
    expect(best('order', 'reorders', 'customer_order', 'orders', 'order')).toEqual([
      'order',
      'orders',
      'customer_order',
      'reorders',
    ])
  })

  it('finds beginnings of words in order when no piece fits whole, and nothing from the middle of words', () => {
    expect(best('cuid', 'customer_id', 'created_at', 'focused')).toEqual(['customer_id'])
  })

  it('says where the letters stand', () => {
    expect(fit('customer_id', 'custid')?.ranges).toEqual([
      [0, 4],
      [9, 11],
    ])
  })

  it('finds nothing where nothing fits', () => {
    expect(fit('orders', 'xyz')).toBeUndefined()
  })
})
