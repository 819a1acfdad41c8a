// What a tile shows: the same shapes as near by, with less of them the smaller they get. Names stay readable for as
// long as there is room for a few letters.
import { ellipsize, textWidth } from '../../core/layout/metrics'
import { colourPaints } from '../../core/picture/paints'
import { areaGroup, noteGroup } from '../../core/picture/frames'
import { tableGroup } from '../../core/picture/tableGroup'
import type { Group } from '../../core/picture/shapes'
import type { RelationId } from '../../core/model/id'
import { grown, type Box } from '../box'
import { drawLine } from '../edges/drawing'
import { linesAcross, pathNow } from '../edges/routes'
import { nearNow } from '../focus'
import { isFace, type Drawn, type DrawnTable } from '../project'
import { stage } from '../stage'
import { themeNow } from '../theme'
import { colour, drawShapes, fontOf, type Pen } from './pen'

/** Canvas pixels per unit below which rows are no more than a texture, and below which names are none. */
const rowsFrom = 0.34
const namesFrom = 0.06
const faded = 0.18

export interface Left {
  readonly items: ReadonlySet<string>
  readonly lines: ReadonlySet<RelationId>
}

export const groupOf = (drawn: Drawn): Group => {
  if (drawn.kind === 'note') return noteGroup(drawn.note)
  if (drawn.kind === 'area') return areaGroup(drawn.area, drawn.group)
  return tableGroup(drawn.placed, drawn.color)
}

const largest = 11.5
const smallest = 6.5

/** The name across the table: as large as one reads, smaller where that makes it fit, and none where it says nothing. */
function drawName(pen: Pen, { box, placed, color }: DrawnTable, zoom: number): void {
  const { name, isUnnamed } = placed.face.header
  const padding = Math.min(12, box.width * 0.05)
  const room = box.width - 2 * padding
  const natural = textWidth(name, { size: 1, weight: 600 })
  const size = Math.max(smallest / zoom, Math.min(largest / zoom, room / natural, box.height * 0.7))
  const style = { size, weight: 600 } as const
  const shown = ellipsize(name, style, room + 0.5 / zoom)
  if (shown.length < 4 && shown !== name) return
  pen.font = fontOf(style, isUnnamed)
  pen.textAlign = 'start'
  pen.textBaseline = 'middle'
  pen.fillStyle = colour(color === 'none' ? 'text' : colourPaints(color).ink, themeNow())
  // In the header while it is high enough, else in the middle of what there is.
  pen.fillText(shown, box.x + padding, Math.max(box.y + 22, box.y + Math.min(box.height / 2, size * 0.8)))
  pen.textBaseline = 'alphabetic'
}

function drawFarTable(pen: Pen, drawn: DrawnTable, zoom: number): void {
  const theme = themeNow()
  const { box, placed } = drawn
  const { tint, strip } = colourPaints(drawn.color)
  if (zoom < namesFrom) {
    // A few pixels: one patch of colour tells more than a frame would.
    pen.fillStyle = colour(drawn.color === 'none' ? 'control' : strip, theme)
    pen.fillRect(box.x, box.y, box.width, box.height)
    return
  }
  pen.fillStyle = colour('surface', theme)
  pen.fillRect(box.x, box.y, box.width, box.height)
  const head = zoom < namesFrom * 2 ? box.height : Math.min(box.height, Math.max(40, 16 / zoom))
  pen.fillStyle = colour(tint, theme)
  pen.fillRect(box.x, box.y, box.width, head)
  pen.fillStyle = colour(strip, theme)
  pen.fillRect(box.x, box.y, box.width, Math.max(4, 2 / zoom))
  if (zoom > 0.14) {
    // Rows as a quiet texture: one bar for each name, as long as it is.
    pen.fillStyle = colour('border', theme)
    for (const { y, nameX, name } of placed.face.rows) {
      if (y + 8 < head) continue
      pen.fillRect(box.x + nameX, box.y + y + 9, Math.min(box.width - nameX - 24, name.length * 6.2), 6)
    }
  }
  pen.strokeStyle = colour('borderStrong', theme)
  pen.lineWidth = Math.max(1, 0.8 / zoom)
  pen.strokeRect(box.x, box.y, box.width, box.height)
  if (zoom >= namesFrom) drawName(pen, drawn, zoom)
}

export function drawItem(pen: Pen, drawn: Drawn, zoom: number): void {
  if (isFace(drawn) && zoom < rowsFrom) drawFarTable(pen, drawn, zoom)
  else if (drawn.kind === 'note' && zoom < 0.2) drawShapes(pen, groupOf(drawn).far, { theme: themeNow() })
  else drawShapes(pen, groupOf(drawn).near, { theme: themeNow(), leastStroke: 0.7 / zoom })
}

function drawItems(pen: Pen, area: Box, { zoom, left }: { zoom: number; left: Left }): readonly Drawn[] {
  const { drawing, index } = stage.getState()
  const shown: Drawn[] = []
  for (const id of index.search(area)) {
    const drawn = left.items.has(id) ? undefined : drawing.items.get(id)
    if (drawn) shown.push(drawn)
  }
  for (const drawn of shown) if (drawn.kind === 'area') drawItem(pen, drawn, zoom)
  return shown
}

export function drawOneLine(pen: Pen, id: RelationId, look: { zoom: number; stroke?: string }): void {
  const { drawing } = stage.getState()
  const line = drawing.lines.get(id)
  const path = pathNow(id)
  const group = line && path && drawLine(drawing, line, path)
  if (!group) return
  const shapes = look.zoom < rowsFrom ? group.far : group.near
  const leastStroke = (look.stroke ? 1.25 : 0.75) / look.zoom
  drawShapes(pen, shapes, { theme: themeNow(), leastStroke, ...(look.stroke && { stroke: look.stroke }) })
}

function isFadedLine(id: RelationId, near: ReadonlySet<string> | undefined): boolean {
  const line = near && stage.getState().drawing.lines.get(id)
  return Boolean(line && !(near.has(line.from.object) && near.has(line.to.object)))
}

/** Thousands of lines at once are a fog: the thinner they get, the less they weigh. */
const lineAlpha = (zoom: number): number => Math.min(1, 0.1 + zoom * 3)

export function paintArea(
  pen: Pen,
  area: Box,
  { zoom, left }: { readonly zoom: number; readonly left: Left },
): void {
  const near = nearNow()
  const reach = grown(area, 4 / zoom)
  const items = drawItems(pen, reach, { zoom, left })
  for (const id of linesAcross(reach)) {
    if (left.lines.has(id)) continue
    pen.globalAlpha = lineAlpha(zoom) * (isFadedLine(id, near) ? faded : 1)
    drawOneLine(pen, id, { zoom })
  }
  pen.globalAlpha = 1
  for (const drawn of items) {
    if (drawn.kind === 'area') continue
    pen.globalAlpha = near?.has(drawn.id) === false ? faded : 1
    drawItem(pen, drawn, zoom)
  }
  pen.globalAlpha = 1
}
