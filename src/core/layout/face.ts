// The face of a table, view or enum: exactly the texts and marks that are drawn, and where. React nodes, the far-zoom
// overview and the exporters all draw this one answer.
import type { ColumnId, EnumValueId } from '../model/id'
import type { Level, Placement } from '../model/records'
import type { Content, ContentRow, KeyMark } from './content'
import { ellipsize, textWidth } from './metrics'
import { bodyPadding, header, row, text, upToGrid, width as widths } from './sizes'

export type HeaderMark = 'view' | 'materialized' | 'enum' | 'comment' | 'locked'

export interface FaceHeader {
  /** `namespace.`, or nothing. */
  readonly prefix: string
  readonly name: string
  readonly fullName: string
  readonly isUnnamed: boolean
  readonly prefixX: number
  readonly nameX: number
  /** From left to right; the last one ends at the header's padding. */
  readonly marks: readonly { readonly mark: HeaderMark; readonly x: number }[]
}

export type RowMark = KeyMark | 'foreign'

export interface FaceRow {
  readonly kind: 'column' | 'value'
  readonly id: ColumnId | EnumValueId
  /** From the top of the box. */
  readonly y: number
  readonly name: string
  readonly fullName: string
  readonly isUnnamed: boolean
  readonly nameX: number
  readonly type: string
  readonly fullType: string
  /** The right edge of the type. */
  readonly typeX: number
  readonly nullable: boolean
  readonly isForeign: boolean
  /** In the gutter, the last one next to the name; `x` is the left edge of its 12 px field. */
  readonly marks: readonly { readonly mark: RowMark; readonly x: number }[]
}

export interface Face {
  readonly kind: Content['kind']
  readonly width: number
  readonly height: number
  /** Where the names of the rows begin. */
  readonly gutter: number
  readonly header: FaceHeader
  readonly rows: readonly FaceRow[]
  /** How many rows are folded away; they are told in a line below the others when `moreY` is set. */
  readonly hiddenRows: number
  readonly moreY?: number
  readonly rowById: ReadonlyMap<string, FaceRow>
}

/** What is shown of a placed object. */
export interface Look {
  readonly level: Level
  readonly collapsed?: Placement['collapsed']
  readonly width?: number
  readonly locked?: true
  /** Off: names only at the right of the gutter. */
  readonly types: boolean
}

export const unnamed: Readonly<Record<Content['kind'], string>> = {
  table: 'Unnamed table',
  view: 'Unnamed view',
  enum: 'Unnamed enum',
}
const unnamedRow = 'unnamed'

const isKeyRow = (shown: ContentRow): boolean => shown.mark === 'key' || shown.isForeign

/** The rows that a level and a fold leave over. */
export function visibleRows(content: Content, look: Look): readonly ContentRow[] {
  if (look.collapsed === 'header' || look.level === 'names' || look.level === 'conceptual') return []
  if (look.collapsed === 'keys' || look.level === 'keys') return content.rows.filter(isKeyRow)
  return content.rows
}

function headerMarks(content: Content, look: Look): HeaderMark[] {
  const marks: HeaderMark[] = []
  if (content.comment !== '') marks.push('comment')
  if (look.locked) marks.push('locked')
  if (content.kind === 'enum') marks.push('enum')
  if (content.kind === 'view') marks.push(content.materialized ? 'materialized' : 'view')
  return marks
}

const marksOf = (shown: ContentRow): readonly RowMark[] => [
  ...(shown.mark ? [shown.mark] : []),
  ...(shown.isForeign ? (['foreign'] as const) : []),
]

/** Where the names begin. Views and enums have no marks. */
function gutterOf(kind: Content['kind'], rows: readonly ContentRow[]): number {
  if (kind !== 'table') return header.padding
  const most = Math.max(1, ...rows.map((shown) => marksOf(shown).length))
  return row.gutterStart + most * row.markWidth + row.gutterEnd
}

function naturalWidth(content: Content, look: Look, rows: readonly ContentRow[]): number {
  const name = content.name === '' ? textWidth(unnamed[content.kind], text.name) : content.nameWidth
  const marks = headerMarks(content, look).length
  let needed = 2 * header.padding + content.prefixWidth + name + marks * header.markWidth
  const gutter = gutterOf(content.kind, rows)
  for (const shown of rows) {
    const name = shown.name === '' ? textWidth(unnamedRow, text.column) : shown.nameWidth
    const type = look.types && shown.type !== '' ? row.gap + shown.typeWidth : 0
    needed = Math.max(needed, gutter + name + type + tailOf(content.kind))
  }
  return Math.min(widths.max, Math.max(widths.min, upToGrid(needed)))
}

