// A document that holds DBML has it kept up to date, whether or not somebody looks at it.
import { document, type DocumentState } from '../document'
import { dbmlSource } from './source'

/** The worker and the reader come only for documents that have such a text. */
export function keepDbml(): void {
  const open = async () => {
    const { dbmlSync } = await import('./sync')
    await dbmlSync.open()
  }
  document.subscribe((state: DocumentState, before: DocumentState) => {
    const isAnother = state.id !== before.id || state.lastMove.kind === 'open'
    if (isAnother && state.id !== undefined && dbmlSource(state.schema)) void open()
  })
}
