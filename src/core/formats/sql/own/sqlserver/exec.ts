// EXEC: procedures of the system that say something of the schema, and statements in strings.
import type { ObjectKind, ObjectName, Said, Subject } from '../../statement'
import type { Cursor } from '../cursor'
import { kinds } from '../lexer'
import type { Context, Read, StatementReader } from '../tongue'

interface Given {
  /** By name in small letters, and by place: "0", "1"… */
  readonly values: ReadonlyMap<string, string>
  /** Not all of them could be read as texts. */
  readonly isPartial: boolean
}

function valueOf(c: Cursor): string | undefined {
  if (c.kind() === kinds.string) return c.string()
  if (c.take('NULL') || c.take('DEFAULT')) return ''
  if (c.kind() === kinds.parameter) return undefined
  // A bare name is a text here: N'SCHEMA', [Person].
  if (c.seesName() && c.at === c.end - 1) return c.name()
  return c.isDone ? undefined : c.takeRest()
}

/** @name = N'…' or N'…', one behind the other. */
function given(c: Cursor): Given {
  const values = new Map<string, string>()
  let isPartial = false
  c.items().forEach((item, i) => {
    let key = String(i)
    if (item.kind() === kinds.parameter && item.word(1) === '=') {
      key = item.source().toLowerCase()
      item.skip(2)
    }
    const value = valueOf(item)
    if (value === undefined) isPartial = true
    else values.set(key, value)
  })
  return { values, isPartial }
}

const kindOf: Readonly<Partial<Record<string, ObjectKind>>> = {
  TABLE: 'table',
  VIEW: 'view',
  INDEX: 'index',
  TRIGGER: 'trigger',
  PROCEDURE: 'routine',
  FUNCTION: 'routine',
  AGGREGATE: 'routine',
  SEQUENCE: 'sequence',
  TYPE: 'type',
}

type Level = readonly [kind: string, name: string]

/** What the levels of an extended property lead to. */
function subjectOf(levels: readonly Level[]): Subject | undefined {
  const [home, first, second] = levels
  const schema = home?.[1] ?? ''
  if (levels.length === 1) return { kind: 'schema', name: { name: schema } }
  if (!first) return undefined
  const name: ObjectName = { schema, name: first[1] }
  const kind = kindOf[first[0]]
  if (!kind) return undefined
  if (!second) return { kind, name }
  if (second[0] === 'COLUMN') return { kind: 'column', name, column: second[1] }
  if (second[0] === 'CONSTRAINT') return { kind: 'constraint', name: { name: second[1] }, on: name }
  const inner = kindOf[second[0]]
  return inner === 'index' || inner === 'trigger'
    ? { kind: inner, name: { name: second[1] }, on: name }
    : undefined
}

function property({ values, isPartial }: Given): Said | undefined {
  const at = (name: string, place: number) => values.get(name) ?? values.get(String(place)) ?? ''
  if (isPartial || at('@name', 0).toLowerCase() !== 'ms_description') return undefined
  const levels = [0, 1, 2].flatMap((i): readonly Level[] => {
    const kind = at(`@level${i}type`, 2 + 2 * i).toUpperCase()
    return kind === '' ? [] : [[kind, at(`@level${i}name`, 3 + 2 * i)]]
  })
  if (levels[0]?.[0] !== 'SCHEMA' && levels[0]?.[0] !== 'USER') return undefined
  const on = subjectOf(levels)
  return on && { kind: 'comment', on, text: at('@value', 1) }
}

/** 'dbo.t.a' in the parts that a name has. */
const partsOf = (text: string): readonly string[] =>
  [...text.matchAll(/\[((?:[^\]]|\]\])*)\]|"((?:[^"]|"")*)"|([^.[\]"]+)/g)].map(
    ([, bracketed, quoted, plain]) =>
      bracketed?.replaceAll(']]', ']') ?? quoted?.replaceAll('""', '"') ?? plain ?? '',
  )

function rename(c: Cursor, { values, isPartial }: Given): Said | undefined {
  const parts = partsOf(values.get('@objname') ?? values.get('0') ?? '')
  const to = values.get('@newname') ?? values.get('1')
  const what = (values.get('@objtype') ?? values.get('2') ?? 'OBJECT').toUpperCase()
  const [last, ...before] = [...parts].reverse()
  if (isPartial || to === undefined || last === undefined) return undefined
  const owner = before.length > 0 ? c.naming.object([...before].reverse()) : undefined
  if (what === 'COLUMN' && owner) {
    return { kind: 'alterTable', name: owner, actions: [{ do: 'renameColumn', column: last, to }] }
  }
  if (what === 'INDEX' && owner) {
    return {
      kind: 'alterTable',
      name: owner,
      actions: [{ do: 'renameConstraint', name: last, to, what: 'index' }],
    }
  }
  return what === 'OBJECT'
    ? { kind: 'rename', what: { kind: 'table', name: c.naming.object(parts) }, to: { name: to } }
    : undefined
}

function addType(c: Cursor, { values }: Given): Said | undefined {
  const name = values.get('@typename') ?? values.get('0')
  const type = values.get('@phystype') ?? values.get('1')
  if (name === undefined || type === undefined) return undefined
  const nullable = !/^not\s+null$/i.test(values.get('@nulltype') ?? values.get('2') ?? '')
  return { kind: 'createDomain', name: c.naming.object(partsOf(name)), type, nullable, checks: [] }
}

/** Procedures that set up a server or a session. */
const ofTheServer: ReadonlySet<string> = new Set(
  `sp_dboption sp_configure sp_addlogin sp_adduser sp_grantdbaccess sp_fulltext_database sp_tableoption sp_helptext
  sp_refreshview sp_recompile sp_updatestats sp_changedbowner sp_defaultdb`.split(/\s+/),
)

/** Reads a statement that stands in a string. */
export type ReadInner = (text: string, ctx: Context) => readonly Said[] | undefined

const holdsSchema = /\b(?:create|alter|drop)\b/i

/** EXEC [@result =] procedure arguments, EXEC('statement'). */
export const execute =
  (readInner: ReadInner): StatementReader =>
  (c, ctx): Read => {
    c.skip()
    const inString = c.word() === '(' ? c.group()?.inner : undefined
    if (inString) {
      const text = inString.string()
      c.at = c.end
      return text !== undefined && inString.isDone ? readInner(text, ctx) : undefined
    }
    if (c.kind() === kinds.parameter && c.word(1) === '=') c.skip(2)
    const procedure = (c.chain().at(-1) ?? '').toLowerCase()
    const rest = c.over(c.at, c.end)
    c.at = c.end
    const all = given(rest)
    switch (procedure) {
      case 'sp_addextendedproperty':
        return property(all)
      case 'sp_rename':
        return rename(c, all)
      case 'sp_addtype':
        return addType(c, all)
      case 'sp_executesql': {
        const text = all.values.get('@statement') ?? all.values.get('@stmt') ?? all.values.get('0')
        return text !== undefined && holdsSchema.test(text) ? readInner(text, ctx) : undefined
      }
      default:
        return ofTheServer.has(procedure) ? { kind: 'nothing', what: procedure } : undefined
    }
  }
