// A table or partial: its header, its lines, its blocks.
import { changedText, Edits } from './edits'
import type { DbmlPlace, Span } from './reading'
import { lineText, type Line, type Member, type Said, type TableShape } from './shape'
import type { Patch } from './patching'

interface Shapes {
  readonly place: DbmlPlace
  readonly before: TableShape
  readonly after: TableShape
}

const withoutKey = (settings: readonly Said[]): readonly Said[] => settings.filter(({ key }) => key !== 'pk')
const isKeyLine = ({ settings }: Line): boolean => settings.some(({ key }) => key === 'pk')

/** The lines that have one of their own in the text. */
const isOwn = ({ reading }: Patch, { id }: Line): boolean => reading.places.get(id)?.within === undefined

export function patchTable(patch: Patch, shapes: Shapes): void {
  const { place, before, after } = shapes
  if (JSON.stringify(before) === JSON.stringify(after)) return
  const head = place.body ? trimmedEnd(patch.edits.text, place.body.from) : place.to
  patch.edits.settings(place, { before: before.settings, after: after.settings, end: head })
  patchNote(patch, shapes)
  patchMembers(patch, shapes)
  patchKey(patch, shapes)
  const lines = (list: readonly Line[]) => list.filter((line) => !isKeyLine(line))
  patchBlock(patch, place, { word: 'indexes', before: lines(before.indexes), after: lines(after.indexes) })
  patchBlock(patch, place, { word: 'checks', before: before.checks, after: after.checks })
}

const trimmedEnd = (text: string, at: number): number => text.slice(0, at).trimEnd().length

function indentIn(patch: Patch, place: DbmlPlace, members: readonly Line[]): string {
  for (const { id } of members) {
    const known = patch.reading.places.get(id)
    const indent = known && known.source === patch.source ? patch.edits.indentOf(known.from) : undefined
    if (indent !== undefined && indent !== '') return indent
  }
  return `${patch.edits.indentOf(place.from) ?? ''}  `
}

function patchNote(patch: Patch, { place, before, after }: Shapes): void {
  if (before.note === after.note) return
  const { edits } = patch
  const block = place.blocks?.['note']
  const setting = place.settings?.items.find(({ key }) => key === 'note')
  const value = block?.value ?? (block ? undefined : setting?.value)
  if (after.note !== '' && value) edits.replace(value, after.note)
  else if (block) edits.removeLine(block)
  else if (setting) edits.settings(place, { before: [{ key: 'note', text: '' }], after: [], end: place.to })
  else if (place.body)
    edits.lineAtEnd(place.body, `\nNote: ${after.note}`, indentIn(patch, place, before.members))
}

/** Ids of `now` that do not stand as they stood: the fewest that have to move. */
function movedIn(was: readonly string[], now: readonly string[]): ReadonlySet<string> {
  const both = now.filter((id) => was.includes(id))
  const at = new Map(was.map((id, i) => [id, i]))
  const best: { length: number; link: number }[] = []
  let last = -1
  both.forEach((id, i) => {
    let [length, link] = [1, -1]
    for (let j = 0; j < i; j++) {
      const isBefore = (at.get(both[j] ?? '') ?? 0) < (at.get(id) ?? 0)
      if (isBefore && (best[j]?.length ?? 0) + 1 > length) [length, link] = [(best[j]?.length ?? 0) + 1, j]
    }
    best.push({ length, link })
    if (last < 0 || length > (best[last]?.length ?? 0)) last = i
  })
  const still = new Set<string>()
  for (let i = last; i >= 0; i = best[i]?.link ?? -1) still.add(both[i] ?? '')
  return new Set(both.filter((id) => !still.has(id)))
}

/** The changes inside one line: its type, its settings. */
function changeLine(
  patch: Patch,
  edits: Edits,
  { was, is }: { readonly was: Member; readonly is: Member },
): void {
  const place = patch.reading.places.get(is.id)
  if (!place) return
  if (is.type === undefined) {
    const end = place.settings ? trimmedEnd(patch.edits.text, place.settings.from) : place.to
    if (was.head !== is.head) edits.replace({ from: place.from, to: end }, is.head)
  } else if (was.type !== is.type) {
    if (place.type) edits.replace(place.type, is.type)
    else if (place.name) edits.insert(place.name.to, ` ${is.type}`)
  }
  const isColumn = is.type !== undefined
  const end = isColumn ? (place.type?.to ?? place.name?.to ?? place.to) : place.to
  edits.settings(place, {
    before: isColumn ? withoutKey(was.settings) : was.settings,
    after: isColumn ? withoutKey(is.settings) : is.settings,
    end,
  })
}

