import type { Format } from '../format'

export const markdown: Format = {
  id: 'markdown',
  label: 'Markdown',
  extensions: ['.md'],
  mime: 'text/markdown',
  isOnlyWritten: true,
  load: async () => {
    const { writeMarkdown } = await import('./writeMarkdown')
    return { write: writeMarkdown }
  },
}

export const html: Format = {
  id: 'html',
  label: 'HTML page',
  extensions: ['.html'],
  mime: 'text/html',
  isOnlyWritten: true,
  load: async () => {
    const { writeHtml } = await import('./writeHtml')
    return { write: writeHtml }
  },
}
