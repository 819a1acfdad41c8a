// Every template for a target, with ids that are the same every time.
import { dialects } from '../../dialects'
import type { Schema } from '../../model/schema'
import type { DialectId } from '../../model/target'
import { templates, type Template } from '..'
import { build } from '../build'

export const newestOf = (dialect: DialectId): string => dialects[dialect].versions.at(-1) ?? ''

export function built(template: Template, dialect: DialectId, version = newestOf(dialect)): Schema {
  let n = 0
  const newId = () => String(++n)
  return build(template, { newId, dialect: dialects[dialect], target: { dialect, version } })
}

export const allTemplates: readonly Template[] = await Promise.all(templates.map(({ load }) => load()))
