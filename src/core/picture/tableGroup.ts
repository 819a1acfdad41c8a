// A table, view or enum as shapes.
import type { Placed } from '../layout/geometry'
import type { Face, FaceRow } from '../layout/face'
import type { Command } from '../layout/route/path'
import { inflate, type Box } from '../layout/box'
import { oval } from '../layout/dress'
import { header, row, text } from '../layout/sizes'
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
  const r = face.corner
  const far = x + face.width
  const bend = Math.max(r, strip)
  const inset = r > strip ? r - Math.sqrt(r ** 2 - (r - strip) ** 2) : 0
  const upper: readonly Command[] = [
    ['M', x, y + bend],
    ['Q', x, y + bend - (bend - strip) / 2, x + inset, y + strip],
    ['L', far - inset, y + strip],
    ['Q', far, y + bend - (bend - strip) / 2, far, y + bend],
  ]
  if (face.bodyHeight > header.height) return [...upper, ['L', far, y + height], ['L', x, y + height], ['Z']]
  const low = y + face.bodyHeight
  return [
    ...upper,
    ['L', far, low - r],
    ['Q', far, low, far - r, low],
    ['L', x + r, low],
    ['Q', x, low, x, low - r],
    ['Z'],
  ]
}

/** From edge to edge. */
const rule = ({ x, width }: Pick<Box, 'x' | 'width'>, y: number, stroke: Paint): Shape => ({
  kind: 'path',
  commands: [
    ['M', x, y],
    ['L', x + width, y],
  ],
  stroke,
  strokeWidth: 1,
})

function* headerShapes({ face, box }: Placed, paints: Paints): Generator<Shape> {
  yield { kind: 'path', commands: headerPlate(face, box), fill: paints.tint }
  if (face.bodyHeight > header.height && face.hasHeaderLine)
    yield rule(box, box.y + header.height - 0.5, 'border')
  const { prefix, name, prefixX, nameX, isUnnamed, marks, stereotype } = face.header
  const y = box.y + face.header.baseline
  if (stereotype) {
    const at = { x: box.x + stereotype.x, y: box.y + header.stereotypeBaseline }
    yield { kind: 'text', text: stereotype.text, ...at, style: text.stereotype, fill: 'muted' }
  }
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

function* ovalShapes(
  shown: FaceRow,
  { x, width }: { readonly x: number; readonly width: number },
  { face, box }: Placed,
): Generator<Shape> {
  const middle = box.y + shown.y + row.height / 2
  const left = box.x + x
  if (face.trunk) yield rule({ x: box.x + face.trunk.x, width: x - face.trunk.x }, middle, 'line')
  const height = row.height - 2 * oval.inset
  const edge = { fill: 'surface', stroke: 'borderStrong', strokeWidth: 1 } as const
  yield { kind: 'rect', x: left, y: middle - height / 2, width, height, radius: height / 2, ...edge }
  // The attribute that tells one from another is underlined.
  if (shown.isKey) yield rule({ x: left + oval.padding, width: width - 2 * oval.padding }, middle + 7, 'text')
}

function* rowShapes(shown: FaceRow, placed: Placed): Generator<Shape> {
  const { face, box } = placed
  const y = box.y + shown.y
  const markY = y + row.height / 2 - 6
  for (const { mark, x } of shown.marks)
    yield drawMark(mark, { x: box.x + x, y: markY }, mark === 'key' ? 'text' : 'faint')
  if (shown.oval) yield* ovalShapes(shown, shown.oval, placed)
  const isRequired = face.kind === 'table' && !shown.nullable && !shown.isUnnamed
  const name = {
    kind: 'text',
    text: shown.name,
    x: box.x + shown.nameX,
    y: y + row.baseline,
    style: isRequired ? text.required : text.column,
  } as const
  yield shown.isUnnamed ? { ...name, fill: 'faint', isItalic: true } : { ...name, fill: 'text' }
  if (shown.lead !== '') {
    const lead = { kind: 'text', text: shown.lead, x: box.x + face.leadX, y: y + row.baseline } as const
    yield { ...lead, style: text.column, fill: shown.isKey ? 'text' : 'faint' }
  }
  if (shown.tag !== '') {
    const tag = { kind: 'text', text: shown.tag, x: box.x + shown.tagX, y: y + row.baseline } as const
    yield { ...tag, style: text.type, fill: 'faint' }
  }
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
  if (shown.hasRing) {
    const at = { x: box.x + face.width - row.ring, y: y + row.height / 2 }
    yield { kind: 'circle', ...at, radius: 2.5, stroke: 'faint', strokeWidth: 1 }
  }
}

export const moreWords = (count: number): string => (count === 1 ? '1 more column' : `${count} more columns`)

function* bodyShapes(placed: Placed): Generator<Shape> {
  const { face, box } = placed
  if (face.trunk) {
    const x = box.x + face.trunk.x
    const [from, to] = [box.y + face.bodyHeight, box.y + face.trunk.bottom]
    yield {
      kind: 'path',
      commands: [
        ['M', x, from],
        ['L', x, to],
      ],
      stroke: 'line',
      strokeWidth: 1,
    }
  }
  for (const shown of face.rows) yield* rowShapes(shown, placed)
  if (face.dividerY !== undefined) yield rule(box, box.y + face.dividerY - 0.5, 'borderStrong')
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
  const radius = face.corner
  const frame = { ...box, height: face.bodyHeight }
  const body: Shape = { kind: 'rect', ...frame, radius, fill: 'surface' }
  const strip: Shape = {
    kind: 'rect',
    x: box.x,
    y: box.y,
    width: box.width,
    height: Math.max(2 * radius, header.strip),
    radius,
    fill: paints.strip,
  }
  const border = (inset: number): Shape => ({
    kind: 'rect',
    ...inflate(frame, -inset),
    radius: Math.max(0, radius - inset),
    stroke: 'borderStrong',
    strokeWidth: 1,
  })
  return {
    role: face.kind,
    id: placed.placement.object,
    title: titleOf(placed),
    box,
    far: [
      { kind: 'rect', ...frame, fill: 'surface', stroke: 'borderStrong', strokeWidth: 1 },
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
    near: [
      body,
      strip,
      ...headerShapes(placed, paints),
      ...bodyShapes(placed),
      border(0.5),
      ...(face.isDouble ? [border(3.5)] : []),
    ],
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
