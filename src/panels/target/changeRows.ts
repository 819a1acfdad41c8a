// What would change as a list: by object, the worst object first, each with its changes below it.
import type { Notice } from '../../core/dialects/dialect'
import { displayName } from '../../core/model/query'
import { endsOf } from '../../core/model/query'
import { isIdOf } from '../../core/model/id'
import type { Schema } from '../../core/model/schema'
import { databaseObjectName } from '../../state/databaseObjects'
import { isDatabaseObject, type Selectable } from '../../state/selection'
import type { TreeRow } from '../../ui'
import { selectableOf } from '../code/follow'

export type Level = Notice['level']
export type LevelChoice = Level | 'all'

export type Counts = Readonly<Record<Level, number>>

export interface ObjectRow extends TreeRow {
  readonly kind: 'object'
  readonly object: Selectable | undefined
  readonly counts: Counts
}

export interface ChangeRow extends TreeRow {
  readonly kind: 'change'
  readonly object: Selectable | undefined
  readonly notice: Notice
}

export type Row = ObjectRow | ChangeRow

const ranks: Readonly<Record<Level, number>> = { loss: 0, warning: 1, info: 2 }

export function countLevels(notices: readonly Notice[]): Counts {
  const counts = { loss: 0, warning: 0, info: 0 }
  for (const { level } of notices) counts[level] += 1
  return counts
}

interface Group {
  readonly object: Selectable | undefined
  readonly name: string
  readonly notices: readonly Notice[]
}

function nameOf(schema: Schema, object: Selectable): string {
  if (isIdOf('relation', object)) {
    const relation = schema.relation.get(object)
    if (!relation) return ''
    const [a, b] = endsOf(relation)
    return relation.name || `${displayName(schema, a.table)} → ${displayName(schema, b.table)}`
  }
  if (isIdOf('note', object) || isIdOf('area', object)) return ''
  if (isDatabaseObject(object)) return databaseObjectName(schema, object)
  return displayName(schema, object)
}

/** What speaks of no object that can be shown stands under the document. */
export function groupsOf(schema: Schema, notices: readonly Notice[]): readonly Group[] {
  const byObject = new Map<Selectable | undefined, Notice[]>()
  for (const notice of notices) {
    const object = selectableOf(schema, notice.about)
    const list = byObject.get(object)
    if (list) list.push(notice)
    else byObject.set(object, [notice])
  }
  const groups = [...byObject].map(([object, list]) => ({
    object,
    name: object === undefined ? 'The document as a whole' : nameOf(schema, object) || 'Unnamed',
    // Not toSorted: older browsers know it not.
    notices: [...list].sort((a, b) => ranks[a.level] - ranks[b.level]),
  }))
  const worst = ({ notices: [first] }: Group) => ranks[first?.level ?? 'info']
  return groups.sort((a, b) => worst(a) - worst(b) || a.name.localeCompare(b.name, 'en'))
}

/** Below its object a line need not name it again: "customers.email: …" is of the column email. */
function withoutName(message: string, name: string): string {
  const rest = message.startsWith(name) ? message.slice(name.length) : ''
  if (rest.startsWith('.')) return rest.slice(1)
  return rest.startsWith(': ') ? rest.slice(2) : message
}

export interface ChangesView {
  readonly level: LevelChoice
  readonly closed: ReadonlySet<string>
}

export function changeRows(groups: readonly Group[], { level, closed }: ChangesView): readonly Row[] {
  return groups.flatMap(({ object, name, notices }): readonly Row[] => {
    const shown = level === 'all' ? notices : notices.filter((notice) => notice.level === level)
    if (shown.length === 0) return []
    const id = object ?? 'document'
    const isExpanded = !closed.has(id)
    const head: ObjectRow = {
      kind: 'object',
      id,
      label: name,
      level: 1,
      isExpanded,
      object,
      counts: countLevels(shown),
    }
    if (!isExpanded) return [head]
    const rows = shown.map((notice, i): ChangeRow => ({
      kind: 'change',
      id: `${id}/${String(i)}`,
      label: withoutName(notice.message, name),
      level: 2,
      object,
      notice,
    }))
    return [head, ...rows]
  })
}