function faceHeader(content: Content, look: Look, width: number): FaceHeader {
  const marks = headerMarks(content, look)
  const marksX = width - header.padding - marks.length * header.markWidth
  const room = marksX - header.padding
  const isUnnamed = content.name === ''
  const fullName = isUnnamed ? unnamed[content.kind] : content.name
  const nameWidth = isUnnamed ? textWidth(fullName, text.name) : content.nameWidth
  const roomForPrefix = room - Math.min(nameWidth, room)
  const prefix =
    content.prefixWidth <= roomForPrefix
      ? content.prefix === ''
        ? ''
        : `${content.prefix}.`
      : roomForPrefix < 32
        ? ''
        : ellipsize(`${content.prefix}.`, text.prefix, roomForPrefix)
  const prefixWidth = prefix === '' ? 0 : textWidth(prefix, text.prefix)
  return {
    prefix,
    name: ellipsize(fullName, text.name, room - prefixWidth),
    fullName: content.prefix === '' ? fullName : `${content.prefix}.${fullName}`,
    isUnnamed,
    prefixX: header.padding,
    nameX: header.padding + prefixWidth,
    marks: marks.map((mark, i) => ({ mark, x: marksX + i * header.markWidth })),
  }
}

/** The name goes before the type; a type keeps two fifths of the row when both are too long. */
function typeRoom(room: number, nameWidth: number, typeWidth: number): number {
  if (nameWidth + row.gap + typeWidth <= room) return typeWidth
  return Math.min(typeWidth, Math.max(Math.floor(room * 0.4), room - row.gap - nameWidth))
}

/** Behind the type: a table keeps room for the ring of a nullable column. */
const tailOf = (kind: Content['kind']): number => (kind === 'table' ? row.tail : header.padding)

interface RowRoom {
  readonly look: Look
  readonly kind: Content['kind']
  readonly width: number
  readonly gutter: number
}

function faceRow(shown: ContentRow, i: number, { look, width, kind, gutter }: RowRoom): FaceRow {
  const isUnnamed = shown.name === ''
  const fullName = isUnnamed ? unnamedRow : shown.name
  const nameStyle = shown.nullable || kind !== 'table' || isUnnamed ? text.column : text.required
  const nameWidth = isUnnamed ? textWidth(fullName, nameStyle) : shown.nameWidth
  const nameX = gutter
  const typeX = width - tailOf(kind)
  const room = typeX - nameX
  const hasType = look.types && shown.type !== ''
  const type = hasType ? ellipsize(shown.type, text.type, typeRoom(room, nameWidth, shown.typeWidth)) : ''
  const nameRoom = type === '' ? room : room - row.gap - textWidth(type, text.type)
  const marks = marksOf(shown)
  const marksX = gutter - row.gutterEnd - marks.length * row.markWidth
  return {
    kind: kind === 'enum' ? 'value' : 'column',
    id: shown.id,
    y: header.height + bodyPadding + i * row.height,
    name: ellipsize(fullName, nameStyle, nameRoom),
    fullName,
    isUnnamed,
    nameX,
    type,
    fullType: shown.type,
    typeX,
    nullable: shown.nullable,
    isForeign: shown.isForeign,
    marks: marks.map((mark, slot) => ({ mark, x: marksX + slot * row.markWidth })),
  }
}

function makeFace(content: Content, look: Look): Face {
  const visible = visibleRows(content, look)
  const width =
    look.width === undefined
      ? naturalWidth(content, look, visible)
      : Math.round(Math.min(widths.handMax, Math.max(widths.handMin, look.width)))
  const gutter = gutterOf(content.kind, visible)
  const rows = visible.map((shown, i) => faceRow(shown, i, { look, width, gutter, kind: content.kind }))
  const hiddenRows = content.rows.length - rows.length
  const tellsMore = look.collapsed === 'keys' && hiddenRows > 0 && look.level === 'full'
  const lines = rows.length + (tellsMore ? 1 : 0)
  const face = {
    kind: content.kind,
    width,
    height: header.height + (lines === 0 ? 0 : 2 * bodyPadding + lines * row.height),
    gutter,
    header: faceHeader(content, look, width),
    rows,
    hiddenRows,
    rowById: new Map(rows.map((shown) => [shown.id, shown])),
  }
  return tellsMore ? { ...face, moreY: header.height + bodyPadding + rows.length * row.height } : face
}

// A content is shown in a few ways at most (one per diagram); dragging its edge makes many widths in passing.
const fewLooks = 6
const faces = new WeakMap<Content, Map<string, Face>>()

export function faceOfContent(content: Content, look: Look): Face {
  const key = [look.level, look.collapsed, look.width, look.locked, look.types].join()
  const known = faces.get(content) ?? new Map<string, Face>()
  faces.set(content, known)
  const before = known.get(key)
  if (before) return before
  if (known.size >= fewLooks) known.clear()
  const face = makeFace(content, look)
  known.set(key, face)
  return face
}
