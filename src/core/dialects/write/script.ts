// The order of the script: what is needed stands first, circles of foreign keys are closed at the end.
import { isIdOf, kindOfId } from '../../model/id'
import type { ForeignKey, Sample, Table, Verbatim } from '../../model/records'
import { inOrder, type AnyId, type Rows, type Schema } from '../../model/schema'
import { isSqlRef, type SqlText } from '../../model/sqlText'
import { inNeedOrder, type Needs } from './order'
import type { Pen } from './pen'
import { planForeignKey } from './planForeignKey'
import type { ForeignKeyPlan } from './plan'
import type { Answer, Step, WrittenKind } from './rules'
import { lateForeignKey } from './table'

export interface Placed extends Step {
  readonly about?: AnyId
}

/** The kinds in the order of a script that nothing else forces into another. */
const sequence = [
  'namespace',
  'extension',
  'role',
  'enum',
  'composite',
  'domain',
  'sequence',
  'table',
  'routine',
  'view',
  'trigger',
] as const satisfies readonly WrittenKind[]

type Placeable = (typeof sequence)[number]

function takeRefs(text: SqlText | undefined, into: string[]): void {
  if (text) for (const part of text.parts) if (isSqlRef(part)) into.push(part.owner ?? part.to)
}

function refsIn(...texts: readonly (SqlText | undefined)[]): string[] {
  const refs: string[] = []
  for (const text of texts) takeRefs(text, refs)
  return refs
}

function typeRefs(owners: readonly { readonly type: { readonly of?: string } }[]): string[] {
  const refs: string[] = []
  for (const { type } of owners) if (type.of !== undefined) refs.push(type.of)
  return refs
}

/** A table waits for its types and functions, and for another table only as its parent. */
function tableNeeds(table: Table): Needs {
  const refs = typeRefs(table.columns)
  for (const column of table.columns) {
    takeRefs(column.default, refs)
    takeRefs(column.generated?.expression, refs)
  }
  for (const check of table.checks) takeRefs(check.expression, refs)
  for (const { parts, where } of table.indexes) {
    takeRefs(where, refs)
    for (const { on } of parts) if ('expression' in on) takeRefs(on.expression, refs)
  }
  for (const policy of table.policies) {
    takeRefs(policy.using, refs)
    takeRefs(policy.check, refs)
  }
  const hard = refs.filter((id) => !isIdOf('table', id))
  hard.push(...table.inherits)
  if (table.partitionOf) hard.push(table.partitionOf.table)
  return { hard, soft: [] }
}

/** What each record of a kind needs before it. A new kind must say. */
const needsOf: { readonly [K in Placeable]: (row: Rows[K]) => Needs } = {
  namespace: () => ({ hard: [], soft: [] }),
  extension: ({ namespace }) => ({ hard: namespace ? [namespace] : [], soft: [] }),
  role: ({ memberOf }) => ({ hard: [], soft: [...memberOf] }),
  enum: () => ({ hard: [], soft: [] }),
  composite: ({ fields }) => ({ hard: typeRefs(fields), soft: [] }),
  domain: (domain) => ({
    hard: [
      ...typeRefs([domain]),
      ...refsIn(domain.default, ...domain.checks.map(({ expression }) => expression)),
    ],
    soft: [],
  }),
  sequence: () => ({ hard: [], soft: [] }),
  table: tableNeeds,
  // A body may name what comes later: only its types and tables should be there first.
  routine: ({ definition }) => ({ hard: [], soft: refsIn(definition) }),
  view: ({ query }) => ({ hard: refsIn(query), soft: [] }),
  trigger: ({ on, definition }) => ({ hard: [on, ...refsIn(definition)], soft: [] }),
}

function allNeeds(schema: Schema, foreignKeys: readonly ForeignKey[]): Map<string, Needs> {
  const needs = new Map<string, Needs>()
  for (const kind of sequence) {
    // Each kind's own function is asked about rows of that kind; the record cannot say so for a kind unknown here.
    const ask = needsOf[kind] as (row: Rows[Placeable]) => Needs
    for (const row of schema[kind].values()) needs.set(row.id, ask(row))
  }
  for (const { child, parent } of foreignKeys) {
    if (child.table !== parent.table) needs.get(child.table)?.soft.push(parent.table)
  }
  return needs
}

const isPlaceable = (kind: string | undefined): kind is Placeable => sequence.some((known) => known === kind)

function rowOf(schema: Schema, id: string) {
  const kind = kindOfId(id)
  if (!isPlaceable(kind)) return undefined
  // The id's own prefix says which map holds it.
  const rows: ReadonlyMap<string, Rows[Placeable]> = schema[kind]
  const row = rows.get(id)
  return row && { kind, row }
}

