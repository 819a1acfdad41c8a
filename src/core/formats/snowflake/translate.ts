// What a Snowflake script says, in words that PostgreSQL understands: types, defaults, and no statement that only
// Snowflake could run.
import type { AlterAction, ColumnFacts, CreateTable, Remark, Script, Spot, Statement } from '../sql/statement'
import { spokenType } from './types'

/** Calls that PostgreSQL writes otherwise. */
const calls: readonly (readonly [RegExp, string])[] = [
  [/\b(current_(?:timestamp|date|time)|localtime(?:stamp)?|current_user)\s*\(\s*\)/gi, '$1'],
  [/\bsysdate\s*\(\s*\)|\bgetdate\s*\(\s*\)/gi, 'now()'],
  [/\buuid_string\s*\(\s*\)/gi, 'gen_random_uuid()'],
  [/^\s*((?:[\w$]+\.)*)([\w$]+)\.nextval\s*$/gi, "nextval('$1$2')"],
]

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', '0': '\0' }

/** 'it\'s' is 'it''s' in the standard; a text with marks of control is written with its marks. */
const plainString = (quoted: string): string =>
  quoted.includes('\\')
    ? `'${quoted
        .slice(1, -1)
        .replace(/\\(.)/gs, (_all, mark: string) => escapes[mark] ?? mark)
        .replaceAll("''", "'")
        .replaceAll("'", "''")}'`
    : quoted

/** Everything outside of strings may be said otherwise, everything inside stays. */
export function spokenText(raw: string): string {
  const pieces = raw.split(/('(?:[^'\\]|''|\\.)*')/s)
  if (pieces.length === 1) return calls.reduce((text, [from, to]) => text.replace(from, to), raw)
  return pieces
    .map((piece, i) =>
      i % 2 === 1 ? plainString(piece) : calls.reduce((text, [from, to]) => text.replace(from, to), piece),
    )
    .join('')
}

class Translator {
  readonly remarks: Remark[] = []

  private tell(code: string, message: string, at: Spot): void {
    this.remarks.push({ level: 'warning', code, message, at })
  }

  type(raw: string, name: string, at: Spot): string {
    const said = spokenType(raw)
    if (!said) {
      if (raw !== '')
        this.tell(
          'type',
          `The type ${raw} of ${name} is kept as it was written: PostgreSQL has no word for it.`,
          at,
        )
      return raw
    }
    if (said.lost !== undefined) this.tell('type', `${name}: ${said.lost}.`, at)
    return said.type
  }

  private collation(column: ColumnFacts): Partial<ColumnFacts> {
    if (column.collation === undefined || column.collation === '') return {}
    this.tell(
      'collation',
      `The collation ${column.collation} of ${column.name} is left out: it is Snowflake's own.`,
      column.at,
    )
    return { collation: '' }
  }

  column(column: ColumnFacts): ColumnFacts {
    const type = this.type(column.type, column.name, column.at)
    // A column that counts is a whole number everywhere else.
    const counted = column.identity && !/^(?:smallint|integer|bigint)$/.test(type) ? 'bigint' : type
    return {
      ...column,
      type: counted,
      ...(column.default !== undefined && { default: spokenText(column.default) }),
      ...(column.generated && {
        generated: { expression: spokenText(column.generated.expression), storage: 'stored' as const },
      }),
      ...this.collation(column),
    }
  }

  table(table: CreateTable): CreateTable {
    return { ...table, columns: table.columns.map((column) => this.column(column)) }
  }

  action(action: AlterAction, at: Spot): AlterAction {
    if (action.do === 'addColumn') return { ...action, column: this.column(action.column) }
    if (action.do === 'redefineColumn') return { ...action, to: this.column(action.to) }
    if (action.do !== 'alterColumn') return action
    const { change, column } = action
    if (change.set === 'type')
      return { ...action, change: { ...change, type: this.type(change.type, column, at) } }
    if (change.set === 'default' && change.default !== null)
      return { ...action, change: { ...change, default: spokenText(change.default) } }
    return action
  }

  /** Only Snowflake could run what is kept: it stays beside the schema, as a comment. */
  statement(statement: Statement): readonly Statement[] {
    const { at } = statement
    if (statement.kind === 'keep') return [{ ...statement, isAside: true }]
    if (statement.kind === 'createTable') return [{ ...this.table(statement), at }]
    if (statement.kind !== 'alterTable') return [statement]
    const kept = statement.actions.filter((action) => action.do === 'keep')
    const actions = statement.actions.flatMap((action) =>
      action.do === 'keep' ? [] : [this.action(action, at)],
    )
    const aside = kept.map(({ why }): Statement => ({ kind: 'keep', why, isAside: true, at }))
    return actions.length === 0 ? aside : [{ ...statement, actions }, ...aside]
  }
}

export function translated({ statements, remarks }: Script): Script {
  const translator = new Translator()
  const said = statements.flatMap((statement) => translator.statement(statement))
  return { statements: said, remarks: [...remarks, ...translator.remarks] }
}
