// Type spellings that name a type of the script's own.
import { splitName } from '../../../model/resolve/readType'
import type { ObjectName } from '../statement'
import type { Catalogue } from './catalogue'
import type { ColumnDraft, TableDraft, TypeDraft, UserTypeDraft } from './drafts'

const arraySuffix = /\s*(?:\[\s*\d*\s*\]\s*|\barray\s*)+$/i

export const suffixOf = (raw: string): string => arraySuffix.exec(raw)?.[0].trim() ?? ''

/** The name that a spelling without arguments may be. */
function nameIn(raw: string, catalogue: Catalogue): ObjectName | undefined {
  const bare = raw.replace(arraySuffix, '').trim()
  const pieces = splitName(bare)
  const [first, second] = pieces
  if (first === undefined || pieces.length > 2 || pieces.join('.') !== bare) return undefined
  const read = (piece: string) => catalogue.dialect.names.read(piece)
  return second === undefined ? { name: read(first) } : { schema: read(first), name: read(second) }
}

export function userTypeOf(raw: string, catalogue: Catalogue): UserTypeDraft | undefined {
  if (!catalogue.hasUserTypes || raw === '') return undefined
  const name = nameIn(raw, catalogue)
  const found = name && catalogue.userType(name)
  if (!found || name.schema !== undefined) return found
  // An unqualified word that the database knows itself is its own type.
  const { base } = catalogue.dialect.types.parse(raw)
  return base === 'other' || base === 'user' || /^"/.test(raw) ? found : undefined
}

export const typeOf = (raw: string, catalogue: Catalogue): TypeDraft => ({
  raw,
  of: userTypeOf(raw, catalogue),
})

/** The spelling of a type whose name has changed. */
export function spellType(type: UserTypeDraft, before: string, catalogue: Catalogue): string {
  const { names } = catalogue.dialect
  const home = type.home === undefined ? '' : `${names.spell(type.home.name)}.`
  return `${home}${names.spell(type.name)}${suffixOf(before)}`
}

/** After a rename: every column of the type spells it anew. */
export function respellType(type: UserTypeDraft, catalogue: Catalogue): void {
  const change = (at: TypeDraft) => {
    if (at.of === type) at.raw = spellType(type, at.raw, catalogue)
  }
  for (const table of catalogue.tables.values()) for (const column of table.columns) change(column.type)
  for (const domain of catalogue.domains.values()) change(domain.type)
  for (const composite of catalogue.composites.values())
    for (const field of composite.fields) change(field.type)
}

export const columnsOfType = (
  type: UserTypeDraft,
  catalogue: Catalogue,
): readonly (readonly [table: TableDraft, column: ColumnDraft])[] =>
  [...catalogue.tables.values()].flatMap((table) =>
    table.columns.filter((column) => column.type.of === type).map((column) => [table, column] as const),
  )
