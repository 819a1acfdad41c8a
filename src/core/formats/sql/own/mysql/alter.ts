// ALTER TABLE in MySQL and MariaDB (MySQL manual, 15.1.9; MariaDB Knowledge Base, ALTER TABLE).
import type { AlterAction, Position } from '../../statement'
import type { Cursor } from '../cursor'
import { finishColumn, type ColumnDraft } from '../draft'
import { addConstraint, addSeveral, standardActions } from '../grammar/alter'
import { takeColumn } from '../grammar/column'
import type { AlterHead, AlterReader, Context } from '../tongue'
import { takeCharset, takeEquals, takeWord } from './column'
import { takeKeyOrIndex } from './key'
import { optionOf, takePartitioning, takeTableOption } from './options'

function takePosition(c: Cursor): Position | undefined {
  if (c.take('FIRST')) return 'first'
  const after = c.take('AFTER') ? c.name() : undefined
  return after === undefined ? undefined : { after }
}

/** FIRST and AFTER are the last words: they stand apart from the column's clauses. */
function columnAndPosition(
  c: Cursor,
  ctx: Context,
): { readonly column: ColumnDraft; readonly position?: Position } | undefined {
  const length = c.end - c.at
  const isFirst = length > 2 && c.word(length - 1) === 'FIRST'
  const isAfter = length > 3 && c.word(length - 2) === 'AFTER'
  const behind = isFirst ? 1 : isAfter ? 2 : 0
  const inner = c.over(c.at, c.end - behind)
  const column = takeColumn(inner, ctx)
  if (!column) return undefined
  c.at = inner.end
  const position = takePosition(c)
  return { column, ...(position === undefined ? {} : { position }) }
}

const when = <K extends string>(key: K, isTrue: boolean) =>
  (isTrue ? { [key]: true } : {}) as Partial<Readonly<Record<K, true>>>

function addOneColumn(c: Cursor, ctx: Context): AlterAction | undefined {
  const ifNotExists = c.take('IF', 'NOT', 'EXISTS')
  const made = columnAndPosition(c, ctx)
  if (!made) return undefined
  const { column, position } = made
  return {
    do: 'addColumn',
    column: finishColumn(column),
    constraints: column.constraints,
    ...(position === undefined ? {} : { position }),
    ...when('ifNotExists', ifNotExists),
  }
}

const opensConstraint = /^(?:CONSTRAINT|PRIMARY|UNIQUE|FOREIGN|CHECK|INDEX|KEY|FULLTEXT|SPATIAL|VECTOR)$/

const addOne = (c: Cursor, ctx: Context): AlterAction | undefined => {
  if (opensConstraint.test(c.word())) {
    const action = addConstraint(takeKeyOrIndex(c, ctx))
    if (action) return action
  }
  return addOneColumn(c, ctx)
}

const add: AlterReader = (c, { ctx }) => {
  c.skip()
  if (c.sees('PARTITION') || c.sees('PERIOD')) return undefined
  if (c.take('SYSTEM', 'VERSIONING')) return options(ctx, { name: 'WITH SYSTEM VERSIONING', value: '' })
  const isColumn = c.take('COLUMN')
  if (c.word() === '(') return addSeveral(c, (item) => addOne(item, ctx))
  return isColumn ? addOneColumn(c, ctx) : addOne(c, ctx)
}

const options = (
  ctx: Context,
  option: { readonly name: string; readonly value: string | null },
): AlterAction => ({
  do: 'options',
  options: [{ dialect: ctx.tongue.dialect, ...option }],
})

/** MODIFY and CHANGE say a column anew. */
const redefine: AlterReader = (c, { ctx }) => {
  const isChange = c.word() === 'CHANGE'
  c.skip()
  c.take('COLUMN')
  const ifExists = c.take('IF', 'EXISTS')
  const before = c.at
  const from = c.name()
  if (from === undefined) return undefined
  if (!isChange) c.at = before
  const made = columnAndPosition(c, ctx)
  if (!made) return undefined
  const { column, position } = made
  return {
    do: 'redefineColumn',
    column: from,
    to: finishColumn(column),
    constraints: column.constraints,
    ...(position === undefined ? {} : { position }),
    ...when('ifExists', ifExists),
  }
}

const dropStandard = standardActions.get('DROP')

const drop: AlterReader = (c, head) => {
  if (c.word(1) === 'PARTITION' || c.word(1) === 'PERIOD') return undefined
  if (c.take('DROP', 'SYSTEM', 'VERSIONING'))
    return options(head.ctx, { name: 'WITH SYSTEM VERSIONING', value: null })
  return dropStandard?.(c, head)
}

const renameStandard = standardActions.get('RENAME')

const rename: AlterReader = (c, head) => {
  const isKeyed = /^(?:TO|AS|COLUMN|INDEX|KEY)$/.test(c.word(1))
  if (isKeyed) return renameStandard?.(c, head)
  c.skip()
  takeEquals(c)
  const to = c.objectName()
  return to && { do: 'rename', to }
}

const alterStandard = standardActions.get('ALTER')

