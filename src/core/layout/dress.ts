// What a notation changes in the face of a table: corners, what stands before and behind a name, where the keys stand.
// Crow's foot and min-max tell keys by the marks of the gutter; the others by letters of their own.
import type { Level, Notation } from '../model/records'
import type { Content, ContentRow } from './content'
import { header, radius } from './sizes'

export interface Dress {
  /** Keys and other facts as drawn marks in the gutter, and a ring for "may be null". */
  readonly hasMarks: boolean
  /** Where names of rows begin, when no marks decide it. */
  readonly gutter: number
  readonly cornerOf: (content: Content) => number
  /** The key first, then a line, then the rest. */
  readonly hasKeyArea: boolean
  readonly hasHeaderLine: boolean
  /** The name stands in the middle. */
  readonly isCentred: boolean
  /** Rows are ovals that hang below the header, which alone is the box. */
  readonly hasOvals: boolean
  /** The border is doubled where a table cannot be told without another one. */
  readonly doublesDependent: boolean
  /** What kind of thing it is, above the name. */
  readonly stereotypeOf?: (content: Content, level: Level) => string
  /** A sign in the gutter. */
  readonly leadOf: (shown: ContentRow) => string
  /** Said right behind the name. Where it holds the type, none stands at the right. */
  readonly tagOf: (shown: ContentRow, type: string) => string
  readonly typeIsTag: boolean
}

const none = () => ''

const plain: Dress = {
  hasMarks: true,
  gutter: header.padding,
  cornerOf: () => radius,
  hasKeyArea: false,
  hasHeaderLine: true,
  isCentred: false,
  hasOvals: false,
  doublesDependent: false,
  leadOf: none,
  tagOf: none,
  typeIsTag: false,
}

const isKey = (shown: ContentRow): boolean => shown.mark === 'key'

/** Square where a table stands by itself, round where it cannot be told without another one (FIPS 184). */
const idef1x: Dress = {
  ...plain,
  hasMarks: false,
  cornerOf: ({ isDependent }) => (isDependent ? 12 : 0),
  hasKeyArea: true,
  tagOf: (shown) =>
    [shown.isForeign ? '(FK)' : '', shown.mark === 'unique' ? '(AK)' : '', shown.nullable ? '(O)' : '']
      .filter((tag) => tag !== '')
      .join(' '),
}

const stereotypes: Readonly<Record<Content['kind'], string>> = {
  table: 'table',
  view: 'view',
  enum: 'enumeration',
}

function umlTag(shown: ContentRow, type: string): string {
  const facts = [
    isKey(shown) ? 'PK' : '',
    shown.isForeign ? 'FK' : '',
    shown.isUniqueAlone ? 'unique' : '',
  ].filter((fact) => fact !== '')
  return [
    type === '' ? '' : `: ${type}`,
    shown.nullable ? '[0..1]' : '',
    facts.length > 0 ? `{${facts.join(', ')}}` : '',
  ]
    .filter((part) => part !== '')
    .join(' ')
}

const uml: Dress = {
  ...plain,
  hasMarks: false,
  gutter: 26,
  cornerOf: () => 0,
  isCentred: true,
  stereotypeOf: ({ kind, materialized }, level) =>
    `«${level === 'conceptual' && kind === 'table' ? 'entity' : materialized ? 'materialized view' : stereotypes[kind]}»`,
  leadOf: () => '+',
  tagOf: umlTag,
  typeIsTag: true,
}

/** `#` tells one from another, `*` must be there, `o` may be. */
const barker: Dress = {
  ...plain,
  hasMarks: false,
  gutter: 26,
  cornerOf: () => 16,
  hasHeaderLine: false,
  leadOf: (shown) => (isKey(shown) ? '#' : shown.nullable ? 'o' : '*'),
}

/** Where the comb of a Chen entity's ovals begins, and the room around a name in its oval. */
export const oval = { trunk: 16, left: 32, padding: 12, inset: 2 } as const

const chen: Dress = {
  ...plain,
  hasMarks: false,
  gutter: oval.left + oval.padding,
  cornerOf: () => 0,
  isCentred: true,
  hasOvals: true,
  doublesDependent: true,
  hasHeaderLine: false,
}

export const dresses: Readonly<Record<Notation, Dress>> = {
  crowsFoot: plain,
  minMax: plain,
  idef1x,
  uml,
  barker,
  chen,
}
