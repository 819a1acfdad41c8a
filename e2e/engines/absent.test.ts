import { afterEach, describe, expect, it, vi } from 'vitest'
import { availableEngines } from './engines'
import { notesOnAbsent } from './absent'

const EMPTY_FOLDER = new URL('kitchen-sinks/', import.meta.url).pathname

describe('an engine that this machine lacks', () => {
  afterEach(() => vi.unstubAllEnvs())

  it('is named with the reason and the way to get it', () => {
    vi.stubEnv('RELATA_ENGINES_DIR', EMPTY_FOLDER)
    vi.stubEnv('RELATA_MYSQLD', process.execPath)
    const found = availableEngines().find((one) => one.id === 'mysql9')
    expect(found).toMatchObject({
      available: false,
      howToGet: expect.stringContaining('mysql9.sh') as string,
    })
  })

  it('is noted with the number of tests that it cost', () => {
    const lacking = [{ id: 'mysql9', available: false, why: 'not here', howToGet: 'fetch it' }] as const
    const skipped = [
      'a > on mysql9 [no mysql9 here] > one',
      'a > on mysql9 [no mysql9 here] > two',
      'a > other',
    ]
    expect(notesOnAbsent(lacking, skipped)).toEqual([
      '2 tests were skipped for want of mysql9 (not here). To get it: fetch it',
    ])
  })

  it('is no matter where no test wanted it', () => {
    const lacking = [{ id: 'mysql9', available: false, why: 'not here', howToGet: 'fetch it' }] as const
    expect(notesOnAbsent(lacking, ['a > other'])).toEqual([])
  })
})
