// The ways out of the dialog: a file, the clipboard, or another program of this device.
import { useState } from 'react'
import { document } from '../../state/document'
import type { ExportChoices } from '../../state/exportChoices'
import { exportedFile, type ExportedFile, type Preview } from '../../state/exporting'
import { tell } from '../../state/feedback'
import type { ClipboardPort, FilesPort } from '../../state/ports'
import { saveFile } from '../../state/saving'

export interface DeliveryGiven {
  readonly files: FilesPort
  readonly clipboard: ClipboardPort
  readonly preview: Preview | undefined
  readonly choices: ExportChoices
}

/** Browsers open a picker only shortly after a click. */
const pickerPatience = 4000

export const canShare = (): boolean =>
  typeof navigator.share === 'function' && typeof navigator.canShare === 'function'

const blobOf = ({ content, kind }: ExportedFile): Blob =>
  content instanceof Blob ? content : new Blob([content], { type: kind.mime })

/** False where the browser refused: it copies no pictures over plain HTTP. */
async function toClipboard({ content, kind }: ExportedFile, clipboard: ClipboardPort): Promise<boolean> {
  if (typeof content === 'string') return clipboard.write({ text: content })
  if (!window.isSecureContext) return false
  await navigator.clipboard.write([new ClipboardItem({ [kind.mime]: content })])
  return true
}

/** Other programs take pictures and plain text; few know what an SQL file is. */
async function toOthers(file: ExportedFile): Promise<void> {
  const isPicture = file.kind.mime.startsWith('image/')
  const shared = new File([blobOf(file)], file.name, { type: isPicture ? file.kind.mime : 'text/plain' })
  if (navigator.canShare({ files: [shared] })) await navigator.share({ files: [shared], title: file.name })
  else if (typeof file.content === 'string') await navigator.share({ text: file.content, title: file.name })
  else tell({ tone: 'warning', text: 'This browser does not share such a file. Download it instead.' })
}

/** What came of it, and whether it came while a picker may still be opened. */
async function timed<T>(act: () => Promise<T>): Promise<{ readonly value: T; readonly wasQuick: boolean }> {
  const started = performance.now()
  const value = await act()
  return { value, wasQuick: performance.now() - started < pickerPatience }
}

const isRefusal = (error: unknown): boolean => error instanceof DOMException && error.name === 'AbortError'

export function useDelivery({ files, clipboard, preview, choices }: DeliveryGiven) {
  const [said, setSaid] = useState<string>()
  const [isBusy, setIsBusy] = useState(false)

  async function make(onPerTable: ExportChoices): Promise<ExportedFile | undefined> {
    if (!preview) return undefined
    const result = await exportedFile(preview, { choices: onPerTable, schema: document.getState().schema })
    if (result.ok) return result.value
    if (result.error.kind === 'failed')
      tell({ tone: 'danger', text: `Could not export: ${result.error.message}` })
    return undefined
  }

  function during(act: () => Promise<void>) {
    return () => {
      setIsBusy(true)
      setSaid(undefined)
      act()
        .catch((error: unknown) => {
          if (isRefusal(error)) return
          tell({
            tone: 'danger',
            text: `Could not export: ${error instanceof Error ? error.message : String(error)}`,
          })
        })
        .finally(() => setIsBusy(false))
    }
  }

  const save = async (file: ExportedFile): Promise<void> => {
    const name = await saveFile(files, file)
    if (name !== undefined) setSaid(`Saved ${name}`)
  }

  const download = during(async () => {
    const { value: file, wasQuick } = await timed(() => make(choices))
    if (!file) return
    if (wasQuick) await save(file)
    else
      tell({
        tone: 'success',
        text: `${file.name} is ready`,
        actions: [{ label: 'Save', run: () => void save(file) }],
      })
  })

  const copy = during(async () => {
    // The clipboard takes one text, not an archive.
    const file = await make({ ...choices, onePerTable: false })
    if (!file) return
    const isCopied = await toClipboard(file, clipboard)
    setSaid(isCopied ? 'Copied' : 'The browser refused to copy it. Download it instead.')
  })

  const share = during(async () => {
    const file = await make(choices)
    if (file) await toOthers(file)
  })

  return { said, isBusy, copy, download, share }
}
