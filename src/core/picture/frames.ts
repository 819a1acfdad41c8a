// Subject areas and sticky notes as shapes.
import { ellipsize } from '../layout/metrics'
import { area as areaSizes, note as noteSizes, text } from '../layout/sizes'
import { wrap } from '../layout/wrap'
import type { Area, Group as SubjectGroup, Note } from '../model/records'
import { colourPaints } from './paints'
import type { Group, Shape } from './shapes'

const boxOf = ({ x, y, width, height }: Area | Note) => ({ x, y, width, height })

export function areaGroup(area: Area, group: SubjectGroup | undefined): Group {
  const box = boxOf(area)
  const paints = colourPaints(group?.color ?? 'none')
  const name = group?.name ?? ''
  const words = ellipsize(name === '' ? 'Unnamed area' : name, text.area, box.width - 2 * areaSizes.padding)
  const frame: Shape[] = [
    { kind: 'rect', ...box, radius: 12, fill: paints.tint, opacity: 0.55 },
    { kind: 'rect', ...box, radius: 12, stroke: paints.strip, strokeWidth: 1, opacity: 0.5 },
  ]
  const title = { kind: 'text', text: words, x: box.x + 16, y: box.y + 23, style: text.area } as const
  return {
    role: 'area',
    id: area.id,
    title: `Area ${name}`,
    box,
    far: frame,
    near: [
      ...frame,
      name === '' ? { ...title, fill: 'faint', isItalic: true } : { ...title, fill: paints.ink },
    ],
  }
}

export function noteLines(note: Note): { readonly name: string; readonly lines: readonly string[] } {
  const width = note.width - 2 * noteSizes.padding
  const name = ellipsize(note.name, text.noteName, width)
  const height = note.height - 2 * noteSizes.padding - (name === '' ? 0 : 22)
  return {
    name,
    lines: wrap(note.text, text.note, { width, lines: Math.floor(height / noteSizes.lineHeight) }),
  }
}

export function noteGroup(note: Note): Group {
  const box = boxOf(note)
  const paints = colourPaints(note.color)
  const plate: Shape = { kind: 'rect', ...box, radius: 4, fill: paints.tint }
  const border: Shape = {
    kind: 'rect',
    ...box,
    radius: 4,
    stroke: paints.strip,
    strokeWidth: 1,
    opacity: 0.4,
  }
  const { name, lines } = noteLines(note)
  const x = box.x + noteSizes.padding
  let y = box.y + noteSizes.padding + 13
  const words: Shape[] = []
  if (name !== '') {
    words.push({ kind: 'text', text: name, x, y, style: text.noteName, fill: paints.ink })
    y += 22
  }
  for (const line of lines) {
    if (line !== '') words.push({ kind: 'text', text: line, x, y, style: text.note, fill: paints.ink })
    y += noteSizes.lineHeight
  }
  return {
    role: 'note',
    id: note.id,
    title: `Note ${note.name || note.text.slice(0, 60)}`,
    box,
    far: [plate, border],
    near: [plate, border, ...words],
  }
}
