// A document that goes over to another database: every type in the target's spelling, every expression in its words.
// What the target lacks but the model can hold (partial indexes, policies…) stays: it is told, and comes back with the
// old target. Enums, domains and composite types stay references, whatever the target makes of them.
import { kindOfId } from '../../model/id'
import { resolveRow } from '../../model/resolve'
import { inOrder, projectOf, type Kind, type Row, type Rows, type Schema } from '../../model/schema'
import type { Target } from '../../model/target'
import type { DdlWriter, Notice } from '../dialect'
import { dialects } from '..'
import { defaultDdlOptions } from '../options'
import { tongues } from '../tongues'
import { Pen } from '../write/pen'
import type { DdlRules } from '../write/rules'
import { turnComposite, turnDomain, turnSequence, turnView } from './turnObjects'
import { turnPartial, turnTable } from './turnTable'
import { Turn, type Untold } from './turn'

export type { Untold } from './turn'

export interface ChangedRow {
  readonly kind: Kind
  readonly row: Row
}

export interface Retargeted {
  /** Records as they will be; what is not among them stays. */
  readonly rows: readonly ChangedRow[]
  /** All that will be other than it is now, each with the object that it speaks of. */
  readonly notices: readonly Notice[]
}

export interface RetargetGiven {
  readonly target: Target
  readonly untold: Untold
}

const turns = {
  table: turnTable,
  partial: turnPartial,
  domain: turnDomain,
  composite: turnComposite,
  sequence: turnSequence,
  view: turnView,
} as const satisfies { readonly [K in Kind]?: (row: Rows[K], turn: Turn) => Rows[K] }

type TurnedKind = keyof typeof turns
// The keys of a literal.
const turnedKinds = Object.keys(turns) as readonly TurnedKind[]

function turnKind(kind: TurnedKind, schema: Schema, turn: Turn): readonly ChangedRow[] {
  // The function of a kind takes rows of that kind, and the map of a kind holds no others; unions forget both.
  const change = turns[kind] as unknown as (row: Rows[TurnedKind], turn: Turn) => Rows[TurnedKind]
  const rows = inOrder(schema[kind] as unknown as ReadonlyMap<string, Rows[TurnedKind]>)
  return rows.flatMap((row) => {
    const next = change(row, turn)
    return next === row ? [] : [{ kind, row: next }]
  })
}

/** Names in fresh texts become references, read as the target reads them. */
function resolved(schema: Schema, changed: readonly ChangedRow[], turn: Turn): readonly ChangedRow[] {
  if (turn.fresh.size === 0) return changed
  const speech = dialects[turn.pen.target.dialect]
  const isWanted = (text: object) => turn.fresh.has(text)
  return changed.map(({ kind, row }) => ({ kind, row: resolveRow(schema, { kind, row, isWanted }, speech) }))
}

const keyOf = ({ code, about, part }: Notice): string => `${code}/${about ?? ''}/${part ?? ''}`

/** The writers tell what is not as the model says; only what was as it says until now is a change. */
function freshNotices(
  schema: Schema,
  given: { readonly target: Target; readonly writers: (target: Target) => DdlWriter },
): readonly Notice[] {
  const write = (target: Target) => given.writers(target)(schema, target, defaultDdlOptions).notices
  const before = new Set(write(projectOf(schema).target).map(keyOf))
  return write(given.target).filter((notice) => !before.has(keyOf(notice)))
}

const withoutLine = ({ line: _line, ...notice }: Notice): Notice => notice

export function retarget(
  schema: Schema,
  { target, untold }: RetargetGiven,
  given: { readonly rules: DdlRules; readonly writers: (target: Target) => DdlWriter },
): Retargeted {
  const pen = new Pen({
    schema,
    target,
    // Names as the model has them: they become references again, and each writer qualifies them its own way.
    options: { ...defaultDdlOptions, qualifiedNames: false },
    rules: given.rules,
    included: 'all',
    tongue: (id) => tongues[id],
    keepsNames: true,
  })
  const turn = new Turn(pen, untold)
  const changed = turnedKinds.flatMap((kind) => turnKind(kind, schema, turn))
  const rows = resolved(schema, changed, turn)
  // What could not be said is told by the turn itself: it knows what becomes of it.
  const told = freshNotices(schema, { target, writers: given.writers }).filter(
    ({ code, about }) => code !== 'expressionLeftOut' || (about && kindOfId(about) === 'view'),
  )
  return { rows, notices: [...turn.notices, ...told].map(withoutLine) }
}
