// A relation's line as shapes: the way, its marks at both ends, and its label.
import { boxAround, inflate, type Side } from '../layout/box'
import { textWidth } from '../layout/metrics'
import { commandsOf, type Command, type Path, type PathEnd } from '../layout/route/path'
import { label, text } from '../layout/sizes'
import type { Cardinality, EndCardinality } from '../model/cardinality'
import type { Color } from '../model/records'
import { turned, type Notation } from './notation/notation'
import { colourPaints, type Paint } from './paints'
import type { Group, Shape } from './shapes'

export const lineWidth = 1.25

export interface LineDrawing {
  readonly id: string
  readonly title: string
  readonly path: Path
  readonly cardinality: Cardinality
  readonly notation: Notation
  /** Sketches and lines that no database knows. */
  readonly isDashed: boolean
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

/** The marks of one end, at their place. The same data serves the screen's own SVG. */
export function endShapes(
  end: PathEnd,
  cardinality: EndCardinality,
  look: { readonly notation: Notation; readonly stroke: Paint },
): readonly Shape[] {
  return look.notation.endMarks(cardinality).map((mark): Shape => {
    const pen = { stroke: look.stroke, strokeWidth: lineWidth }
    if (mark.kind === 'stroke') {
      return { kind: 'path', commands: turnedCommands(mark.commands, end.side, end.point), ...pen }
    }
    const [x, y] = turned(end.side, mark.x, 0)
    return {
      kind: 'circle',
      x: end.point.x + x,
      y: end.point.y + y,
      radius: mark.radius,
      fill: 'ground',
      ...pen,
    }
  })
}

export const lineStroke = (color: Color | undefined): Paint =>
  color === undefined || color === 'none' ? 'line' : colourPaints(color).strip

export function lineGroup(line: LineDrawing): Group {
  const { path, cardinality, notation } = line
  const stroke = lineStroke(line.color)
  const [from, to] = path.ends
  const plain = path.points.map(({ x, y }, i): Command => [i === 0 ? 'M' : 'L', x, y])
  const way = { kind: 'path', stroke, strokeWidth: lineWidth } as const
  const near: Shape = { ...way, commands: commandsOf(path) }
  return {
    role: 'line',
    id: line.id,
    title: line.title,
    box: inflate(boxAround(path.points), 8),
    far: [{ ...way, commands: plain }],
    near: [
      line.isDashed ? { ...near, dash: [5, 4] } : near,
      ...endShapes(from, cardinality.child, { notation, stroke }),
      ...endShapes(to, cardinality.parent, { notation, stroke }),
    ],
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
