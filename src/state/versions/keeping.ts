// A state of the document, kept beside it with its picture.
import { read, writeSteps } from '../../core/file'
import type { Schema } from '../../core/model/schema'
import type { VersionInfo, VersionStore, Stored } from '../../platform/types'
import { pictureClient } from '../../workers/client'
import { gently } from '../gently'

let client: ReturnType<typeof pictureClient> | undefined

/** Drawn from the text in a worker, and never waited for: a version without a picture is a version like any other. */
async function drawPicture(store: VersionStore, id: string, given: { at: number; text: string }) {
  client ??= pictureClient()
  const drawn = await client.call('miniature', { text: given.text })
  if (drawn.ok && drawn.value) await store.setPicture(id, given.at, JSON.stringify(drawn.value))
}

export async function keepVersion(
  store: VersionStore,
  id: string,
  given: { readonly schema: Schema; readonly name?: string; readonly onPicture?: () => void },
): Stored<VersionInfo> {
  const { schema, name, onPicture } = given
  const text = await gently(writeSteps(schema))
  const kept = await store.keep(id, { text, tables: schema.table.size, ...(name !== undefined && { name }) })
  if (kept.ok) void drawPicture(store, id, { at: kept.value.at, text }).then(onPicture)
  return kept
}

/** A kept state as a schema; undefined when its text cannot be read. */
export async function schemaOf(store: VersionStore, id: string, at: number): Promise<Schema | undefined> {
  const text = await store.text(id, at)
  if (!text.ok) return undefined
  const content = read(text.value)
  if (content.ok) return content.value.schema
  return content.error.kind === 'newer' ? content.error.readable.schema : undefined
}
