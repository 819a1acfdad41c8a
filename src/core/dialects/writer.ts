// The shared machinery that turns a schema into a script: what is in it, in which order, where each statement stands.
import { isIdOf } from '../model/id'
import { endsOf } from '../model/query'
import { inOrder, type Schema } from '../model/schema'
import type { Target } from '../model/target'
import type { Ddl, DdlOptions, DdlWriter, Notice, SmartColumns } from './dialect'
import { tongues } from './tongues'
import { expandLogical } from './write/logical'
import { Pen } from './write/pen'
import type { DdlRules, DropKind } from './write/rules'
import { scopeOf, withJunctions } from './write/scope'
import { Script, type Placed } from './write/script'

interface Prepared {
  readonly schema: Schema
  readonly included: ReadonlySet<string> | 'all'
  readonly notices: readonly Notice[]
}

function prepare(schema: Schema, options: DdlOptions, smart: SmartColumns): Prepared {
  const expanded = expandLogical(schema, smart)
  if (options.scope === 'all') return { schema: expanded.schema, included: 'all', notices: expanded.notices }
  const asked = withJunctions(options.scope, schema, expanded.schema)
  const scope = scopeOf(expanded.schema, asked)
  return { schema: expanded.schema, included: scope.ids, notices: [...expanded.notices, ...scope.notices] }
}

/** DROP statements, what depends on others first. */
function drops(pen: Pen): readonly Placed[] {
  const { schema, rules } = pen
  const out: Placed[] = []
  const drop = (
    kind: DropKind,
    rows: readonly { readonly id: Placed['about'] & string; readonly namespace?: never }[],
  ) => {
    for (const row of [...rows].reverse()) {
      if (!pen.isIncluded(row.id)) continue
      const sql = rules.drop(kind, pen.object(row), pen)
      if (sql !== undefined) out.push({ sql, about: row.id })
    }
  }
  // Rows of each kind carry their own namespace; `drop` only hands it on.
  const rows = (list: readonly { readonly id: string }[]) => list as never
  drop('view', rows(inOrder(schema.view).filter(({ materialized }) => !materialized)))
  drop('materializedView', rows(inOrder(schema.view).filter(({ materialized }) => materialized)))
  drop('table', rows(inOrder(schema.table)))
  if (pen.features.sequences) drop('sequence', rows(inOrder(schema.sequence)))
  if (pen.features.domains) drop('domain', rows(inOrder(schema.domain)))
  if (pen.features.composites) drop('type', rows(inOrder(schema.composite)))
  if (pen.features.enums) drop('type', rows(inOrder(schema.enum)))
  return out
}

/** Joins the statements and tells each where it stands; notices get the line of what they speak of. */
function assemble(pieces: readonly Placed[], notices: readonly Notice[], pen: Pen): Ddl {
  const texts: string[] = []
  const statements: Ddl['statements'][number][] = []
  const lines = new Map<string, number>()
  let at = 0
  let line = 1
  let before: Placed | undefined
  for (const [i, piece] of pieces.entries()) {
    const { sql, about, lines: parts } = piece
    const text = pen.rules.terminate(sql, pieces[i + 1]?.sql)
    // Short statements about the same thing, such as comments, stand together.
    const gap = before === undefined ? '' : isTogether(before, piece) ? '\n' : '\n\n'
    before = piece
    texts.push(gap, text)
    at += gap.length
    line += gap.length
    statements.push({ sql: text, ...(about === undefined ? {} : { about }), from: at, to: at + text.length })
    if (about !== undefined && !lines.has(about)) lines.set(about, line)
    for (const [part, offset] of parts ?? []) lines.set(part, line + offset)
    at += text.length
    line += countLines(text) - 1
  }
  const placed = notices.map((notice): Notice => {
    const found = lines.get(notice.part ?? '') ?? lines.get(notice.about ?? '')
    const place = placeOf(notice, pen)
    const message = place === '' ? notice.message : `${place}: ${notice.message}`
    return { ...notice, message, ...(found === undefined ? {} : { line: found }) }
  })
  return { text: texts.length === 0 ? '' : `${texts.join('')}\n`, statements, notices: placed }
}

const isTogether = (before: Placed, after: Placed): boolean =>
  before.about === after.about && !before.sql.includes('\n') && !after.sql.includes('\n')

/** The place in words, for those who read notices without the model beside them. */
function placeOf({ about, part }: Notice, { schema }: Pen): string {
  if (about === undefined) return ''
  const relation = isIdOf('relation', about) ? schema.relation.get(about) : undefined
  if (relation) {
    const [child, parent] = endsOf(relation).map(({ table }) => schema.table.get(table)?.name ?? '')
    return relation.name || `${child ?? ''} -> ${parent ?? ''}`
  }
  for (const kind of [
    'table',
    'view',
    'enum',
    'domain',
    'composite',
    'sequence',
    'routine',
    'trigger',
    'role',
    'namespace',
    'extension',
  ] as const) {
    // Each map is asked for an id of any kind: it knows its own.
    const rows: ReadonlyMap<string, { readonly name: string }> = schema[kind]
    const row = rows.get(about)
    if (row) return part === undefined ? row.name : `${row.name}${partName(row, part)}`
  }
  return ''
}

function partName(row: object, part: string): string {
  const key = 'primaryKey' in row ? [row.primaryKey] : []
  for (const list of [...(Object.values(row) as unknown[]), key]) {
    if (!Array.isArray(list)) continue
    // Parts of records carry an id and a name; what else stands in lists has neither.
    const found = (
      list as unknown as readonly ({ readonly id?: string; readonly name?: string } | undefined)[]
    ).find((item) => item?.id === part)
    if (found?.name) return `.${found.name}`
  }
  return ''
}

function countLines(text: string): number {
  let lines = 1
  for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) lines++
  return lines
}

/** The same notice of the same thing is said once. */
function once(notices: readonly Notice[]): readonly Notice[] {
  const seen = new Set<string>()
  return notices.filter(({ code, about, part, message }) => {
    const key = `${code}/${about ?? ''}/${part ?? ''}/${message}`
    return !seen.has(key) && seen.add(key)
  })
}

/** `rulesOf` gives the rules of a version: Oracle 23ai has booleans, 19c has none. */
export function makeWriter(rulesOf: (target: Target) => DdlRules, smart: SmartColumns): DdlWriter {
  return (schema, target, options) => {
    const rules = rulesOf(target)
    const prepared = prepare(schema, options, smart)
    const pen = new Pen({ ...prepared, target, options, rules, tongue: (id) => tongues[id] })
    const script = new Script(pen).all()
    const frame = (list: readonly string[]): readonly Placed[] => list.map((sql) => ({ sql }))
    const pieces = [
      ...frame(rules.before(pen)),
      ...(options.dropFirst ? drops(pen) : []),
      ...script,
      ...frame(rules.after(pen)),
    ]
    return assemble(pieces, once([...prepared.notices, ...pen.notices]), pen)
  }
}