/** Lines of one list: changed in place, moved, removed, added behind the one that they stand behind now. */
export function patchLines(
  patch: Patch,
  given: {
    readonly before: readonly Member[]
    readonly after: readonly Member[]
    readonly indent: string
    readonly body: Span
  },
): void {
  const { before, after, indent, body } = given
  const { edits, reading } = patch
  const was = new Map(before.map((line) => [line.id, line]))
  const now = new Set(after.map(({ id }) => id))
  const moved = movedIn(
    before.map(({ id }) => id),
    after.map(({ id }) => id),
  )
  for (const { id } of before) {
    const place = reading.places.get(id)
    if (place && (!now.has(id) || moved.has(id))) edits.removeLine(place)
  }
  let last: DbmlPlace | undefined
  for (const line of after) {
    const place = reading.places.get(line.id)
    const old = was.get(line.id)
    if (old && place && !moved.has(line.id)) {
      changeLine(patch, edits, { was: old, is: line })
      last = place
      continue
    }
    const text = old && place ? movedText(patch, { was: old, is: line, place }) : lineText(line)
    if (last) edits.lineAfter(last, text, indent)
    else edits.lineInside(body, text, indent)
  }
}

/** A line that goes elsewhere, as its author wrote it, with what changed in it. */
function movedText(
  patch: Patch,
  { was, is, place }: { readonly was: Member; readonly is: Member; readonly place: DbmlPlace },
): string {
  const inner = new Edits(patch.edits.text)
  changeLine(patch, inner, { was, is })
  const whole = patch.edits.wholeLine(place)
  const span = { from: place.from, to: Math.max(place.to, whole.to) }
  const structural = inner.done()
  const names = patch.renames.filter(
    (one) => !structural.some((change) => change.from < one.to && one.from < change.to),
  )
  return changedText(patch.edits.text, span, [...structural, ...names]).trimEnd()
}

/** Partials whose columns no longer stand as they do in it: their line gives way to the columns themselves. */
function brokenPartials(patch: Patch, { before, after }: Shapes): ReadonlySet<number> {
  const now = new Map(after.members.map((member) => [member.id, member]))
  const out = new Set<number>()
  for (const member of before.members) {
    const place = patch.reading.places.get(member.id)
    if (place?.within !== 'partial') continue
    const next = now.get(member.id)
    if (
      !next ||
      JSON.stringify([next.head, next.settings]) !== JSON.stringify([member.head, member.settings])
    )
      out.add(place.from)
  }
  return out
}

function patchMembers(patch: Patch, shapes: Shapes): void {
  const { place, before, after } = shapes
  const { edits, reading } = patch
  if (!place.body) return
  const indent = indentIn(patch, place, before.members)
  const broken = brokenPartials(patch, shapes)
  const written = new Set<string>()
  for (const from of broken) {
    const of = before.members.filter(({ id }) => reading.places.get(id)?.from === from)
    const kept = after.members.filter(({ id }) => of.some((one) => one.id === id))
    for (const { id } of kept) written.add(id)
    const [first] = of
    const span = first && reading.places.get(first.id)
    if (span && kept.length > 0) edits.replace(span, kept.map(lineText).join(`\n${indent}`))
    else if (span) edits.removeLine(span)
  }
  const partialOf = ({ comesWith }: Member) => comesWith !== undefined
  const isLine = (member: Member) =>
    isOwn(patch, member) && !written.has(member.id) && !(partialOf(member) && !reading.places.has(member.id))
  patchLines(patch, {
    before: before.members.filter(isLine),
    after: after.members.filter(isLine),
    indent,
    body: place.body,
  })
  const known = new Set(before.members.flatMap(({ comesWith }) => comesWith ?? []))
  const fresh = new Set(
    after.members.flatMap(({ id, comesWith }) =>
      comesWith !== undefined && !known.has(comesWith) && !reading.places.has(id) ? [comesWith] : [],
    ),
  )
  for (const name of fresh) edits.lineInside(place.body, `~${name}`, indent)
}

