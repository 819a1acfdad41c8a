// A Rails schema.rb as statements: what loading it would have done to the database.
import type { DialectId } from '../../model/target'
import type {
  ColumnFacts,
  ConstraintFacts,
  CreateTable,
  ObjectName,
  Remark,
  Script,
  Statement,
} from '../sql/statement'
import { columnFacts, identityOf, type Rails } from './columns'
import { checkFacts, exclusionFacts, foreignKeyFacts, indexFacts, deferrableOf } from './keys'
import { firstText, isFalse, isTrue, textOf, textsOf, type Options } from './options'
import { parseRuby, type Call, type Value } from './parse'
import { databaseOf } from './types.data'

const objectName = (text: string): ObjectName => {
  const dot = text.indexOf('.')
  return dot < 0 ? { name: text } : { schema: text.slice(0, dot), name: text.slice(dot + 1) }
}

/** Calls inside a table that are no column types. */
const tableVerbs = new Set([
  'index',
  'check_constraint',
  'unique_constraint',
  'exclusion_constraint',
  'foreign_key',
])

class Reader {
  readonly statements: Statement[] = []
  readonly remarks: Remark[] = []
  private readonly rails: Rails
  private readonly dialect: DialectId
  /** Columns of each table so far: foreign keys leave theirs to be guessed. */
  private readonly columns = new Map<string, Set<string>>()

  constructor(rails: Rails, dialect: DialectId) {
    this.rails = rails
    this.dialect = dialect
  }

  private odd(call: Call, message: string): void {
    this.remarks.push({ level: 'loss', code: 'notUnderstood', message, at: call.at })
  }

  call(call: Call): void {
    const verb = verbs[call.name]
    if (call.name === 'define') for (const inner of call.block) this.call(inner)
    else if (Object.hasOwn(verbs, call.name) && verb) verb(this, call)
    else if (!silent.has(call.name)) this.odd(call, `${call.name} is not understood and was left out`)
  }

  table(call: Call): void {
    const name = firstText(call)
    if (name === undefined) {
      this.odd(call, 'A table without a name was left out')
      return
    }
    const { options, at } = call
    const columns: ColumnFacts[] = []
    const constraints: ConstraintFacts[] = []
    this.columns.set(name, new Set())
    this.primaryKey(call, columns, constraints)
    for (const inner of call.block) this.inTable(inner, { name, columns, constraints })
    const comment = textOf(options.get('comment'))
    const tail = textOf(options.get('options'))
    const charset = textOf(options.get('charset'))
    const collation = textOf(options.get('collation'))
    const { dialect } = this
    const table: CreateTable = {
      kind: 'createTable',
      name: objectName(name),
      columns,
      constraints,
      ...(comment !== undefined && { comment }),
      ...(this.rails.database === 'mysql' && {
        options: [
          ...mysqlOptions(tail ?? '').map((option) => ({ dialect, ...option })),
          ...(charset === undefined ? [] : [{ dialect, name: 'DEFAULT CHARSET', value: charset } as const]),
          ...(collation === undefined ? [] : [{ dialect, name: 'COLLATE', value: collation } as const]),
        ],
      }),
    }
    this.statements.push({ ...table, at })
  }

  private primaryKey(call: Call, columns: ColumnFacts[], constraints: ConstraintFacts[]): void {
    const { options, at } = call
    const id = options.get('id')
    const names = textsOf(options.get('primary_key'))
    const key = (parts: readonly string[]) =>
      constraints.push({ kind: 'primaryKey', name: '', parts: parts.map((column) => ({ column })), at })
    if (names.length > 1) return void key(names)
    if (isFalse(id)) return
    const detail: Options = id?.kind === 'hash' ? id.entries : options
    const type = (id?.kind === 'hash' ? textOf(id.entries.get('type')) : textOf(id)) ?? this.usualId()
    const name = names[0] ?? 'id'
    const plain =
      type === 'serial' ? 'integer' : type === 'bigserial' || type === 'primary_key' ? 'bigint' : type
    const column = columnFacts(this.rails, {
      name,
      type: plain,
      options: new Map([...detail].filter(([key]) => key !== 'comment' || detail !== options)),
      at,
    })
    const isCounting =
      (plain === 'integer' || plain === 'bigint') && !options.has('default') && !detail.has('default')
    // SQLite counts only what is an INTEGER to the letter.
    const counted = this.rails.database === 'sqlite' && isCounting ? { ...column, type: 'integer' } : column
    columns.push({ ...counted, nullable: false, ...(isCounting && { identity: identityOf(this.rails) }) })
    key([name])
  }

