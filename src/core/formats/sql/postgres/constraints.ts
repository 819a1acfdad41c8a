// Constraints of columns and tables. Names, columns and actions come from the node, expressions from the author's text.
import type { DialectOption, ReferentialAction } from '../../../model/records'
import type {
  CheckFacts,
  ConstraintFacts,
  ExclusionFacts,
  ForeignKeyFacts,
  KeyFacts,
  Spot,
} from '../statement'
import { bracketed, some, storage, unlessEmpty, type Ground } from './ground'
import { readPart } from './parts'
import { flag, has, list, node, pathOf, relation, strings, text, unwrap, type Node } from './nodes'

/** Tokens of the source; `column`: a column's own constraint is one of the table about this column. */
export interface Range {
  readonly from: number
  readonly to: number
  readonly column?: string
  /** Behind ADD CONSTRAINT, where NOT VALID says something: a new table has no rows yet. */
  readonly isAdded?: boolean
}

const actions: Readonly<Record<string, ReferentialAction>> = {
  r: 'restrict',
  c: 'cascade',
  n: 'setNull',
  d: 'setDefault',
}

type Base = Pick<KeyFacts, 'name' | 'deferrable' | 'state' | 'at'>

function baseOf(body: Node, { from, to, isAdded }: Range, { words }: Ground): Base {
  const deferrable: Base['deferrable'] = flag(body, 'initdeferred')
    ? 'initiallyDeferred'
    : flag(body, 'deferrable')
      ? 'initiallyImmediate'
      : undefined
  const isEnforceable = has(body, 'raw_expr') || has(body, 'pktable')
  const state: Base['state'] =
    isEnforceable && !flag(body, 'is_enforced')
      ? 'notEnforced'
      : isAdded && flag(body, 'skip_validation')
        ? 'notValidated'
        : undefined
  const at: Spot = words.spot(from, to)
  return { name: text(body, 'conname'), ...some('deferrable', deferrable), ...some('state', state), at }
}

function keyOptions(body: Node, ground: Ground): readonly DialectOption[] | undefined {
  const space = text(body, 'indexspace')
  const { dialect } = ground
  return unlessEmpty([
    ...storage(body, 'options', ground),
    ...(space === '' ? [] : [{ dialect, name: 'tablespace', value: space }]),
  ])
}

function readKey(body: Node, range: Range, ground: Ground): KeyFacts {
  const index = text(body, 'indexname')
  const columns = range.column === undefined ? strings(body, 'keys') : [range.column]
  return {
    kind: text(body, 'contype') === 'CONSTR_PRIMARY' ? 'primaryKey' : 'unique',
    ...baseOf(body, range, ground),
    parts: columns.map((column) => ({ column })),
    ...some('include', unlessEmpty(strings(body, 'including'))),
    ...some('options', keyOptions(body, ground)),
    ...(flag(body, 'nulls_not_distinct') ? { nullsNotDistinct: true } : {}),
    ...(flag(body, 'without_overlaps') ? { withoutOverlaps: true } : {}),
    ...(index === '' ? {} : { usingIndex: index }),
  }
}

function readCheck(body: Node, range: Range, ground: Ground): CheckFacts {
  const { words } = ground
  const open = words.find(range.from, range.to, 'CHECK') + 1
  return {
    kind: 'check',
    ...baseOf(body, range, ground),
    expression: bracketed(words, open),
    ...(flag(body, 'is_no_inherit') ? { noInherit: true } : {}),
  }
}

const matches: Readonly<Record<string, 'full' | 'partial'>> = { f: 'full', p: 'partial' }

function readForeignKey(body: Node, range: Range, ground: Ground): ForeignKeyFacts {
  return {
    kind: 'foreignKey',
    ...baseOf(body, range, ground),
    columns: range.column === undefined ? strings(body, 'fk_attrs') : [range.column],
    parent: relation(node(body, 'pktable')),
    ...some('parentColumns', unlessEmpty(strings(body, 'pk_attrs'))),
    ...some('onDelete', actions[text(body, 'fk_del_action')]),
    ...some('onUpdate', actions[text(body, 'fk_upd_action')]),
    ...some('onDeleteColumns', unlessEmpty(strings(body, 'fk_del_set_cols'))),
    ...some('match', matches[text(body, 'fk_matchtype')]),
    ...(flag(body, 'fk_with_period') ? { period: true } : {}),
  }
}

/** EXCLUDE USING gist (room WITH =, during WITH &&) WHERE (…) */
function readExclusion(body: Node, range: Range, ground: Ground): ExclusionFacts {
  const { words } = ground
  const open = words.find(range.from, range.to, '(')
  const pieces = words.inside(open)
  const parts = list(body, 'exclusions').flatMap((item, i) => {
    const [element, operator] = list(unwrap(item)[1], 'items')
    const [from, to] = pieces[i] ?? [0, 0]
    const end = words.find(from, to, 'WITH')
    return [{ ...readPart(unwrap(element)[1], [from, end], ground), operator: operatorOf(operator) }]
  })
  const where = words.find(words.close(open) + 1, range.to, 'WHERE')
  const method = text(body, 'access_method')
  return {
    kind: 'exclusion',
    ...baseOf(body, range, ground),
    method,
    parts,
    ...some('options', keyOptions(body, ground)),
    ...(where < range.to ? { where: bracketed(words, where + 1) } : {}),
  }
}

/** OPERATOR(pg_catalog.=) is what everybody calls =. */
function operatorOf(value: unknown): string {
  const path = pathOf(value)
  const home = path.at(-2)
  const name = path.at(-1) ?? '='
  return home === undefined || home === 'pg_catalog' || home === 'public' ? name : `OPERATOR(${home}.${name})`
}

/** Undefined for what is no constraint of the table: NOT NULL, DEFAULT and the like belong to the column. */
export function readConstraint(body: Node, range: Range, ground: Ground): ConstraintFacts | undefined {
  switch (text(body, 'contype')) {
    case 'CONSTR_PRIMARY':
    case 'CONSTR_UNIQUE':
      return readKey(body, range, ground)
    case 'CONSTR_CHECK':
      return readCheck(body, range, ground)
    case 'CONSTR_FOREIGN':
      return readForeignKey(body, range, ground)
    case 'CONSTR_EXCLUSION':
      return readExclusion(body, range, ground)
    default:
      return undefined
  }
}
