// The face of a table, view or enum: exactly the texts and marks that are drawn, and where. React nodes, the far-zoom
// overview and the exporters all draw this one answer.
import type { ColumnId, EnumValueId } from '../model/id'
import { plainTitle } from '../model/plainWords'
import type { Level, Notation, Placement } from '../model/records'
import type { Content, ContentRow, KeyMark } from './content'
import { dresses, oval, type Dress } from './dress'
import { ellipsize, textWidth } from './metrics'
import { bodyPadding, grid, header, row, text, upToGrid, width as widths } from './sizes'

export type HeaderMark = 'view' | 'materialized' | 'enum' | 'comment' | 'locked'

export interface FaceHeader {
  /** `namespace.`, or nothing. */
  readonly prefix: string
  readonly name: string
  readonly fullName: string
  readonly isUnnamed: boolean
  /** «table», above the name. */
  readonly stereotype?: { readonly text: string; readonly x: number }
  readonly baseline: number
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
  /** A sign of the notation in the gutter. */
  readonly lead: string
  /** What the notation says right behind the name. */
  readonly tag: string
  readonly tagX: number
  readonly type: string
  readonly fullType: string
  /** The right edge of the type. */
  readonly typeX: number
  /** Drawn around the name. */
  readonly oval?: { readonly x: number; readonly width: number }
  readonly nullable: boolean
  /** A ring says that it is nullable. */
  readonly hasRing: boolean
  readonly isKey: boolean
  readonly isForeign: boolean
  /** In the gutter, the last one next to the name; `x` is the left edge of its 12 px field. */
  readonly marks: readonly { readonly mark: RowMark; readonly x: number }[]
}

export interface Face {
  readonly kind: Content['kind']
  readonly width: number
  readonly height: number
  /** The radius of its corners. */
  readonly corner: number
  readonly hasHeaderLine: boolean
  /** A second border within the first. */
  readonly isDouble: boolean
  /** The height of what is framed: all of it, or the header alone above its ovals. */
  readonly bodyHeight: number
  /** The line that ovals hang on, from the header down. */
  readonly trunk?: { readonly x: number; readonly bottom: number }
  /** The middle of the line below the key, from the top. */
  readonly dividerY?: number
  /** Where the names of the rows begin. */
  readonly gutter: number
  /** Where signs of the notation stand. */
  readonly leadX: number
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
  readonly notation?: Notation
  /** Off: no mark that tells of a comment. */
  readonly comments?: boolean
}

const dressOf = ({ notation = 'crowsFoot' }: Look): Dress => dresses[notation]

export const unnamed: Readonly<Record<Content['kind'], string>> = {
  table: 'Unnamed table',
  view: 'Unnamed view',
  enum: 'Unnamed enum',
}
const unnamedRow = 'unnamed'

const isKeyRow = (shown: ContentRow): boolean => shown.mark === 'key' || shown.isForeign

function rowsOfLevel(content: Content, look: Look): readonly ContentRow[] {
  if (look.collapsed === 'header' || look.level === 'names' || look.level === 'conceptual') return []
  if (look.collapsed === 'keys' || look.level === 'keys') return content.rows.filter(isKeyRow)
  return content.rows
}

/** The rows that a level and a fold leave over, in the order of the notation. */
export function visibleRows(content: Content, look: Look): readonly ContentRow[] {
  const rows = rowsOfLevel(content, look)
  // Their relationships say it: a conceptual view has no foreign keys.
  if (dressOf(look).hasOvals) return rows.filter(({ mark, isForeign }) => mark === 'key' || !isForeign)
  if (!dressOf(look).hasKeyArea) return rows
  return [...rows.filter(({ mark }) => mark === 'key'), ...rows.filter(({ mark }) => mark !== 'key')]
}

function headerMarks(content: Content, look: Look): HeaderMark[] {
  const marks: HeaderMark[] = []
  if (content.comment !== '' && look.comments !== false) marks.push('comment')
  if (look.locked) marks.push('locked')
  // A stereotype says it in words.
  if (dressOf(look).stereotypeOf) return marks
  if (content.kind === 'enum') marks.push('enum')
  if (content.kind === 'view') marks.push(content.materialized ? 'materialized' : 'view')
  return marks
}

const marksOf = (shown: ContentRow): readonly RowMark[] => [
  ...(shown.mark ? [shown.mark] : []),
  ...(shown.isForeign ? (['foreign'] as const) : []),
]

/** Where the names begin. Views and enums have no marks. */
function gutterOf(kind: Content['kind'], rows: readonly ContentRow[], dress: Dress): number {
  if (dress.hasOvals) return dress.gutter
  if (kind !== 'table') return header.padding
  if (!dress.hasMarks) return dress.gutter
  const most = Math.max(1, ...rows.map((shown) => marksOf(shown).length))
  return row.gutterStart + most * row.markWidth + row.gutterEnd
}

