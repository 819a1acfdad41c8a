import { expect, it } from 'vitest'
import { when } from './when'

it('says how long ago something was in the largest unit that fits', () => {
  const now = 1_000_000_000_000
  expect([10_000, 60_000, 7_200_000, 90_000_000, 700_000_000].map((ago) => when(now - ago, now))).toEqual([
    'just now',
    '1 minute ago',
    '2 hours ago',
    'yesterday',
    'last week',
  ])
})
