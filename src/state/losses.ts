// What could not be read back of a document, said once, with the records themselves for whoever can mend them.
import type { FileNotice } from '../core/file'
import type { FilesPort } from './ports'
import type { LoadedDocument, LogEntry } from '../platform/types'
import { tell } from './feedback'
import { fileName, saveFile } from './saving'

export interface Losses {
  readonly loaded: LoadedDocument
  /** Entries that fit nothing. */
  readonly left: readonly LogEntry[]
  readonly notices: readonly FileNotice[]
}

const jsonFile = { label: 'JSON', mime: 'application/json', extensions: ['.json'] }

const count = (n: number, one: string, many: string): string =>
  `${n.toLocaleString('en')} ${n === 1 ? one : many}`

export function sayLosses(files: FilesPort, { loaded, left, notices }: Losses): void {
  const changes = loaded.lost.length + left.length
  const parts = [
    ...(changes > 0 ? [`the last ${count(changes, 'change', 'changes')}`] : []),
    ...(notices.length > 0 ? [count(notices.length, 'record', 'records')] : []),
  ]
  if (parts.length === 0) return
  const name = loaded.info.name || 'This document'
  const remains = { changes: [...left, ...loaded.lost], notices }
  const content = JSON.stringify(remains, undefined, 2)
  tell({
    tone: 'warning',
    text: `${name} was damaged: ${parts.join(' and ')} could not be read back. Everything else is here.`,
    actions: [
      {
        label: 'Save what was lost',
        run: () =>
          void saveFile(files, { name: fileName(`${name} remains`, '.json'), content, kind: jsonFile }),
      },
    ],
  })
}

export function sayPutBack(): void {
  tell({
    tone: 'warning',
    text: 'The browser had thrown this document away. It was put back as it is here; save it to a file to be sure.',
  })
}
