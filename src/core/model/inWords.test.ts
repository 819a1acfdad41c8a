import { describe, expect, it } from 'vitest'
import { readAloud } from './inWords'
import { plainTitle, plainWords } from './plainWords'
import { plural } from './plural'

const none = { childToParent: '', parentToChild: '' }
const anyNumber = { min: 0, max: 'many' } as const
const exactlyOne = { min: 1, max: 1 } as const

describe('a relation in words', () => {
  it('says what must be and what may be, with the verbs of its author', () => {
    const verbs = { childToParent: 'is placed by', parentToChild: 'places' }
    expect(
      readAloud({
        child: 'orders',
        parent: 'customers',
        cardinality: { child: anyNumber, parent: exactlyOne },
        verbs,
      }),
    ).toEqual(['Each order is placed by exactly one customer.', 'A customer may place any number of orders.'])
  })

  it('has plain verbs of its own, and reads sketches across', () => {
    const cardinality = { child: { min: 1, max: 'many' }, parent: { min: 0, max: 1 } } as const
    expect(readAloud({ child: 'order_items', parent: 'Addresses', cardinality, verbs: none })).toEqual([
      'An order item may belong to at most one address.',
      'Each address has one or more order items.',
    ])
    expect(
      readAloud({
        child: 'users',
        parent: 'hour',
        cardinality: { child: anyNumber, parent: anyNumber },
        verbs: none,
      }),
    ).toEqual([
      'A user may be related to any number of hours.',
      'An hour may be related to any number of users.',
    ])
  })

  it.each([
    ['is the badge of', 'may be the badge of'],
    ['carries', 'may carry'],
    ['passes to', 'may pass to'],
    ['watches', 'may watch'],
    ['wears', 'may wear'],
  ])('puts %s behind "may" as %s', (verb, said) => {
    const verbs = { childToParent: verb, parentToChild: '' }
    const cardinality = { child: anyNumber, parent: { min: 0, max: 1 } } as const
    expect(readAloud({ child: 'a', parent: 'b', cardinality, verbs })[0]).toBe(`An a ${said} at most one b.`)
  })

  it('names a table without a name', () => {
    const cardinality = { child: { min: 0, max: 1 }, parent: exactlyOne } as const
    expect(readAloud({ child: ' ', parent: 'staff_members', cardinality, verbs: none })).toEqual([
      'Each unnamed table belongs to exactly one staff member.',
      'A staff member may have at most one unnamed table.',
    ])
  })
})

describe('names as people say them', () => {
  it.each([
    ['order_items', 'order items'],
    ['OrderItems', 'order items'],
    ['VATNumber', 'VAT number'],
    ['ORDER_ITEMS', 'order items'],
    ['line2Text', 'line2 text'],
    ['顧客_マスタ', '顧客 マスタ'],
    ['__', ''],
  ])('%s is %s', (name, words) => {
    expect(plainWords(name)).toBe(words)
  })

  it('begin with a capital as headings', () => {
    expect(plainTitle('größen_tabelle')).toBe('Größen tabelle')
    expect(plainTitle('')).toBe('')
  })

  it.each([
    ['category', 'categories'],
    ['order item', 'order items'],
    ['box', 'boxes'],
    ['person', 'people'],
    ['orders', 'orders'],
    ['news', 'news'],
    ['day', 'days'],
    ['address', 'addresses'],
  ])('one %s, many %s', (one, many) => {
    expect(plural(one)).toBe(many)
  })
})
