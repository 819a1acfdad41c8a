// `npm run -s relata -- …`: the command line from its sources, built first when they changed.
import { spawnSync } from 'node:child_process'
import { pathToFileURL } from 'node:url'
import { cliScript, isCliStale } from './cliBuild.mjs'
import { fromRoot } from './root.mjs'

if (isCliStale()) {
  // In a process of its own, whose every word goes to standard error: standard output is for the result.
  const { status } = spawnSync(process.execPath, [fromRoot('e2e/run/cliBuild.mjs')], {
    stdio: ['ignore', 2, 2],
  })
  if (status !== 0) process.exit(2)
}

// npm runs scripts in the project's folder; names of files are meant from where one stands.
const from = process.env['INIT_CWD']
if (process.env['npm_lifecycle_event'] === 'relata' && from !== undefined) process.chdir(from)

await import(pathToFileURL(cliScript).href)
