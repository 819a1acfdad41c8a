// Builds dist and remembers from which sources, so that `npm start` and the tests build only when something changed.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { run, scriptOf } from './command.mjs'
import { hashOfInputs } from './freshness.mjs'
import { installIfStale } from './install.mjs'
import { fromRoot, root } from './root.mjs'

const stamp = fromRoot('.cache/build.txt')

/** @returns {Promise<number>} the exit code of the build */
export async function build() {
  const hash = hashOfInputs(root)
  rmSync(stamp, { force: true })
  const { code } = await run(process.execPath, [scriptOf('vite'), 'build'])
  if (code === 0) {
    mkdirSync(fromRoot('.cache'), { recursive: true })
    writeFileSync(stamp, hash)
  }
  return code
}

/** @returns {Promise<number>} 0 when dist is up to date, built now or before */
export async function buildIfStale() {
  const isFresh =
    existsSync(fromRoot('dist/index.html')) &&
    existsSync(stamp) &&
    readFileSync(stamp, 'utf8') === hashOfInputs(root)
  if (isFresh) return 0
  console.log('Building …')
  return build()
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await installIfStale()
  process.exit(await (process.argv.includes('--if-stale') ? buildIfStale() : build()))
}
