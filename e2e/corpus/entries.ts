// Real schemas of other projects, with what a real engine said of them: ../shared/corpus beside the repository, or where
// RELATA_CORPUS says. They are read from there and never copied.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { EngineId } from '../engines/engine'
import type { DialectId } from '../../src/core/model/target'
import type { Truth } from './truth'

export interface Entry {
  /** "postgres/pagila", "postgres/pagila (dump)". */
  readonly name: string
  readonly dialect: DialectId
  readonly version: string
  /** Which engine runs it. */
  readonly engine: EngineId | undefined
  readonly text: () => string
  readonly truth: () => Truth
}

interface IndexRow {
  readonly file: string
  readonly truth: string
  readonly dump: string | null
  readonly dialect: string
  readonly verified: string
}

const folder = (): string | undefined => {
  const places = [
    process.env['RELATA_CORPUS'],
    join(process.cwd(), '../shared/corpus'),
    join(process.cwd(), '../../shared/corpus'),
  ]
  return places.find((place) => place !== undefined && existsSync(join(place, 'INDEX.json')))
}

interface Kind {
  readonly dialect: DialectId
  readonly version: string
  readonly engine: EngineId | undefined
}

function kindOf({ dialect, verified, file }: IndexRow): Kind | undefined {
  if (dialect === 'postgres') {
    const isNew = verified.startsWith('PostgreSQL 18')
    return { dialect, version: isNew ? '18' : '14', engine: isNew ? 'postgres18' : 'postgres14' }
  }
  if (dialect === 'mysql') {
    return file.includes('temporal-visibility')
      ? { dialect, version: '9', engine: 'mysql9' }
      : { dialect: 'mariadb', version: '10.11', engine: 'mariadb' }
  }
  if (dialect === 'sqlite') return { dialect, version: '3', engine: 'sqlite' }
  if (dialect === 'sqlserver') return { dialect, version: '2022', engine: undefined }
  if (dialect === 'oracle') return { dialect, version: '19c', engine: undefined }
  return undefined
}

/** Empty where there is no corpus. */
export function corpus(): readonly Entry[] {
  const root = folder()
  if (root === undefined) return []
  const read = (file: string) => readFileSync(join(root, file), 'utf8')
  // The file that lists the corpus; its fields are read here only.
  const rows = JSON.parse(read('INDEX.json')) as readonly IndexRow[]
  return rows.flatMap((row) => {
    const kind = kindOf(row)
    if (!kind) return []
    const truth = () => JSON.parse(read(row.truth)) as Truth
    const name = row.file.replace(/\.\w+$/, '')
    const own: Entry = { name, ...kind, text: () => read(row.file), truth }
    const { dump } = row
    if (dump === null || kind.engine === 'mysql9') return [own]
    return [own, { ...own, name: `${name} (dump)`, text: () => read(dump) }]
  })
}
