import { isOn, rowsOf, textOf, type Facts } from '../facts'
import { words } from './words'

export const id = (name: string): string => `[${name.replaceAll(']', ']]')}]`

export const named = (facts: Facts): string => `${id(textOf(facts, 'schema'))}.${id(textOf(facts, 'name'))}`

export const literal = (text: string): string => `N'${text.replaceAll("'", "''")}'`

/** The columns of a key or an index, or those that it only carries along. */
export const partsNamed = (index: Facts, isIncluded: boolean): string =>
  rowsOf(index, 'columns')
    .filter((one) => isOn(one, 'included') === isIncluded)
    .map((one) => words(id(textOf(one, 'name')), isOn(one, 'desc') && 'DESC'))
    .join(', ')