const keyOf = (shape: TableShape): string =>
  JSON.stringify([
    shape.members.flatMap(({ id, settings }) => (settings.some(({ key }) => key === 'pk') ? [id] : [])),
    shape.indexes.filter(isKeyLine).map(lineText),
  ])

/** The primary key stands at columns or among the indexes: the old word goes, the new one comes. */
function patchKey(patch: Patch, { place, before, after }: Shapes): void {
  if (keyOf(before) === keyOf(after)) return
  const { edits, reading } = patch
  const gone = [{ key: 'pk', text: '' }]
  const isMarked = ({ settings }: Line) => settings.some(({ key }) => key === 'pk')
  const now = new Map(after.members.map((member) => [member.id, member]))
  for (const member of before.members) {
    const at = reading.places.get(member.id)
    if (!at || at.within || !now.has(member.id)) continue
    const isSaid = at.settings?.items.some(({ key }) => key === 'pk' || key === 'primary key') ?? false
    const wants = isMarked(now.get(member.id) ?? member)
    const end = at.type?.to ?? at.to
    if (isSaid && !wants) edits.settings(at, { before: gone, after: [], end })
    if (!isSaid && wants) edits.settings(at, { before: [], after: [{ key: 'pk', text: 'pk' }], end })
  }
  const line = patch.reading.schema.table.get(before.id as never)?.primaryKey
  const keyPlace = line && reading.places.get(line.id)
  if (keyPlace && !keyPlace.within) edits.removeLine(keyPlace)
  const lines = after.indexes.filter(isKeyLine)
  if (lines.length > 0) patchBlock(patch, place, { word: 'indexes', before: [], after: lines })
}

/** The lines of `indexes` or `checks`; the block itself comes and goes with them. */
function patchBlock(
  patch: Patch,
  place: DbmlPlace,
  {
    word,
    before,
    after,
  }: {
    readonly word: 'indexes' | 'checks'
    readonly before: readonly Line[]
    readonly after: readonly Line[]
  },
): void {
  const { edits, reading } = patch
  inlineChecks(patch, place, { before, after })
  const own = (list: readonly Line[]) => list.filter((line) => isOwn(patch, line))
  const [was, is] = [own(before), own(after)]
  const block = place.blocks?.[word]
  const isEmptied = word === 'checks' && block && was.length > 0 && is.length === 0
  if (isEmptied) edits.removeLine(block)
  else if (block?.value) {
    const indent = indentIn(patch, { ...place, from: block.from }, was)
    patchLines(patch, { before: was, after: is, indent, body: block.value })
  } else if (is.length > 0 && place.body) {
    const indent = indentIn(patch, place, membersAt(reading, place))
    const lines = is.map((line) => `  ${lineText(line)}`)
    edits.lineAtEnd(place.body, `\n${word} {\n${lines.join('\n')}\n}`, indent)
  }
}

const membersAt = (reading: Patch['reading'], place: DbmlPlace): readonly Line[] =>
  [...reading.places]
    .filter(([, one]) => one.type && one.from > place.from && one.to < place.to)
    .map(([id]) => ({ id, head: '', settings: [] }))

/** Checks that stand in the brackets of a column. */
function inlineChecks(
  patch: Patch,
  place: DbmlPlace,
  { before, after }: { readonly before: readonly Line[]; readonly after: readonly Line[] },
): void {
  const { edits, reading } = patch
  const now = new Map(after.map((line) => [line.id, line]))
  for (const line of before) {
    const at = reading.places.get(line.id)
    if (at?.within !== 'setting') continue
    const next = now.get(line.id)
    if (next?.head === line.head) continue
    if (next) edits.replace(at, `check: ${next.head}`)
    else removeSetting(edits, reading, { at, within: place })
  }
}

/** One item of some brackets, found by its place. */
export function removeSetting(
  edits: Edits,
  reading: Patch['reading'],
  { at, within }: { readonly at: Span; readonly within: Span },
): void {
  for (const place of reading.places.values()) {
    const isHere = place.from >= within.from && place.to <= within.to
    const item = isHere ? place.settings?.items.find((one) => one.from === at.from) : undefined
    if (!item || !place.settings) continue
    const only = {
      ...place.settings,
      items: place.settings.items.map((one) => (one === item ? { ...one, key: '\u0000' } : one)),
    }
    edits.settings({ settings: only }, { before: [{ key: '\u0000', text: '' }], after: [], end: place.to })
    return
  }
}
