// PlantUML entities. Every character that its creole or its grammar could take for its own is written as <U+….>.
import { leftEnd, rightEnd } from '../pictured/crowsFeet'
import { projectOf, type Schema } from '../../model/schema'
import type { Written } from '../format'
import {
  oneLine,
  outlineOf,
  type OutlineColumn,
  type OutlineLine,
  type OutlineTable,
} from '../pictured/outline'

const hex = (character: string): string =>
  `<U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}>`

/** Letters, digits and a few signs stand for themselves; doubled ones would be bold, struck or underlined. */
export const escapePlantUml = (text: string): string =>
  oneLine(text)
    .replace(/[^\p{L}\p{M}\p{N} _.,:()[\]/-]/gu, hex)
    .replace(/([_\-./])(?=\1)/g, hex)

function member({ name, type, isKey, isForeign, isUnique, isNullable, id }: OutlineColumn): string {
  const facts = [isKey && '<<PK>>', isForeign && '<<FK>>', isUnique && '<<unique>>'].filter(Boolean)
  const words = [`${isNullable ? ' ' : '*'} {field} ${escapePlantUml(name) || id}`]
  if (type !== '') words.push(`: ${escapePlantUml(type)}`)
  return `  ${[...words, ...facts].join(' ')}`
}

function entity(table: OutlineTable): string {
  const keys = table.columns.filter(({ isKey }) => isKey)
  const others = table.columns.filter(({ isKey }) => !isKey)
  const head = `entity "${escapePlantUml(table.name) || table.id}" as ${table.id} {`
  const divider = keys.length > 0 && others.length > 0 ? ['  --'] : []
  return [head, ...keys.map(member), ...divider, ...others.map(member), '}'].join('\n')
}

function relation({ child, parent, meaning, label }: OutlineLine): string {
  const way = meaning.isIdentifying ? '--' : '..'
  const ends = `${leftEnd(meaning.cardinality.parent)}${way}${rightEnd(meaning.cardinality.child)}`
  const said = escapePlantUml(label)
  return `${parent.table.id} ${ends} ${child.table.id}${said === '' ? '' : ` : ${said}`}`
}

export function writePlantUml(schema: Schema): Written {
  const { tables, lines } = outlineOf(schema)
  const title = escapePlantUml(projectOf(schema).name)
  const head = [
    '@startuml',
    ...(title === '' ? [] : [`title ${title}`]),
    'hide circle',
    'skinparam linetype ortho',
  ]
  const text = [...head, '', ...tables.map(entity), '', ...lines.map(relation), '@enduml'].join('\n')
  return { text: `${text}\n`, notices: [] }
}
