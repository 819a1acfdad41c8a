// Parts of a table that have a field in the inspector: a key goes straight to it, and one writes it in a line.
import { Fingerprint, ListChecks, MessageSquareText, Spline, Zap } from 'lucide-react'
import type { ReactNode } from 'react'
import { isIdOf } from '../core/model/id'
import type { Action } from '../state/action'
import { askFor, type AskedField } from '../state/asked'
import { openRight } from '../state/docks'
import { all, isEditable, oneTableSelected, selectedItems, type When } from './when'

interface Part {
  readonly field: AskedField
  readonly label: string
  readonly icon: ReactNode
  readonly key: string
  readonly words: readonly string[]
  readonly when: () => When
}

const oneCommented = (): When => {
  const [object, ...others] = selectedItems()
  const isOne = object !== undefined && others.length === 0
  return (
    (isOne && (['table', 'view', 'enum'] as const).some((kind) => isIdOf(kind, object))) ||
    'Select one table first'
  )
}

const parts: readonly Part[] = [
  {
    field: 'comment',
    label: 'Write a comment',
    icon: <MessageSquareText />,
    key: 'Shift+M',
    words: ['description', 'note'],
    when: oneCommented,
  },
  {
    field: 'unique',
    label: 'Add unique key',
    icon: <Fingerprint />,
    key: 'Shift+U',
    words: ['constraint'],
    when: oneTableSelected,
  },
  {
    field: 'index',
    label: 'Add index',
    icon: <Zap />,
    key: 'Shift+I',
    words: ['fast'],
    when: oneTableSelected,
  },
  {
    field: 'check',
    label: 'Add check',
    icon: <ListChecks />,
    key: 'Shift+C',
    words: ['constraint', 'rule'],
    when: oneTableSelected,
  },
  {
    field: 'relation',
    label: 'Write a foreign key',
    icon: <Spline />,
    key: 'Shift+R',
    words: ['relation', 'reference'],
    when: oneTableSelected,
  },
]

export const partActions: readonly Action[] = parts.map(({ field, label, icon, key, words, when }) => ({
  id: `table.${field}`,
  label,
  group: 'table',
  icon,
  shortcuts: [key],
  scope: 'canvas',
  words,
  when: all(isEditable, when),
  run: () => {
    openRight()
    askFor(field)
  },
}))
