// The format as a JSON Schema (draft-07), for editors and checkers: made of the same declarations that write and read.
import type { Kind } from '../model/schema'
import type { JsonSchema } from './codec'
import { codecs, currentVersion, sections } from './current'
import { sqlDefinitions } from './sqlCodec'
import { typeDefinition } from './typeCodec'

const listsOf = (lists: Readonly<Record<string, Kind>>): JsonSchema => ({
  type: 'object',
  properties: Object.fromEntries(
    Object.entries(lists).map(([name, kind]) => [
      name,
      { type: 'array', items: { $ref: `#/definitions/${kind}` } },
    ]),
  ),
  additionalProperties: false,
})

const { project, ...records } = codecs

export const fileSchema: JsonSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: `Relata file, version ${currentVersion}`,
  description:
    'A database schema and its diagrams. Fields that are absent have their default. Lists are sorted by `order`; the order of the keys in the text has no meaning.',
  type: 'object',
  properties: {
    relata: { const: currentVersion, description: 'The version of this format.' },
    $schema: { type: 'string' },
    project: project.schema,
    ...Object.fromEntries(Object.entries(sections).map(([name, lists]) => [name, listsOf(lists)])),
  },
  required: ['relata'],
  additionalProperties: false,
  definitions: {
    ...sqlDefinitions,
    type: typeDefinition,
    ...Object.fromEntries(Object.entries(records).map(([kind, codec]) => [kind, codec.schema])),
  },
}

/** As published under public/schema. */
export const schemaFileName = `relata-${currentVersion}.json`
export const schemaText = `${JSON.stringify(fileSchema, null, 2)}\n`
