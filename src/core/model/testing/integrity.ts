// What must hold of every document, said once more and from scratch: it shares no code with what restores it.
import type { Schema } from '../schema'

type Plain = Readonly<Record<string, unknown>>

const plain = (value: unknown): Plain => (typeof value === 'object' && value !== null ? (value as Plain) : {})
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as unknown[]) : [])
const idsOf = (value: unknown): readonly string[] =>
  listOf(value).filter((one): one is string => typeof one === 'string')

class Checker {
  readonly faults: string[] = []
  private readonly schema: Schema
  private readonly records = new Set<string>()
  /** Columns, keys, values… by the record that holds them. */
  private readonly parts = new Map<string, Set<string>>()
  private readonly seen = new Map<string, string>()

  constructor(schema: Schema) {
    this.schema = schema
    for (const map of this.maps()) for (const id of map.keys()) this.records.add(id)
  }

  private maps(): readonly ReadonlyMap<string, unknown>[] {
    return Object.values(this.schema)
  }

  private say(fault: string): void {
    this.faults.push(fault)
  }

  private claim(id: string, where: string): void {
    const before = this.seen.get(id)
    if (before !== undefined) this.say(`${id} is both in ${before} and in ${where}`)
    this.seen.set(id, where)
  }

  /** Lists of parts: sorted, each id once. */
  private partsOf(record: Plain, id: string): void {
    const own = new Set<string>()
    for (const [field, value] of Object.entries(record)) {
      let last: readonly [string, string] | undefined
      for (const part of [...listOf(value), ...(field === 'primaryKey' ? [value] : [])].map(plain)) {
        if (typeof part['id'] !== 'string') continue
        this.claim(part['id'], id)
        own.add(part['id'])
        if (typeof part['order'] !== 'string') continue
        const now = [part['order'], part['id']] as const
        const isBehind = last === undefined || last[0] < now[0] || (last[0] === now[0] && last[1] < now[1])
        if (!isBehind) this.say(`${id}.${field} is not in order`)
        last = now
      }
    }
    this.parts.set(id, own)
  }

  run(): void {
    for (const map of this.maps()) {
      for (const [id, record] of map) {
        if (plain(record)['id'] !== id) this.say(`${id} is kept under another id`)
        this.claim(id, 'the document')
        this.partsOf(plain(record), id)
      }
    }
    for (const map of this.maps()) for (const [id, record] of map) this.record(id, plain(record))
    if (this.schema.project.size !== 1) this.say(`there are ${this.schema.project.size} projects`)
    this.once('placement', 'object')
    this.once('line', 'relation')
  }

  private once(kind: 'placement' | 'line', field: string): void {
    const places = new Set<string>()
    for (const row of this.schema[kind].values()) {
      const place = `${row.diagram} ${String(plain(row)[field])}`
      if (places.has(place)) this.say(`${kind} ${place} is there twice`)
      places.add(place)
    }
  }

  private alive(id: unknown, where: string): void {
    if (typeof id === 'string' && !this.records.has(id)) this.say(`${where} points at ${id}, which is gone`)
  }

  private has(owner: unknown, part: unknown, where: string): void {
    if (typeof part !== 'string' || typeof owner !== 'string') return
    if (!this.parts.get(owner)?.has(part))
      this.say(`${where} points at ${part}, which ${owner} does not have`)
  }

  private end(end: unknown, where: string): void {
    const { table, columns } = plain(end)
    this.alive(table, where)
    for (const column of idsOf(columns)) this.has(table, column, where)
  }

