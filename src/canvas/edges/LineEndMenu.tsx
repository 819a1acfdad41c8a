// Cardinality where it is drawn: the end of a line, set by four words.
import { setCardinality } from '../../core/commands/cardinality'
import { cardinalityOf, type EndCardinality } from '../../core/model/cardinality'
import { displayName, endsOf } from '../../core/model/query'
import { endWords } from '../../core/picture/notation/notation'
import type { Relation } from '../../core/model/records'
import type { Schema } from '../../core/model/schema'
import { canvasPort } from '../../state/camera'
import { perform } from '../../state/perform'
import { ContextMenu, type MenuEntry } from '../../ui'
import { closeLineEnd, useOpenEnd } from '../gestures/lineEnd'
import { useStage } from '../stage'
import { pathNow } from './routes'

const choices: readonly EndCardinality[] = [
  { min: 1, max: 1 },
  { min: 0, max: 1 },
  { min: 1, max: 'many' },
  { min: 0, max: 'many' },
]

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

function entriesFor(schema: Schema, relation: Relation, end: 'child' | 'parent'): readonly MenuEntry[] {
  const now = cardinalityOf(schema, relation)[end]
  const words = choices.map((choice) => capital(endWords(choice)))
  const current = choices.findIndex(({ min, max }) => min === now.min && max === now.max)
  return [
    {
      kind: 'choice',
      label: displayName(schema, endsOf(relation)[end === 'child' ? 0 : 1].table),
      value: String(current),
      options: words.map((label, index) => ({ value: String(index), label })),
      onChange: (value: string) => {
        const choice = choices[Number(value)]
        if (!choice || Number(value) === current) return
        const { min, max } = choice
        const table = displayName(schema, endsOf(relation)[end === 'child' ? 0 : 1].table)
        perform(`Set the end at ${table} to ${endWords(choice)}`, (cx) =>
          setCardinality(cx, relation.id, { end, min, max }),
        )
      },
    } as never,
  ]
}

export function LineEndMenu() {
  const open = useOpenEnd()
  const schema = useStage(({ drawing }) => (open ? drawing.schema : undefined))
  const relation = open && schema?.relation.get(open.relation)
  const point = open && pathNow(open.relation)?.ends[open.end].point
  const at = point && canvasPort.getState().port?.toScreen(point)
  if (!open || !schema || !relation || !at) return null
  return (
    <ContextMenu
      label="How many"
      at={at}
      entries={entriesFor(schema, relation, open.end === 0 ? 'child' : 'parent')}
      onClose={closeLineEnd}
    />
  )
}
