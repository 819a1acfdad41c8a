import { describe, expect, it } from 'vitest'
import { createFiles, fileSizeLimit, type FilesPage } from './files'
import type { FileKind } from './types'

const relata: FileKind = { label: 'Relata document', mime: 'application/json', extensions: ['.relata'] }

/** A handle as the browser gives it; `fails` names the error of the next write. */
function fakeHandle(name: string, content: string, fails?: string) {
  const disk = { content, aborted: 0 }
  const handle = {
    kind: 'file' as const,
    name,
    disk,
    getFile: () => Promise.resolve(new File([disk.content], name, { lastModified: 7 })),
    createWritable: () => {
      let next = ''
      return Promise.resolve({
        write: (data: string) => {
          if (fails !== undefined) return Promise.reject(new DOMException('no', fails))
          next = data
          return Promise.resolve()
        },
        close: () => {
          disk.content = next
          return Promise.resolve()
        },
        abort: () => {
          disk.aborted++
          return Promise.resolve()
        },
      })
    },
  }
  return handle
}

type Handle = ReturnType<typeof fakeHandle>
// The fake has what `createFiles` uses of a handle.
const asHandle = (handle: Handle) => handle as unknown as FileSystemFileHandle

const noPage: FilesPage = {
  pickers: {},
  choose: () => Promise.resolve(undefined),
  download: () => undefined,
}

describe('files where the browser can write them in place', () => {
  const handle = fakeHandle('shop.relata', 'one')
  const files = createFiles({
    ...noPage,
    pickers: {
      showOpenFilePicker: () => Promise.resolve([asHandle(handle)]),
      showSaveFilePicker: () => Promise.resolve(asHandle(handle)),
    },
  })

  it('are opened, saved where they were, and seen when another program changes them', async () => {
    expect(files.canSaveInPlace).toBe(true)
    const opened = await files.open([relata])
    expect(opened).toEqual({ ok: true, value: { name: 'shop.relata', text: 'one', changedAt: 7, handle } })
    expect(await files.save(handle, 'two')).toEqual({ ok: true, value: undefined })
    handle.disk.content += ' and more'
    expect(await files.reread(handle)).toMatchObject({ ok: true, value: { text: 'two and more' } })
  })

  it('are saved under a new name with a handle to go on with', async () => {
    const saved = await files.saveAs({ name: 'a.relata', content: 'three', kind: relata })
    expect(saved).toEqual({ ok: true, value: { handle } })
    expect(handle.disk.content).toBe('three')
  })

  it('stay as they were when a write fails', async () => {
    const full = fakeHandle('full.relata', 'old', 'NotAllowedError')
    expect(await files.save(full, 'new')).toEqual({ ok: false, error: { kind: 'refused' } })
    expect(full.disk).toEqual({ content: 'old', aborted: 1 })
  })
})

describe('files where it cannot', () => {
  it('are uploaded and downloaded', async () => {
    const downloads: [string, Blob][] = []
    const asked: string[] = []
    const files = createFiles({
      ...noPage,
      choose: (accept) => {
        asked.push(accept)
        return Promise.resolve(new File(['text'], 'x.dbml', { lastModified: 3 }))
      },
      download: (name, blob) => downloads.push([name, blob]),
    })
    expect(files.canSaveInPlace).toBe(false)
    const opened = await files.open([relata, { label: 'DBML', mime: 'text/plain', extensions: ['.dbml'] }])
    expect(opened).toEqual({ ok: true, value: { name: 'x.dbml', text: 'text', changedAt: 3 } })
    expect(asked).toEqual(['.relata,.dbml'])
    expect(await files.saveAs({ name: 'a.relata', content: 'body', kind: relata })).toEqual({
      ok: true,
      value: {},
    })
    expect(downloads[0]?.[0]).toBe('a.relata')
    expect(await downloads[0]?.[1].text()).toBe('body')
  })
})

describe('a file that is not opened', () => {
  const opening = (error: Error) =>
    createFiles({ ...noPage, pickers: { showOpenFilePicker: () => Promise.reject(error) } }).open([relata])

  it('is nothing when the picker was closed', async () => {
    expect(await opening(new DOMException('', 'AbortError'))).toEqual({ ok: true, value: undefined })
    expect(await createFiles(noPage).open([relata])).toEqual({ ok: true, value: undefined })
  })

  it('says why otherwise', async () => {
    expect(await opening(new DOMException('', 'SecurityError'))).toMatchObject({ error: { kind: 'refused' } })
    expect(await opening(new DOMException('', 'NotFoundError'))).toMatchObject({ error: { kind: 'gone' } })
    expect(await opening(new Error('odd'))).toMatchObject({ error: { kind: 'failed', reason: 'odd' } })
  })

  it('is refused when it is too large to be a schema', async () => {
    const large = new File(['x'], 'dump.sql')
    Object.defineProperty(large, 'size', { value: fileSizeLimit + 1 })
    const files = createFiles({ ...noPage, choose: () => Promise.resolve(large) })
    expect(await files.open([relata])).toMatchObject({ error: { kind: 'tooLarge', limit: fileSizeLimit } })
  })
})

describe('dropped files', () => {
  it('come with a handle where there is one; what is no file is passed over', async () => {
    const handle = fakeHandle('a.relata', 'A')
    const items = [
      { kind: 'string', getAsFile: () => null },
      { kind: 'file', getAsFile: () => null, getAsFileSystemHandle: () => Promise.resolve(handle) },
      { kind: 'file', getAsFile: () => new File(['B'], 'b.sql', { lastModified: 2 }) },
    ]
    const dropped = await createFiles(noPage).dropped({ items } as unknown as DataTransfer)
    expect(dropped).toEqual([
      { ok: true, value: { name: 'a.relata', text: 'A', changedAt: 7, handle } },
      { ok: true, value: { name: 'b.sql', text: 'B', changedAt: 2 } },
    ])
  })
})
