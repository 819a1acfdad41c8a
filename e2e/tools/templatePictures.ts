// The text of the file that holds a small picture of every template, as drawTemplates.mjs writes it.
import { dialects } from '../../src/core/dialects'
import { firstDiagram } from '../../src/core/model/schema'
import { miniatureOf, type Miniature } from '../../src/core/picture/miniature'
import { buildTemplate, templates } from '../../src/core/templates'

export const picturesPath = 'src/panels/start/templatePictures.ts'

async function pictures(): Promise<Readonly<Record<string, Miniature>>> {
  const dialect = dialects.postgres
  const target = { dialect: dialect.id, version: dialect.versions.at(-1) ?? '' }
  const drawn: Record<string, Miniature> = {}
  for (const info of templates) {
    let n = 0
    const schema = await buildTemplate(info, { newId: () => String(++n), dialect, target })
    const diagram = firstDiagram(schema)
    const picture = diagram && miniatureOf(schema, diagram)
    if (picture) drawn[info.id] = picture
  }
  return drawn
}

/** Awaited as the module loads: whoever runs it closes the door behind it. */
export const picturesText = `// What the templates look like, for the gallery. Made by: node e2e/tools/drawTemplates.mjs
import type { Miniature } from '../../core/picture/miniature'

// prettier-ignore
export const templatePictures: Readonly<Record<string, Miniature>> = {
${Object.entries(await pictures())
  .map(([id, picture]) => `  ${id}: ${JSON.stringify(picture)},`)
  .join('\n')}
}
`
