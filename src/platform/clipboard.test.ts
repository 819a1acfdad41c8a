import { describe, expect, it } from 'vitest'
import { createClipboard, fragmentType, type ClipboardPage } from './clipboard'

const fragment = '{"relata": 1,\n"model": {}\n}\n'
const copied = { text: 'CREATE TABLE a ();', fragment }

/** A clipboard that several tabs share. */
function shared() {
  let held: Readonly<Record<string, Blob>> = {}
  const item = (types: Readonly<Record<string, Blob>>) =>
    ({
      types: Object.keys(types),
      getType: (type: string) => Promise.resolve(types[type]),
      content: types,
    }) as unknown as ClipboardItem
  const clipboard: NonNullable<ClipboardPage['clipboard']> = {
    write: ([first]) => {
      held = (first as unknown as { readonly content: typeof held }).content
      return Promise.resolve()
    },
    writeText: (text) => Promise.resolve(void (held = { 'text/plain': new Blob([text]) })),
    read: () => Promise.resolve([item(held)]),
    readText: () => held['text/plain']?.text() ?? Promise.resolve(''),
  }
  return { clipboard, richItem: item, types: () => Object.keys(held) }
}

const refused = () => Promise.reject(new DOMException('', 'NotAllowedError'))
const none = { copySelected: () => false }

describe('the clipboard', () => {
  it('carries a piece of a document beside text for other programs', async () => {
    const page = shared()
    const clipboard = createClipboard({ ...page, ...none })
    expect(await clipboard.write(copied)).toBe(true)
    expect(page.types()).toEqual(['text/plain', fragmentType])
    expect(await clipboard.read()).toEqual(copied)
  })

  it('carries it as the text itself where the browser takes no type of ours', async () => {
    const { clipboard: own } = shared()
    const clipboard = createClipboard({ clipboard: own, ...none })
    expect(await clipboard.write(copied)).toBe(true)
    expect(await clipboard.read()).toEqual({ text: fragment, fragment })
  })

  it('carries plain text as it is', async () => {
    const clipboard = createClipboard({ ...shared(), ...none })
    await clipboard.write({ text: 'id int\nname text' })
    expect(await clipboard.read()).toEqual({ text: 'id int\nname text' })
  })

  it('copies by a selection where there is no clipboard (plain HTTP)', async () => {
    const selected: string[] = []
    const clipboard = createClipboard({ copySelected: (text) => selected.push(text) > 0 })
    expect(await clipboard.write(copied)).toBe(true)
    expect(selected).toEqual([fragment])
    expect(await clipboard.read()).toBeUndefined()
  })

  it('says when the browser refuses', async () => {
    const own = { write: refused, writeText: refused, read: refused, readText: refused }
    const clipboard = createClipboard({ clipboard: own, richItem: shared().richItem, ...none })
    expect(await clipboard.write(copied)).toBe(false)
    expect(await clipboard.read()).toBeUndefined()
  })

  it('reads a paste event in every spelling of our type', () => {
    const { readEvent } = createClipboard(none)
    const event = (data: Readonly<Record<string, string>>) =>
      ({ getData: (type: string) => data[type] ?? '' }) as unknown as DataTransfer
    expect(readEvent(event({ 'text/plain': 'x', [fragmentType]: fragment }))).toEqual({ text: 'x', fragment })
    expect(readEvent(event({ 'application/x-relata+json': fragment }))).toEqual({ text: '', fragment })
    expect(readEvent(event({ 'text/plain': ` ${fragment}` }))).toEqual({
      text: ` ${fragment}`,
      fragment: ` ${fragment}`,
    })
    expect(readEvent(event({ 'text/plain': '{"other": 1}' }))).toEqual({ text: '{"other": 1}' })
  })
})
