// The data dictionary as Markdown, with the diagram as a Mermaid picture, which GitHub, GitLab and many editors draw.
import type { Schema } from '../../model/schema'
import type { Written } from '../format'
import { writeMermaid } from '../mermaid/write'
import { oneLine } from '../pictured/outline'
import { dictionaryOf, type Entry } from './dictionary'

/** Every sign that could begin markup or HTML is escaped; a table's cell cannot hold a line break. */
export const escapeMarkdown = (text: string): string =>
  oneLine(text)
    .replace(/[\\`*_{}[\]()#+!|~$]/g, '\\$&')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    // A line must not begin a list, and an address must not become a link by itself.
    .replace(/^(\d+)\./, '$1\\.')
    .replace(/^-/, '\\-')
    .replace(/:\/\//g, '&#58;//')
    .replace(/@/g, '&#64;')

const md = escapeMarkdown

function table(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line), '']
}

function columns(entry: Entry): readonly string[] {
  if (entry.columns.length === 0) return []
  return table(
    ['Column', 'Type', 'Null', 'Default', 'Comment'],
    entry.columns.map(({ name, type, isKey, isNullable, value, comment }) => [
      isKey ? `**${md(name)}**` : md(name),
      md(type),
      isNullable ? 'yes' : 'no',
      md(value),
      md(comment),
    ]),
  )
}

const kinds = { table: 'Table', view: 'View', enum: 'Enum' } as const

function section(entry: Entry): readonly string[] {
  const lines = [`## ${kinds[entry.kind]} ${md(entry.name)}`, '']
  if (entry.comment !== '') lines.push(...entry.comment.split(/\r\n|\r|\n/).map(md), '')
  if (entry.area !== '') lines.push(`Subject area: ${md(entry.area)}`, '')
  lines.push(...columns(entry))
  if (entry.values.length > 0)
    lines.push(
      ...table(
        ['Value', 'Comment'],
        entry.values.map(({ name, comment }) => [md(name), md(comment)]),
      ),
    )
  if (entry.facts.length > 0)
    lines.push(
      ...entry.facts.map(
        ({ kind, name, text }) =>
          `- ${kind}${name === '' ? '' : ` ${md(name)}`}${text === '' ? '' : `: ${md(text)}`}`,
      ),
      '',
    )
  if (entry.relations.length > 0)
    lines.push(...entry.relations.flatMap(({ sentences }) => sentences.map((said) => `- ${md(said)}`)), '')
  return lines
}

export function writeMarkdown(schema: Schema): Written {
  const { title, note, target, entries } = dictionaryOf(schema)
  const picture = writeMermaid(schema)
  const lines = [
    `# ${md(title)}`,
    '',
    `Written for ${md(target)}.`,
    '',
    ...(note === '' ? [] : [...note.split(/\r\n|\r|\n/).map(md), '']),
    '```mermaid',
    picture.text.trimEnd(),
    '```',
    '',
    ...entries.flatMap(section),
  ]
  return { text: `${lines.join('\n').trimEnd()}\n`, notices: picture.notices }
}
