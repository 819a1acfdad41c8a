// What stands around a picture that leaves the house: a legend of its notation and a title block, below everything.
import { bottom, inflate, right, union, type Box } from '../layout/box'
import type { LineMeaning } from '../layout/lines'
import { ellipsize, textWidth, type TextStyle } from '../layout/metrics'
import { text } from '../layout/sizes'
import type { EndCardinality } from '../model/cardinality'
import type { Notation as NotationId } from '../model/records'
import { notationLabels } from './labels'
import { endShapes, lineWidth } from './lineGroup'
import { notations } from './notation'
import { endWords, type End, type Notation } from './notation/notation'
import type { Group, Scene, Shape } from './shapes'

export interface TitleBlock {
  readonly name: string
  readonly version: string
  /** As its author typed it: a picture knows no clock. */
  readonly date: string
}

export interface Furniture {
  readonly legend?: NotationId
  readonly title?: TitleBlock
  readonly margin: number
}

const gap = 24
const padding = 16
const line = { length: 44, height: 24, box: 10 }

const one: EndCardinality = { min: 1, max: 1 }

const every: readonly EndCardinality[] = [
  { min: 1, max: 1 },
  { min: 0, max: 1 },
  { min: 1, max: 'many' },
  { min: 0, max: 'many' },
]

interface Sample {
  readonly meaning: LineMeaning
  readonly end: End
  readonly words: string
}

const meant = (both: EndCardinality, isIdentifying = false): LineMeaning => ({
  cardinality: { child: both, parent: both },
  isIdentifying,
  isSketch: false,
})

/** How a notation tells that a child has its parent's key in its own; crow's foot and min-max do not. */
const identifying: Partial<Record<NotationId, Sample>> = {
  idef1x: { meaning: meant({ min: 0, max: 'many' }, true), end: 'child', words: 'told apart by its parent' },
  barker: { meaning: meant({ min: 1, max: 'many' }, true), end: 'child', words: 'told apart by its parent' },
  uml: { meaning: meant({ min: 1, max: 1 }, true), end: 'parent', words: 'its parts are told apart by it' },
}

function samplesOf(notation: NotationId): readonly Sample[] {
  // Min-max counts at the other side: what one row of this table takes part in.
  const tail = notation === 'minMax' ? ' for one of these' : ''
  const own = every.map((end): Sample => {
    const both = meant(end)
    // A line between two that are many each is always solid in IDEF1X.
    const cardinality = notation === 'idef1x' ? { child: end, parent: one } : both.cardinality
    return { meaning: { ...both, cardinality }, end: 'child', words: endWords(end) + tail }
  })
  // Chen counts the most only; that there must be one is told by a double line.
  const shown = notation === 'chen' ? own.filter((_, i) => i === 0 || i === 3) : own
  const more = identifying[notation]
  return more ? [...shown, more] : shown
}

function sampleShapes(
  { meaning, end, words }: Sample,
  notation: Notation,
  { x, y }: { readonly x: number; readonly y: number },
): readonly Shape[] {
  const middle = y + line.height / 2
  const start = x + line.box
  const dash = notation.dash(meaning, end)
  const point = { x: start, y: middle }
  return [
    {
      kind: 'rect',
      x,
      y: y + 4,
      width: line.box,
      height: line.height - 8,
      fill: 'surface',
      stroke: 'borderStrong',
    },
    {
      kind: 'path',
      commands: [
        ['M', start, middle],
        ['L', start + line.length, middle],
      ],
      stroke: 'line',
      strokeWidth: lineWidth,
      ...(dash && { dash }),
    },
    ...endShapes({ end: { point, side: 'right' }, of: end }, meaning, { notation, stroke: 'line' }),
    {
      kind: 'text',
      text: words,
      x: start + line.length + 12,
      y: middle + 4,
      style: text.column,
      fill: 'muted',
    },
  ]
}

const plate = (box: Box): Shape => ({
  kind: 'rect',
  ...box,
  radius: 8,
  fill: 'surface',
  stroke: 'border',
  strokeWidth: 1,
})

function legendGroup(id: NotationId, at: { readonly x: number; readonly y: number }): Group {
  const samples = samplesOf(id)
  const widest = Math.max(...samples.map(({ words }) => textWidth(words, text.column)))
  const width = 2 * padding + line.box + line.length + 12 + Math.ceil(widest)
  const box = { ...at, width, height: 2 * padding + 20 + samples.length * line.height }
  const title = notationLabels[id]
  const near: readonly Shape[] = [
    plate(box),
    { kind: 'text', text: title, x: at.x + padding, y: at.y + padding + 9, style: text.name, fill: 'text' },
    ...samples.flatMap((sample, i) =>
      sampleShapes(sample, notations[id], { x: at.x + padding, y: at.y + padding + 20 + i * line.height }),
    ),
  ]
  return { role: 'legend', id: 'legend', title: `Legend: ${title}`, box, far: [plate(box)], near }
}

const blockWidth = { least: 180, most: 480 }

function titleGroup(
  { name, version, date }: TitleBlock,
  corner: { readonly x: number; readonly y: number },
): Group {
  const rows: readonly (readonly [string, TextStyle])[] = [
    [name, text.area],
    [version, text.column],
    [date, text.column],
  ]
  const shown = rows.filter(([words]) => words.trim() !== '')
  const widest = Math.max(0, ...shown.map(([words, style]) => textWidth(words, style)))
  const width = Math.min(blockWidth.most, Math.max(blockWidth.least, Math.ceil(widest) + 2 * padding))
  const box = { x: corner.x - width, y: corner.y, width, height: 2 * padding + shown.length * 20 - 6 }
  const near: Shape[] = [plate(box)]
  shown.forEach(([words, style], i) => {
    near.push({
      kind: 'text',
      text: ellipsize(words, style, width - 2 * padding),
      x: box.x + padding,
      y: box.y + padding + 11 + i * 20,
      style,
      fill: i === 0 ? 'text' : 'muted',
    })
  })
  return { role: 'legend', id: 'title', title: `Title: ${name}`, box, far: [plate(box)], near }
}

/** The scene with what was asked for below it. */
export function furnished(scene: Scene, { legend, title, margin }: Furniture): Scene {
  if (!legend && !title) return scene
  const content = inflate(scene.bounds, -margin)
  const y = bottom(content) + gap
  const left = legend ? [legendGroup(legend, { x: content.x, y })] : []
  const legendRight = left[0] ? right(left[0].box) + gap : content.x
  // A title block of a narrow picture makes it wider rather than lie on the legend.
  const own = title && titleGroup(title, { x: right(content), y })
  const moved =
    title && own && own.box.x < legendRight ? titleGroup(title, { x: legendRight + own.box.width, y }) : own
  const added = [...left, ...(moved ? [moved] : [])]
  return {
    ...scene,
    bounds: inflate(union([content, ...added.map(({ box }) => box)]), margin),
    groups: [...scene.groups, ...added],
  }
}
