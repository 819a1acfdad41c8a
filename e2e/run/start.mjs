// `npm start`: from a fresh clone to a running Relata in one command, with nothing but Node.
import { buildIfStale } from './build.mjs'
import { installIfStale } from './install.mjs'
import { fromRoot } from './root.mjs'
import { serve } from './serve.mjs'

await installIfStale()
const code = await buildIfStale()
if (code !== 0) process.exit(code)

// PORT and HOST are for containers; without them Relata answers this machine only.
const { url } = await serve({
  folder: fromRoot('dist'),
  port: Number(process.env['PORT'] ?? 4173),
  host: process.env['HOST'],
})
console.log(`\nRelata is running at ${url}\n(Ctrl+C stops it)`)
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(0))
