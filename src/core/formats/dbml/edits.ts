// Changes of a text, collected from several sides and put in order: lines come and go, settings change in place.
import type { DbmlPlace, Span } from './reading'
import type { Said } from './shape'

/** Places are of the text before any change. */
export interface TextChange {
  readonly from: number
  readonly to: number
  readonly insert: string
}

const touches = (a: Span, b: Span): boolean =>
  a.from < b.to && b.from < a.to
    ? true
    : a.from === a.to || b.from === b.to
      ? a.from > b.from && a.to < b.to
      : false

/** What is left of the text once the changes within a span are done. */
export function changedText(text: string, span: Span, changes: readonly TextChange[]): string {
  let out = ''
  let at = span.from
  for (const change of [...changes].sort((a, b) => a.from - b.from || a.to - b.to)) {
    if (change.from < at || change.to > span.to) continue
    out += text.slice(at, change.from) + change.insert
    at = change.to
  }
  return out + text.slice(at, span.to)
}

/** Two names of a key and its opposite. */
const sameKey: Readonly<Record<string, readonly string[]>> = {
  pk: ['pk', 'primary key'],
  'not null': ['not null', 'null'],
}

export class Edits {
  readonly text: string
  private readonly changes: TextChange[] = []

  constructor(text: string) {
    this.text = text
  }

  replace({ from, to }: Span, insert: string): void {
    if (this.text.slice(from, to) !== insert) this.changes.push({ from, to, insert })
  }

  insert(at: number, insert: string): void {
    this.changes.push({ from: at, to: at, insert })
  }

  /** Only where nothing else happens. */
  replaceQuietly(span: Span, insert: string): void {
    if (!this.changes.some((change) => touches(change, span))) this.replace(span, insert)
  }

  /** In order; a change inside another one is part of that. */
  done(): readonly TextChange[] {
    const sorted = this.changes
      .map((change, i) => ({ change, i }))
      .sort((a, b) => a.change.from - b.change.from || a.i - b.i)
    const out: TextChange[] = []
    for (const { change } of sorted) {
      const last = out.at(-1)
      if (last && change.from < last.to && change.to <= last.to) {
        // What comes in where something goes is not lost with it.
        if (change.from === change.to)
          out[out.length - 1] = { ...last, insert: last.insert + this.asLine(change.insert, last) }
        continue
      }
      if (last?.from === change.from && last.to === last.from) {
        out[out.length - 1] = { ...change, insert: last.insert + change.insert }
      } else if (last && change.from < last.to) continue
      else out.push(change)
    }
    return out
  }

  /** A line that came behind another one stands for it when that one goes with its line break. */
  private asLine(insert: string, gone: Span): string {
    return insert.startsWith('\n') && this.text[gone.to - 1] === '\n' ? `${insert.slice(1)}\n` : insert
  }

  /** The end of the line, where only spaces and a comment follow; else the place itself. */
  private lineEnd(at: number): number {
    const rest = /^[^\S\n]*(?:\/\/[^\n]*|\/\*(?:(?!\*\/)[^\n])*\*\/[^\S\n]*)?(?=\r?\n|$)/.exec(
      this.text.slice(at, at + 2000),
    )
    return rest ? at + rest[0].replace(/\r$/, '').length : at
  }

  private lineStart(at: number): number {
    return this.text.lastIndexOf('\n', at - 1) + 1
  }

  /** The spaces in front of an element that is the first of its line. */
  indentOf(at: number): string | undefined {
    const head = this.text.slice(this.lineStart(at), at)
    return /^\s*$/.test(head) ? head : undefined
  }

  /** The element with its line, where it has one of its own. */
  wholeLine(span: Span): Span {
    const [start, end] = [this.lineStart(span.from), this.lineEnd(span.to)]
    const isAlone = this.indentOf(span.from) !== undefined && /^\r?\n|^$/.test(this.text.slice(end, end + 2))
    if (!isAlone) return { from: span.from, to: span.to }
    const after = /^\r?\n/.exec(this.text.slice(end, end + 2))?.[0].length ?? 0
    // The last line takes the line break before it.
    return after > 0 ? { from: start, to: end + after } : { from: Math.max(0, start - 1), to: end }
  }

  removeLine(span: Span): void {
    this.replace(this.wholeLine(span), '')
  }

