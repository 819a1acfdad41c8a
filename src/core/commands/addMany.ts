// Columns from lines of text: "name type", as one copies them from a document, a table on the web or another schema.
import { addColumn, setDefault, setNullable } from './column'
import type { ColumnId, TableId } from '../model/id'
import { gone, ok, type Cx, type Done } from './context'
import { addUnique, setPrimaryKey } from './key'

export interface ColumnLine {
  readonly name: string
  readonly type: string
  readonly isKey: boolean
  readonly isUnique: boolean
  /** Undefined: not said. */
  readonly nullable: boolean | undefined
  readonly default: string | undefined
  readonly comment: string
}

const name = /^(?:"((?:[^"]|"")+)"|`((?:[^`]|``)+)`|\[([^\]]+)\]|([^\s,|]+))\s*/u

/** Cells of a table copied from a page or a Markdown file, joined as if they had been typed. */
function plain(line: string): string {
  const cells = line.includes('\t')
    ? line.split('\t')
    : /^\s*\|/.test(line)
      ? line
          .trim()
          .replace(/^\||\|$/g, '')
          .split('|')
      : [line]
  return cells
    .map((cell) => cell.trim().replace(/^`([^`]*)`$/, '$1'))
    .filter((cell) => cell !== '')
    .join(' ')
    .replace(/^[-*•]\s+/, '')
    .replace(/[,;]\s*$/, '')
    .trim()
}

const isRule = (line: string): boolean => /^[\s|:+=-]*$/.test(line)
const isHeading = (line: string): boolean => /^(column|field|name)( name)?\s+(data )?type\b/i.test(line)
const isTableWord = (line: string): boolean =>
  /^(create\s+table|constraint|primary\s+key|foreign\s+key|unique\s*\(|check\s*\(|index|key\s|\)|\()/i.test(
    line,
  )

/** Takes a word or phrase out of the rest of a line. */
function taken(rest: { text: string }, phrase: RegExp): RegExpExecArray | undefined {
  const found = phrase.exec(rest.text)
  if (!found) return undefined
  rest.text = `${rest.text.slice(0, found.index)} ${rest.text.slice(found.index + found[0].length)}`.trim()
  return found
}

/** Behind --, // or #, where that does not stand in a text: '#7b8ea6' is a colour. */
function takenComment(rest: { text: string }): string | undefined {
  const { text } = rest
  let isInside = false
  for (let at = 0; at < text.length; at++) {
    if (text[at] === "'") isInside = !isInside
    const mark = isInside ? undefined : /^(?:--|\/\/|#)/.exec(text.slice(at, at + 2))?.[0]
    if (mark === undefined) continue
    rest.text = text.slice(0, at).trim()
    return text.slice(at + mark.length).trim()
  }
  return undefined
}

const value = String.raw`('(?:[^']|'')*'(?:::[\w ]+)?|[\w.]+\s*\((?:[^()]|\([^()]*\))*\)|[^\s,]+)`

function parseLine(line: string): ColumnLine | undefined {
  const found = name.exec(line)
  if (!found) return undefined
  const [whole, double, back, bracket, bare = ''] = found
  const spelled =
    double?.replaceAll('""', '"') ?? back?.replaceAll('``', '`') ?? bracket ?? bare.replace(/:$/, '')
  const rest = { text: line.slice(whole.length).replace(/^:\s*/, '') }
  const comment = takenComment(rest) ?? taken(rest, /\bcomment\s+'((?:[^']|'')*)'/i)?.[1] ?? ''
  const settings = taken(rest, /\[([^\]]*[a-z][^\]]*)\]\s*$/i)?.[1]
  if (settings !== undefined)
    rest.text += ` ${settings.replace(/\s*,\s*/g, ' ').replace(/default:\s*/i, 'default ')}`
  const initial = taken(rest, new RegExp(String.raw`\bdefault\s+${value}`, 'i'))?.[1]
  const isKey = taken(rest, /\b(primary\s+key|pk)\b/i) !== undefined
  const isNotNull = taken(rest, /\b(not\s+null|required|mandatory)\b/i) !== undefined
  const isUnique = taken(rest, /\bunique\b/i) !== undefined
  const isNull = taken(rest, /\b(nullable|optional|null)\b/i) !== undefined
  const type = rest.text
    .replace(/[,;]\s*$/, '')
    .replace(/\s+/g, ' ')
    .trim()
  return {
    name: spelled,
    type,
    isKey,
    isUnique,
    nullable: isNotNull || isKey ? false : isNull ? true : undefined,
    default: initial,
    comment,
  }
}

/** What the lines say. Lines that say nothing about a column are left out. */
export function parseColumnLines(text: string): readonly ColumnLine[] {
  const lines = text.includes('\n') ? text.split(/\r?\n/) : [text]
  return lines.flatMap((raw) => {
    const line = plain(raw)
    if (line === '' || isRule(line) || isHeading(line) || isTableWord(line)) return []
    return parseLine(line) ?? []
  })
}

function addLine(
  cx: Cx,
  table: TableId,
  { line, index }: { line: ColumnLine; index: number | undefined },
): Done<ColumnId> {
  const added = addColumn(cx, table, {
    name: line.name,
    comment: line.comment,
    ...(line.type !== '' && { type: line.type }),
    ...(index !== undefined && { index }),
  })
  if (!added.ok) return added
  const at = { table, column: added.value }
  if (line.nullable !== undefined) setNullable(cx, at, line.nullable)
  if (line.default !== undefined) setDefault(cx, at, line.default)
  if (line.isUnique && !line.isKey) addUnique(cx, table, [added.value])
  return added
}

/** One column per line, from `index` on; the lines that say so become the primary key where there is none. */
export function addColumnsFromText(
  cx: Cx,
  table: TableId,
  given: { readonly text: string; readonly index?: number },
): Done<readonly ColumnId[]> {
  const before = cx.tx.get('table', table)
  if (!before) return gone('table')
  const ids: ColumnId[] = []
  const key: ColumnId[] = []
  for (const [i, line] of parseColumnLines(given.text).entries()) {
    const added = addLine(cx, table, { line, index: given.index === undefined ? undefined : given.index + i })
    if (!added.ok) return added
    ids.push(added.value)
    if (line.isKey) key.push(added.value)
  }
  if (key.length > 0 && !before.primaryKey) setPrimaryKey(cx, table, key)
  return ok(ids)
}