function alterIndex(c: Cursor): AlterAction | undefined {
  c.take('IF', 'EXISTS')
  const name = c.name()
  if (name === undefined) return undefined
  const isHidden = c.take('INVISIBLE') || c.take('IGNORED')
  if (!isHidden && !c.take('VISIBLE') && !c.take('NOT', 'IGNORED')) return undefined
  return { do: 'alterIndex', name, invisible: isHidden }
}

const alter: AlterReader = (c, head) => {
  if (c.take('ALTER', 'INDEX')) return alterIndex(c)
  if (c.word(1) === 'CHECK' || c.word(1) === 'CONSTRAINT') {
    c.skip(2)
    const name = c.name()
    if (name === undefined) return undefined
    if (c.take('NOT', 'ENFORCED'))
      return { do: 'alterConstraint', name, enforcement: { state: 'notEnforced' } }
    return c.take('ENFORCED') ? { do: 'alterConstraint', name, enforcement: {} } : undefined
  }
  const before = c.at
  c.skip()
  c.take('COLUMN')
  c.take('IF', 'EXISTS')
  const column = c.name()
  if (column !== undefined && c.take('SET', 'INVISIBLE'))
    return { do: 'alterColumn', column, change: { set: 'invisible', invisible: true } }
  if (column !== undefined && c.take('SET', 'VISIBLE'))
    return { do: 'alterColumn', column, change: { set: 'invisible', invisible: false } }
  c.at = before
  return alterStandard?.(c, head)
}

const convert: AlterReader = (c) => {
  if (!c.take('CONVERT', 'TO')) return undefined
  const charset = takeCharset(c)
  if (charset === undefined) return undefined
  let collation: string | undefined
  if (c.take('COLLATE')) {
    takeEquals(c)
    collation = takeWord(c)
  }
  return { do: 'convertText', charset, ...(collation === undefined ? {} : { collation }) }
}

/** Nothing of it stays in the schema. */
const nothing =
  (what: string): AlterReader =>
  (c) => {
    c.at = c.end
    return { do: 'nothing', what }
  }

/** ENGINE = …, COMMENT = … : several may follow each other without a comma. */
export function takeOptions(c: Cursor, { ctx }: AlterHead): readonly AlterAction[] | undefined {
  const out: AlterAction[] = []
  while (!c.isDone) {
    const option = takeTableOption(c)
    if (option?.name === 'COMMENT') out.push({ do: 'comment', comment: option.value })
    else if (option) out.push(options(ctx, optionOf(option, ctx)))
    else {
      const partitioning = takePartitioning(c, ctx)
      if (!partitioning) break
      out.push({ do: 'partitionBy', partitioning })
    }
  }
  return out.length > 0 ? out : undefined
}

const remove: AlterReader = (c) =>
  c.take('REMOVE', 'PARTITIONING') ? { do: 'partitionBy', partitioning: null } : undefined

/** MODIFY … AUTO_INCREMENT, AUTO_INCREMENT = 6: where the column starts to count. */
export function withStart(actions: readonly AlterAction[]): readonly AlterAction[] {
  const start = actions.flatMap((action) =>
    action.do === 'options' ? action.options.filter(({ name }) => name === 'AUTO_INCREMENT') : [],
  )[0]?.value
  const i = actions.findIndex((action) => action.do === 'redefineColumn' && action.to.identity)
  const counting = actions[i]
  if (start === undefined || start === null || counting?.do !== 'redefineColumn') return actions
  return actions.flatMap((action, at) => {
    if (at === i) {
      const identity = { ...counting.to.identity, mode: 'byDefault' as const, start }
      return [{ ...counting, to: { ...counting.to, identity } }]
    }
    return action.do === 'options' && action.options[0]?.name === 'AUTO_INCREMENT' ? [] : [action]
  })
}

/** ORDER BY takes all the columns behind it, so commas do not end it. */
export function alterItems(c: Cursor): readonly Cursor[] {
  const out: Cursor[] = []
  for (const item of c.items()) {
    const last = out.at(-1)
    const isColumn = item.end - item.start === 1 || /^(?:ASC|DESC)$/.test(item.word(1))
    if (last?.sees('ORDER', 'BY') && isColumn && item.word() !== 'FORCE')
      out[out.length - 1] = c.over(last.start, item.end)
    else out.push(item)
  }
  return out
}

const idle = [
  'ENABLE',
  'DISABLE',
  'FORCE',
  'ALGORITHM',
  'LOCK',
  'ORDER',
  'DISCARD',
  'IMPORT',
  'WITH',
  'WITHOUT',
]
const upkeep = ['ANALYZE', 'CHECK', 'OPTIMIZE', 'REPAIR', 'REBUILD', 'TRUNCATE', 'EXCHANGE']

export const mysqlActions: ReadonlyMap<string, AlterReader> = new Map<string, AlterReader>([
  ...[...idle, ...upkeep].map((word) => [word, nothing(word)] as const),
  ['ADD', add],
  ['MODIFY', redefine],
  ['CHANGE', redefine],
  ['DROP', drop],
  ['RENAME', rename],
  ['ALTER', alter],
  ['CONVERT', convert],
  ['REMOVE', remove],
])
