// What a column's name alone suggests, the same in every dialect; each dialect says how it spells the meaning.
import { makeColumn } from '../model/factory'
import type { NewId } from '../model/id'
import type { Column, Identity } from '../model/records'
import { sqlText } from '../model/sqlText'
import { undecidedType, type ColumnType } from '../model/type'
import type { SmartColumns, Types } from './dialect'

export interface SmartWords {
  readonly id: string
  readonly identity: Identity
  readonly moment: string
  readonly now: string
  readonly boolean: string
  readonly no: string
  readonly date: string
  readonly time: string
  readonly money: string
  readonly count: string
  readonly ratio: string
  readonly coordinate: string
  readonly shortText: string
  readonly longText: string
  readonly code: (length: number) => string
  readonly uuid: string
  readonly json: string
  readonly bytes: string
  /** A counting spelling as the plain type that can refer to it: serial -> integer. */
  readonly withoutCounting?: (type: ColumnType) => string | undefined
}

type Suggestion = ReturnType<SmartColumns['forName']>
type Meaning = (words: SmartWords) => {
  readonly raw: string
  readonly default?: string
  readonly nullable?: boolean
}

const plain =
  (pick: (words: SmartWords) => string): Meaning =>
  (words) => ({ raw: pick(words) })

/** First match wins, so the more exact patterns stand first. Matched against snake_case in lower case. */
const meanings: readonly (readonly [RegExp, Meaning])[] = [
  [
    /^(?:created|updated|modified|inserted)_(?:at|on|time|date)$|^(?:created|updated)$/,
    (words) => ({ raw: words.moment, default: words.now, nullable: false }),
  ],
  [/_at$|^timestamp$|_timestamp$|_datetime$/, plain((words) => words.moment)],
  [
    /^(?:is|has|can|was|should|allow|enable)_|^(?:active|enabled|deleted|archived|verified|published)$|_flag$/,
    (words) => ({
      raw: words.boolean,
      default: words.no,
      nullable: false,
    }),
  ],
  [/_on$|_date$|^date(?:_|$)|^birth(?:day|date)$|^dob$/, plain((words) => words.date)],
  [/_time$|^time$/, plain((words) => words.time)],
  [/^(?:uuid|guid)$|_(?:uuid|guid)$/, plain((words) => words.uuid)],
  [/_id$/, plain((words) => words.id)],
  [
    /^(?:price|amount|total|subtotal|cost|fee|salary|balance|budget|tax|discount)$|_(?:price|amount|total|cost|fee)$/,
    plain((words) => words.money),
  ],
  [
    /^(?:quantity|qty|count|position|priority|rank|level|age|score|stock|sort_order|duration|size|year|month|day)$|_(?:count|qty|quantity|number|order|seconds|minutes|days|size|year)$/,
    plain((words) => words.count),
  ],
  [
    /^(?:rate|ratio|percent|percentage|weight|height|width|length)$|_(?:rate|ratio|percent)$/,
    plain((words) => words.ratio),
  ],
  [/^(?:lat|lng|lon|latitude|longitude)$/, plain((words) => words.coordinate)],
  [
    /^(?:metadata|settings|config|options|payload|data|preferences|attributes|properties)$|_json$/,
    plain((words) => words.json),
  ],
  [
    /^(?:description|body|content|text|comment|comments|note|notes|bio|summary|message)$|_(?:text|body|notes?|description)$/,
    plain((words) => words.longText),
  ],
  [/^(?:country|country_code)$/, plain((words) => words.code(2))],
  [/^(?:currency|currency_code)$/, plain((words) => words.code(3))],
  [
    /^(?:avatar|photo|image|file|blob|content_hash)_(?:data|bytes)$|^(?:bytes|blob)$/,
    plain((words) => words.bytes),
  ],
]

/** camelCase and kebab-case say the same as snake_case. */
const asSnake = (name: string) =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/[-\s]+/g, '_')
    .toLowerCase()

export function smartColumns(types: Types, words: SmartWords): SmartColumns {
  const suggest = (meaning: Meaning): Suggestion => {
    const { raw, default: value, nullable } = meaning(words)
    return {
      type: types.parse(raw),
      ...(value === undefined ? {} : { default: sqlText(value) }),
      ...(nullable === undefined ? {} : { nullable }),
    }
  }
  return {
    id: (newId: NewId): Column =>
      makeColumn(newId, {
        name: 'id',
        type: types.parse(words.id),
        nullable: false,
        identity: words.identity,
      }),
    forName(name) {
      const snake = asSnake(name)
      const found = meanings.find(([pattern]) => pattern.test(snake))
      return suggest(found ? found[1] : plain((all) => all.shortText))
    },
    forReferenceTo: ({ type }) => {
      if (type === undecidedType) return type
      const raw = words.withoutCounting?.(type)
      return raw === undefined ? type : types.parse(raw)
    },
  }
}
