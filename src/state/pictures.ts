// Pictures of a diagram, drawn and painted in a worker.
import { ok, type Result } from '../core/lib/result'
import type { DiagramId } from '../core/model/id'
import { tablesOfGroup } from '../core/model/query'
import { projectOf, type Schema } from '../core/model/schema'
import { pageFonts } from '../platform/fonts'
import {
  pictureClient,
  type CallError,
  type CallOptions,
  type PictureInput,
  type Png,
} from '../workers/client'
import type { ExportChoices, ExportScope } from './exportChoices'
import { currentDiagram } from './perform'
import { view } from './view'

let client: ReturnType<typeof pictureClient> | undefined

/** Which diagram is drawn: the one in view unless another was chosen, if that still exists. */
export function diagramOf(schema: Schema, scope: ExportScope): DiagramId {
  const id = scope.startsWith('diagram ') ? scope.slice('diagram '.length) : undefined
  return [...schema.diagram.keys()].find((known) => known === id) ?? currentDiagram(schema)
}

/** The members of a subject area, and its frames. */
function areaItems(schema: Schema, scope: ExportScope): ReadonlySet<string> | undefined {
  const id = scope.startsWith('area ') ? scope.slice('area '.length) : undefined
  const group = [...schema.group.keys()].find((known) => known === id)
  if (!group) return undefined
  const frames = [...schema.area.values()].filter((area) => area.group === group)
  return new Set([...tablesOfGroup(schema, group), ...frames.map((area) => area.id)])
}

function itemsOf(schema: Schema, scope: ExportScope): ReadonlySet<string> | undefined {
  const { items } = view.getState().selection
  if (scope === 'selection') return items.size > 0 ? items : undefined
  return areaItems(schema, scope)
}

export const margins = ['0', '16', '32', '64', '128'] as const
const marginOf = (chosen: string): number => (margins.some((known) => known === chosen) ? Number(chosen) : 32)

function inputFor(schema: Schema, choices: ExportChoices): PictureInput {
  const only = itemsOf(schema, choices.scope)
  const { notation, level } = choices
  const title = {
    name: choices.titleName.trim() || projectOf(schema).name,
    version: choices.titleVersion.trim(),
    date: choices.titleDate.trim(),
  }
  return {
    schema,
    diagram: diagramOf(schema, choices.scope),
    look: {
      types: choices.hasTypes,
      comments: choices.hasCommentMarks,
      ...(notation !== 'own' && { notation }),
      ...(level !== 'own' && { level }),
    },
    scene: { margin: marginOf(choices.margin), ...(only && { only }) },
    furniture: { hasLegend: choices.hasLegend, ...(choices.hasTitle && { title }) },
  }
}

/** Sharp on a dense screen, and quick to paint. */
const previewFrame = { width: 1800, height: 1400 }

export async function previewPicture(
  schema: Schema,
  look: ExportChoices,
  options: CallOptions,
): Promise<Result<Png, CallError>> {
  client ??= pictureClient()
  const { theme, isTransparent } = look
  const png = { theme, isTransparent, size: previewFrame, fonts: pageFonts() }
  return client.call('png', { ...inputFor(schema, look), png }, options)
}

export async function drawPicture(
  schema: Schema,
  choices: ExportChoices,
  options: CallOptions,
): Promise<Result<string | Blob, CallError>> {
  client ??= pictureClient()
  const input = { ...inputFor(schema, choices), carriesModel: choices.carriesModel }
  const { theme, isTransparent } = choices
  if (choices.what === 'svg') return client.call('svg', { ...input, svg: { theme, isTransparent } }, options)
  const png = { theme, isTransparent, size: scaleOf(choices.scale), fonts: pageFonts() }
  const result = await client.call('png', { ...input, png }, options)
  return result.ok ? ok(result.value.blob) : result
}

export const scales = ['1', '2', '3', '4', '6', '8'] as const

export const scaleOf = (chosen: string): number =>
  scales.some((known) => known === chosen) ? Number(chosen) : 2
