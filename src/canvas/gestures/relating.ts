// What tying two tables together would do, asked at every step of the way and carried out at its end.
import { connect, previewConnect } from '../../core/commands/connect'
import type { Plan } from '../../core/commands/connectPlan'
import type { Connection, Shape } from '../../core/commands/connectSides'
import { makeJunction, sketchRelation } from '../../core/commands/manyToMany'
import type { ColumnId, RelationId, TableId } from '../../core/model/id'
import { columnOf, displayName, isNullable } from '../../core/model/query'
import type { Schema } from '../../core/model/schema'
import { dialectOf, perform } from '../../state/perform'
import { document as openDocument } from '../../state/document'
import { select } from '../../state/selection'
import type { RelationKind } from '../../state/view'
import type { EndMark, Rubber } from '../live'

export interface End {
  readonly table: TableId
  readonly columns: readonly ColumnId[]
}

export interface Tie {
  readonly from: End
  readonly over: End
  /** Which relation was asked for; absent for a line drawn from a port: the keys decide. */
  readonly kind?: RelationKind
  /** A sketch that no database knows. */
  readonly isSketch: boolean
}

type Preview = Pick<Rubber, 'child' | 'fromMark' | 'overMark' | 'isConceptual' | 'refusal' | 'hint'>

const many: EndMark = { min: 0, max: 'many' }
const one: EndMark = { min: 1, max: 1 }
const maybeOne: EndMark = { min: 0, max: 1 }

/** From the palette the first table is the "one", the second the "many". */
const shapes: Readonly<Record<RelationKind, Shape | undefined>> = {
  oneToOne: 'oneToOne',
  oneToMany: 'oneToMany',
  manyToMany: undefined,
  self: undefined,
}

const meant = ({ table, columns }: End): Connection['from'] =>
  columns.length > 0 ? { table, columns } : { table }

const connectionOf = ({ from, over, kind }: Tie): Connection => {
  const as = kind && shapes[kind]
  // The first table is the parent of a one-to-one as well; a connection reads from what refers to what is referred to.
  const [first, second] = kind === 'oneToOne' ? [over, from] : [from, over]
  return { from: meant(first), to: meant(second), ...(as && { as }) }
}

function planWords(schema: Schema, plan: Plan): string {
  const pairs = plan.pairs.map(({ child, parent }) => {
    const target = columnOf(plan.parent, parent)?.name ?? ''
    const holder = `${displayName(schema, plan.child.id)}.${child.name}`
    return `${holder}${child.kind === 'new' ? ' (new)' : ''} → ${displayName(schema, plan.parent.id)}.${target}`
  })
  return pairs.join(', ')
}

/** The parent may be missing where a column of the foreign key may be null. */
function parentMark(plan: Plan): EndMark {
  const isOptional = plan.pairs.some(({ child }) => {
    if (child.kind === 'new') return plan.isSelf
    const column = columnOf(plan.child, child.column)
    return column !== undefined && isNullable(plan.child, column)
  })
  return isOptional ? maybeOne : one
}

export function preview(tie: Tie): Preview {
  const { schema } = openDocument.getState()
  if (tie.isSketch)
    return { fromMark: many, overMark: many, isConceptual: true, hint: 'Sketch, many to many' }
  if (tie.kind === 'manyToMany') {
    return { fromMark: many, overMark: many, isConceptual: false, hint: 'Makes a table in between' }
  }
  const result = previewConnect(schema, dialectOf(schema), connectionOf(tie))
  if (!result.ok) {
    return { fromMark: one, overMark: one, isConceptual: false, refusal: result.error.message }
  }
  const plan = result.value
  const isFromChild = plan.child.id === tie.from.table
  const child = plan.isOneToOne ? maybeOne : many
  const parent = parentMark(plan)
  return {
    child: isFromChild ? 'from' : 'over',
    fromMark: isFromChild ? child : parent,
    overMark: isFromChild ? parent : child,
    isConceptual: false,
    hint: planWords(schema, plan),
  }
}

const label = (tie: Tie): string => {
  const { schema } = openDocument.getState()
  return `Relate ${displayName(schema, tie.from.table)} to ${displayName(schema, tie.over.table)}`
}

/** Ties the two; the new line is selected. A refusal becomes a message with its fixes. */
export function carryOut(tie: Tie): RelationId | undefined {
  const options = { select: (id: RelationId) => select(id) }
  if (tie.isSketch) {
    const made = perform(
      label(tie),
      (cx) => sketchRelation(cx, { from: tie.from.table, to: tie.over.table }),
      options,
    )
    return made.ok ? made.value : undefined
  }
  if (tie.kind === 'manyToMany') {
    const ends = { from: tie.from.table, to: tie.over.table }
    perform(label(tie), (cx) => makeJunction(cx, ends), { select: ({ table }) => select(table) })
    return undefined
  }
  const made = perform(label(tie), (cx) => connect(cx, connectionOf(tie)), options)
  return made.ok ? made.value : undefined
}