  /** Every place in a record that names another, by the kind of its id. */
  private record(id: string, record: Plain): void {
    const prefix = id.slice(0, id.indexOf('_'))
    for (const field of ['namespace', 'group', 'diagram', 'object', 'relation', 'table', 'after'])
      this.alive(record[field], `${id}.${field}`)
    if (typeof record['on'] === 'string') this.alive(record['on'], `${id}.on`)
    for (const field of ['inherits', 'partials', 'memberOf'])
      for (const one of idsOf(record[field])) this.alive(one, `${id}.${field}`)
    for (const field of ['inherits', 'memberOf'])
      if (idsOf(record[field]).includes(id)) this.say(`${id} is its own ${field}`)
    if (prefix === 'r') this.relation(id, record)
    if (prefix === 'sm') for (const column of idsOf(record['columns'])) this.has(record['table'], column, id)
    if (prefix === 'gr') {
      this.alive(plain(record['to'])['role'], `${id}.to`)
      for (const column of idsOf(record['columns'])) this.has(record['on'], column, id)
    }
    if (prefix === 'li')
      for (const edge of listOf(record['edges']).map(plain))
        [edge['from'], edge['to']].forEach((end) => this.end(end, id))
    if (record['partitionOf']) this.alive(plain(record['partitionOf'])['table'], id)
    if (record['ownedBy']) {
      const { table, column } = plain(record['ownedBy'])
      this.alive(table, id)
      this.has(table, column, id)
    }
    this.inside(id, record, id)
  }

  private relation(id: string, record: Plain): void {
    for (const field of ['child', 'parent', 'from', 'to'])
      if (record[field]) this.end(record[field], `${id}.${field}`)
    if (record['kind'] !== 'foreignKey') return
    const child = idsOf(plain(record['child'])['columns'])
    const parent = idsOf(plain(record['parent'])['columns'])
    if (child.length === 0 || child.length !== parent.length)
      this.say(`${id} has ${child.length} columns for ${parent.length}`)
    for (const column of idsOf(record['onDeleteColumns']))
      if (!child.includes(column)) this.say(`${id} empties a foreign column`)
  }

  /** Keys, indexes, types and texts, wherever they are. */
  private inside(owner: string, value: unknown, where: string): void {
    if (Array.isArray(value)) {
      for (const item of value as unknown[]) this.inside(owner, item, where)
      return
    }
    if (typeof value !== 'object' || value === null) return
    const fields = plain(value)
    const { id } = fields
    const isKey = typeof id === 'string' && /^(k|ix|xc)_/.test(id)
    if (isKey && listOf(fields['parts']).length === 0) this.say(`${id} has no parts`)
    for (const part of isKey ? listOf(fields['parts']).map(plain) : []) {
      this.has(owner, part['column'], where)
      this.has(owner, plain(part['on'])['column'], where)
    }
    if (isKey) for (const column of idsOf(fields['include'])) this.has(owner, column, where)
    if (typeof fields['raw'] === 'string' && typeof fields['base'] === 'string')
      this.alive(fields['of'], `a type in ${where}`)
    if (typeof fields['raw'] === 'string' && typeof fields['form'] === 'string') this.reference(fields, where)
    if (typeof fields['sequence'] === 'string') this.alive(fields['sequence'], where)
    if (typeof fields['fromPartial'] === 'string') this.copied(fields['fromPartial'], where)
    for (const inner of Object.values(fields)) this.inside(owner, inner, where)
  }

  private reference({ to, owner }: Plain, where: string): void {
    if (owner === undefined) this.alive(to, `a text in ${where}`)
    else this.has(owner, to, `a text in ${where}`)
  }

  private copied(column: string, where: string): void {
    const isThere = [...this.schema.partial.keys()].some((id) => this.parts.get(id)?.has(column))
    if (!isThere) this.say(`${where} has a copy of ${column}, which is gone`)
  }
}

/** Everything that is wrong with a document; nothing, as a rule. */
export function faultsOf(schema: Schema): readonly string[] {
  const checker = new Checker(schema)
  checker.run()
  return checker.faults
}

export function assertIntegrity(schema: Schema): void {
  const faults = faultsOf(schema)
  if (faults.length > 0) throw new Error(faults.slice(0, 10).join('\n'))
}
