import { expect, it, vi } from 'vitest'
import { createToastStore } from './toasts'

it('tells its listeners of every message and every dismissal', () => {
  const store = createToastStore()
  const listener = vi.fn()
  const stop = store.subscribe(listener)
  const id = store.add({ title: 'Table deleted' })
  expect(store.current().map((toast) => toast.title)).toEqual(['Table deleted'])
  store.dismiss(id)
  expect(store.current()).toEqual([])
  expect(listener).toHaveBeenCalledTimes(2)
  stop()
  store.add({ title: 'Saved' })
  expect(listener).toHaveBeenCalledTimes(2)
})

it('replaces an older message with the same key', () => {
  const store = createToastStore()
  store.add({ title: 'Moved 1 table', key: 'move' })
  store.add({ title: 'Copied' })
  store.add({ title: 'Moved 2 tables', key: 'move' })
  expect(store.current().map((toast) => toast.title)).toEqual(['Copied', 'Moved 2 tables'])
})

it('shows no more than four at once', () => {
  const store = createToastStore()
  for (const title of ['1', '2', '3', '4', '5']) store.add({ title })
  expect(store.current().map((toast) => toast.title)).toEqual(['2', '3', '4', '5'])
})

it('keeps errors until they are closed and gives an action more time', () => {
  const store = createToastStore()
  store.add({ title: 'Could not save', tone: 'danger' })
  store.add({ title: 'Table deleted', action: { label: 'Undo', onAction: () => undefined } })
  store.add({ title: 'Copied' })
  const [error = 0, undoable = 0, brief = 0] = store.current().map((toast) => toast.duration)
  expect(error).toBe(Infinity)
  expect(undoable).toBeGreaterThan(brief)
})
