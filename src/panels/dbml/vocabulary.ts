// The names of the model as the editor offers them, spelled as DBML wants them. Kept for as long as the model is the same.
import type { Completion } from '@codemirror/autocomplete'
import { dialects } from '../../core/dialects'
import { identifier, typeSpelling } from '../../core/formats/dbml/spell'
import type { Enum, Table } from '../../core/model/records'
import { inOrder, projectOf, type Schema } from '../../core/model/schema'

export interface Vocabulary {
  readonly tables: readonly Completion[]
  readonly types: readonly Completion[]
  readonly partials: readonly Completion[]
  /** The columns of a table, or the tables of a schema. */
  within(path: readonly string[]): readonly Completion[]
  /** Values of an enum, as a default is written. */
  valuesOf(type: string): readonly Completion[]
}

const namespaceName = (schema: Schema, id: Table['namespace']): string | undefined =>
  id && schema.namespace.get(id)?.name

const isSame = (a: string, b: string | undefined): boolean => a.toLowerCase() === b?.toLowerCase()

class Words implements Vocabulary {
  private readonly schema: Schema
  private known: { tables?: readonly Completion[]; types?: readonly Completion[] } = {}

  constructor(schema: Schema) {
    this.schema = schema
  }

  private spelled({ name, namespace }: Pick<Table | Enum, 'name' | 'namespace'>): string {
    const home = namespaceName(this.schema, namespace)
    return home === undefined ? identifier(name) : `${identifier(home)}.${identifier(name)}`
  }

  get tables(): readonly Completion[] {
    this.known.tables ??= inOrder(this.schema.table).map((table) => ({
      label: this.spelled(table),
      type: 'class',
      detail: table.columns.length === 1 ? '1 column' : `${String(table.columns.length)} columns`,
    }))
    return this.known.tables
  }

  get types(): readonly Completion[] {
    const { target } = projectOf(this.schema)
    this.known.types ??= [
      ...inOrder(this.schema.enum).map((row) => ({
        label: this.spelled(row),
        type: 'enum',
        detail: 'enum',
        boost: 2,
      })),
      ...dialects[target.dialect].types.suggestions.map(({ raw, hint }) => ({
        label: raw,
        apply: typeSpelling(raw),
        type: 'type',
        detail: hint,
      })),
    ]
    return this.known.types
  }

  get partials(): readonly Completion[] {
    return inOrder(this.schema.partial).map(({ name }) => ({
      label: `~${identifier(name)}`,
      type: 'class',
      detail: 'partial',
    }))
  }

  private tableOf(path: readonly string[]): Table | undefined {
    const name = path.at(-1) ?? ''
    const home = path.at(-2)
    const tables = [...this.schema.table.values()].filter((table) => isSame(table.name, name))
    return (
      tables.find(({ namespace }) => isSame(namespaceName(this.schema, namespace) ?? '', home)) ?? tables[0]
    )
  }

  within(path: readonly string[]): readonly Completion[] {
    const table = this.tableOf(path)
    if (table)
      return table.columns.map(({ name, type }) => ({
        label: identifier(name),
        type: 'property',
        detail: type.raw,
      }))
    const [home] = path
    return inOrder(this.schema.table)
      .filter(
        ({ namespace }) => path.length === 1 && isSame(namespaceName(this.schema, namespace) ?? '', home),
      )
      .map(({ name }) => ({ label: identifier(name), type: 'class' }))
  }

  valuesOf(type: string): readonly Completion[] {
    const found = inOrder(this.schema.enum).find(({ name }) => isSame(name, type))
    if (!found) return []
    return found.values.map(({ name }) => ({
      label: `${this.spelled(found)}.${identifier(name)}`,
      type: 'enum',
      boost: 1,
    }))
  }
}

const made = new WeakMap<Schema['table'], { readonly schema: Schema; readonly words: Vocabulary }>()

export function vocabularyOf(schema: Schema): Vocabulary {
  const known = made.get(schema.table)
  if (known && known.schema.enum === schema.enum && known.schema.partial === schema.partial)
    return known.words
  const words = new Words(schema)
  made.set(schema.table, { schema, words })
  return words
}
