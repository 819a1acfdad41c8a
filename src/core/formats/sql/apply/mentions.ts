// Names inside SQL texts, found and replaced word by word: what an engine does to its own texts at a rename.
import type { Dialect } from '../../../dialects/dialect'
import { tokenize } from '../../../model/resolve/tokens'
import type { ConstraintLike, TableDraft } from './drafts'

/** Could the name stand in the text at all? Cheap, and mostly no. */
const mayMention = (text: string, name: string): boolean => text.toLowerCase().includes(name.toLowerCase())

export function textMentions(text: string, name: string, dialect: Dialect): boolean {
  if (!mayMention(text, name)) return false
  return tokenize(text, dialect.lexis).some(
    ({ kind, text: word }) =>
      (kind === 'word' || kind === 'quoted') && dialect.names.isSame(dialect.names.read(word), name),
  )
}

/** The text with every word that is this name spelled anew. */
export function renameInText(
  text: string,
  { from, to }: { from: string; to: string },
  dialect: Dialect,
): string {
  if (!mayMention(text, from)) return text
  const tokens = tokenize(text, dialect.lexis)
  const { names } = dialect
  return tokens
    .map(({ kind, text: word }, i) => {
      if (kind !== 'word' && kind !== 'quoted') return word
      if (!names.isSame(names.read(word), from)) return word
      // A function of the same name is not meant.
      const next = tokens.slice(i + 1).find((token) => token.kind !== 'space')
      return kind === 'word' && next?.text === '(' ? word : names.spell(to)
    })
    .join('')
}

/** Every constraint and index of a table. */
export const partsOf = (table: TableDraft): readonly ConstraintLike[] => [
  ...(table.primaryKey ? [table.primaryKey] : []),
  ...table.uniques,
  ...table.checks,
  ...table.foreignKeys,
  ...table.exclusions,
  ...table.indexes,
]

export const engineNameIn = (part: ConstraintLike): string => (part.name === '' ? part.engineName : part.name)

export const partsNamed = (table: TableDraft): readonly string[] => partsOf(table).map(engineNameIn)
