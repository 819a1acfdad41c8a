import { describe, expect, it } from 'vitest'
import { historyRows, timeOf } from './historyRows'
import { inThePast } from './past'

const minute = 60_000
const noon = new Date(2026, 4, 1, 12, 0).getTime()

const step = (label: string, at: number) => ({ label, at, edits: [], before: undefined, after: undefined })

describe('the rows of the history', () => {
  it('begin before the first step, tell where one stands, and keep what was taken back behind it', () => {
    const rows = historyRows(
      {
        done: [step('Add table', noon)],
        undone: [step('Delete orders', noon + 2), step('Move orders', noon + 1)],
      },
      noon,
    )
    expect(rows.map(({ label, state }) => [label, state])).toEqual([
      ['Beginning', 'done'],
      ['Added table', 'current'],
      ['Moved orders', 'undone'],
      ['Deleted orders', 'undone'],
    ])
  })

  it('carry the time where something new was begun', () => {
    const done = [0, 1, 4, 12].map((at) => step('Add table', noon + at * minute))
    expect(historyRows({ done, undone: [] }, noon).map(({ time }) => time)).toEqual([
      '',
      '12:00',
      '',
      '',
      '12:12',
    ])
  })

  it('name the day of a step of another day, the same way in every language', () => {
    expect(timeOf(noon, noon + 24 * 60 * minute)).toBe('2026-05-01 12:00')
  })
})

describe('a label in the past', () => {
  it('changes its verb and nothing of the names behind it', () => {
    expect(inThePast('Rename orders to Add')).toBe('Renamed orders to Add')
    expect(inThePast('Take orders out of this diagram')).toBe('Took orders out of this diagram')
  })

  it('leaves what begins with no verb that it knows, whatever it is called', () => {
    for (const label of ['On delete: cascade', 'constructor x', '<b>Add</b>', '', '変更 a']) {
      expect(inThePast(label)).toBe(label)
    }
  })
})