  /** An element of its own, with the blank line behind it. */
  removeElement(span: Span): void {
    const line = this.wholeLine(span)
    const isBetweenBlanks =
      /(?:^|\n)\r?\n$/.test(this.text.slice(Math.max(0, line.from - 3), line.from)) || line.from === 0
    const blank = isBetweenBlanks ? (/^(?:[^\S\n]*\r?\n)/.exec(this.text.slice(line.to))?.[0].length ?? 0) : 0
    this.replace({ from: line.from, to: line.to + blank }, '')
  }

  /** A line behind another one of the same body. */
  lineAfter(place: Span, text: string, indent: string): void {
    this.insert(this.lineEnd(place.to), `\n${indent}${text.replaceAll('\n', `\n${indent}`)}`)
  }

  /** The first line of a body: behind its brace. */
  lineInside(body: Span, text: string, indent: string): void {
    const at = this.lineEnd(body.from + 1)
    const rest = this.text.slice(at, at + 2)
    const isOpen = /^\r?\n/.test(rest)
    this.insert(at, `\n${indent}${text.replaceAll('\n', `\n${indent}`)}${isOpen ? '' : '\n'}`)
  }

  /** The last line of a body: before its brace. */
  lineAtEnd(body: Span, text: string, indent: string): void {
    const inner = this.text.slice(body.from + 1, body.to - 1)
    const at = body.from + 1 + inner.trimEnd().length
    const lined = `\n${indent}${text.replaceAll('\n', `\n${indent}`)}`
    const place = this.lineEnd(at)
    this.insert(
      place,
      /\n/.test(this.text.slice(place, body.to - 1))
        ? lined
        : `${lined}\n${this.indentOf(body.to - 1) ?? ''}`,
    )
  }

  /** What changed in brackets: each setting by itself. */
  settings(
    place: Pick<DbmlPlace, 'settings'>,
    {
      before,
      after,
      end,
    }: { readonly before: readonly Said[]; readonly after: readonly Said[]; readonly end: number },
  ): void {
    const was = new Map(before.map((one) => [one.key, one.text]))
    const is = new Map(after.map((one) => [one.key, one.text]))
    const items = place.settings?.items ?? []
    const itemOf = (key: string) => items.find((item) => (sameKey[key] ?? [key]).includes(item.key))
    const gone = before.filter(({ key }) => !is.has(key)).flatMap(({ key }) => itemOf(key) ?? [])
    const changed = after.filter(({ key, text }) => was.get(key) !== text)
    const fresh = changed.filter(({ key }) => !itemOf(key))
    for (const { key, text } of changed) {
      const item = itemOf(key)
      if (item && (gone.length === 0 || fresh.length === 0) && gone.length < 2) this.replace(item, text)
    }
    if (!place.settings) {
      if (fresh.length > 0) this.insert(end, ` [${fresh.map(({ text }) => text).join(', ')}]`)
      return
    }
    if (gone.length === 0) this.addItems(place.settings, fresh)
    else this.dropItems(place.settings, { gone, changed, fresh, itemOf })
  }

  private addItems(list: NonNullable<DbmlPlace['settings']>, fresh: readonly Said[]): void {
    const last = list.items.at(-1)
    if (fresh.length === 0) return
    const texts = fresh.map(({ text }) => text).join(', ')
    this.insert(last ? last.to : list.to - 1, last ? `, ${texts}` : texts)
  }

  private dropItems(
    list: NonNullable<DbmlPlace['settings']>,
    given: {
      readonly gone: readonly Span[]
      readonly changed: readonly Said[]
      readonly fresh: readonly Said[]
      readonly itemOf: (key: string) => Span | undefined
    },
  ): void {
    const { gone, changed, fresh, itemOf } = given
    const kept = list.items.filter((item) => !gone.includes(item))
    if (kept.length + fresh.length === 0) {
      const lead = /[^\S\n]*$/.exec(this.text.slice(0, list.from))?.[0].length ?? 0
      this.replace({ from: list.from - lead, to: list.to }, '')
      return
    }
    const [only] = gone
    const at = list.items.findIndex((item) => item === only)
    const [previous, next] = [list.items[at - 1], list.items[at + 1]]
    if (gone.length === 1 && fresh.length === 0 && only) {
      if (previous) this.replace({ from: previous.to, to: only.to }, '')
      else if (next) this.replace({ from: only.from, to: next.from }, '')
      return
    }
    const now = new Map(changed.map(({ key, text }) => [itemOf(key), text]))
    const texts = kept.map((item) => now.get(item) ?? this.text.slice(item.from, item.to))
    this.replace(list, `[${[...texts, ...fresh.map(({ text }) => text)].join(', ')}]`)
  }
}
