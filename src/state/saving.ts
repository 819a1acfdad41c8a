// Files that go to the disk: what they are called, and what is said when they cannot be written.
import type { FilesPort, FilesProblem } from './ports'
import { tell } from './feedback'

/** A name that every file system takes. */
export function fileName(name: string, extension: string): string {
  const safe = name
    .normalize('NFC')
    // eslint-disable-next-line no-control-regex -- control characters are what must go
    .replace(/[\u0000-\u001f<>:"/\\|?*]+/g, '-')
    .replace(/^[.\s-]+|[.\s-]+$/g, '')
    .slice(0, 100)
  return `${safe || 'schema'}${extension}`
}

export function sayFilesProblem(what: string, problem: FilesProblem): void {
  const why = {
    refused: 'the browser was not allowed to',
    gone: 'the file is no longer there',
    tooLarge: 'the file is too large',
    failed: problem.kind === 'failed' ? problem.reason : '',
  }[problem.kind]
  tell({ tone: 'danger', text: `${what}: ${why}.` })
}

/** Picked or downloaded. The name that it got; `undefined` where it was not saved. */
export async function saveFile(
  files: FilesPort,
  file: Parameters<FilesPort['saveAs']>[0],
): Promise<string | undefined> {
  const saved = await files.saveAs(file)
  if (!saved.ok) sayFilesProblem('Could not save the file', saved.error)
  return saved.ok && saved.value ? (saved.value.handle?.name ?? file.name) : undefined
}