/** What the header says: a conceptual picture speaks as people do. */
interface Heading {
  readonly prefix: string
  readonly name: string
  readonly isUnnamed: boolean
  readonly prefixWidth: number
  readonly nameWidth: number
}

function headingOf(content: Content, { level }: Look): Heading {
  const isUnnamed = content.name === ''
  if (!isUnnamed && level !== 'conceptual') {
    const prefix = content.prefix === '' ? '' : `${content.prefix}.`
    return { ...content, prefix, isUnnamed }
  }
  const name = isUnnamed ? unnamed[content.kind] : plainTitle(content.name) || content.name
  return { prefix: '', name, isUnnamed, prefixWidth: 0, nameWidth: textWidth(name, text.name) }
}

/** Views have types, and no keys of their own to tell of. */
const hasTag = (kind: Content['kind'], { typeIsTag }: Dress): boolean =>
  kind === 'table' || (kind === 'view' && typeIsTag)

const tagWidth = (tag: string): number => (tag === '' ? 0 : row.tagGap + textWidth(tag, text.type))

function naturalWidth(content: Content, look: Look, rows: readonly ContentRow[]): number {
  const dress = dressOf(look)
  const heading = headingOf(content, look)
  const marks = headerMarks(content, look).length
  let needed = 2 * header.padding + heading.prefixWidth + heading.nameWidth + marks * header.markWidth
  // A name in the middle keeps as much room at its left as the marks take at its right.
  if (dress.isCentred) needed += marks * header.markWidth
  const gutter = gutterOf(content.kind, rows, dress)
  for (const shown of rows) {
    const name = shown.name === '' ? textWidth(unnamedRow, text.column) : shown.nameWidth
    const hasType = look.types && shown.type !== '' && !dress.typeIsTag && !dress.hasOvals
    const type = hasType ? row.gap + shown.typeWidth : 0
    const tag = hasTag(content.kind, dress) ? dress.tagOf(shown, look.types ? shown.type : '') : ''
    needed = Math.max(needed, gutter + name + tagWidth(tag) + type + tailOf(content.kind, dress))
  }
  return Math.min(widths.max, Math.max(widths.min, upToGrid(needed)))
}

function fittingPrefix({ prefix, prefixWidth }: Heading, room: number): string {
  if (prefixWidth <= room) return prefix
  return room < 32 ? '' : ellipsize(prefix, text.prefix, room)
}

function faceHeader(content: Content, look: Look, width: number): FaceHeader {
  const dress = dressOf(look)
  const marks = headerMarks(content, look)
  const marksX = width - header.padding - marks.length * header.markWidth
  const heading = headingOf(content, look)
  const stereotype = dress.stereotypeOf?.(content, look.level)
  const { isCentred } = dress
  const room = marksX - (isCentred ? width - marksX : header.padding)
  const prefix = fittingPrefix(heading, room - Math.min(heading.nameWidth, room))
  const prefixWidth = prefix === '' ? 0 : textWidth(prefix, text.prefix)
  const name = ellipsize(heading.name, text.name, room - prefixWidth)
  const middle = (words: number) => Math.round((width - words) / 2)
  const prefixX = isCentred ? middle(prefixWidth + textWidth(name, text.name)) : header.padding
  return {
    prefix,
    name,
    fullName: heading.prefix === '' ? heading.name : `${content.prefix}.${heading.name}`,
    isUnnamed: heading.isUnnamed,
    ...(stereotype !== undefined && {
      stereotype: { text: stereotype, x: middle(textWidth(stereotype, text.stereotype)) },
    }),
    baseline: stereotype !== undefined ? header.lowBaseline : header.baseline,
    prefixX,
    nameX: prefixX + prefixWidth,
    marks: marks.map((mark, i) => ({ mark, x: marksX + i * header.markWidth })),
  }
}

/** The name goes before the type; a type keeps two fifths of the row when both are too long. */
function typeRoom(room: number, [name, type]: readonly [number, number], gap: number): number {
  if (name + gap + type <= room) return type
  return Math.min(type, Math.max(Math.floor(room * 0.4), room - gap - name))
}

/** Behind the type: a table keeps room for the ring of a nullable column. */
const tailOf = (kind: Content['kind'], { hasMarks, hasOvals }: Dress): number =>
  hasOvals ? oval.padding : kind === 'table' && hasMarks ? row.tail : header.padding

interface RowRoom {
  readonly look: Look
  readonly kind: Content['kind']
  readonly width: number
  readonly gutter: number
}

