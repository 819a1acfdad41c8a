import {
  Database,
  Download,
  FileCode,
  FilePlus2,
  FolderOpen,
  GitCommitVertical,
  House,
  LayoutTemplate,
  Save,
  Share,
} from 'lucide-react'
import { read, write, type FileProblem } from '../core/file'
import { assertNever } from '../core/lib/assertNever'
import { projectOf } from '../core/model/schema'
import { saveDbml } from '../state/dbml/file'
import { desk } from '../state/import/desk'
import { document } from '../state/document'
import { tell } from '../state/feedback'
import type { FileHandle, FileKind } from '../state/ports'
import { markSaved } from '../state/savePoint'
import { fileName, sayFilesProblem } from '../state/saving'
import { openDialog } from '../state/screens'
import { newTarget } from '../state/templates'
import { hasVersions } from '../state/versions/desk'
import type { Action } from '../state/action'
import type { Services } from './services'
import { all, always, inEditor, isEditable } from './when'

const dbmlFile: FileKind = { label: 'DBML', mime: 'text/plain', extensions: ['.dbml'] }
const relataFile: FileKind = { label: 'Relata document', mime: 'application/json', extensions: ['.relata'] }

/** What is wrong, where, and what to do about it. */
function explain(problem: FileProblem): string {
  switch (problem.kind) {
    case 'notJson':
      return `It is damaged at line ${String(problem.line)}, column ${String(problem.column)}. Mend that place in a text editor, or open an older copy.`
    case 'mergeConflict':
      return `It holds both sides of a merge from line ${String(problem.line)} on. Choose one side in a text editor first.`
    case 'notRelata':
      return 'It is not a Relata document.'
    case 'newer':
      return 'It was saved by a newer Relata. Reload this page to get the newest version.'
    case 'tooLarge':
      return `It is larger than ${String(Math.round(problem.limit / 1e6))} MB.`
    default:
      return assertNever(problem)
  }
}

export interface DocumentFile {
  readonly name: string
  readonly text: string
  readonly handle?: FileHandle
}

export type OpenDocumentFile = (file: DocumentFile) => Promise<void>

/** Where documents were saved to, for as long as the tab lives. */
const handles = new Map<string, FileHandle>()

/** A Relata file becomes the open document, wherever it came from. */
export const documentFileOpener =
  ({ workspace }: Pick<Services, 'workspace'>): OpenDocumentFile =>
  async (file) => {
    const content = read(file.text)
    if (!content.ok) {
      tell({ tone: 'danger', text: `Could not open ${file.name}. ${explain(content.error)}` })
      return
    }
    await workspace.adopt(content.value.schema)
    const { id } = document.getState()
    if (id && file.handle) handles.set(id, file.handle)
    const { notices } = content.value
    if (notices.length > 0) {
      tell({
        tone: 'warning',
        text: `${file.name} was opened; ${String(notices.length)} records in it could not be read.`,
      })
    }
  }

class FileActions {
  private readonly services: Services

  constructor(services: Services) {
    this.services = services
  }

  readonly create = () => this.services.workspace.create('Untitled', newTarget())

  readonly open = async (): Promise<void> => {
    const result = await this.services.files.open([relataFile, dbmlFile])
    if (!result.ok) sayFilesProblem('Could not open the file', result.error)
    else if (result.value?.name.toLowerCase().endsWith('.dbml'))
      desk.receiveText(result.value.text, result.value.name)
    else if (result.value) await documentFileOpener(this.services)(result.value)
  }

  readonly save = async (): Promise<void> => {
    await this.services.workspace.flush()
    const { id, schema } = document.getState()
    const handle = id && handles.get(id)
    if (!handle) return this.saveAs()
    const saved = await this.services.files.save(handle, write(schema))
    if (saved.ok) {
      markSaved(handle.name)
      tell({ tone: 'success', text: `Saved ${handle.name}` })
    } else sayFilesProblem('Could not save the file', saved.error)
  }

  readonly saveAs = async (): Promise<void> => {
    const { id, schema } = document.getState()
    const file = {
      name: fileName(projectOf(schema).name, '.relata'),
      content: write(schema),
      kind: relataFile,
    }
    const saved = await this.services.files.saveAs(file)
    if (!saved.ok) sayFilesProblem('Could not save the file', saved.error)
    else if (saved.value) {
      if (id && saved.value.handle) handles.set(id, saved.value.handle)
      markSaved(saved.value.handle?.name ?? file.name)
      tell({ tone: 'success', text: `Saved ${saved.value.handle?.name ?? file.name}` })
    }
  }
}

export function fileActions(services: Services): readonly Action[] {
  const file = new FileActions(services)
  const shared = { group: 'file', scope: 'everywhere' } as const
  return [
    {
      id: 'file.start',
      label: 'All documents',
      icon: <House />,
      shortcuts: [],
      ...shared,
      words: ['home', 'start', 'close'],
      when: inEditor,
      run: services.workspace.leave,
    },
    {
      id: 'file.new',
      label: 'New document',
      icon: <FilePlus2 />,
      shortcuts: [],
      ...shared,
      when: always,
      run: file.create,
    },
    {
      id: 'file.open',
      label: 'Open a file…',
      icon: <FolderOpen />,
      shortcuts: ['Mod+O'],
      ...shared,
      when: always,
      run: file.open,
    },
    {
      id: 'file.insertTemplate',
      label: 'Insert a template…',
      icon: <LayoutTemplate />,
      shortcuts: [],
      ...shared,
      words: ['example', 'sample', 'gallery', 'shop', 'SaaS', 'CRM', 'star schema'],
      when: all(inEditor, isEditable),
      run: () => {
        openDialog({ kind: 'template' })
      },
    },
    {
      id: 'file.save',
      label: 'Save to a file',
      icon: <Save />,
      shortcuts: ['Mod+S'],
      ...shared,
      when: inEditor,
      run: file.save,
    },
    {
      id: 'file.download',
      label: 'Save a copy as…',
      icon: <Download />,
      shortcuts: ['Mod+Shift+S'],
      ...shared,
      words: ['download'],
      when: inEditor,
      run: file.saveAs,
    },
    {
      id: 'file.versions',
      label: 'Versions…',
      icon: <GitCommitVertical />,
      shortcuts: ['Mod+Shift+E'],
      ...shared,
      words: ['snapshot', 'restore', 'compare', 'diff', 'backup', 'history'],
      when: all(inEditor, () => hasVersions() || 'This document is not stored in the browser'),
      run: () => {
        openDialog({ kind: 'versions' })
      },
    },
    {
      id: 'file.target',
      label: 'Change the database…',
      icon: <Database />,
      shortcuts: [],
      ...shared,
      words: ['dialect', 'target', 'version', 'migrate', 'convert'],
      when: () => {
        const here = inEditor()
        return here === true ? isEditable() : here
      },
      run: () => {
        openDialog({ kind: 'target', target: projectOf(document.getState().schema).target })
      },
    },
    {
      id: 'file.saveDbml',
      label: 'Save as DBML…',
      icon: <FileCode />,
      shortcuts: [],
      ...shared,
      words: ['download', 'text', 'dbdiagram'],
      when: inEditor,
      run: () => saveDbml(services.files),
    },
    {
      id: 'file.export',
      label: 'Export…',
      icon: <Share />,
      shortcuts: ['Mod+E'],
      ...shared,
      words: ['SQL', 'DDL', 'DBML', 'SVG', 'PNG', 'picture', 'image'],
      when: inEditor,
      run: () => {
        openDialog({ kind: 'export' })
      },
    },
  ]
}
