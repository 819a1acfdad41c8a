import {
  BookmarkPlus,
  Database,
  Download,
  FileCode,
  FilePlus2,
  FolderOpen,
  FolderTree,
  GitCommitVertical,
  House,
  LayoutTemplate,
  Link2,
  Save,
  Share,
} from 'lucide-react'
import { projectOf } from '../core/model/schema'
import { saveDbml } from '../state/dbml/file'
import { document } from '../state/document'
import { openDialog } from '../state/screens'
import { newTarget } from '../state/templates'
import { hasVersions } from '../state/versions/desk'
import { isViewing, makeItMine } from '../state/viewing'
import type { Action } from '../state/action'
import type { Services } from './services'
import { all, always, inEditor, isEditable } from './when'

export function fileActions(services: Services): readonly Action[] {
  const { disk, workspace } = services
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
      run: workspace.leave,
    },
    {
      id: 'file.new',
      label: 'New document',
      icon: <FilePlus2 />,
      shortcuts: [],
      ...shared,
      when: always,
      run: () => workspace.create('Untitled', newTarget()),
    },
    {
      id: 'file.open',
      label: 'Open a file…',
      icon: <FolderOpen />,
      shortcuts: ['Mod+O'],
      ...shared,
      when: always,
      run: disk.open,
    },
    {
      id: 'file.openFolder',
      label: 'Open a folder…',
      icon: <FolderTree />,
      shortcuts: [],
      ...shared,
      words: ['git', 'directory'],
      when: always,
      run: disk.openFolder,
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
      run: disk.save,
    },
    {
      id: 'file.download',
      label: 'Save a copy as…',
      icon: <Download />,
      shortcuts: ['Mod+Shift+S'],
      ...shared,
      words: ['download'],
      when: inEditor,
      run: disk.saveAs,
    },
    {
      id: 'file.saveFolder',
      label: 'Save as a folder…',
      icon: <FolderTree />,
      shortcuts: [],
      ...shared,
      words: ['git', 'directory', 'zip', 'one file per table'],
      when: inEditor,
      run: disk.saveFolder,
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
      id: 'file.share',
      label: 'Share a link…',
      icon: <Link2 />,
      shortcuts: [],
      ...shared,
      words: ['URL', 'send', 'embed', 'iframe', 'passphrase', 'read-only', 'view'],
      when: inEditor,
      run: () => {
        openDialog({ kind: 'share' })
      },
    },
    {
      id: 'file.take',
      label: 'Make it mine',
      icon: <BookmarkPlus />,
      shortcuts: [],
      ...shared,
      words: ['copy', 'keep', 'save', 'edit', 'fork'],
      when: () => isViewing() || 'Open a shared link first',
      run: () => makeItMine(services.workspace),
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
