// From a model to a text: SQL of every target, every format that is written, and pictures as vectors.
import { dialects } from '../core/dialects'
import type { Ddl } from '../core/dialects/dialect'
import { splitPerTable } from '../core/dialects/perTable'
import { ddlWriters } from '../core/dialects/writers'
import { safeFileName } from '../core/file'
import { formats } from '../core/formats'
import type { Format, FormatId, Notice, WriteOptions, Written } from '../core/formats/format'
import { fail, ok, type Result } from '../core/lib/result'
import type { DiagramId } from '../core/model/id'
import { arrange } from '../core/layout/arrange/arrange'
import { freshInput } from '../core/layout/arrange/freshInput'
import { quickLayout } from '../core/layout/arrange/quick'
import type { Point } from '../core/layout/box'
import { makeDiagram, makePlacement } from '../core/model/factory'
import { placementsIn } from '../core/model/query'
import type { Placeable } from '../core/model/records'
import { inOrder, projectOf, type Schema } from '../core/model/schema'
import { type DialectId, isDialectId, type Target } from '../core/model/target'
import { sceneOfDiagram } from '../core/picture/diagramScene'
import { pagePicture } from '../core/picture/pagePicture'
import { writeSvg } from '../core/picture/svg'
import type { Convert } from './arguments'
import { scopeFor } from './ddlFlags'
import { isFormatId } from './reading'

export type Output =
  | { readonly kind: 'sql'; readonly dialect: DialectId; readonly version: string | undefined }
  | { readonly kind: 'format'; readonly format: FormatId }
  | { readonly kind: 'svg' }

/** What `--to` means, before anything is read. */
export function outputOf(to: string): Result<Output, string> {
  const [id = '', version] = to.split('@')
  if (isDialectId(id)) {
    const { label, versions } = dialects[id]
    if (version === undefined || versions.includes(version)) return ok({ kind: 'sql', dialect: id, version })
    return fail(`${label} ${version} is not known; known are ${versions.join(', ')}`)
  }
  if (version !== undefined) return fail(`${id} has no versions`)
  if (id === 'svg') return ok({ kind: 'svg' })
  return isFormatId(id)
    ? ok({ kind: 'format', format: id })
    : fail(`${id} is not written (see: relata formats)`)
}

/** The version that was asked for, else the document's own, else the newest. */
function targetFor(
  schema: Schema,
  { dialect, version }: { dialect: DialectId; version: string | undefined },
): Target {
  const own = projectOf(schema).target
  const usual = own.dialect === dialect ? own.version : dialects[dialect].versions.at(-1)
  return { dialect, version: version ?? usual ?? '' }
}

function diagramOf(schema: Schema, name: string | undefined): Result<DiagramId, string> {
  const all = inOrder(schema.diagram)
  const found = name === undefined ? all[0] : all.find((diagram) => diagram.name === name)
  if (found) return ok(found.id)
  const known = all.map((diagram) => diagram.name).join(', ')
  return fail(name === undefined ? 'It has no diagram' : `It has no diagram ${name}; it has ${known}`)
}

/** A schema that was never drawn: everything in it gets a diagram and a place, as an import gives it on the page. */
async function laidOut(schema: Schema): Promise<Schema> {
  const isDrawn = schema.placement.size + schema.area.size + schema.note.size > 0
  const objects: readonly Placeable[] = [...inOrder(schema.table), ...inOrder(schema.view)].map(
    ({ id }) => id,
  )
  if (isDrawn || objects.length === 0) return schema
  const home = inOrder(schema.diagram)[0] ?? makeDiagram(() => 'laidout', { name: 'Main' })
  const diagram = new Map([[home.id, home], ...schema.diagram])
  const input = freshInput({ ...schema, diagram }, home.id, objects)
  const result = await arrange(input, {
    engine: quickLayout,
    options: { style: 'leftRight', where: 'together' },
  })
  const places = result.ok ? result.value.places : new Map<string, Point>()
  const placed = objects.map((object, i) => {
    const { x, y } = places.get(object) ?? { x: 0, y: 0 }
    return makePlacement(() => `laidout${String(i)}`, { diagram: home.id, object, x, y })
  })
  return { ...schema, diagram, placement: new Map(placed.map((row) => [row.id, row])) }
}

async function writePicture(given: Schema, name: string | undefined): Promise<Result<Written, string>> {
  const schema = await laidOut(given)
  const chosen = diagramOf(schema, name)
  if (!chosen.ok) return chosen
  const diagram = chosen.value
  const placed = placementsIn(schema, diagram)
  const absent = inOrder(schema.table).filter(({ id }) => !placed.has(id))
  const notices = absent.map(({ id, name: table }): Notice => ({
    level: 'warning',
    code: 'notPlaced',
    about: id,
    message: `${table}: this table is not on the diagram`,
    remedy: 'Place it on the diagram to see it in the picture.',
  }))
  return ok({ text: writeSvg(sceneOfDiagram({ schema, diagram }), { theme: 'light' }), notices })
}

async function writeFormat(
  schema: Schema,
  format: Format,
  options: WriteOptions,
): Promise<Result<Written, string>> {
  const { write } = await format.load()
  return write
    ? ok(await write(schema, { ...options, picture: pagePicture }))
    : fail(`${format.label} is read, not written`)
}

export interface OutputFile {
  readonly name: string
  readonly text: string
}

export interface WrittenOutput extends Written {
  /** Set where a script is cut into one file for each table. */
  readonly files?: readonly OutputFile[]
}

/** "07-orders.sql": in the order in which they run. */
function filesOf(schema: Schema, ddl: Ddl): readonly OutputFile[] {
  const files = splitPerTable(schema, ddl)
  const digits = String(files.length).length
  return files.map(({ name, text }, i) => ({
    name: `${String(i + 1).padStart(digits, '0')}-${safeFileName(name)}.sql`,
    text,
  }))
}

function writeSql(
  schema: Schema,
  output: Extract<Output, { readonly kind: 'sql' }>,
  { diagram, ddl }: Pick<Convert, 'diagram' | 'ddl'>,
): Result<WrittenOutput, string> {
  const target = targetFor(schema, output)
  const on = diagram === undefined ? undefined : diagramOf(schema, diagram)
  if (on && !on.ok) return on
  const scope = scopeFor(schema, ddl.only, on?.value)
  if (!scope.ok) return scope
  const written = ddlWriters[target.dialect](schema, target, { ...ddl.options, scope: scope.value })
  return ok(ddl.perTable ? { ...written, files: filesOf(schema, written) } : written)
}

export async function writeOutput(
  schema: Schema,
  output: Output,
  command: Pick<Convert, 'diagram' | 'ddl' | 'to' | 'isPlain'>,
): Promise<Result<WrittenOutput, string>> {
  if (command.isPlain && !(output.kind === 'format' && output.format === 'dbml'))
    return fail(`--plain is for dbml; ${command.to} has no such thing`)
  if (output.kind === 'sql') return writeSql(schema, output, command)
  const [flag] = command.ddl.said
  if (flag !== undefined) return fail(`${flag} is for databases; ${command.to} has no such thing`)
  if (output.kind === 'format') return writeFormat(schema, formats[output.format], { plain: command.isPlain })
  return writePicture(schema, command.diagram)
}
