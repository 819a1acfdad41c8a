// A model as plain lines, with names where it has ids: two readings of one database are compared by them.
import { isSqlRef, type SqlPart } from '../../src/core/model/sqlText'
import type { Kind, Schema } from '../../src/core/model/schema'

/** What a database holds; views over it (diagrams, placements) and what was kept of files are no part of that. */
const compared = [
  'namespace',
  'extension',
  'role',
  'enum',
  'domain',
  'composite',
  'sequence',
  'table',
  'relation',
  'view',
  'routine',
  'trigger',
  'grant',
  'verbatim',
] as const satisfies readonly Kind[]

type Row = Readonly<Record<string, unknown>>

const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const nameIn = (row: Row): string => (typeof row['name'] === 'string' ? row['name'] : '')

/** Every id of the model with the name of what it stands for. */
function namesOf(schema: Schema): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  const visit = (value: unknown, path: string): void => {
    if (Array.isArray(value)) for (const item of value) visit(item, path)
    if (!isRow(value)) return
    const id = value['id']
    const own = typeof id === 'string' ? `${path}.${nameIn(value)}` : path
    if (typeof id === 'string') names.set(id, own.replace(/^\./, ''))
    for (const part of Object.values(value)) visit(part, own)
  }
  for (const kind of compared) for (const row of schema[kind].values()) visit(row, '')
  return names
}

const isText = (value: unknown): value is { readonly parts: readonly SqlPart[] } =>
  isRow(value) &&
  Array.isArray(value['parts']) &&
  Object.keys(value).length === 1 &&
  !value['parts'].some((part) => isRow(part) && 'on' in part)

/** Lines "kind name.field…: value"; `texts` says how SQL is compared. */
export function asNames(schema: Schema, texts: (sql: string) => string): ReadonlyMap<string, string> {
  const names = namesOf(schema)
  const out = new Map<string, string>()
  const leaf = (path: string, value: unknown): void => {
    const text = typeof value === 'string' ? (names.get(value) ?? value) : JSON.stringify(value)
    out.set(out.has(path) ? `${path}~` : path, text)
  }
  const visit = (path: string, value: unknown): void => {
    if (value === undefined || value === '' || value === null) return
    if (isText(value))
      leaf(path, texts(value.parts.map((part) => (isSqlRef(part) ? part.raw : part)).join('')))
    else if (Array.isArray(value)) {
      if (value.every((item) => typeof item === 'string')) {
        if (value.length > 0) leaf(path, value.map((item) => names.get(item) ?? item).join(', '))
      } else for (const [i, item] of value.entries()) visit(`${path}[${keyOf(item, i)}]`, item)
    } else if (isRow(value)) {
      for (const [key, part] of Object.entries(value)) {
        if (key === 'id' || key === 'order') continue
        visit(path === '' ? key : `${path}.${key}`, part)
      }
    } else leaf(path, value)
  }
  const keyOf = (item: unknown, i: number): string => {
    const name = isRow(item) && 'id' in item ? nameIn(item) : ''
    return name === '' ? String(i) : name
  }
  for (const kind of compared) {
    for (const row of schema[kind].values()) {
      // Records of the model are plain objects.
      const plain = row as unknown as Row
      visit(`${kind} ${identityOf(kind, plain, names)}`, plain)
    }
  }
  for (const table of schema.table.values())
    out.set(`table ${table.name} columns`, table.columns.map(({ name }) => name).join(', '))
  return out
}

function identityOf(kind: Kind, row: Row, names: ReadonlyMap<string, string>): string {
  const at = (value: unknown): string => (typeof value === 'string' ? (names.get(value) ?? '') : '')
  if (kind === 'relation') {
    const child = row['child'] as { readonly table: string; readonly columns: readonly string[] }
    const parent = row['parent'] as { readonly table: string }
    return `${at(child.table)}(${child.columns.map(at).join()}) ${at(parent.table)} ${nameIn(row)}`
  }
  if (kind === 'trigger') return `${at(row['on'])} ${nameIn(row)}`
  if (kind === 'grant') {
    const to = row['to'] as Readonly<Record<string, string>>
    return `${at(row['on'])} ${to['name'] ?? at(to['role'])} ${String(Boolean(row['columns'] && (row['columns'] as []).length))}`
  }
  const signature = kind === 'routine' ? `(${String(row['signature'])})` : ''
  return `${at(row['namespace'])}.${nameIn(row)}${signature}`
}

export function differing(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): readonly string[] {
  const out: string[] = []
  for (const key of new Set([...a.keys(), ...b.keys()]))
    if (a.get(key) !== b.get(key)) out.push(`${key}: ${a.get(key) ?? '(none)'} <> ${b.get(key) ?? '(none)'}`)
  return out
}
