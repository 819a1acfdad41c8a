import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'
import { build } from 'vite'
import { cspForHeader } from '../run/csp.mjs'

type Files = ReadonlyMap<string, string | Buffer>

const types: Readonly<Record<string, string>> = {
  html: 'text/html',
  js: 'text/javascript',
  css: 'text/css',
  woff2: 'font/woff2',
}

async function buildKit(): Promise<Files> {
  const result = await build({
    configFile: fileURLToPath(new URL('./vite.config.ts', import.meta.url)),
    logLevel: 'warn',
    build: { write: false },
  })
  const outputs = Array.isArray(result) ? result : [result]
  const files = outputs.flatMap((output) => ('output' in output ? output.output : []))
  return new Map(
    files.map((file) => [
      file.fileName,
      file.type === 'chunk'
        ? file.code
        : typeof file.source === 'string'
          ? file.source
          : Buffer.from(file.source),
    ]),
  )
}

let built: Promise<Files> | undefined

export interface KitOptions {
  readonly theme?: 'light' | 'dark'
  readonly isCompact?: boolean
}

/** The kit as it ships, under the policy of the shipped app, at an address that only this page knows. */
export async function openKit(
  page: Page,
  { theme = 'light', isCompact = false }: KitOptions = {},
): Promise<void> {
  built ??= buildKit()
  const files = await built
  await page.route('**/kit/**', async (route) => {
    const name = new URL(route.request().url()).pathname.replace(/^.*\/kit\//, '') || 'index.html'
    const body = files.get(name)
    if (body === undefined) return route.fulfill({ status: 404, body: '' })
    const contentType = types[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream'
    return route.fulfill({ body, contentType, headers: { 'content-security-policy': cspForHeader } })
  })
  await page.goto(`./kit/?theme=${theme}${isCompact ? '&compact' : ''}`)
  await page.getByRole('heading', { name: 'Buttons' }).waitFor()
  await page.evaluate(() => document.fonts.ready)
}
