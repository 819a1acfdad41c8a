// What must hold of every damaged script: it is read, soon, and nothing that was not damaged is lost without a word.
//   1. A statement whose text was not touched is read as before; or something is told where it stands.
//   2. Of what a statement says of the names in it, every name is in what was read, or a notice holds the clause.
//   3. What was read is in the document (tables with their columns, foreign keys, views, enums); or something is told.
import { nodePostgresParser } from '../../src/cli/postgresParser'
import type { ReadNotice, ReadSchema } from '../../src/core/formats/format'
import { readers } from '../../src/core/formats/sql/readers'
import { applyScripts } from '../../src/core/formats/sql/read'
import { unreadable } from '../../src/core/formats/sql/unreadable'
import type { CreateTable, ObjectName, Script, Statement } from '../../src/core/formats/sql/statement'
import type { Table } from '../../src/core/model/records'
import type { Target } from '../../src/core/model/target'
import { countingIds } from '../corpus/readEntry'
import type { Base } from './bases'
import { movedBy, type Mutant } from './mutate'

export interface Reading {
  readonly text: string
  readonly script: Script
  readonly read: ReadSchema
  /** Of the processor: the clock says little on a machine that is not alone. */
  readonly ms: number
}

/** Undefined where the text is told to be none before anything is tried. */
export async function readingOf(text: string, target: Target): Promise<Reading | undefined> {
  if (unreadable(text) !== undefined) return undefined
  const start = process.cpuUsage()
  const reader = await readers[target.dialect]?.()
  if (!reader) throw new Error(`${target.dialect} has no reader`)
  const engines = { postgres: nodePostgresParser }
  const script = await reader(text, { dialect: target.dialect, engines, sampleRows: 0 })
  const read = applyScripts([script], [{ name: 'fuzz.sql', text }], { newId: countingIds(), target })
  const { user, system } = process.cpuUsage(start)
  return { text, script, read, ms: (user + system) / 1000 }
}

type Statements = ReadonlyMap<number, readonly Statement[]>

const byPlace = (statements: readonly Statement[]): Statements => {
  const map = new Map<number, Statement[]>()
  for (const statement of statements.filter(({ at }) => at.to > 0))
    map.set(statement.at.from, [...(map.get(statement.at.from) ?? []), statement])
  return map
}

/** The same facts at another place. */
function facts(statements: readonly Statement[] | undefined, from: number): string {
  return JSON.stringify(statements, (key, value: unknown) => {
    if (value instanceof Set) return [...(value as ReadonlySet<string>)]
    if (key !== 'at' || typeof value !== 'object' || value === null) return value
    const spot = value as Statement['at']
    return [spot.from - from, spot.to - from]
  })
}

const low = (text: string): string => text.toLowerCase()

class Told {
  private readonly notices: readonly ReadNotice[]
  private readonly words: string

  constructor(notices: readonly ReadNotice[]) {
    this.notices = notices.filter(({ level }) => level !== 'info')
    this.words = low(this.notices.map(({ message }) => message).join('\n'))
  }

  of(name: string): boolean {
    return this.words.includes(low(name))
  }

  within(from: number, to: number): boolean {
    return this.notices.some((notice) => (notice.from ?? 0) <= to && (notice.to ?? notice.from ?? 0) >= from)
  }
}

const isAsideOf = ({ kind }: Statement): boolean => kind === 'nothing' || kind === 'keep' || kind === 'data'

const readsBodies = /^create(?:Routine|Trigger|View)$/

/** What ends it; a statement that only the next one ends cannot be told from it when that is damaged. */
const endMark = /^\s*(?:;|GO\b|\/[\r\n]|\$\$|\/\/|\*\/\s*;)/i

interface Both {
  readonly base: Reading
  readonly after: Reading
  readonly told: Told
}

function untouched({ base, after, told }: Both, { splices }: Mutant): readonly string[] {
  const now = byPlace(after.script.statements)
  const out: string[] = []
  for (const [from, before] of byPlace(base.script.statements)) {
    const [first] = before
    if (!first || before.every(({ kind }) => kind === 'nothing' || kind === 'data')) continue
    // Its neighbourhood: the mark behind it, and its line, which may have become a comment or the client's own.
    const line = base.text.lastIndexOf('\n', from) + 1
    const behind = endMark.exec(base.text.slice(first.at.to, first.at.to + 80))
    if (!behind) continue
    const by = movedBy({ from: Math.min(line, from) - 1, to: first.at.to + behind[0].length }, splices)
    if (by === undefined) continue
    if (facts(before, from) === facts(now.get(from + by), from + by)) continue
    const [start, end] = [from + by, first.at.to + by]
    if (told.within(start, end)) continue
    const around = after.script.statements.find(({ at }) => at.from <= start && at.to >= end)
    if (around && (around.kind === 'keep' || (readsBodies.test(around.kind) && around.at.from < start)))
      continue
    out.push(
      `untouched statement is read otherwise: ${facts(before, from).slice(0, 300)} NOW ${(now.has(from + by) ? facts(now.get(from + by), from + by) : 'nothing').slice(0, 300)}`,
    )
  }
  return out
}

const comments = /--[^\n]*|\/\*[\s\S]*?\*\/|#[^\n]*/g
const word = /[A-Za-z_][\w$]*/g

