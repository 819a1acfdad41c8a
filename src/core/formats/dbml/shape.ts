// What the writer says of a table, piece by piece: printed as a whole, or compared with what a text says already.
import { braces, indented } from './spell'

/** One setting in brackets, as it is spelled. */
export interface Said {
  readonly key: string
  readonly text: string
}

/** A line: a column, an index, a check, a value. */
export interface Line {
  readonly id: string
  /** Everything in front of the brackets. */
  readonly head: string
  readonly settings: readonly Said[]
  /** Of columns: the two halves of the head. */
  readonly type?: string
}

/** A column, or the partial that it comes with. */
export interface Member extends Line {
  readonly comesWith?: string
}

export interface TableShape {
  readonly id: string
  readonly keyword: 'Table' | 'TablePartial'
  readonly name: string
  readonly settings: readonly Said[]
  readonly members: readonly Member[]
  readonly indexes: readonly Line[]
  readonly checks: readonly Line[]
  /** As a value: a string or a block of lines; empty for none. */
  readonly note: string
}

export const said = (key: string, text = key): Said => ({ key, text })

export const settingsText = (settings: readonly Said[]): string =>
  settings.length > 0 ? ` [${settings.map(({ text }) => text).join(', ')}]` : ''

export const lineText = ({ head, settings }: Line): string => head + settingsText(settings)

const blockOf = (name: string, lines: readonly Line[]): readonly string[] =>
  lines.length === 0 ? [] : ['', `${name} {`, ...indented(lines.map(lineText)), '}']

/** `~partial` once for all columns that come with it. */
function memberTexts(members: readonly Member[]): readonly string[] {
  return members.flatMap((member, i) => {
    const { comesWith } = member
    if (comesWith === undefined) return [lineText(member)]
    return members[i - 1]?.comesWith === comesWith ? [] : [`~${comesWith}`]
  })
}

export function shapeText(shape: TableShape): string {
  return braces(`${shape.keyword} ${shape.name}${settingsText(shape.settings)}`, [
    ...memberTexts(shape.members),
    ...blockOf('indexes', shape.indexes),
    ...blockOf('checks', shape.checks),
    ...(shape.note === '' ? [] : ['', `Note: ${shape.note}`]),
  ])
}
