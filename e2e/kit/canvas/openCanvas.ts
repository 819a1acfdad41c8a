import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'
import { build } from 'vite'
import { cspForHeader } from '../../run/csp.mjs'

type Files = ReadonlyMap<string, string | Buffer>

const types: Readonly<Record<string, string>> = {
  html: 'text/html',
  js: 'text/javascript',
  css: 'text/css',
  woff2: 'font/woff2',
}

async function buildPage(): Promise<Files> {
  const result = await build({
    configFile: fileURLToPath(new URL('./vite.config.ts', import.meta.url)),
    logLevel: 'warn',
    build: { write: false },
  })
  const outputs = Array.isArray(result) ? result : [result]
  const files = outputs.flatMap((output) => ('output' in output ? output.output : []))
  return new Map(
    files.map((file) => {
      if (file.type === 'chunk') return [file.fileName, file.code]
      return [file.fileName, typeof file.source === 'string' ? file.source : Buffer.from(file.source)]
    }),
  )
}

let built: Promise<Files> | undefined

export interface CanvasPage {
  readonly sample?: 'shop' | 'hostile'
  /** So many tables on a grid. */
  readonly tables?: number
  readonly theme?: 'light' | 'dark'
}

/** The canvas alone with a sample on it, under the policy of the shipped app. */
export async function openCanvas(
  page: Page,
  { sample, tables = 0, theme = 'light' }: CanvasPage = {},
): Promise<void> {
  built ??= buildPage()
  const files = await built
  await page.route('**/canvas-page/**', async (route) => {
    const name = new URL(route.request().url()).pathname.replace(/^.*\/canvas-page\//, '') || 'index.html'
    const body = files.get(name)
    if (body === undefined) return route.fulfill({ status: 404, body: '' })
    const contentType = types[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream'
    return route.fulfill({ body, contentType, headers: { 'content-security-policy': cspForHeader } })
  })
  await page.goto(`./canvas-page/?theme=${theme}&n=${tables}${sample ? `&sample=${sample}` : ''}`)
  await page.getByRole('application', { name: 'Diagram canvas' }).waitFor()
  await page.evaluate(() => document.fonts.ready)
}
