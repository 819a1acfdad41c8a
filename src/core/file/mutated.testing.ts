// Schemas of every shape for the laws: the document that has everything, with hostile texts in all its fields and
// some of its records gone.
import fc from 'fast-check'
import { applyEdits } from '../model/edit'
import { emptySchema, kinds, type Row, type Schema } from '../model/schema'
import { joinParts, type SqlPart } from '../model/sqlText'
import { transact } from '../model/transact'
import { everything } from './everything.testing'

const nasty = [
  '',
  '__proto__',
  'constructor',
  '</script><script>alert(1)</script>',
  '"quoted"',
  "it's",
  '`tick`',
  '[brackets]',
  'back\\slash',
  'a\nb',
  '\r\n',
  '\u0000',
  '\u2028',
  '\ud800',
  '\u202Eexe.txt',
  'имя 表 🐘',
  '<<<<<<< HEAD',
  '../../etc/passwd',
  'CON',
  'o',
]

const hostile = fc.oneof(
  fc.constantFrom(...nasty),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string({ maxLength: 8 }),
)

const textFields = new Set([
  'name',
  'comment',
  'note',
  'version',
  'value',
  'key',
  'raw',
  'collation',
  'charset',
  'signature',
  'filter',
  'defaultName',
  'notNullName',
  'operator',
  'operatorClass',
  'childToParent',
  'parentToChild',
])
/** Fields of these records that are plain text although SQL goes by the same name elsewhere. */
const plainText: ReadonlySet<string> = new Set(['source', 'note'])

const isPart = (value: unknown): value is SqlPart =>
  typeof value === 'string' || (typeof value === 'object' && value !== null)

/** A copy with the next of `texts` in every text field. */
function withTexts(value: unknown, next: () => string, key = ''): unknown {
  if (typeof value === 'string') return textFields.has(key) ? next() : value
  if (Array.isArray(value)) {
    const items = value as readonly unknown[]
    if (key === 'parts' && items.some((item) => typeof item === 'string' && !/^c_\d+$/.test(item))) {
      const parts = items.map((item) => (typeof item === 'string' ? next() : withTexts(item, next)))
      return joinParts(parts.filter(isPart)).parts
    }
    if (['tags', 'roles', 'attributes', 'privileges', 'values'].includes(key)) {
      return items.map((item) => (typeof item === 'string' ? next() : withTexts(item, next)))
    }
    return items.map((item) => withTexts(item, next))
  }
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([field, inner]) => [field, withTexts(inner, next, field)]),
  )
}

function mutate(texts: readonly string[], dropped: readonly number[]): Schema {
  let at = 0
  const next = () => texts[at++ % texts.length] ?? ''
  const whole = everything()
  const { edits } = transact(emptySchema, (tx) => {
    let n = 0
    for (const kind of kinds) {
      const rows: ReadonlyMap<string, Row> = whole[kind]
      for (const row of rows.values()) {
        if (kind !== 'project' && dropped.includes(n++)) continue
        const changed = withTexts(row, next) as Row
        tx.put(kind, (plainText.has(kind) ? { ...changed, text: next() } : changed) as never)
      }
    }
  })
  return applyEdits(emptySchema, edits)
}

export const anySchema: fc.Arbitrary<Schema> = fc
  .tuple(fc.array(hostile, { minLength: 1, maxLength: 40 }), fc.array(fc.nat(45), { maxLength: 10 }))
  .map(([texts, dropped]) => mutate(texts, dropped))
