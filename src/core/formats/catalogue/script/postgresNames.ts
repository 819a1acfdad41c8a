import { maybe, textOf, type Facts } from '../facts'
import { quoted, string } from './words'

const plain = /^[a-z_][a-z0-9_]*$/
const quote = quoted('"')
/** Words that may not stand bare; any other name that is plain may. */
const reserved = new Set(
  `all analyse analyze and any array as asc asymmetric authorization between bigint binary bit boolean both case cast
  char character check coalesce collate collation column concurrently constraint create cross current_catalog
  current_date current_role current_schema current_time current_timestamp current_user dec decimal default deferrable
  desc distinct do else end except exists extract false fetch float for foreign freeze from full grant greatest group
  grouping having ilike in initially inner inout int integer intersect interval into is isnull join json json_array
  json_arrayagg json_exists json_object json_objectagg json_query json_scalar json_serialize json_table json_value
  lateral leading least left like limit localtime localtimestamp merge_action national natural nchar none normalize
  not notnull null nullif numeric offset on only or order out outer overlaps overlay placing position precision
  primary real references returning right row select session_user setof similar smallint some substring symmetric
  system_user table tablesample then time timestamp to trailing treat trim true union unique user using values
  varchar variadic verbose when where window with xmlattributes xmlconcat xmlelement xmlexists xmlforest
  xmlnamespaces xmlparse xmlpi xmlroot xmlserialize xmltable`.split(/\s+/),
)

/** As the server would print it. */
export const id = (name: string): string => (plain.test(name) && !reserved.has(name) ? name : quote(name))

export const named2 = (schema: string, name: string): string => `${id(schema)}.${id(name)}`

export const named = (facts: Facts): string => named2(textOf(facts, 'schema'), textOf(facts, 'name'))

export function commentOn(what: string, facts: Facts): readonly string[] {
  const comment = maybe(facts, 'comment')
  return comment === undefined ? [] : [`COMMENT ON ${what} IS ${string(comment)}`]
}
