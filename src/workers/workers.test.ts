import { describe, expect, it } from 'vitest'
import { shopSample } from '../core/layout/samples.testing'
import { placedIn } from '../core/layout/geometry'
import { linesIn } from '../core/layout/lines'
import type { PictureApi, RouteApi } from './apis'
import { createClient } from './calls'
import { fakeWorker } from './fakeWorker.testing'
import { pictureMethods } from './pictureMethods'
import { routeMethods } from './routeMethods'
import { cancelled, type Job } from './serve'

interface Echo {
  readonly [method: string]: { readonly input: unknown; readonly output: unknown }
  readonly double: { readonly input: number; readonly output: number }
  readonly wait: { readonly input: string; readonly output: string }
}

/** `wait` answers only when it is let go, or notices its cancel. */
function gate() {
  const waiting = new Map<string, (value: unknown) => void>()
  const methods = {
    double: (input: number) => {
      if (Number.isNaN(input)) throw new Error('not a number')
      return 2 * input
    },
    wait: (input: string) => new Promise((resolve) => waiting.set(input, resolve)),
    obedient: async (_input: unknown, { cancel }: Job) => {
      while (!cancel.aborted) await new Promise((resolve) => setTimeout(resolve, 1))
      return cancelled
    },
  }
  return { methods, letGo: (name: string) => waiting.get(name)?.(name) }
}

const soon = () => new Promise((resolve) => setTimeout(resolve, 5))

describe('calling a worker', () => {
  it('brings the answer, or says why there is none', async () => {
    const client = createClient<Echo>({ spawn: () => fakeWorker(gate().methods) })
    expect(await client.call('double', 21)).toEqual({ ok: true, value: 42 })
    expect(await client.call('double', Number.NaN)).toEqual({
      ok: false,
      error: { kind: 'failed', message: 'not a number' },
    })
    expect(await client.call('toString', 1)).toMatchObject({ ok: false, error: { kind: 'failed' } })
  })

  it('starts the worker with the first call only', async () => {
    let started = 0
    const client = createClient<Echo>({
      spawn: () => {
        started++
        return fakeWorker(gate().methods)
      },
    })
    expect(started).toBe(0)
    await client.call('double', 1)
    await client.call('double', 2)
    expect(started).toBe(1)
  })

  it('answers a cancel at once and ends a worker that does not listen, keeping the other calls', async () => {
    const workers: ReturnType<typeof fakeWorker>[] = []
    const gates: ReturnType<typeof gate>[] = []
    const spawn = () => {
      const made = gate()
      gates.push(made)
      const worker = fakeWorker(made.methods)
      workers.push(worker)
      return worker
    }
    const client = createClient<Echo>({ spawn, patience: 10 })
    const abort = new AbortController()
    const first = client.call('wait', 'for ever', { signal: abort.signal })
    const second = client.call('double', 4)
    await soon()
    abort.abort()
    expect(await first).toEqual({ ok: false, error: { kind: 'cancelled' } })
    expect(await second).toEqual({ ok: true, value: 8 })
    expect(workers.map((worker) => worker.isEnded())).toEqual([true, false])
  })

  it('keeps a worker that stops by itself', async () => {
    const workers: ReturnType<typeof fakeWorker>[] = []
    const spawn = () => {
      const worker = fakeWorker(gate().methods)
      workers.push(worker)
      return worker
    }
    const client = createClient<Echo>({ spawn, patience: 50 })
    const abort = new AbortController()
    const call = client.call('obedient', 0, { signal: abort.signal })
    await soon()
    abort.abort()
    expect(await call).toMatchObject({ ok: false, error: { kind: 'cancelled' } })
    expect(await client.call('double', 3)).toEqual({ ok: true, value: 6 })
    await new Promise((resolve) => setTimeout(resolve, 80))
    expect(workers).toHaveLength(1)
    expect(workers[0]?.isEnded()).toBe(false)
  })

  it('does not begin what was cancelled before', async () => {
    const client = createClient<Echo>({
      spawn: () => {
        throw new Error('no worker is needed')
      },
    })
    expect(await client.call('double', 1, { signal: AbortSignal.abort() })).toMatchObject({ ok: false })
  })

  it('drops answers to a document that has changed since', async () => {
    const made = gate()
    const client = createClient<Echo>({ spawn: () => fakeWorker(made.methods) })
    const old = client.call('wait', 'old', { revision: 1 })
    await soon()
    const now = client.call('wait', 'now', { revision: 2 })
    expect(await old).toEqual({ ok: false, error: { kind: 'stale' } })
    made.letGo('old')
    await soon()
    made.letGo('now')
    expect(await now).toEqual({ ok: true, value: 'now' })
  })

  it('tells all who wait when the worker dies, and starts another for the next call', async () => {
    const crashes: ((message: string) => void)[] = []
    const client = createClient<Echo>({
      spawn: (onCrash) => {
        crashes.push(onCrash)
        return fakeWorker(gate().methods)
      },
    })
    const call = client.call('wait', 'lost')
    await soon()
    crashes[0]?.('out of memory')
    expect(await call).toEqual({ ok: false, error: { kind: 'failed', message: 'out of memory' } })
    expect(await client.call('double', 5)).toEqual({ ok: true, value: 10 })
  })
})

describe('the route worker', () => {
  it('answers with every line at first, then only with those that changed', async () => {
    const { schema, diagram } = shopSample()
    const placed = placedIn(schema, diagram)
    const lines = [...linesIn(schema, { diagram, placed }).values()]
    const boxes = new Map(Array.from(placed, ([id, { box }]) => [id, box]))
    const client = createClient<RouteApi>({ spawn: () => fakeWorker(routeMethods()) })
    const all = await client.call('routeAll', { boxes, lines })
    if (!all.ok) throw new Error(all.error.kind)
    expect(all.value.changed.size).toBe(lines.length)
    const same = await client.call('reroute', { boxes, lines })
    expect(same).toEqual({ ok: true, value: { changed: new Map(), gone: [] } })
    const fewer = await client.call('reroute', { boxes, lines: lines.slice(1) })
    if (!fewer.ok) throw new Error(fewer.error.kind)
    expect(fewer.value.gone).toEqual([lines[0]?.id])
  })
})

describe('the picture worker', () => {
  it('draws a model without anything of the screen', async () => {
    const { schema, diagram } = shopSample()
    const client = createClient<PictureApi>({ spawn: () => fakeWorker(pictureMethods) })
    const result = await client.call('svg', { schema, diagram, svg: { theme: 'light' } })
    if (!result.ok) throw new Error(result.error.kind)
    expect(result.value).toContain('>shipping_address_id</text>')
  })
})