  private usualId(): string {
    return this.rails.version >= 5.1 || this.rails.version === 0 ? 'bigint' : 'integer'
  }

  private inTable(
    call: Call,
    table: { name: string; columns: ColumnFacts[]; constraints: ConstraintFacts[] },
  ): void {
    if (tableVerbs.has(call.name)) {
      const found = this.constraint(call, table.name)
      if (found) table.constraints.push(found)
      return
    }
    const add = (name: string, type: string, options: Options = call.options) => {
      table.columns.push(columnFacts(this.rails, { name, type, options, at: call.at }))
      this.columns.get(table.name)?.add(name)
    }
    if (call.name === 'timestamps')
      for (const name of ['created_at', 'updated_at'])
        add(
          name,
          'datetime',
          new Map<string, Value>([['null', { kind: 'word', text: 'false' }], ...call.options]),
        )
    else if (call.name === 'references' || call.name === 'belongs_to') this.reference(call, table, add)
    else if (call.name === 'column') add(firstText(call) ?? '', textOf(call.args[1]) ?? 'string')
    else if (call.args.length === 0) this.odd(call, `${call.name} is not understood and was left out`)
    else for (const name of call.args) add(textOf(name) ?? '', call.name)
  }

  private reference(
    { args, options, at }: Call,
    table: { readonly name: string; readonly constraints: ConstraintFacts[] },
    add: (name: string, type: string, options?: Options) => void,
  ): void {
    for (const arg of args) {
      const name = textOf(arg) ?? ''
      add(`${name}_id`, textOf(options.get('type')) ?? 'bigint')
      if (options.has('polymorphic')) add(`${name}_type`, 'string')
      const columns = [...(options.has('polymorphic') ? [`${name}_type`] : []), `${name}_id`]
      const wish = options.get('index')
      if (!isFalse(wish)) {
        const detail: Options = wish?.kind === 'hash' ? wish.entries : new Map()
        const on: Value = { kind: 'list', items: columns.map((text) => ({ kind: 'string', text })) }
        const usual = new Map([
          ['name', { kind: 'string', text: `index_${table.name}_on_${name}` } as const],
          ...detail,
        ])
        table.constraints.push({
          kind: 'index',
          index: indexFacts(on, columns.length > 1 ? usual : detail, table.name),
          at,
        })
      }
      this.referenceKey({ args, options, at } as Call, name, table)
    }
  }

  private referenceKey(
    { options, at }: Call,
    name: string,
    table: { readonly name: string; readonly constraints: ConstraintFacts[] },
  ): void {
    const wish = options.get('foreign_key')
    const detail: Options | undefined =
      wish?.kind === 'hash' ? wish.entries : isTrue(wish) ? new Map() : undefined
    if (!detail) return
    const parent = textOf(detail.get('to_table')) ?? `${name}s`
    const found = foreignKeyFacts({
      child: table.name,
      columns: new Set([`${name}_id`]),
      parent,
      options: new Map<string, Value>([['column', { kind: 'string', text: `${name}_id` }], ...detail]),
      at,
    })
    if (found) table.constraints.push(found)
  }

  /** The constraint that a call says about a table, inside its block or behind it. */
  private constraint(call: Call, table: string): ConstraintFacts | undefined {
    const { name, args, options, at } = call
    // Behind the table its name comes first.
    const [subject] = name.startsWith('add_') ? args.slice(1) : args
    const text = textOf(subject) ?? ''
    switch (name.replace(/^add_/, '')) {
      case 'index':
        return { kind: 'index', index: indexFacts(subject, options, table), at }
      case 'check_constraint':
        return checkFacts(text, options, at)
      case 'exclusion_constraint':
        return exclusionFacts(text, options, at)
      case 'unique_constraint':
        return {
          kind: 'unique',
          name: textOf(options.get('name')) ?? '',
          parts: textsOf(subject).map((column) => ({ column })),
          ...deferrableOf(options),
          ...(isTrue(options.get('nulls_not_distinct')) && { nullsNotDistinct: true }),
          at,
        }
      default:
        return this.foreignKey(call, table, text)
    }
  }

