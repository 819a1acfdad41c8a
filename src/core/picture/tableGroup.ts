// A table, view or enum as shapes.
import type { Placed } from '../layout/geometry'
import type { Face, FaceRow } from '../layout/face'
import type { Command } from '../layout/route/path'
import { header, radius, row, text } from '../layout/sizes'
import type { Color } from '../model/records'
import { markCommands, markStroke, movedTo, type MarkName } from './marks'
import { colourPaints, type Paint, type TablePart } from './paints'
import type { Group, Shape } from './shapes'

type Paints = Readonly<Record<TablePart, Paint>>

const drawMark = (name: MarkName, at: { x: number; y: number }, stroke: Paint): Shape => ({
  kind: 'path',
  commands: movedTo(markCommands[name], at.x, at.y),
  stroke,
  strokeWidth: markStroke,
})

/** The header below the strip: its upper corners follow the rounding of the box. */
function headerPlate(face: Face, { x, y }: { x: number; y: number }): readonly Command[] {
  const { strip, height } = header
  const inset = radius - Math.sqrt(radius ** 2 - (radius - strip) ** 2)
  const far = x + face.width
  if (face.height > header.height) {
    return [
      ['M', x, y + radius],
      ['Q', x, y + radius - strip / 2, x + inset, y + strip],
      ['L', far - inset, y + strip],
      ['Q', far, y + radius - strip / 2, far, y + radius],
      ['L', far, y + height],
      ['L', x, y + height],
      ['Z'],
    ]
  }
  const low = y + face.height
  return [
    ['M', x, y + radius],
    ['Q', x, y + radius - strip / 2, x + inset, y + strip],
    ['L', far - inset, y + strip],
    ['Q', far, y + radius - strip / 2, far, y + radius],
    ['L', far, low - radius],
    ['Q', far, low, far - radius, low],
    ['L', x + radius, low],
    ['Q', x, low, x, low - radius],
    ['Z'],
  ]
}

function* headerShapes({ face, box }: Placed, paints: Paints): Generator<Shape> {
  yield { kind: 'path', commands: headerPlate(face, box), fill: paints.tint }
  if (face.height > header.height) {
    const y = box.y + header.height - 0.5
    yield {
      kind: 'path',
      commands: [
        ['M', box.x, y],
        ['L', box.x + box.width, y],
      ],
      stroke: 'border',
      strokeWidth: 1,
    }
  }
  const { prefix, name, prefixX, nameX, isUnnamed, marks } = face.header
  const y = box.y + header.baseline
  if (prefix !== '') {
    yield { kind: 'text', text: prefix, x: box.x + prefixX, y, style: text.prefix, fill: 'muted' }
  }
  const title = { kind: 'text', text: name, x: box.x + nameX, y, style: text.name } as const
  yield isUnnamed ? { ...title, fill: 'faint', isItalic: true } : { ...title, fill: paints.ink }
  for (const shown of marks) {
    yield drawMark(
      shown.mark,
      { x: box.x + shown.x + header.markWidth - 12, y: box.y + header.middle - 8 },
      'muted',
    )
  }
}

function* rowShapes(shown: FaceRow, { face, box }: Placed): Generator<Shape> {
  const y = box.y + shown.y
  const markY = y + row.height / 2 - 6
  for (const { mark, x } of shown.marks)
    yield drawMark(mark, { x: box.x + x, y: markY }, mark === 'key' ? 'text' : 'faint')
  const isRequired = face.kind === 'table' && !shown.nullable && !shown.isUnnamed
  const name = {
    kind: 'text',
    text: shown.name,
    x: box.x + shown.nameX,
    y: y + row.baseline,
    style: isRequired ? text.required : text.column,
  } as const
  yield shown.isUnnamed ? { ...name, fill: 'faint', isItalic: true } : { ...name, fill: 'text' }
  if (shown.type !== '') {
    yield {
      kind: 'text',
      text: shown.type,
      x: box.x + shown.typeX,
      y: y + row.baseline,
      style: text.type,
      fill: 'faint',
      align: 'end',
    }
  }
  if (shown.nullable) {
    const at = { x: box.x + face.width - row.ring, y: y + row.height / 2 }
    yield { kind: 'circle', ...at, radius: 2.5, stroke: 'faint', strokeWidth: 1 }
  }
}

export const moreWords = (count: number): string => (count === 1 ? '1 more column' : `${count} more columns`)

function* bodyShapes(placed: Placed): Generator<Shape> {
  const { face, box } = placed
  for (const shown of face.rows) yield* rowShapes(shown, placed)
  if (face.moreY === undefined) return
  const at = { x: box.x + face.gutter, y: box.y + face.moreY + row.baseline }
  yield { kind: 'text', text: moreWords(face.hiddenRows), ...at, style: text.more, fill: 'faint' }
}

function titleOf({ face }: Placed): string {
  const kind = { table: 'Table', view: 'View', enum: 'Enum' }[face.kind]
  return `${kind} ${face.header.fullName}`
}

function draw(placed: Placed, color: Color): Group {
  const { box, face } = placed
  const paints = colourPaints(color)
  const body: Shape = { kind: 'rect', ...box, radius, fill: 'surface' }
  const strip: Shape = {
    kind: 'rect',
    x: box.x,
    y: box.y,
    width: box.width,
    height: 2 * radius,
    radius,
    fill: paints.strip,
  }
  const border: Shape = {
    kind: 'rect',
    x: box.x + 0.5,
    y: box.y + 0.5,
    width: box.width - 1,
    height: box.height - 1,
    radius: radius - 0.5,
    stroke: 'borderStrong',
    strokeWidth: 1,
  }
  return {
    role: face.kind,
    id: placed.placement.object,
    title: titleOf(placed),
    box,
    far: [
      { kind: 'rect', ...box, fill: 'surface', stroke: 'borderStrong', strokeWidth: 1 },
      {
        kind: 'rect',
        x: box.x,
        y: box.y,
        width: box.width,
        height: header.height,
        fill: color === 'none' ? 'active' : paints.strip,
        opacity: 0.75,
      },
    ],
    near: [body, strip, ...headerShapes(placed, paints), ...bodyShapes(placed), border],
  }
}

const drawn = new WeakMap<Placed, { readonly color: Color; readonly group: Group }>()

/** Cached for as long as the table looks the same and stays where it is. */
export function tableGroup(placed: Placed, color: Color): Group {
  const known = drawn.get(placed)
  if (known?.color === color) return known.group
  const group = draw(placed, color)
  drawn.set(placed, { color, group })
  return group
}
