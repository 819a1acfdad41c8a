import { read } from '../core/file'
import { firstDiagram } from '../core/model/schema'
import { miniatureOf, type Miniature } from '../core/picture/miniature'
import { sceneOfDiagram } from '../core/picture/diagramScene'
import { writeSvg } from '../core/picture/svg'
import type { PngInput, SvgInput } from './apis'
import { drawPng, type Png } from './png'
import type { Job } from './serve'

export const pictureMethods = {
  svg: ({ svg, ...input }: SvgInput, { onProgress }: Job): string =>
    writeSvg(sceneOfDiagram(input, onProgress), svg),
  png: ({ png, ...input }: PngInput, { onProgress }: Job): Promise<Png> =>
    drawPng(sceneOfDiagram(input, onProgress), png),
  miniature: ({ text }: { readonly text: string }): Miniature | undefined => {
    const content = read(text)
    if (!content.ok) return undefined
    const { schema } = content.value
    const diagram = firstDiagram(schema)
    return diagram && miniatureOf(schema, diagram)
  },
}