/** Names that are not words of the language anywhere. */
export function vocabularyOf({ schema }: ReadSchema, isWord: (name: string) => boolean): ReadonlySet<string> {
  const all = [...schema.table.values()].flatMap((table) => [
    table.name,
    ...table.columns.map(({ name }) => name),
    ...table.uniques.map(({ name }) => name),
    ...table.checks.map(({ name }) => name),
    ...table.indexes.map(({ name }) => name),
  ])
  const others = [...schema.relation.values(), ...schema.view.values(), ...schema.enum.values()]
  return new Set(
    [...all, ...others.map(({ name }) => name)]
      .map(low)
      .filter((name) => /^\w{5,}$/.test(name) && !isWord(name)),
  )
}

const hasSignature = (said: Statement): boolean => JSON.stringify(said).includes('"signature":')

function named({ after, told }: Omit<Both, 'base'>, vocabulary: ReadonlySet<string>): readonly string[] {
  const out: string[] = []
  for (const [from, statements] of byPlace(after.script.statements)) {
    const to = Math.max(...statements.map(({ at }) => at.to))
    // Names in a signature are the routine's own; what stands inside a CREATE SCHEMA is read by itself.
    if (statements.some((said) => isAsideOf(said) || said.kind === 'createSchema' || hasSignature(said)))
      continue
    const held = low(facts(statements, from))
    const said = after.text.slice(from, to).replace(comments, ' ')
    for (const [found] of said.matchAll(word)) {
      if (!vocabulary.has(low(found)) || held.includes(low(found)) || told.within(from, to)) continue
      out.push(
        `"${found}" is said and not read: ${after.text.slice(from, Math.min(to, from + 200))} AS ${facts(statements, from).slice(0, 200)}`,
      )
      break
    }
  }
  return out
}

/** What later statements take away or call by another name. */
function goneNames({ statements }: Script): ReadonlySet<string> {
  const out = new Set<string>()
  for (const said of statements) {
    if (said.kind === 'drop') for (const subject of said.what) out.add(low(subject.name.name))
    if (said.kind === 'rename' || said.kind === 'setSchema') out.add(low(said.what.name.name))
    if (said.kind === 'alterTable') out.add(low(said.name.name))
  }
  return out
}

const nameOf = ({ schema, name }: ObjectName): string =>
  low(schema === undefined ? name : `${schema}.${name}`)

function tableFindings(
  said: CreateTable & Statement,
  found: Table | undefined,
  told: Told,
): readonly string[] {
  if (told.within(said.at.from, said.at.to) || told.of(said.name.name)) return []
  if (!found) return [`table ${nameOf(said.name)} is not in the document`]
  const have = new Set(found.columns.map(({ name }) => low(name)))
  return said.columns
    .filter(({ name }) => !have.has(low(name)))
    .map(({ name }) => `column ${nameOf(said.name)}.${name} is not in the document`)
}

function carriedOut({ script, read: { schema } }: Reading, told: Told): readonly string[] {
  const gone = goneNames(script)
  const out: string[] = []
  const tables = new Map([...schema.table.values()].map((table) => [low(table.name), table]))
  const others = new Set([...schema.view.values(), ...schema.enum.values()].map(({ name }) => low(name)))
  const keys = new Map<string, number>()
  for (const relation of schema.relation.values()) {
    if (relation.kind !== 'foreignKey') continue
    const child = low(schema.table.get(relation.child.table)?.name ?? '')
    keys.set(child, (keys.get(child) ?? 0) + 1)
  }
  for (const said of script.statements) {
    if (said.kind === 'createTable' && !gone.has(low(said.name.name))) {
      out.push(...tableFindings(said, tables.get(low(said.name.name)), told))
      const wanted = said.constraints.filter(({ kind }) => kind === 'foreignKey').length
      const isTold = told.within(said.at.from, said.at.to) || told.of(said.name.name)
      if (wanted > (keys.get(low(said.name.name)) ?? 0) && !isTold)
        out.push(`a foreign key of ${nameOf(said.name)} is not in the document`)
    }
    if ((said.kind === 'createView' || said.kind === 'createEnum') && !gone.has(low(said.name.name))) {
      const isThere = others.has(low(said.name.name)) || told.of(said.name.name)
      if (!isThere && !told.within(said.at.from, said.at.to))
        out.push(`${said.kind} ${nameOf(said.name)} is not in the document`)
    }
  }
  return out
}

/** What may not take longer. */
const slowest = 5000

export interface Case {
  readonly base: Base
  readonly whole: Reading
  readonly vocabulary: ReadonlySet<string>
}

export async function judge(given: Case, mutant: Mutant): Promise<readonly string[]> {
  const { base, whole, vocabulary } = given
  let after: Reading | undefined
  try {
    after = await readingOf(mutant.text, base.target)
  } catch (error) {
    return [`crash: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`]
  }
  if (!after) return []
  const told = new Told(after.read.notices)
  return [
    ...(after.ms > slowest ? [`slow: ${after.ms.toFixed(0)} ms`] : []),
    ...untouched({ base: whole, after, told }, mutant),
    ...named({ after, told }, vocabulary),
    ...carriedOut(after, told),
  ]
}
