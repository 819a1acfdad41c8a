// What all parts of the writer share: the schema, its names as DBML takes them, the SQL of its texts, and a place
// for what cannot be said.
import { dialects } from '../../dialects'
import { palette } from '../../layout/palette'
import { inOrder, projectOf, type Schema } from '../../model/schema'
import type { Diagram, Property } from '../../model/records'
import { renderSql, type SqlRef, type SqlText } from '../../model/sqlText'
import type { Lexis, Names } from '../../model/lexis'
import { kindOfId, type EnumId, type TableId, type ViewId } from '../../model/id'
import type { Notice } from '../format'
import { DbmlNames } from './names'
import { lost, type Place, type Report } from './report'
import { said, type Said } from './shape'
import { block, expression, hasBacktick, isHexColor, isPropertyKey, string } from './spell'

const strips: Readonly<Record<string, { readonly strip: string }>> = palette.light.tables

export class DbmlWriter {
  readonly schema: Schema
  readonly names: DbmlNames
  readonly notices: Notice[] = []
  readonly report: Report = (notice) => void this.notices.push(notice)
  /** The diagram whose colours are written: DBML has one look. */
  readonly diagram: Diagram | undefined
  private readonly sqlNames: Names
  private readonly lexis: Lexis

  /** With other `names` the same schema is said as it would be once it is renamed. */
  constructor(schema: Schema, names?: DbmlNames) {
    this.schema = schema
    this.names = names ?? new DbmlNames(schema, this.report)
    this.diagram = inOrder(schema.diagram)[0]
    const { names: sqlNames, lexis } = dialects[projectOf(schema).target.dialect]
    this.sqlNames = sqlNames
    this.lexis = lexis
  }

  lost(place: Place, message: string): void {
    lost(this.report, place, message)
  }

  /** SQL with every name as it is now. */
  sql(text: SqlText): string {
    return renderSql(text, (ref) => this.spell(ref))
  }

  private spell(ref: SqlRef): string {
    const name = this.nameOf(ref)
    if (name === undefined || this.sqlNames.isSame(this.sqlNames.read(ref.raw), name)) return ref.raw
    return ref.form === 'literal' ? name : this.sqlNames.spell(name)
  }

  private nameOf({ to, owner }: SqlRef): string | undefined {
    if (owner !== undefined) return this.partsOf(owner).find(({ id }) => id === to)?.name
    const kind = kindOfId(to)
    const rows: unknown =
      kind !== undefined && kind in this.schema ? this.schema[kind as keyof Schema] : undefined
    const row: unknown = rows instanceof Map ? rows.get(to) : undefined
    return typeof row === 'object' && row !== null && 'name' in row ? String(row.name) : undefined
  }

  private partsOf(
    owner: TableId | ViewId | EnumId,
  ): readonly { readonly id: string; readonly name: string }[] {
    const table = this.schema.table.get(owner as TableId)
    if (table)
      return [
        ...table.columns,
        ...(table.primaryKey ? [table.primaryKey] : []),
        ...table.uniques,
        ...table.indexes,
      ]
    const view = this.schema.view.get(owner as ViewId)
    return view ? [...view.columns, ...view.indexes] : (this.schema.enum.get(owner as EnumId)?.values ?? [])
  }

  expression(text: SqlText, place: Place): string {
    const sql = this.sql(text)
    if (hasBacktick(sql)) this.lost(place, `Backticks cannot stand in a DBML expression: ${sql}`)
    return expression(sql)
  }

  /** A colour of the palette by its look in the light. */
  color(color: string | undefined): string | undefined {
    if (color === undefined || color === 'none' || color === '') return undefined
    if (isHexColor(color)) return color
    return Object.hasOwn(strips, color) ? strips[color]?.strip : undefined
  }

  /** People's own properties as settings; what DBML takes no key for is told. */
  properties(properties: readonly Property[], place: Place, isKey = isPropertyKey): readonly Said[] {
    const seen = new Set<string>()
    return properties.flatMap(({ key, value }) => {
      if (!isKey(key) || seen.has(key)) {
        this.lost(place, `The property "${key}" has no place in DBML`)
        return []
      }
      seen.add(key)
      return [said(key, `${key}: ${string(value)}`)]
    })
  }

  note(text: string): readonly Said[] {
    return text === '' ? [] : [said('note', `note: ${string(text)}`)]
  }

  /** The text of a note element, over several lines where it has them. */
  noteValue(text: string): string {
    return text === '' ? '' : block(text, '  ')
  }

  noteLine(text: string): readonly string[] {
    return text === '' ? [] : [`Note: ${this.noteValue(text)}`]
  }

  /** The text of a string literal of SQL, when it is nothing else. */
  stringIn(sql: string): string | undefined {
    const inner = /^'((?:[^']|'')*)'$/.exec(sql)?.[1]?.replaceAll("''", "'")
    if (inner === undefined || !this.lexis.backslashEscapes) return inner
    // Only doubled backslashes mean themselves wherever they stand.
    return /^(?:[^\\]|\\\\)*$/.test(inner) ? inner.replaceAll('\\\\', '\\') : undefined
  }
}
