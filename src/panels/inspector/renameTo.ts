// A new name from a field: one step, and a word about places in SQL where nobody can tell whether it was meant.
import { rename, type Named } from '../../core/commands/rename'
import { perform } from '../../state/perform'
import { tell } from '../../state/feedback'
import { called } from './current'

export interface Renaming extends Named {
  /** What is renamed, for the step: "column". */
  readonly what: string
  readonly before: string
}

export function tellUndecided(count: number, before: string): void {
  if (count === 0) return
  const places = count === 1 ? 'One place' : `${count} places`
  tell({
    tone: 'warning',
    text: `${places} in SQL may mean ${called(before)} and could not be followed. Look for the old name there.`,
  })
}

export function renameTo({ what, before, ...named }: Renaming, text: string): void {
  const name = text.trim()
  const words = what === '' ? '' : `${what} `
  const renamed = perform(`Rename ${words}${called(before)} to ${called(name)}`, (cx) =>
    rename(cx, named, name),
  )
  if (renamed.ok) tellUndecided(renamed.value.undecided.length, before)
}
