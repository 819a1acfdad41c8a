// How a test asks for an engine:
//   onEngine('mariadb', (open) => { it('…', async () => { const session = await open() … }) })
// Sessions close themselves after each test. An engine that this machine lacks skips the tests by name; in CI it fails them.
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Engine, EngineId, Session } from './engine'
import { availability, ENGINES } from './engines'
import { absentMark } from './absent'

export type Open = () => Promise<Session>

/** A first start may initialize a data directory. */
const START_LIMIT_MS = 90_000

export function onEngine(
  ids: EngineId | readonly EngineId[],
  tests: (open: Open, engine: Engine) => void,
): void {
  for (const id of typeof ids === 'string' ? [ids] : ids) onOne(id, tests)
}

function onOne(id: EngineId, tests: (open: Open, engine: Engine) => void): void {
  const engine = ENGINES[id]
  const found = availability(id)
  const sessions: Session[] = []
  const open = async (): Promise<Session> => {
    const session = await engine.fresh()
    sessions.push(session)
    return session
  }
  if (!found.available) {
    const name = `on ${id} ${absentMark(id)}`
    if (!isCi()) describe.skip(name, () => tests(open, engine))
    else it(name, () => expect.unreachable(`CI must have ${id}: ${found.why}. ${found.howToGet}`))
    return
  }
  describe(`on ${id}`, () => {
    beforeAll(() => engine.version(), START_LIMIT_MS)
    afterEach(async () => {
      for (const session of sessions.splice(0)) await session.close()
    })
    tests(open, engine)
  })
}

function isCi(): boolean {
  return !['', '0', 'false'].includes(process.env['CI'] ?? '')
}
