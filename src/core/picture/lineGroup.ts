// A relation's line as shapes: the way, its marks at both ends, and its label.
import { boxAround, inflate, type Point, type Side } from '../layout/box'
import { ellipsize, textWidth } from '../layout/metrics'
import type { LineMeaning } from '../layout/lines'
import {
  commandsOf,
  distance,
  halvesOf,
  middleOf,
  type Command,
  type Path,
  type PathEnd,
} from '../layout/route/path'
import { label, text } from '../layout/sizes'
import type { Color } from '../model/records'
import { turned, type Dash, type End, type EndMark, type Notation } from './notation/notation'
import { colourPaints, type Paint } from './paints'
import type { Group, Shape } from './shapes'

export const lineWidth = 1.25

export interface LineDrawing {
  readonly id: string
  readonly title: string
  readonly path: Path
  readonly meaning: LineMeaning
  readonly notation: Notation
  /** What a notation with diamonds writes into this one. */
  readonly verb?: string
  readonly color?: Color
  readonly label?: string
}

function turnedCommands(
  commands: readonly Command[],
  side: Side,
  { x, y }: { x: number; y: number },
): readonly Command[] {
  const at = (px: number, py: number): readonly [number, number] => {
    const [tx, ty] = turned(side, px, py)
    return [x + tx, y + ty]
  }
  return commands.map((command): Command => {
    switch (command[0]) {
      case 'M':
      case 'L':
        return [command[0], ...at(command[1], command[2])]
      case 'Q':
        return ['Q', ...at(command[1], command[2]), ...at(command[3], command[4])]
      case 'C':
        return [
          'C',
          ...at(command[1], command[2]),
          ...at(command[3], command[4]),
          ...at(command[5], command[6]),
        ]
      case 'Z':
        return command
    }
  })
}

/** Beside the line, clear of it and of the table. */
function endText(end: PathEnd, { text: words, x }: Extract<EndMark, { kind: 'text' }>): Shape {
  const { point, side } = end
  const shape = { kind: 'text', text: words, style: text.end, fill: 'muted', halo: 'halo' } as const
  switch (side) {
    case 'right':
      return { ...shape, x: point.x + x, y: point.y - 5 }
    case 'left':
      return { ...shape, x: point.x - x, y: point.y - 5, align: 'end' }
    case 'top':
      return { ...shape, x: point.x + 5, y: point.y - x }
    case 'bottom':
      return { ...shape, x: point.x + 5, y: point.y + x + 8 }
  }
}

function endShape(end: PathEnd, mark: EndMark, stroke: Paint): Shape {
  const pen = { stroke, strokeWidth: lineWidth }
  switch (mark.kind) {
    case 'text':
      return endText(end, mark)
    case 'stroke':
      return { kind: 'path', commands: turnedCommands(mark.commands, end.side, end.point), ...pen }
    case 'shape': {
      const commands = turnedCommands(mark.commands, end.side, end.point)
      return { kind: 'path', commands, fill: mark.isFilled ? stroke : 'ground', ...pen }
    }
    case 'ring': {
      const [x, y] = turned(end.side, mark.x, 0)
      const at = { x: end.point.x + x, y: end.point.y + y, radius: mark.radius }
      return { kind: 'circle', ...at, fill: mark.isFilled ? stroke : 'ground', ...pen }
    }
  }
}

/** The marks of one end, at their place. The same data serves the screen's own SVG. */
export function endShapes(
  at: { readonly end: PathEnd; readonly of: End },
  meaning: LineMeaning,
  look: { readonly notation: Notation; readonly stroke: Paint },
): readonly Shape[] {
  return look.notation.endMarks(meaning, at.of).map((mark) => endShape(at.end, mark, look.stroke))
}

export const lineStroke = (color: Color | undefined): Paint =>
  color === undefined || color === 'none' ? 'line' : colourPaints(color).strip

const doubleLine = { outer: 4, inner: 1.5 }

/** A double line is a broad one with the ground within. */
function halfShapes(path: Pick<Path, 'points' | 'hops'>, { dash, isDouble, stroke }: Half): readonly Shape[] {
  const way = { kind: 'path', commands: commandsOf(path) } as const
  if (!isDouble) return [{ ...way, stroke, strokeWidth: lineWidth, ...(dash && { dash }) }]
  return [
    { ...way, stroke, strokeWidth: doubleLine.outer },
    { ...way, stroke: 'ground', strokeWidth: doubleLine.inner },
  ]
}

