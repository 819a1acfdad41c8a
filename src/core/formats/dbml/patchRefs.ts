// Relations: as elements of their own and as settings of a column.
import { inOrder } from '../../model/schema'
import { addElement, placeIn, type Patch } from './patching'
import { removeSetting } from './patchTable'
import type { DbmlPlace } from './reading'
import { refText, relationShapes, type RefShape } from './relation'
import { identifier } from './spell'

const flipped: Readonly<Record<string, string>> = { '<': '>', '>': '<' }

/** The operator seen from the other side. */
const flip = (operator: string): string =>
  [...operator]
    .reverse()
    .map((char) => flipped[char] ?? char)
    .join('')
    .replace('><', '<>')

const sides = ({ left, operator, right }: RefShape): string => `${left} ${operator} ${right}`

/** The setting of the column that it stands at; nothing when it can no longer stand there. */
function inlineText(patch: Patch, place: DbmlPlace, ref: RefShape): string | undefined {
  if (ref.settings.length > 0 || ref.name !== '') return undefined
  const { after, reading, source } = patch
  for (const table of after.schema.table.values()) {
    for (const { id } of table.columns) {
      const at = reading.places.get(id)
      if (at?.source !== source || at.within || at.from > place.from || at.to < place.to) continue
      const own = `${after.names.object(table.id)}.${after.names.column(id)}`
      if (ref.left === own) return `ref: ${ref.operator} ${ref.right}`
      if (ref.right === own) return `ref: ${flip(ref.operator)} ${ref.left}`
    }
  }
  return undefined
}

function changeElement(
  patch: Patch,
  place: DbmlPlace,
  { was, is }: { readonly was: RefShape; readonly is: RefShape },
): void {
  const { edits } = patch
  if (was.name !== is.name) {
    const name = is.name === '' ? '' : identifier(is.name)
    if (place.name && name !== '') edits.replace(place.name, name)
    else if (place.name) edits.replace({ from: place.name.from - 1, to: place.name.to }, '')
    else edits.insert(place.from + 3, ` ${name}`)
  }
  if (sides(was) !== sides(is) && place.fullName) edits.replace(place.fullName, sides(is))
  edits.settings(place, { before: was.settings, after: is.settings, end: place.fullName?.to ?? place.to })
}

export function patchRefs(patch: Patch): void {
  const { before, after, edits, reading } = patch
  const was = new Map(relationShapes(before, inOrder(before.schema.relation)).map((ref) => [ref.id, ref]))
  const now = relationShapes(after, inOrder(after.schema.relation))
  const alive = new Set(now.map(({ id }) => id))
  const whole = { from: 0, to: edits.text.length }
  const drop = (place: DbmlPlace) => {
    if (place.within === 'setting') removeSetting(edits, reading, { at: place, within: whole })
    else if (!place.within) edits.removeElement(place)
  }
  let last = 0
  for (const { id } of was.values()) {
    const place = placeIn(patch, id)
    if (place && !place.within && alive.has(id)) last = Math.max(last, place.to)
    if (place && !alive.has(id)) drop(place)
  }
  const fresh: string[] = []
  for (const ref of now) {
    const old = was.get(ref.id)
    const place = placeIn(patch, ref.id)
    if (!old && !place) fresh.push(refText(ref))
    if (!old || !place || JSON.stringify(old) === JSON.stringify(ref)) continue
    if (!place.within) changeElement(patch, place, { was: old, is: ref })
    else if (place.within === 'setting') {
      const text = inlineText(patch, place, ref)
      if (text !== undefined) edits.replace(place, text)
      else {
        drop(place)
        fresh.push(refText(ref))
      }
    }
  }
  if (fresh.length === 0) return
  if (last === 0) addElement(edits, 0, fresh.join('\n'))
  else edits.insert(lineEnd(edits.text, last), `\n${fresh.join('\n')}`)
}

function lineEnd(text: string, at: number): number {
  const line = /^[^\n]*/.exec(text.slice(at))?.[0].replace(/\r$/, '') ?? ''
  return /^[^\S\n]*(?:\/\/.*)?$/.test(line) ? at + line.length : at
}
