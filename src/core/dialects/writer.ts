// The shared machinery that turns a schema into a script: what is in it, in which order, where each statement stands.
import { isIdOf, kindOfId } from '../model/id'
import { endsOf } from '../model/query'
import { inOrder, type AnyId, type Kind, type Schema } from '../model/schema'
import type { Target } from '../model/target'
import type { Ddl, DdlOptions, DdlWriter, Notice, SmartColumns } from './dialect'
import { tongues } from './tongues'
import { countLines } from './write/clauses'
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
  const { terminate } = pen.rules
  const statements: Ddl['statements'][number][] = []
  const lines = new LinesOf(notices)
  let text = ''
  let line = 1
  let about: AnyId | undefined
  let wasShort = false
  for (const [i, piece] of pieces.entries()) {
    const sql = terminate(piece.sql, pieces[i + 1]?.sql)
    const breaks = countLines(sql) - 1
    const isShort = breaks === 0
    if (i > 0) {
      // Short statements about the same thing, such as comments, stand together.
      const gap = wasShort && isShort && piece.about === about ? 1 : 2
      text += gap === 1 ? '\n' : '\n\n'
      line += gap
    }
    const from = text.length
    text += sql
    about = piece.about
    wasShort = isShort
    statements.push(
      about === undefined ? { sql, from, to: text.length } : { sql, about, from, to: text.length },
    )
    lines.take(piece, line)
    line += breaks
  }
  return {
    text: text === '' ? '' : `${text}\n`,
    statements,
    notices: notices.map((notice) => lines.place(notice, pen)),
  }
}

/** Where the things stand that notices speak of. Nothing is remembered of the others. */
class LinesOf {
  private readonly wanted = new Set<string>()
  private readonly wantedParts = new Set<string>()
  private readonly lines = new Map<string, number>()

  constructor(notices: readonly Notice[]) {
    for (const { about, part } of notices) {
      if (about === undefined) continue
      this.wanted.add(about)
      if (part !== undefined) this.wantedParts.add(about)
    }
  }

  take({ about, lines }: Placed, line: number): void {
    if (about === undefined || !this.wanted.has(about)) return
    if (!this.lines.has(about)) this.lines.set(about, line)
    if (!lines || !this.wantedParts.has(about)) return
    for (const [part, offset] of lines()) this.lines.set(part, line + offset)
  }

  place(notice: Notice, pen: Pen): Notice {
    const line = this.lines.get(notice.part ?? '') ?? this.lines.get(notice.about ?? '')
    const where = placeOf(notice, pen)
    const message = where === '' ? notice.message : `${where}: ${notice.message}`
    return { ...notice, message, ...(line === undefined ? {} : { line }) }
  }
}

/** The place in words, for those who read notices without the model beside them. */
function placeOf({ about, part }: Notice, { schema }: Pen): string {
  if (about === undefined) return ''
  const relation = isIdOf('relation', about) ? schema.relation.get(about) : undefined
  if (relation) {
    const [child, parent] = endsOf(relation).map(({ table }) => schema.table.get(table)?.name ?? '')
    return relation.name || `${child ?? ''} -> ${parent ?? ''}`
  }
  const kind = kindOfId(about)
  // The id's own prefix says which map holds it; grants, samples and the like have no names.
  const rows = kind !== undefined && kind in schema ? schema[kind as Kind] : undefined
  const row = (rows as ReadonlyMap<string, object> | undefined)?.get(about)
  if (!row || !('name' in row) || typeof row.name !== 'string') return ''
  return part === undefined ? row.name : `${row.name}${partName(row, part)}`
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
