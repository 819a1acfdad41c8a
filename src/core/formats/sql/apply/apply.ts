// Carries out what scripts say, statement by statement, in order, as an engine would.
import type { ObjectName, Said, Script, Statement } from '../statement'
import { alterTable } from './alter'
import { shown, type Catalogue, type Scene } from './catalogue'
import { columnNamed } from './column'
import { comment } from './comment'
import { drop } from './dropObjects'
import { alterRole, createRole, grant, grantRole } from './grant'
import {
  addEnumValue,
  attachIndex,
  alterDomain,
  alterPolicy,
  alterSequence,
  createComposite,
  createDomain,
  createEnum,
  createExtension,
  createIndex,
  createPolicy,
  createRoutine,
  createSchema,
  createSequence,
  createTrigger,
  createView,
  renameEnumValue,
} from './objects'
import { rename, setSchema } from './rename'
import { createTable } from './table'

type Of<K extends Said['kind']> = Said & { readonly kind: K }

/** Rows are counted; as many as are wanted become sample rows. */
function data(said: Of<'data'>, catalogue: Catalogue): void {
  const { counts } = catalogue
  counts.rows += said.count
  counts.tablesWithRows.add(shown(said.table))
  catalogue.firstRows ??= catalogue.at
  const table = catalogue.table(said.table)
  if (!table || !said.rows || catalogue.sampleRows === 0) return
  const known = table.samples.reduce((sum, { rows }) => sum + rows.length, 0)
  const columns = said.columns
    ? said.columns.map((name) => columnNamed(table, name, catalogue))
    : table.columns.filter(({ generated }) => generated === undefined)
  const width = columns.length
  const rows = said.rows
    .slice(0, Math.max(0, catalogue.sampleRows - known))
    .filter((row) => row.length <= width)
  if (rows.length === 0 || columns.includes(undefined)) return
  counts.rowsKept += rows.length
  const sample = { columns: columns.filter((column) => column !== undefined), rows: [...rows] }
  const before = table.samples.at(-1)
  const isSame =
    before?.columns.length === width && before.columns.every((column, i) => column === columns[i])
  if (isSame) before.rows.push(...rows)
  else table.samples.push(sample)
}

const aboutOf = (name: ObjectName | undefined): string => (name ? ` (${shown(name)})` : '')

function keep(said: Of<'keep'>, catalogue: Catalogue): void {
  const message = `${said.why}${aboutOf(said.about?.name)}: kept as text.`
  const telling = { level: 'warning', code: 'keptAsText', message } as const
  if (said.isAside) catalogue.keepAside(telling)
  else catalogue.keep(catalogue.textAt(catalogue.at), telling)
}

type CarryOut = { readonly [K in Said['kind']]: (said: Of<K>, catalogue: Catalogue) => void }

const carryOut: CarryOut = {
  createSchema,
  createTable,
  alterTable,
  createIndex,
  attachIndex,
  createEnum,
  addEnumValue,
  renameEnumValue,
  createDomain,
  alterDomain,
  createComposite,
  createSequence,
  alterSequence,
  createExtension,
  createView,
  createRoutine,
  createTrigger,
  createPolicy,
  alterPolicy,
  createRole,
  alterRole,
  grantRole,
  grant,
  comment,
  drop,
  rename,
  setSchema,
  useSchema: ({ schema }, catalogue) => {
    catalogue.useSchema(schema)
  },
  data,
  nothing: (_said, catalogue) => {
    catalogue.session()
  },
  keep,
}

function applyStatement(statement: Statement, catalogue: Catalogue): void {
  // Each kind of statement meets its own function.
  const act = carryOut[statement.kind] as (said: Statement, catalogue: Catalogue) => void
  catalogue.at = catalogue.origin(statement.at)
  catalogue.runs = statement.runs
  act(statement, catalogue)
}

export function applyScript(script: Script, scene: Scene, catalogue: Catalogue): void {
  catalogue.scene = scene
  catalogue.useSchema(undefined)
  for (const statement of script.statements) applyStatement(statement, catalogue)
  for (const { at, ...remark } of script.remarks) catalogue.tell(remark, catalogue.origin(at))
}