/** The texts of a row, each as long as there is room for it. */
function rowTexts(shown: ContentRow, { look, width, kind, gutter }: RowRoom) {
  const dress = dressOf(look)
  const isUnnamed = shown.name === ''
  const fullName = isUnnamed ? unnamedRow : shown.name
  const nameStyle = shown.nullable || kind !== 'table' || isUnnamed ? text.column : text.required
  const nameWidth = isUnnamed ? textWidth(fullName, nameStyle) : shown.nameWidth
  const typeX = width - tailOf(kind, dress)
  const room = typeX - gutter
  const shownType = look.types && !dress.hasOvals ? shown.type : ''
  const wholeTag = hasTag(kind, dress) ? dress.tagOf(shown, shownType) : ''
  const tag = ellipsize(
    wholeTag,
    text.type,
    typeRoom(room, [nameWidth, textWidth(wholeTag, text.type)], row.tagGap),
  )
  const left = room - tagWidth(tag)
  const type =
    shownType === '' || (dress.typeIsTag && kind !== 'enum')
      ? ''
      : ellipsize(shown.type, text.type, typeRoom(left, [nameWidth, shown.typeWidth], row.gap))
  const nameRoom = type === '' ? left : left - row.gap - textWidth(type, text.type)
  const name = ellipsize(fullName, nameStyle, nameRoom)
  return {
    name,
    fullName,
    isUnnamed,
    tag,
    tagX: gutter + textWidth(name, nameStyle) + row.tagGap,
    type,
    typeX,
  }
}

function faceRow(shown: ContentRow, y: number, given: RowRoom): FaceRow {
  const dress = dressOf(given.look)
  const { kind, gutter } = given
  const marks = dress.hasMarks ? marksOf(shown) : []
  const marksX = gutter - row.gutterEnd - marks.length * row.markWidth
  const texts = rowTexts(shown, given)
  return {
    kind: kind === 'enum' ? 'value' : 'column',
    id: shown.id,
    y,
    ...texts,
    ...(dress.hasOvals && {
      oval: {
        x: gutter - oval.padding,
        width: texts.tagX - row.tagGap - gutter + 2 * oval.padding,
      },
    }),
    nameX: gutter,
    lead: kind === 'table' ? dress.leadOf(shown) : '',
    fullType: shown.type,
    nullable: shown.nullable,
    hasRing: shown.nullable && dress.hasMarks,
    isKey: shown.mark === 'key',
    isForeign: shown.isForeign,
    marks: marks.map((mark, slot) => ({ mark, x: marksX + slot * row.markWidth })),
  }
}

/** How many rows stand above the line below the key; none where there is no such line. */
function keyRows(rows: readonly ContentRow[], dress: Dress): number {
  const keys = dress.hasKeyArea ? rows.filter(({ mark }) => mark === 'key').length : 0
  return keys === rows.length ? 0 : keys
}

function makeFace(content: Content, look: Look): Face {
  const dress = dressOf(look)
  const visible = visibleRows(content, look)
  const width =
    look.width === undefined
      ? naturalWidth(content, look, visible)
      : Math.round(Math.min(widths.handMax, Math.max(widths.handMin, look.width)))
  const gutter = gutterOf(content.kind, visible, dress)
  const keys = keyRows(visible, dress)
  const gap = keys === 0 ? 0 : grid
  const top = header.height + bodyPadding
  const rowY = (i: number) => top + i * row.height + (i >= keys ? gap : 0)
  const rows = visible.map((shown, i) => faceRow(shown, rowY(i), { look, width, gutter, kind: content.kind }))
  const hiddenRows = content.rows.length - rows.length
  const tellsMore = look.collapsed === 'keys' && hiddenRows > 0 && look.level === 'full'
  const lines = rows.length + (tellsMore ? 1 : 0)
  const height = header.height + (lines === 0 ? 0 : 2 * bodyPadding + lines * row.height + gap)
  const last = rows.at(-1)
  const face = {
    kind: content.kind,
    width,
    height,
    bodyHeight: dress.hasOvals ? header.height : height,
    ...(dress.hasOvals && last && { trunk: { x: oval.trunk, bottom: last.y + row.height / 2 } }),
    corner: dress.cornerOf(content),
    hasHeaderLine: dress.hasHeaderLine,
    isDouble: dress.doublesDependent && content.isDependent,
    ...(keys > 0 && { dividerY: top + keys * row.height + gap / 2 }),
    gutter,
    leadX: header.padding,
    header: faceHeader(content, look, width),
    rows,
    hiddenRows,
    rowById: new Map(rows.map((shown) => [shown.id, shown])),
  }
  return tellsMore ? { ...face, moreY: rowY(rows.length) } : face
}

// A content is shown in a few ways at most (one per diagram); dragging its edge makes many widths in passing.
const fewLooks = 16
const faces = new WeakMap<Content, Map<string, Face>>()

export function faceOfContent(content: Content, look: Look): Face {
  const key = [
    look.level,
    look.collapsed,
    look.width,
    look.locked,
    look.types,
    look.notation,
    look.comments,
  ].join()
  const known = faces.get(content) ?? new Map<string, Face>()
  faces.set(content, known)
  const before = known.get(key)
  if (before) return before
  if (known.size >= fewLooks) known.clear()
  const face = makeFace(content, look)
  known.set(key, face)
  return face
}
