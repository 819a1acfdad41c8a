// The ways in for schemas that were made elsewhere.
import { ClipboardPaste, Database, FileInput } from 'lucide-react'
import type { Action } from '../state/action'
import { desk } from '../state/import/desk'
import { always } from './when'

const shared = { group: 'file', scope: 'everywhere', when: always } as const

export const importActions: readonly Action[] = [
  {
    id: 'file.import',
    label: 'Import…',
    icon: <FileInput />,
    shortcuts: ['Mod+Shift+O'],
    ...shared,
    words: [
      'SQL',
      'DDL',
      'dump',
      'migrations',
      'folder',
      'merge',
      'Prisma',
      'Rails',
      'Snowflake',
      'load',
      'read',
    ],
    run: () => desk.open('files'),
  },
  {
    id: 'file.pasteSql',
    label: 'Paste SQL…',
    icon: <ClipboardPaste />,
    shortcuts: ['Mod+Shift+V'],
    ...shared,
    words: ['import', 'DDL', 'CREATE TABLE', 'clipboard', 'merge'],
    run: () => desk.open('paste'),
  },
  {
    id: 'file.importDatabase',
    label: 'Import from a database…',
    icon: <Database />,
    shortcuts: [],
    ...shared,
    words: [
      'catalogue',
      'catalog',
      'query',
      'introspect',
      'reverse engineer',
      'live',
      'connect',
      'information_schema',
    ],
    run: () => desk.open('database'),
  },
]
