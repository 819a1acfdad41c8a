// The lines of a table, read. A line that cannot be read is a mistake in the template itself and throws.
import type { ReferentialAction } from '../model/records'

export interface ColumnLine {
  readonly name: string
  readonly type: string
  readonly nullable: boolean
  readonly default?: string
  readonly generated?: string
  readonly comment: string
}

export interface RelationLine {
  readonly child: readonly string[]
  readonly parent: string
  /** Empty: the parent's primary key. */
  readonly parentColumns: readonly string[]
  readonly onDelete?: ReferentialAction
  readonly verbs: readonly [childToParent: string, parentToChild: string]
}

export interface IndexLine {
  /** Set for a key that holds for some rows only. */
  readonly only?: string
  readonly parts: readonly { readonly column: string; readonly isDescending: boolean }[]
  readonly where?: string
}

export interface TableLines {
  readonly columns: readonly ColumnLine[]
  readonly primaryKey: readonly string[]
  readonly uniques: readonly (readonly string[])[]
  readonly checks: readonly string[]
  readonly indexes: readonly IndexLine[]
  readonly relations: readonly RelationLine[]
}

const list = (text: string): readonly string[] => text.split(',').map((name) => name.trim())

/** The text before a mark and what follows it. */
function cut(text: string, mark: string): readonly [before: string, after: string | undefined] {
  const at = text.indexOf(mark)
  return at < 0 ? [text.trim(), undefined] : [text.slice(0, at).trim(), text.slice(at + mark.length).trim()]
}

const actions: Readonly<Record<string, ReferentialAction>> = { cascade: 'cascade', 'set null': 'setNull' }

function readRelation(child: readonly string[], text: string): RelationLine {
  const [head, verbs = ''] = cut(text, ' : ')
  const found = /^(\w+)(?:\(([^)]*)\))?(?:\s+(cascade|set null))?$/.exec(head)
  const [forth = '', back = ''] = verbs.split(' / ')
  if (!found?.[1] || back === '') throw new Error(`Not a relation: ${text}`)
  const onDelete = actions[found[3] ?? '']
  return {
    child,
    parent: found[1],
    parentColumns: found[2] === undefined ? [] : list(found[2]),
    ...(onDelete && { onDelete }),
    verbs: [forth, back],
  }
}

function readIndex(text: string, only?: string): IndexLine {
  const [columns, where] = cut(text, ' where ')
  const parts = list(columns).map((part) => ({
    column: part.replace(/ desc$/, ''),
    isDescending: part.endsWith(' desc'),
  }))
  return { parts, ...(where !== undefined && { where }), ...(only !== undefined && { only }) }
}

interface Reading {
  readonly columns: ColumnLine[]
  primaryKey: readonly string[]
  readonly uniques: (readonly string[])[]
  readonly checks: string[]
  readonly indexes: IndexLine[]
  readonly relations: RelationLine[]
}

function readColumn(line: string, reading: Reading): void {
  const [body, comment = ''] = cut(line, ' -- ')
  const [own, relation] = cut(body, ' -> ')
  const [plain, generated] = cut(own, ' := ')
  const [head, value] = cut(plain, ' = ')
  const found = /^(\w+)\s+(\w+(?:\([\d,]+\))?)(\?)?$/.exec(head)
  if (!found?.[1] || !found[2]) throw new Error(`Not a column: ${line}`)
  const [, name, type, mark] = found
  reading.columns.push({
    name,
    type,
    nullable: mark === '?' || generated !== undefined,
    comment,
    ...(value !== undefined && { default: value }),
    ...(generated !== undefined && { generated }),
  })
  if (relation !== undefined) reading.relations.push(readRelation([name], relation))
}

const rules: Readonly<Record<string, (rest: string, reading: Reading) => void>> = {
  pk: (rest, reading) => {
    reading.primaryKey = list(rest)
  },
  unique: (rest, reading) => reading.uniques.push(list(rest)),
  check: (rest, reading) => reading.checks.push(rest),
  index: (rest, reading) => reading.indexes.push(readIndex(rest)),
  only: (rest, reading) => {
    const [name, columns = ''] = cut(rest, ': ')
    reading.indexes.push(readIndex(columns, name))
  },
  fk: (rest, reading) => {
    const [columns, parent = ''] = cut(rest, ' -> ')
    reading.relations.push(readRelation(list(columns), parent))
  },
}

export function readTable(text: string): TableLines {
  const reading: Reading = {
    columns: [],
    primaryKey: [],
    uniques: [],
    checks: [],
    indexes: [],
    relations: [],
  }
  for (const line of text.split('\n')) {
    const [word, rest = ''] = cut(line.trim(), ' ')
    if (word === '') continue
    const rule = rules[word]
    if (rule) rule(rest, reading)
    else readColumn(line.trim(), reading)
  }
  const counted = reading.columns.find(({ type }) => type === 'id')
  return reading.primaryKey.length > 0 || !counted ? reading : { ...reading, primaryKey: [counted.name] }
}
