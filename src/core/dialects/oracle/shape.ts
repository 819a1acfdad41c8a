// What Oracle will not take, changed before it is written.
import { lacking, tellLack } from '../write/lacking'
import type { At, Pen } from '../write/pen'
import type { ColumnPlan, IndexPlan, KeyPlan, TablePlan } from '../write/plan'
import { report } from '../write/report'

const atPart = (plan: TablePlan, part: string): At => ({ about: plan.table.id, part })

const isLob = (type: string): boolean =>
  /^(?:N?CLOB|BLOB|LONG(?: RAW)?|BFILE|JSON|XMLTYPE|MDSYS\.|SDO_|VECTOR)/i.test(type)

function counters(plan: TablePlan, pen: Pen): TablePlan {
  const first = plan.columns.find(({ identity }) => identity)
  const columns = plan.columns.map((column): ColumnPlan => {
    if (!column.identity) return emptyText(column, plan, pen)
    if (column.id === first?.id) return { ...column, nullable: false }
    pen.tell(
      atPart(plan, column.id),
      report(
        'loss',
        'secondIdentity',
        'A table counts by one column only: this one is plain.',
        'Give it a default from a sequence.',
      ),
    )
    const { identity: _gone, ...rest } = column
    return rest
  })
  return { ...plan, columns }
}

/** '' is NULL (SQL Language Reference, "Nulls"). */
function emptyText(column: ColumnPlan, plan: TablePlan, pen: Pen): ColumnPlan {
  if (column.default !== "''") return column
  const message = column.nullable
    ? "The empty text is NULL in Oracle: DEFAULT '' means NULL."
    : "The empty text is NULL in Oracle: DEFAULT '' on a NOT NULL column refuses every row that leaves it out."
  pen.tell(
    atPart(plan, column.id),
    report(column.nullable ? 'info' : 'warning', 'emptyText', message, 'Choose another default.'),
  )
  return column
}

const unsteady =
  /\b(?:SYSDATE|SYSTIMESTAMP|CURRENT_DATE|CURRENT_TIMESTAMP|LOCALTIMESTAMP|SYS_GUID|USER|UID|USERENV|DBTIMEZONE|SESSIONTIMEZONE)\b/i

const bare = (sql: string): string => sql.replace(/'(?:[^']|'')*'|"[^"]*"/g, "''")

/** A check may not ask the time or the user (SQL Language Reference, "constraint"). */
function checks(plan: TablePlan, pen: Pen): TablePlan {
  return {
    ...plan,
    checks: plan.checks.filter((check) => {
      if (!unsteady.test(bare(check.sql))) return true
      const message = `The check ${check.name} is left out: its outcome changes with time or user.`
      pen.tell(
        atPart(plan, check.id ?? ''),
        report('loss', 'checkLeftOut', message, 'Check it in a trigger.'),
      )
      return false
    }),
  }
}

/** A virtual column is never a LOB (CREATE TABLE, "virtual_column_definition"). */
function virtualText(column: ColumnPlan): ColumnPlan {
  const { generated } = column
  if (!generated || !isLob(column.type)) return column
  const type = 'VARCHAR2(4000 CHAR)'
  return { ...column, type, generated: { ...generated, sql: `CAST(${generated.sql} AS ${type})` } }
}

function generated(plan: TablePlan, pen: Pen): TablePlan {
  const columns = plan.columns.map((column): ColumnPlan => {
    if (!column.generated) return column
    if (!unsteady.test(bare(column.generated.sql))) return virtualText(column)
    pen.tell(
      atPart(plan, column.id),
      report(
        'loss',
        'generatedLeftOut',
        'Its expression changes with time or user: it is a plain column.',
        'Fill it in a trigger.',
      ),
    )
    const { generated: _gone, ...rest } = column
    return rest
  })
  return { ...plan, columns }
}

const signature = (parts: readonly { readonly sql: string }[]): string =>
  parts.map(({ sql }) => sql).join(',')

/** One index a list of columns (ORA-01408), and one key (ORA-02261). */
function keys(plan: TablePlan, pen: Pen): TablePlan {
  const seen = new Set<string>()
  return {
    ...plan,
    keys: plan.keys.filter((key) => {
      const list = signature(key.parts.map(({ column }) => column))
      const lob = key.parts.find(({ column }) => isLob(column.type))
      if (!seen.has(list) && !lob) return seen.add(list)
      const why = lob ? `${lob.column.name} cannot be part of a key` : 'another key has the same columns'
      pen.tell(
        atPart(plan, key.id),
        report(lob ? 'loss' : 'info', 'keyLeftOut', `The key ${key.name} is left out: ${why}.`),
      )
      return false
    }),
  }
}

const listOfKey = (key: KeyPlan): string => signature(key.parts.map(({ column }) => column))

/** Rows outside the condition give NULL, and an index holds no row of NULLs only. */
function partial(index: IndexPlan, at: At, pen: Pen): IndexPlan {
  const { where, ...rest } = index
  if (where === undefined) return index
  if (!index.unique) {
    pen.tell(at, report('info', 'partialIndex', 'There are no partial indexes: it covers all rows.'))
    return rest
  }
  pen.tell(
    at,
    report(
      'info',
      'partialIndex',
      'There are no partial indexes: a unique index over CASE expressions leaves the other rows out.',
    ),
  )
  const parts = index.parts.map(({ column: _column, ...part }) => ({
    ...part,
    sql: `CASE WHEN ${where} THEN ${part.sql} END`,
  }))
  return { ...rest, parts }
}

function indexes(plan: TablePlan, pen: Pen): TablePlan {
  const seen = new Set(plan.keys.map(listOfKey))
  const kept: IndexPlan[] = []
  for (const index of plan.indexes) {
    const at = atPart(plan, index.id)
    const lob = index.parts.find(({ column }) => column && isLob(column.type))
    const isSpecial = index.method === 'fulltext' || index.method === 'spatial'
    if (lob ?? isSpecial) {
      const why = isSpecial
        ? `a ${index.method} index needs parameters that the model does not know`
        : `${lob?.column?.name ?? ''} cannot be indexed`
      pen.tell(
        at,
        report('loss', 'indexLeftOut', `The index ${index.name} is left out: ${why}.`, 'Write it by hand.'),
      )
      continue
    }
    const whole = partial(index, at, pen)
    const list = signature(whole.parts)
    if (seen.has(list)) {
      pen.tell(
        at,
        report(
          'info',
          'indexLeftOut',
          `The index ${index.name} is left out: these columns are indexed already.`,
        ),
      )
      continue
    }
    seen.add(list)
    if (!['', 'btree', 'bitmap'].includes(index.method)) {
      pen.tell(at, report('info', 'indexMethod', `There is no ${index.method} index: it is a B-tree.`))
    }
    kept.push({ ...whole, method: index.method === 'bitmap' ? 'bitmap' : '' })
  }
  return { ...plan, indexes: kept }
}

export function oracleShape(plan: TablePlan, pen: Pen): TablePlan {
  const { table } = plan
  const at = { about: table.id }
  for (const policy of table.policies) lacking('policies', { ...at, part: policy.id }, pen)
  if (table.rowSecurity && table.policies.length === 0) lacking('rowSecurity', at, pen)
  if (table.inherits.length > 0) lacking('inheritance', at, pen)
  if (table.partitionOf) tellLack('partitions', at, pen)
  if (table.partitioning && !pen.rules.family.includes(table.partitioning.dialect))
    tellLack('partitions', at, pen)
  if (table.persistence === 'unlogged') lacking('unlogged', at, pen)
  return indexes(keys(checks(generated(counters(plan, pen), pen), pen), pen), pen)
}
