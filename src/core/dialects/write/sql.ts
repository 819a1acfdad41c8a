// Writes SQL that people wrote: each name in it by the current name of what it names, and, when it was written for
// another database, each phrase in the target's own words.
import { isIdOf, type EnumId, type NamespaceId, type TableId } from '../../model/id'
import { columnOf } from '../../model/query'
import { isSqlRef, type SqlPart, type SqlRef, type SqlText } from '../../model/sqlText'
import type { DialectId } from '../../model/target'
import type { ColumnType } from '../../model/type'
import type { Pen } from './pen'
import type { RefToken } from './pieces'
import { translate, type Told } from './translate'

/** The name that a reference has now, without quotes. */
function currentName(ref: SqlRef, pen: Pen): string {
  const { schema } = pen
  const { to, owner } = ref
  if (isIdOf('namespace', to)) return schema.namespace.get(to)?.name ?? ref.raw
  if (isIdOf('routine', to)) return schema.routine.get(to)?.name ?? ref.raw
  if (isIdOf('role', to)) return schema.role.get(to)?.name ?? ref.raw
  if (isIdOf('trigger', to)) return schema.trigger.get(to)?.name ?? ref.raw
  if (isIdOf('extension', to)) return schema.extension.get(to)?.name ?? ref.raw
  if (isIdOf('enumValue', to)) {
    // A value's owner is its enum.
    const values = schema.enum.get(owner as EnumId)?.values
    return values?.find(({ id }) => id === to)?.name ?? ref.raw
  }
  return pen.naming.of(to) ?? pen.rules.names.read(ref.raw)
}

const namespaceOf = (ref: SqlRef, { schema }: Pen): NamespaceId | undefined => {
  const { to } = ref
  if (isIdOf('table', to)) return schema.table.get(to)?.namespace
  if (isIdOf('view', to)) return schema.view.get(to)?.namespace
  if (isIdOf('sequence', to)) return schema.sequence.get(to)?.namespace
  if (isIdOf('enum', to)) return schema.enum.get(to)?.namespace
  if (isIdOf('domain', to)) return schema.domain.get(to)?.namespace
  if (isIdOf('composite', to)) return schema.composite.get(to)?.namespace
  if (isIdOf('routine', to)) return schema.routine.get(to)?.namespace
  return undefined
}

/** One name; with its namespace where it stands alone and would not be found without. */
interface Manner {
  /** Nothing qualifies it already. */
  readonly isBare: boolean
  readonly isOwn: boolean
}

function spelled(ref: SqlRef, pen: Pen, { isBare, isOwn }: Manner): string {
  const { names } = pen.rules
  const name = currentName(ref, pen)
  if (isIdOf('enumValue', ref.to)) return ref.form === 'literal' ? name : pen.string(name)
  const plain =
    isOwn && ref.form === 'identifier' && names.isSame(names.read(ref.raw), name)
      ? ref.raw
      : names.spell(name)
  const space = isBare ? pen.home(namespaceOf(ref, pen)) : undefined
  return space === undefined ? plain : `${names.spell(space)}.${plain}`
}

interface RefSpot {
  readonly ref: SqlRef
  readonly sql: string
}

/** The text's parts with every reference spelled; namespaces that are not written fall away with their dot. */
function spellParts(text: SqlText, pen: Pen, isOwn: boolean): readonly (string | RefSpot)[] {
  const out: (string | RefSpot)[] = []
  let dropDot = false
  let behindDot = false
  for (const [i, part] of text.parts.entries()) {
    if (!isSqlRef(part)) {
      const said = dropDot ? part.replace(/^\s*\.\s*/, '') : part
      behindDot = dropDot ? behindDot && said === '' : /\.\s*$/.test(said)
      dropDot = false
      out.push(said)
      continue
    }
    if (isIdOf('namespace', part.to) && startsWithDot(text.parts[i + 1])) {
      const space = pen.home(part.to)
      if (space === undefined) dropDot = true
      else out.push({ ref: part, sql: spelled(part, pen, { isBare: false, isOwn }) })
      continue
    }
    const isBare = !behindDot && !startsWithDot(text.parts[i + 1])
    out.push({ ref: part, sql: spelled(part, pen, { isBare, isOwn }) })
    behindDot = false
  }
  return out
}

const startsWithDot = (part: SqlPart | undefined) => typeof part === 'string' && /^\s*\./.test(part)

const inString = (sql: string, pen: Pen): string => pen.string(sql).replace(/^N?'/, '').slice(0, -1)

export function render(text: SqlText, pen: Pen): string {
  const [only] = text.parts
  if (text.parts.length === 0) return ''
  if (text.parts.length === 1 && typeof only === 'string') return only
  return spellParts(text, pen, true)
    .map((part) =>
      typeof part === 'string' ? part : part.ref.form === 'literal' ? inString(part.sql, pen) : part.sql,
    )
    .join('')
}

const textBases: ReadonlySet<string> = new Set([
  'text',
  'varchar',
  'char',
  'nvarchar',
  'nchar',
  'ntext',
  'citext',
])

function tokenOf({ ref, sql }: RefSpot, pen: Pen): RefToken {
  // The owner of a column is a table or a view; only a table's columns have types that can be trusted.
  const table = isIdOf('column', ref.to) ? pen.schema.table.get(ref.owner as TableId) : undefined
  const column = table && isIdOf('column', ref.to) ? columnOf(table, ref.to) : undefined
  const base = column?.type.base ?? ''
  return { sql, isBoolean: base === 'boolean', isText: textBases.has(base) }
}

export interface Said {
  readonly from: DialectId
  readonly mode: 'expression' | 'query'
  readonly type?: ColumnType
  readonly isCondition?: boolean
}

/** What the text names that the target will not have. */
function strangerIn(text: SqlText, pen: Pen): string | undefined {
  for (const part of text.parts) {
    if (!isSqlRef(part)) continue
    const routine = isIdOf('routine', part.to) ? pen.schema.routine.get(part.to) : undefined
    if (routine && !pen.rules.family.includes(routine.dialect))
      return `it calls ${routine.name}, which is written for ${routine.dialect}`
    if (isIdOf('sequence', part.to) && !pen.features.sequences) return 'it counts by a sequence'
  }
  return undefined
}

/** The text in the target's words, or why it cannot be said in them. */
export function tell(text: SqlText, said: Said, pen: Pen): Told {
  if (pen.rules.family.includes(said.from)) return { sql: render(text, pen) }
  const stranger = strangerIn(text, pen)
  if (stranger !== undefined) return { why: stranger }
  const refs: RefToken[] = []
  const source = spellParts(text, pen, false)
    .map((part) => {
      if (typeof part === 'string') return part
      refs.push(tokenOf(part, pen))
      return `\ue000${refs.length - 1}\ue001`
    })
    .join('')
  const { rules } = pen
  const to = { names: rules.names, phrases: rules.phrases, booleans: rules.booleans }
  const from = pen.tongue(said.from)
  const { mode, isCondition = false, type } = said
  return translate(source, { from, to, refs, mode, isCondition, ...(type ? { type } : {}) })
}
