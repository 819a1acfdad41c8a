// Names that changed, wherever they stand in the text. An alias stays: it still means the table.
import type { DbmlNames } from './names'
import type { DbmlReading, Span } from './reading'
import { identifier } from './spell'
import type { DbmlWriter } from './writer'

export interface Rename extends Span {
  readonly insert: string
}

interface Renamed {
  /** The name alone, and with the schema in front where that changed too. */
  readonly name: string
  readonly whole?: string
}

interface Both {
  readonly before: DbmlNames
  readonly after: DbmlWriter
}

type Row = { readonly id: string; readonly name: string }

function simple(out: Map<string, Renamed>, before: readonly Row[], after: readonly Row[]): void {
  const now = new Map(after.map(({ id, name }) => [id, name]))
  for (const { id, name } of before) {
    const next = now.get(id)
    if (next !== undefined && next !== '' && next !== name) out.set(id, { name: identifier(next) })
  }
}

/** What is called otherwise now, by id. */
function renamed(reading: DbmlReading, { before, after }: Both): ReadonlyMap<string, Renamed> {
  const out = new Map<string, Renamed>()
  const [old, now] = [reading.schema, after.schema]
  for (const kind of ['table', 'enum', 'partial'] as const) {
    for (const row of old[kind].values()) {
      const next = [...[now[kind].get(row.id as never)]].at(0)
      if (!next) continue
      const [was, is] = [before.object(row.id), after.names.object(row.id)]
      if (was === is) continue
      const space = (one: object) => ('namespace' in one && one.namespace !== undefined ? one.namespace : '')
      const name = is.slice(is.length - lastOf(is).length)
      const isMoved =
        space(row) !== space(next) || was.slice(0, -lastOf(was).length) !== is.slice(0, -lastOf(is).length)
      out.set(row.id, { name, ...(isMoved && { whole: is }) })
    }
  }
  for (const owner of [...old.table.values(), ...old.partial.values()]) {
    const next = now.table.get(owner.id as never) ?? now.partial.get(owner.id as never)
    const alive = new Set(next?.columns.map(({ id }) => id))
    for (const { id } of owner.columns) {
      const [was, is] = [before.column(id), after.names.column(id)]
      if (alive.has(id) && was !== is) out.set(id, { name: is })
    }
  }
  for (const row of old.enum.values()) simple(out, row.values, now.enum.get(row.id)?.values ?? [])
  simple(out, [...old.group.values()], [...now.group.values()])
  simple(out, [...old.note.values()], [...now.note.values()])
  simple(out, [...old.diagram.values()], [...now.diagram.values()])
  return out
}

/** The last name of a path, quotes and all. */
const lastOf = (path: string): string => /(?:"(?:[^"\\]|\\.)*"|[^".]+)$/s.exec(path)?.[0] ?? path

export function renames(reading: DbmlReading, both: Both, source: number): readonly Rename[] {
  const names = renamed(reading, both)
  const found: Rename[] = []
  for (const [id, { name, whole }] of names) {
    const place = reading.places.get(id)
    if (place?.source !== source || place.within) continue
    if (whole !== undefined && place.fullName) found.push({ ...span(place.fullName), insert: whole })
    else if (place.name) found.push({ ...span(place.name), insert: name })
  }
  for (const use of reading.uses) {
    const next = names.get(use.id)
    if (!next || use.source !== source || use.isAlias) continue
    const { name, whole } = next
    found.push(
      whole === undefined ? { ...span(use), insert: name } : { ...span(use.path ?? use), insert: whole },
    )
  }
  return found
}

const span = ({ from, to }: Span): Span => ({ from, to })
