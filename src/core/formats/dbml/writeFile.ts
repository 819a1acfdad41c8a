// A document as a DBML file: the text that its author wrote, with what changed since; or a text of our own. What DBML
// has no words for stands beside it under our own keys, or is left out where plain DBML was asked for.
import { inOrder, projectOf, type Schema } from '../../model/schema'
import type { Source } from '../../model/records'
import type { Notice, WriteOptions, Written } from '../format'
import { alignReading } from './align'
import { changedText } from './edits'
import { patchText } from './patch'
import { readDbmlTexts } from './read'
import type { DbmlReading } from './reading'
import { restOf, type Rest } from './rest/keep'
import { identifier } from './spell'
import { writeDbml, writeWholeDbml } from './write'

function counting(): () => string {
  let n = 0
  return () => `text${String(++n)}`
}

/** What the text says by itself, under the ids of the document. */
function readingOf(text: string, schema: Schema, { name }: Source): DbmlReading {
  const { target } = projectOf(schema)
  const reading = readDbmlTexts([{ name, text }], {
    newId: counting(),
    target,
    isChecked: false,
    takesRest: false,
  })
  return alignReading(reading, schema)
}

/** The text without what stands under our own keys. */
function stripped(text: string, { own }: DbmlReading): string {
  const changes = own.map(({ from, to }) => {
    const lead = /\s*$/.exec(text.slice(0, from))?.[0].length ?? 0
    return { from: from - lead, to, insert: '' }
  })
  return changedText(text, { from: 0, to: text.length }, changes)
}

function withRest(text: string, reading: DbmlReading, { project, metadata }: Rest): string {
  const { id, name } = projectOf(reading.schema)
  const body = reading.places.get(id)?.body
  let out = text
  if (project.length > 0 && body) {
    const at = body.from + 1 + text.slice(body.from + 1, body.to - 1).trimEnd().length
    const isOpen = text.slice(at, body.to - 1).includes('\n')
    const lines = project.map((line) => `\n  ${line}`).join('')
    out = text.slice(0, at) + lines + (isOpen ? '' : '\n') + text.slice(at)
  } else if (project.length > 0) {
    const lines = project.map((line) => `  ${line}\n`).join('')
    out = `Project ${identifier(name === '' ? 'Untitled' : name)} {\n${lines}}\n\n${text}`
  }
  return metadata.length === 0 ? out : `${out.trimEnd()}\n\n${metadata.join('\n\n')}\n`
}

/** The author's own text, brought up to date; nothing when it does not parse: the model alone is the truth. */
function writeKept(schema: Schema, source: Source, { plain = false }: WriteOptions): Written | undefined {
  const first = readingOf(source.text, schema, source)
  if (first.broken.length > 0) return undefined
  const notices = writeDbml(schema).notices.filter(({ level, code }) =>
    plain ? level === 'loss' : code === 'renamed',
  )
  const bare = stripped(source.text, first)
  const changes = patchText(bare === source.text ? first : readingOf(bare, schema, source), schema)
  const text = changedText(bare, { from: 0, to: bare.length }, changes)
  if (plain) return { text, notices }
  const said = readingOf(text, schema, source)
  return { text: withRest(text, said, restOf(schema, said.schema)), notices }
}

/** Comments and order of the author's are not in it. */
const writtenAnew = (texts: readonly Source[]): Notice => ({
  level: 'warning',
  code: 'writtenAnew',
  message:
    texts.length > 1
      ? 'The document came from several DBML files: this one is written anew, without their comments'
      : 'The DBML text of this document has mistakes in it: this one is written anew, without its comments',
})

export async function writeDbmlFile(schema: Schema, options: WriteOptions = {}): Promise<Written> {
  const texts = inOrder(schema.source).filter(({ format }) => format === 'dbml')
  const rest = new Map([...schema.source].filter(([, { format }]) => format !== 'dbml'))
  // The text itself is what is written: it is not told once more inside of itself.
  const bare: Schema = { ...schema, source: rest }
  const [only] = texts
  const kept = only && texts.length === 1 ? writeKept(bare, only, options) : undefined
  if (kept) return kept
  const written = options.plain === true ? writeDbml(bare) : await writeWholeDbml(bare)
  return only ? { ...written, notices: [...written.notices, writtenAnew(texts)] } : written
}