  private foreignKey(call: Call, child: string, parent: string): ConstraintFacts | undefined {
    const columns = this.columns.get(child) ?? new Set<string>()
    const found = foreignKeyFacts({ child, columns, parent, options: call.options, at: call.at })
    if (!found)
      this.odd(
        call,
        `No column of ${child} can be the one that refers to ${parent}; the foreign key was left out`,
      )
    return found
  }

  behind(call: Call): void {
    const table = firstText(call)
    const found = table === undefined ? undefined : this.constraint(call, table)
    if (table === undefined || !found) return
    const name = objectName(table)
    const { at } = call
    if (found.kind === 'index')
      this.statements.push({ kind: 'createIndex', on: name, index: found.index, at })
    else {
      const actions = [{ do: 'addConstraint', constraint: found } as const]
      this.statements.push({ kind: 'alterTable', name, actions, at })
    }
  }
}

/** `ENGINE=InnoDB DEFAULT CHARSET=utf8` of a table. */
function mysqlOptions(text: string) {
  return [...text.matchAll(/((?:DEFAULT\s+)?[A-Za-z_]+)\s*=\s*('(?:[^']|'')*'|[^\s,]+)/g)].map(
    ([, name = '', value = '']) => ({ name: name.toUpperCase(), value }),
  )
}

/** Verbs that say nothing about a schema. */
const silent = new Set(['require', 'maintain_test_schema'])

function view(reader: Reader, { args, options, at }: Call): void {
  const query = textOf(options.get('sql_definition'))
  if (query === undefined) return
  const isStored = isTrue(options.get('materialized'))
  const name = objectName(textOf(args[0]) ?? '')
  const body = query.trim().replace(/;$/, '')
  reader.statements.push({ kind: 'createView', name, materialized: isStored, query: body, at })
}

const verbs: Readonly<Record<string, (reader: Reader, call: Call) => void>> = {
  create_table: (reader, call) => reader.table(call),
  add_index: (reader, call) => reader.behind(call),
  add_foreign_key: (reader, call) => reader.behind(call),
  add_check_constraint: (reader, call) => reader.behind(call),
  add_unique_constraint: (reader, call) => reader.behind(call),
  add_exclusion_constraint: (reader, call) => reader.behind(call),
  create_view: view,
  enable_extension: ({ statements }, call) =>
    void statements.push({ kind: 'createExtension', name: firstText(call) ?? '', at: call.at }),
  create_schema: ({ statements }, call) =>
    void statements.push({ kind: 'createSchema', name: firstText(call) ?? '', at: call.at }),
  create_enum: ({ statements }, { args, at }) =>
    void statements.push({
      kind: 'createEnum',
      name: objectName(textOf(args[0]) ?? ''),
      values: textsOf(args[1]),
      at,
    }),
}

/** What a file says of its database without saying so. */
export function railsDialect(text: string, fallback: DialectId): DialectId {
  if (
    /\benable_extension\b|\bt\.(?:jsonb|uuid|inet|citext|tsvector|hstore|timestamptz)\b|using: :gi[ns]t?\b/.test(
      text,
    )
  )
    return 'postgres'
  if (/\bcharset: "utf8|\bENGINE=|\bunsigned: true|\busing: :btree, length:|\bcollation: "utf8/.test(text))
    return 'mysql'
  return ['sqlserver', 'oracle', 'redshift'].includes(fallback) ? 'postgres' : fallback
}

export function railsScript(text: string, dialect: DialectId): Script {
  const version = Number(/Schema\s*\[\s*(\d+(?:\.\d+)?)\s*\]/.exec(text)?.[1] ?? 0)
  const reader = new Reader({ database: databaseOf(dialect), version }, dialect)
  for (const call of parseRuby(text)) reader.call(call)
  return { statements: reader.statements, remarks: reader.remarks }
}
