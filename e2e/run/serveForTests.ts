// Playwright's global setup: the production build, served by the server that users run.
import { buildIfStale } from './build.mjs'
import { fromRoot } from './root.mjs'
import { serve } from './serve.mjs'

export default async function serveForTests(): Promise<() => Promise<void>> {
  if ((await buildIfStale()) !== 0) throw new Error('The build failed: see above')
  const { url, close } = await serve({ folder: fromRoot('dist'), port: 4400 })
  process.env['RELATA_URL'] = url
  return close
}
