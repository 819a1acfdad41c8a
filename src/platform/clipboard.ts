// Copy and paste: our own type beside plain text where the browser takes it; elsewhere the text itself carries the
// piece of the document, so that it still travels between tabs.
import type { ClipboardService, Copied } from './types'

export const fragmentType = 'web application/x-relata+json'
/** The same in a paste event, where the prefix is not spoken. */
const plainFragmentType = 'application/x-relata+json'

/** Text that is a piece of a document: every own file begins like this. */
const isFragment = (text: string): boolean => /^\s*\{\s*"relata"\s*:/.test(text.slice(0, 200))

export interface ClipboardPage {
  /** Absent on plain HTTP. */
  readonly clipboard?: Pick<Clipboard, 'read' | 'readText' | 'write' | 'writeText'> | undefined
  /** Makes one entry of several types; absent where the browser refuses ours. */
  readonly richItem?: ((types: Readonly<Record<string, Blob>>) => ClipboardItem) | undefined
  /** The old way, through a selection; false when it did not work. */
  readonly copySelected: (text: string) => boolean
}

const fromText = (text: string): Copied => (isFragment(text) ? { text, fragment: text } : { text })

const isRefused = (error: unknown): boolean => error instanceof DOMException || error instanceof TypeError

/** What another program would take must not be swallowed: only refusals of the browser become `undefined`. */
async function unlessRefused<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work()
  } catch (error) {
    if (isRefused(error)) return undefined
    throw error
  }
}

export function createClipboard({ clipboard, richItem, copySelected }: ClipboardPage): ClipboardService {
  async function writeRich({ text, fragment }: Required<Copied>): Promise<boolean> {
    if (!clipboard || !richItem) return false
    const item = richItem({
      'text/plain': new Blob([text], { type: 'text/plain' }),
      [fragmentType]: new Blob([fragment], { type: fragmentType }),
    })
    await clipboard.write([item])
    return true
  }

  async function readRich(): Promise<Copied | undefined> {
    const items = (await clipboard?.read()) ?? []
    for (const item of items) {
      const textOf = async (type: string) =>
        item.types.includes(type) ? (await item.getType(type)).text() : undefined
      const fragment = await textOf(fragmentType)
      const text = await textOf('text/plain')
      if (fragment !== undefined) return { text: text ?? '', fragment }
      if (text !== undefined) return fromText(text)
    }
    return items.length > 0 ? { text: '' } : undefined
  }

  return {
    write: async ({ text, fragment }) => {
      if (fragment !== undefined && (await unlessRefused(() => writeRich({ text, fragment })))) return true
      const carried = fragment ?? text
      const isWritten = await unlessRefused(async () => {
        if (!clipboard) return false
        await clipboard.writeText(carried)
        return true
      })
      return isWritten === true || copySelected(carried)
    },
    read: async () => {
      const rich = await unlessRefused(readRich)
      if (rich) return rich
      const text = await unlessRefused(async () => clipboard?.readText())
      return text === undefined ? undefined : fromText(text)
    },
    readEvent: (data) => {
      const fragment = data.getData(fragmentType) || data.getData(plainFragmentType)
      const text = data.getData('text/plain')
      return fragment === '' ? fromText(text) : { text, fragment }
    },
  }
}

function copyBySelection(text: string): boolean {
  const area = document.createElement('textarea')
  const focused = document.activeElement
  area.value = text
  area.className = 'sr-only'
  document.body.append(area)
  area.select()
  // The only way on plain HTTP, where there is no clipboard of the newer kind.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  const isCopied = document.execCommand('copy')
  area.remove()
  if (focused instanceof HTMLElement) focused.focus()
  return isCopied
}

/** Browsers without `supports` know no types of ours. */
function takesOurType(): boolean {
  return (
    typeof ClipboardItem !== 'undefined' &&
    'supports' in ClipboardItem &&
    ClipboardItem.supports(fragmentType)
  )
}

export const browserClipboard = (): ClipboardService =>
  createClipboard({
    // Absent on plain HTTP, whatever the types say.
    clipboard: navigator.clipboard,
    richItem: takesOurType() ? (types) => new ClipboardItem(types) : undefined,
    copySelected: copyBySelection,
  })
