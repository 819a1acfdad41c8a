// The data dictionary as one page that needs nothing else: the picture, then every table, view and enum. It runs no
// script and fetches nothing; its policy forbids both.
import type { Schema } from '../../model/schema'
import type { WriteOptions, Written } from '../format'
import { oneLine } from '../pictured/outline'
import { dictionaryOf, type Entry } from './dictionary'
import { pageStyle } from './pageStyle.data'

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const html = (text: string): string => oneLine(text).replace(/[&<>"']/g, (sign) => entities[sign] ?? '')

const paragraphs = (text: string): string =>
  text === ''
    ? ''
    : `<p>${text
        .split(/\r\n|\r|\n/)
        .map(html)
        .join('<br>')}</p>`

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return ''
  const top = head.map((cell) => `<th scope="col">${cell}</th>`).join('')
  const body = rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('\n')
  return `<div class="scroll"><table>\n<thead><tr>${top}</tr></thead>\n<tbody>\n${body}\n</tbody></table></div>`
}

const kinds = { table: 'Table', view: 'View', enum: 'Enum' } as const

function section(entry: Entry, anchors: ReadonlyMap<string, string>): string {
  const columns = entry.columns.map(({ name, type, isKey, isNullable, value, comment }) => [
    isKey ? `<b>${html(name)}</b> <span class="mark" title="primary key">PK</span>` : html(name),
    `<code>${html(type)}</code>`,
    isNullable ? 'yes' : 'no',
    value === '' ? '' : `<code>${html(value)}</code>`,
    html(comment),
  ])
  const facts = entry.facts.map(({ kind, name, text }) => [
    kind,
    html(name),
    text === '' ? '' : `<code>${html(text)}</code>`,
  ])
  const relations = entry.relations.map(({ to, toId, columns: pairs, sentences }) => [
    `<a href="#${anchors.get(toId) ?? ''}">${html(to)}</a>`,
    `<code>${html(pairs)}</code>`,
    sentences.map(html).join('<br>'),
  ])
  const values = entry.values.map(({ name, comment }) => [`<code>${html(name)}</code>`, html(comment)])
  return [
    `<section id="${anchors.get(entry.id) ?? ''}">`,
    `<h2>${html(entry.name) || 'Unnamed'} <span class="kind">${kinds[entry.kind]}${entry.area === '' ? '' : ` · ${html(entry.area)}`}</span></h2>`,
    paragraphs(entry.comment),
    table(['Column', 'Type', 'Null', 'Default', 'Comment'], columns),
    table(['Value', 'Comment'], values),
    facts.length > 0 ? `<h3>Keys, rules and indexes</h3>${table(['Kind', 'Name', 'What'], facts)}` : '',
    relations.length > 0 ? `<h3>Relations</h3>${table(['With', 'Columns', 'In words'], relations)}` : '',
    '</section>',
  ]
    .filter((part) => part !== '')
    .join('\n')
}

/** The picture stands in the page itself; its prolog does not. */
const inPage = (svg: string): string => svg.replace(/^<\?xml[^>]*\?>\s*/, '')

export function writeHtml(schema: Schema, { picture }: WriteOptions = {}): Written {
  const { title, note, target, entries } = dictionaryOf(schema)
  const anchors = new Map(entries.map(({ id }, i) => [id, `o${i + 1}`]))
  const index = entries.map(
    ({ id, name }) => `<li><a href="#${anchors.get(id) ?? ''}">${html(name) || 'Unnamed'}</a></li>`,
  )
  const text = [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:">`,
    `<title>${html(title)}</title>`,
    `<style>${pageStyle}</style>`,
    '</head>',
    '<body>',
    `<header><h1>${html(title)}</h1><p class="kind">${html(target)}</p>${paragraphs(note)}</header>`,
    ...(picture ? [`<figure class="scroll">${inPage(picture(schema))}</figure>`] : []),
    `<nav aria-label="Tables"><ol>\n${index.join('\n')}\n</ol></nav>`,
    '<main>',
    ...entries.map((entry) => section(entry, anchors)),
    '</main>',
    '</body>',
    '</html>',
  ]
  return { text: `${text.join('\n')}\n`, notices: [] }
}