interface Half {
  readonly dash: Dash | undefined
  readonly isDouble: boolean
  readonly stroke: Paint
}

/** The way itself, in two halves where the notation tells them apart. */
function wayShapes({ path, meaning, notation }: LineDrawing, stroke: Paint): readonly Shape[] {
  const half = (end: End): Half => ({
    dash: notation.dash(meaning, end),
    isDouble: notation.isDouble?.(meaning, end) ?? false,
    stroke,
  })
  const [child, parent] = [half('child'), half('parent')]
  if (child.isDouble === parent.isDouble && child.dash?.join() === parent.dash?.join())
    return halfShapes(path, child)
  const [first, second] = halvesOf(path)
  return [...halfShapes(first, child), ...halfShapes(second, parent)]
}

const rhomb = { height: 34, least: 22, most: 168, padding: 18, slope: 1.3 }

function rhombAt({ x, y }: Point, width: number, height: number): readonly Command[] {
  return [
    ['M', x - width / 2, y],
    ['L', x, y - height / 2],
    ['L', x + width / 2, y],
    ['L', x, y + height / 2],
    ['Z'],
  ]
}

/** The relationship as a thing of its own; a small one without words where its line has no room for more. */
function diamondShapes({ path, verb = '', meaning }: LineDrawing, stroke: Paint): readonly Shape[] {
  const at = middleOf(path.points)
  const words = ellipsize(verb, text.end, rhomb.most - 2 * rhomb.padding)
  const wanted = textWidth(words, text.end) * rhomb.slope + 2 * rhomb.padding
  const room = longestStretch(path.points) - 2 * rhomb.padding
  const hasWords = words !== '' && wanted <= room
  const width = hasWords ? wanted : rhomb.least
  const height = hasWords ? rhomb.height : rhomb.least * 0.7
  const pen = { stroke, strokeWidth: lineWidth, fill: 'surface' } as const
  const shapes: Shape[] = [{ kind: 'path', commands: rhombAt(at, width, height), ...pen }]
  // The relationship that a weak thing is told by.
  if (meaning.isIdentifying)
    shapes.push({ kind: 'path', commands: rhombAt(at, width - 10, height - 10 * (height / width)), ...pen })
  if (hasWords)
    shapes.push({
      kind: 'text',
      text: words,
      x: at.x,
      y: at.y + 4,
      style: text.end,
      fill: 'text',
      align: 'middle',
    })
  return shapes
}

function longestStretch(points: readonly Point[]): number {
  return Math.max(0, ...points.map((point, i) => distance(point, points[i - 1] ?? point)))
}

/** Texts at the ends reach further than marks. */
const reach = { marks: 8, texts: 36 }

export function lineGroup(line: LineDrawing): Group {
  const { path, meaning, notation } = line
  const stroke = lineStroke(line.color)
  const [from, to] = path.ends
  const plain = path.points.map(({ x, y }, i): Command => [i === 0 ? 'M' : 'L', x, y])
  const look = { notation, stroke }
  const ends = [
    ...endShapes({ end: from, of: 'child' }, meaning, look),
    ...endShapes({ end: to, of: 'parent' }, meaning, look),
  ]
  return {
    role: 'line',
    id: line.id,
    title: line.title,
    box: inflate(
      boxAround(path.points),
      ends.some(({ kind }) => kind === 'text') ? reach.texts : reach.marks,
    ),
    far: [{ kind: 'path', stroke, strokeWidth: lineWidth, commands: plain }],
    near: [...wayShapes(line, stroke), ...(notation.hasDiamond ? diamondShapes(line, stroke) : []), ...ends],
  }
}

/** A label lies above everything, with a halo in the colour of the ground. */
export function labelGroup({ id, label: words, path }: { id: string; label: string; path: Path }): Group {
  const width = textWidth(words, text.label) + 2 * label.padding
  const { x, y } = path.labelAt
  return {
    role: 'label',
    id,
    title: words,
    box: { x: x - width / 2, y: y - label.height / 2, width, height: label.height },
    far: [],
    near: [
      {
        kind: 'text',
        text: words,
        x,
        y: y + 4,
        style: text.label,
        fill: 'muted',
        align: 'middle',
        halo: 'halo',
      },
    ],
  }
}
