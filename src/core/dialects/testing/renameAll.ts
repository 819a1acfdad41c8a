// The same document with every name changed: what still says an old name would no longer run.
import type { Schema } from '../../model/schema'

type Rename = (name: string) => string

/** Lists of parts that have names of their own. */
const lists = [
  'columns',
  'uniques',
  'checks',
  'exclusions',
  'indexes',
  'policies',
  'values',
  'fields',
] as const

function renamePart(part: unknown, rename: Rename): unknown {
  if (typeof part !== 'object' || part === null || !('name' in part) || typeof part.name !== 'string')
    return part
  return part.name === '' ? part : { ...part, name: rename(part.name) }
}

function renameRow<R extends object>(row: R, rename: Rename): R {
  const next = { ...(renamePart(row, rename) as Record<string, unknown>) }
  for (const list of lists) {
    const parts = next[list]
    if (Array.isArray(parts)) next[list] = parts.map((part: unknown) => renamePart(part, rename))
  }
  if ('primaryKey' in next && next['primaryKey']) next['primaryKey'] = renamePart(next['primaryKey'], rename)
  // The same record with other names.
  return next as unknown as R
}

const kinds = [
  'namespace',
  'enum',
  'domain',
  'composite',
  'sequence',
  'table',
  'relation',
  'view',
  'routine',
  'trigger',
] as const

export function renameAll(schema: Schema, rename: Rename): Schema {
  const maps = kinds.map((kind) => [
    kind,
    new Map([...schema[kind]].map(([id, row]) => [id, renameRow(row, rename)])),
  ])
  return { ...schema, ...(Object.fromEntries(maps) as Partial<Schema>) }
}
