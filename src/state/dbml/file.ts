// The document's DBML as a file: as its author wrote it where somebody did, else written from the model.
import type { Result } from '../../core/lib/result'
import { projectOf } from '../../core/model/schema'
import type { CallError } from '../../workers/client'
import { document } from '../document'
import { tell } from '../feedback'
import type { FilesPort } from '../ports'
import { fileName, saveFile } from '../saving'
import { texts } from '../texts'
import { dbmlSource } from './source'

const kind = { label: 'DBML', mime: 'text/plain', extensions: ['.dbml'] }

export async function dbmlText(): Promise<Result<string, CallError>> {
  const { schema } = document.getState()
  const own = dbmlSource(schema)
  if (own) return { ok: true, value: own.text }
  const written = await texts.format(schema, 'dbml')
  return written.ok ? { ok: true, value: written.value.text } : written
}

export async function saveDbml(files: FilesPort): Promise<void> {
  const { schema } = document.getState()
  const text = await dbmlText()
  if (!text.ok) {
    if (text.error.kind === 'failed')
      tell({ tone: 'danger', text: `Could not write DBML: ${text.error.message}` })
    return
  }
  const file = { name: fileName(projectOf(schema).name, '.dbml'), content: text.value, kind }
  const name = await saveFile(files, file)
  if (name !== undefined) tell({ tone: 'success', text: `Saved ${name}` })
}
