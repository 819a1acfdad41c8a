// Every format, by id. Adding one is a folder and a line here.
import { catalogue } from './catalogue'
import { dbml } from './dbml'
import type { Format, FormatId } from './format'
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
}

/** The format of a file: by its name, else by its look. */
export function formatOf(fileName: string, text: string): Format | undefined {
  const all = Object.values(formats)
  const name = fileName.toLowerCase()
  return (
    all.find(({ extensions }) => extensions.some((extension) => name.endsWith(extension))) ??
    all.find(({ detect }) => detect?.(text))
  )
}
