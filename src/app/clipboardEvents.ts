// Copy, cut and paste come as events of the browser, which need no permission. While one types they are the field's.
import type { Clipboard } from '../actions'
import { removeSelected } from '../actions/remove'
import { document as openDocument } from '../state/document'
import type { ClipboardPort } from '../state/ports'
import { desk } from '../state/import/desk'
import { looksLikeSchema } from '../state/import/looksLikeSchema'
import { looksLikeDbml } from '../state/import/piece'
import { screens } from '../state/screens'
import { isTyping } from './shortcuts'

const plainFragmentType = 'application/x-relata+json'

function isOurs(event: ClipboardEvent): boolean {
  const { screen, dialog } = screens.getState()
  const hasTextSelected = window.getSelection()?.isCollapsed === false
  return (
    screen === 'editor' && !dialog && !event.defaultPrevented && !isTyping(event.target) && !hasTextSelected
  )
}

/** Where nothing else can be pasted a script still can: on the start page, and beside a document that is only read. */
function takesSchema(event: ClipboardEvent): boolean {
  const { screen, dialog } = screens.getState()
  const isBare = screen === 'start' || openDocument.getState().isReadOnly
  if (!isBare || dialog || event.defaultPrevented || isTyping(event.target)) return false
  const text = event.clipboardData?.getData('text/plain') ?? ''
  if (!looksLikeSchema(text) && !looksLikeDbml(text)) return false
  event.preventDefault()
  desk.receiveText(text)
  return true
}

export function followClipboard(clipboard: Clipboard, port: ClipboardPort): void {
  const handleCopy = (event: ClipboardEvent): boolean => {
    const copied = isOurs(event) ? clipboard.take() : undefined
    if (!copied || !event.clipboardData) return false
    event.clipboardData.setData('text/plain', copied.text)
    if (copied.fragment !== undefined) event.clipboardData.setData(plainFragmentType, copied.fragment)
    event.preventDefault()
    return true
  }
  const isEditable = () => !openDocument.getState().isReadOnly
  window.addEventListener('copy', handleCopy)
  window.addEventListener('cut', (event) => {
    if (isEditable() && handleCopy(event)) removeSelected()
  })
  window.addEventListener('paste', (event) => {
    if (takesSchema(event)) return
    if (!isOurs(event) || !event.clipboardData || !isEditable()) return
    event.preventDefault()
    clipboard.put(port.readEvent(event.clipboardData))
  })
}
