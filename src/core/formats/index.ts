// Every format, by id. Adding one is a folder and a line here.
import { catalogue } from './catalogue'
import { d2 } from './d2'
import { dbml } from './dbml'
import { html, markdown } from './dictionary'
import { dot } from './dot'
import type { Format, FormatId } from './format'
import { mermaid } from './mermaid'
import { plantuml } from './plantuml'
import { prisma } from './prisma'
import { rails } from './rails'
import { relata } from './relata'
import { snowflake } from './snowflake'
import { sql } from './sql'

export const formats: Readonly<Record<FormatId, Format>> = {
  relata,
  catalogue,
  dbml,
  prisma,
  rails,
  snowflake,
  sql,
  mermaid,
  plantuml,
  dot,
  d2,
  markdown,
  html,
}

/** The format of a file: by its name, else by its look. */
export function formatOf(fileName: string, text: string): Format | undefined {
  const all = Object.values(formats).filter((format) => !format.isOnlyWritten)
  const name = fileName.toLowerCase()
  return (
    all.find(({ extensions }) => extensions.some((extension) => name.endsWith(extension))) ??
    all.find(({ detect }) => detect?.(text))
  )
}
