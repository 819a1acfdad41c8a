import { read, write } from '../core/file'
import { firstDiagram } from '../core/model/schema'
import { miniatureOf, type Miniature } from '../core/picture/miniature'
import { sceneOfDiagram } from '../core/picture/diagramScene'
import { writeSvg } from '../core/picture/svg'
import type { PngInput, SvgInput } from './apis'
import { drawPng, type Png } from './png'
import { cancelled, type Job } from './serve'

export const pictureMethods = {
  svg: ({ svg, carriesModel, ...input }: SvgInput, { onProgress }: Job): string =>
    writeSvg(sceneOfDiagram(input, onProgress), {
      ...svg,
      ...(carriesModel && { model: write(input.schema) }),
    }),
  png: async (
    { png, carriesModel, ...input }: PngInput,
    { onProgress, cancel }: Job,
  ): Promise<Png | typeof cancelled> => {
    const work = { onProgress, isCancelled: () => cancel.aborted }
    const model = carriesModel ? write(input.schema) : undefined
    return (await drawPng(sceneOfDiagram(input, onProgress), png, { model, work })) ?? cancelled
  },
  miniature: ({ text }: { readonly text: string }): Miniature | undefined => {
    const content = read(text)
    if (!content.ok) return undefined
    const { schema } = content.value
    const diagram = firstDiagram(schema)
    return diagram && miniatureOf(schema, diagram)
  },
}
