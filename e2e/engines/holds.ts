import { readFileSync } from 'node:fs'
import { expect } from 'vitest'
import type { Catalogue } from './catalogue'
import type { Session } from './engine'

const folder = new URL('kitchen-sinks/', import.meta.url)

/** A script by hand of every kind of object that an engine knows, and what its catalogue must then hold. */
export function kitchenSink(name: string): { readonly sql: string; readonly catalogue: unknown } {
  const read = (file: string): string => readFileSync(new URL(file, folder), 'utf8')
  return { sql: read(`${name}.sql`), catalogue: JSON.parse(read(`${name}.json`)) }
}

/** Runs a script that must not fail, and reads what it made. */
export async function catalogueOf(session: Session, sql: string): Promise<Catalogue> {
  expect((await session.run(sql)).errors).toEqual([])
  return session.catalogue()
}
