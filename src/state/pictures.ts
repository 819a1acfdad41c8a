// Pictures of a diagram, drawn and painted in a worker.
import { ok, type Result } from '../core/lib/result'
import type { Schema } from '../core/model/schema'
import { pageFonts } from '../platform/fonts'
import {
  pictureClient,
  type CallError,
  type CallOptions,
  type PictureInput,
  type Png,
} from '../workers/client'
import type { ExportChoices } from './exportChoices'
import { currentDiagram } from './perform'
import { view } from './view'

let client: ReturnType<typeof pictureClient> | undefined

type Look = Pick<ExportChoices, 'scope' | 'theme' | 'isTransparent'>

function inputFor(schema: Schema, { scope }: Look): PictureInput {
  const { items } = view.getState().selection
  const isPart = scope === 'selection' && items.size > 0
  return { schema, diagram: currentDiagram(schema), ...(isPart && { scene: { only: items } }) }
}

/** Sharp on a dense screen, and quick to paint. */
const previewFrame = { width: 1800, height: 1400 }

export async function previewPicture(
  schema: Schema,
  look: Look,
  options: CallOptions,
): Promise<Result<Png, CallError>> {
  client ??= pictureClient()
  const { theme, isTransparent } = look
  const png = { theme, isTransparent, size: previewFrame, fonts: pageFonts() }
  return client.call('png', { ...inputFor(schema, look), png }, options)
}

export async function drawPicture(
  schema: Schema,
  choices: Look & Pick<ExportChoices, 'what' | 'scale'>,
  options: CallOptions,
): Promise<Result<string | Blob, CallError>> {
  client ??= pictureClient()
  const input = inputFor(schema, choices)
  const { theme, isTransparent } = choices
  if (choices.what === 'svg') return client.call('svg', { ...input, svg: { theme, isTransparent } }, options)
  const png = { theme, isTransparent, size: scaleOf(choices.scale), fonts: pageFonts() }
  const result = await client.call('png', { ...input, png }, options)
  return result.ok ? ok(result.value.blob) : result
}

export const scales = ['1', '2', '3', '4'] as const

export const scaleOf = (chosen: string): number =>
  scales.some((known) => known === chosen) ? Number(chosen) : 2