/** Rights on tables yet to come would reach those that come here only because they are written later. */
function isForLater({ text }: Verbatim): boolean {
  const [first] = text.parts
  return typeof first === 'string' && /^\s*ALTER\s+DEFAULT\s+PRIVILEGES\b/i.test(first)
}

export class Script {
  private readonly pen: Pen
  private readonly out: Placed[] = []
  private readonly late: Placed[] = []
  private readonly closing: Verbatim[] = []
  private readonly made = new Set<string>()

  constructor(pen: Pen) {
    this.pen = pen
  }

  private put(about: AnyId, answer: Answer): void {
    if ('notSupported' in answer) {
      this.pen.tell({ about }, answer.notSupported)
      return
    }
    for (const step of answer)
      (step.late ? this.late : this.out).push(step.lines ? { ...step, about } : { sql: step.sql, about })
  }

  private write<K extends WrittenKind>(kind: K, row: Rows[K]): void {
    if (!this.pen.isIncluded(row.id)) return
    this.put(row.id, this.pen.rules.objects[kind](row, this.pen))
  }

  /** Statements stand where they stood, unless they name what is made later. */
  private verbatims(after: string | undefined): void {
    for (const row of this.pen.verbatimsAfter(after)) {
      const waits =
        isForLater(row) || refsIn(row.text).some((id) => rowOf(this.pen.schema, id) && !this.made.has(id))
      if (waits) this.closing.push(row)
      else this.write('verbatim', row)
    }
  }

  /** Foreign keys stand inside their table when the other table is there already. */
  private splitForeignKeys(
    order: readonly string[],
    plans: readonly ForeignKeyPlan[],
  ): readonly ForeignKeyPlan[] {
    const { foreignKeysInside } = this.pen.rules
    const isInline = foreignKeysInside || this.pen.options.foreignKeys === 'inline'
    const rank = new Map(order.map((id, i) => [id, i]))
    const late: ForeignKeyPlan[] = []
    for (const plan of plans) {
      const isThere = (rank.get(plan.parentTable.id) ?? 0) <= (rank.get(plan.childTable.id) ?? 0)
      // What old rows need not obey is said of a table that has rows.
      const isInside = foreignKeysInside || (isThere && plan.state !== 'notValidated')
      if (isInline && isInside) this.pen.holdForeignKey(plan)
      else late.push(plan)
    }
    return late
  }

  private foreignKeyPlans(): readonly ForeignKeyPlan[] {
    const { pen } = this
    const plans = inOrder(pen.schema.relation).flatMap((relation) => {
      if (relation.kind !== 'foreignKey' || !pen.isIncluded(relation.id)) return []
      const plan = planForeignKey(relation, pen)
      return plan ? [plan] : []
    })
    return pen.rules.mendForeignKeys?.(plans, pen) ?? plans
  }

  private samples(order: readonly string[]): void {
    const rank = new Map(order.map((id, i) => [id, i]))
    const rows: readonly Sample[] = inOrder(this.pen.schema.sample)
    const byTable = [...rows].sort((a, b) => (rank.get(a.table) ?? 0) - (rank.get(b.table) ?? 0))
    for (const sample of byTable)
      if (this.pen.isIncluded(sample.table))
        this.put(sample.table, this.pen.rules.objects.sample(sample, this.pen))
  }

  all(): readonly Placed[] {
    const { pen } = this
    const { schema } = pen
    const plans = this.foreignKeyPlans()
    pen.planForeignKeys(plans)
    const ids = sequence.flatMap((kind) => inOrder<Rows[Placeable]>(schema[kind]).map(({ id }) => id))
    const order = inNeedOrder(
      ids,
      allNeeds(
        schema,
        plans.map(({ relation }) => relation),
      ),
    )
    const late = this.splitForeignKeys(order, plans)
    this.verbatims(undefined)
    const waiting: string[] = []
    for (const id of order) {
      if (isIdOf('view', id) || isIdOf('trigger', id)) waiting.push(id)
      else this.place(id)
    }
    this.samples(order)
    for (const key of late) this.put(key.relation.id, lateForeignKey(key, pen))
    this.out.push(...this.late.splice(0))
    for (const id of waiting) this.place(id)
    this.out.push(...this.late.splice(0))
    for (const grant of inOrder(schema.grant)) if (pen.isIncluded(grant.on)) this.write('grant', grant)
    for (const row of this.closing) this.write('verbatim', row)
    return this.out
  }

  private place(id: string): void {
    const found = rowOf(this.pen.schema, id)
    if (!found || this.made.has(id)) return
    this.made.add(id)
    // `found` pairs a row with its own kind.
    this.write(found.kind, found.row)
    this.verbatims(id)
  }
}
