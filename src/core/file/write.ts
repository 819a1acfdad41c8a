// A schema as one readable text: the same schema gives the same text on every machine, and a small change of the
// schema changes few lines of it.
import { sorted, type Ordered } from '../model/order'
import { kinds, type Kind, type Row, type Rows, type Schema } from '../model/schema'
import { kindOfId } from '../model/id'
import { labelKey, quoted, type Writing } from './codec'
import { codecs, currentVersion, sections, type SectionName } from './current'
import { labels } from './labels'
import { namesFrom } from './sqlCodec'

/** The rows that a text shall hold. */
export type Selected = { readonly [K in Kind]?: Iterable<Rows[K]> }

const recordKinds: ReadonlySet<string> = new Set(kinds)

export function writingOf(schema: Schema): Writing {
  return namesFrom((id) => {
    const kind = kindOfId(id)
    if (kind === undefined || !recordKinds.has(kind)) return undefined
    // `recordKinds` holds the kinds that are records of their own.
    const rows: ReadonlyMap<string, Row> = schema[kind as Kind]
    return rows.get(id)
  })
}

const rowIndent = '    '

function writeRow<K extends Kind>(
  kind: K,
  row: Rows[K],
  at: { readonly schema: Schema; readonly writing: Writing },
) {
  const line = codecs[kind].write(row, at.writing, rowIndent)
  const label = labels[kind]?.(row, at.schema) ?? ''
  return label === '' ? line : `{${quoted(labelKey)}: ${quoted(label)}, ${line.slice(1)}`
}

const byId = (a: { readonly id: string }, b: { readonly id: string }): number =>
  a.id < b.id ? -1 : a.id > b.id ? 1 : 0

interface Drawn {
  readonly id: string
  readonly diagram?: string
}

/** What has an order stands in it; the rest by diagram and id, so that new lines rarely meet in a merge. */
function inFileOrder<K extends Kind>(rows: readonly Rows[K][]): readonly Rows[K][] {
  const [first] = rows
  if (!first) return rows
  // Rows of one kind are alike: all of them are ordered, or none.
  if ('order' in first) return sorted(rows as readonly (Rows[K] & Ordered)[])
  const drawn = (row: Drawn): { readonly id: string } => ({ id: row.diagram ?? '' })
  return [...rows].sort((a, b) => byId(drawn(a), drawn(b)) || byId(a, b))
}

/** Row by row, so that the writer of a long list can pause. */
function* listSteps<K extends Kind>(
  name: string,
  rows: readonly Rows[K][],
  lines: (row: Rows[K]) => string,
): Generator<undefined, readonly string[]> {
  if (rows.length === 0) return []
  const items: string[] = []
  for (const row of inFileOrder<K>(rows)) {
    items.push(`${rowIndent}${lines(row)}`)
    yield
  }
  return [`  ${quoted(name)}: [\n${items.join(',\n')}\n  ]`]
}

function* selectedSteps(schema: Schema, selected: Selected, writing: Writing): Generator<undefined, string> {
  const at = { schema, writing }
  const pieces = [`${quoted('relata')}: ${String(currentVersion)}`]
  for (const project of selected.project ?? []) {
    pieces.push(`"project": ${codecs.project.write(project, writing, '')}`)
  }
  for (const section of Object.keys(sections) as SectionName[]) {
    const lists: string[] = []
    for (const [name, kind] of Object.entries<Kind>(sections[section])) {
      const rows = [...((selected[kind] ?? []) as Iterable<Row>)]
      lists.push(...(yield* listSteps(name, rows, (row) => writeRow(kind, row, at))))
    }
    if (lists.length > 0) pieces.push(`${quoted(section)}: {\n${lists.join(',\n')}\n}`)
  }
  return `{${pieces.join(',\n')}\n}\n`
}

function finish(steps: Generator<undefined, string>): string {
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}

/** A text of some rows of a schema. */
export const writeSelected = (
  schema: Schema,
  selected: Selected,
  writing: Writing = writingOf(schema),
): string => finish(selectedSteps(schema, selected, writing))

/** The whole in steps, for a page that must not stand still meanwhile. */
export const writeSteps = (schema: Schema): Generator<undefined, string> =>
  selectedSteps(
    schema,
    // Each kind's rows under their own kind.
    Object.fromEntries(kinds.map((kind) => [kind, schema[kind].values()])),
    writingOf(schema),
  )

export const write = (schema: Schema): string => finish(writeSteps(schema))
