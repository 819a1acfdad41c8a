// The data dictionary, without a word of any format: every table with all that is to be said of it, in plain words.
import { dialects } from '../../dialects'
import { typeText } from '../../layout/content'
import { inWords } from '../../model/inWords'
import { displayName, endsOf, isNullable, relationsOf } from '../../model/query'
import type { Column, Index, IndexPart, Table, View } from '../../model/records'
import { currentSql } from '../../model/resolve'
import { inOrder, projectOf, type Schema } from '../../model/schema'
import type { SqlText } from '../../model/sqlText'
import { oneLine } from '../pictured/outline'

export interface EntryColumn {
  readonly name: string
  readonly type: string
  readonly isKey: boolean
  readonly isNullable: boolean
  /** The default, or how it is generated. */
  readonly value: string
  readonly comment: string
}

export interface EntryFact {
  readonly kind: 'Primary key' | 'Unique' | 'Check' | 'Exclusion' | 'Index' | 'Unique index' | 'Trigger'
  readonly name: string
  readonly text: string
}

export interface EntryRelation {
  readonly to: string
  readonly toId: string
  /** "customer_id → id". */
  readonly columns: string
  readonly sentences: readonly string[]
}

export interface Entry {
  readonly id: string
  readonly kind: 'table' | 'view' | 'enum'
  readonly name: string
  readonly comment: string
  readonly area: string
  readonly columns: readonly EntryColumn[]
  readonly facts: readonly EntryFact[]
  readonly relations: readonly EntryRelation[]
  /** Of an enum. */
  readonly values: readonly { readonly name: string; readonly comment: string }[]
}

export interface Dictionary {
  readonly title: string
  readonly note: string
  readonly target: string
  readonly entries: readonly Entry[]
}

class DictionaryMaker {
  private readonly schema: Schema
  private readonly sql: (text: SqlText) => string

  constructor(schema: Schema) {
    this.schema = schema
    const { names } = dialects[projectOf(schema).target.dialect]
    this.sql = (text) => oneLine(currentSql(text, schema, names))
  }

  private column(table: Table, column: Column): EntryColumn {
    return {
      name: column.name,
      type: typeText(this.schema, column.type),
      isKey: table.primaryKey?.parts.some((part) => part.column === column.id) ?? false,
      isNullable: isNullable(table, column),
      value: this.value(column),
      comment: column.comment,
    }
  }

  private value({ identity, generated, default: given }: Column): string {
    if (generated) return `= ${this.sql(generated.expression)}`
    if (identity) return 'numbered by the database'
    return given ? this.sql(given) : ''
  }

  private named(table: Pick<Table, 'columns'>, ids: readonly string[]): string {
    return ids.map((id) => table.columns.find((column) => column.id === id)?.name ?? '').join(', ')
  }

  private parts(table: Pick<Table, 'columns'>, parts: readonly IndexPart[]): string {
    return parts
      .map(({ on, sort }) => {
        const what = 'column' in on ? this.named(table, [on.column]) : this.sql(on.expression)
        return sort === 'desc' ? `${what} descending` : what
      })
      .join(', ')
  }

  private index(table: Pick<Table, 'columns'>, index: Index): EntryFact {
    const where = index.where ? ` where ${this.sql(index.where)}` : ''
    const method = index.method === '' ? '' : ` (${index.method})`
    return {
      kind: index.unique ? 'Unique index' : 'Index',
      name: index.name,
      text: `${this.parts(table, index.parts)}${method}${where}`,
    }
  }

  private facts(table: Table): readonly EntryFact[] {
    const columns = (parts: readonly { readonly column: string }[]) =>
      this.named(
        table,
        parts.map(({ column }) => column),
      )
    const key = table.primaryKey
    return [
      ...(key ? [{ kind: 'Primary key', name: key.name, text: columns(key.parts) } as const] : []),
      ...table.uniques.map(({ name, parts }) => ({ kind: 'Unique', name, text: columns(parts) }) as const),
      ...table.checks.map(
        ({ name, expression }) => ({ kind: 'Check', name, text: this.sql(expression) }) as const,
      ),
      ...table.exclusions.map(
        ({ name, parts }) => ({ kind: 'Exclusion', name, text: this.parts(table, parts) }) as const,
      ),
      ...table.indexes.map((index) => this.index(table, index)),
      ...inOrder(this.schema.trigger)
        .filter((trigger) => trigger.on === table.id)
        .map(({ name }) => ({ kind: 'Trigger', name, text: '' }) as const),
    ]
  }

  private relations(table: Table): readonly EntryRelation[] {
    return relationsOf(this.schema, table.id).map((relation) => {
      const [child, parent] = endsOf(relation)
      const isChild = child.table === table.id
      const [own, other] = isChild ? [child, parent] : [parent, child]
      const far = this.schema.table.get(other.table)
      const ours = this.named(table, own.columns)
      return {
        to: displayName(this.schema, other.table),
        toId: other.table,
        columns:
          ours === '' ? '' : `${ours} ${isChild ? '→' : '←'} ${far ? this.named(far, other.columns) : ''}`,
        sentences: inWords(this.schema, relation),
      }
    })
  }

  private area({ group }: Table): string {
    return (group && this.schema.group.get(group)?.name) ?? ''
  }

  table(table: Table): Entry {
    return {
      id: table.id,
      kind: 'table',
      name: displayName(this.schema, table.id),
      comment: table.comment,
      area: this.area(table),
      columns: table.columns.map((column) => this.column(table, column)),
      facts: this.facts(table),
      relations: this.relations(table),
      values: [],
    }
  }

  view(view: View): Entry {
    const columns = view.columns.map(({ name, type, comment }) => ({
      name,
      type: typeText(this.schema, type),
      isKey: false,
      isNullable: true,
      value: '',
      comment,
    }))
    const facts = view.indexes.map((index) => this.index({ columns: [] }, index))
    const name = displayName(this.schema, view.id)
    return { ...blank, id: view.id, kind: 'view', name, comment: view.comment, columns, facts }
  }
}

const blank = { area: '', columns: [], facts: [], relations: [], values: [] } as const

export function dictionaryOf(schema: Schema): Dictionary {
  const maker = new DictionaryMaker(schema)
  const { name, note, target } = projectOf(schema)
  return {
    title: name.trim() || 'Schema',
    note,
    target: `${dialects[target.dialect].label} ${target.version}`,
    entries: [
      ...inOrder(schema.table).map((table) => maker.table(table)),
      ...inOrder(schema.view).map((view) => maker.view(view)),
      ...inOrder(schema.enum).map(({ id, comment, values }): Entry => ({
        ...blank,
        id,
        kind: 'enum',
        name: displayName(schema, id),
        comment,
        values: values.map((value) => ({ name: value.name, comment: value.comment })),
      })),
    ],
  }
}
