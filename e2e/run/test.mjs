// `npm test`: every test of the project, and one plain line at the end.
//   npm test                       everything
//   npm test -- unit [vitest …]    only the unit tests
//   npm test -- engines [vitest …] only the tests on real database engines
//   npm test -- e2e [playwright …] only the tests in a browser
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { findOrInstallBrowser, howToGetABrowser, playwrightsOwn } from './browser.mjs'
import { buildIfStale } from './build.mjs'
import { run, scriptOf } from './command.mjs'
import { installIfStale } from './install.mjs'
import { addNote, clearNotes, readNotes } from './notes.mjs'
import { fromRoot } from './root.mjs'
import { countBrowser, countUnit, lastLine, sum, withExitCode } from './summary.mjs'

const reportOf = {
  unit: fromRoot('.cache/test/unit.json'),
  engines: fromRoot('.cache/test/engines.json'),
  e2e: fromRoot('.cache/test/e2e.json'),
}

/** @param {string} path */
const readReport = (path) => (existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined)

/**
 * @param {'unit' | 'engines'} project
 * @param {readonly string[]} args
 */
async function runVitest(project, args) {
  console.log(project === 'unit' ? '\nUnit tests' : '\nTests on database engines')
  const { code } = await run(process.execPath, [
    scriptOf('vitest'),
    'run',
    `--project=${project}`,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${reportOf[project]}`,
    ...args,
  ])
  const report = readReport(reportOf[project])
  return withExitCode(report && countUnit(report), code)
}

/** @param {readonly string[]} args */
async function runInBrowser(args) {
  console.log('\nTests in a browser')
  const browser = await findOrInstallBrowser()
  if (!browser) {
    console.error(howToGetABrowser)
    return { passed: 0, failed: 1, skipped: 0 }
  }
  console.log(`Browser: ${browser.path ?? 'Playwright’s Chromium'} (${browser.version})`)
  if ((await buildIfStale()) !== 0) return { passed: 0, failed: 1, skipped: 0 }
  const { code } = await run(
    process.execPath,
    [
      scriptOf('@playwright/test', 'playwright'),
      'test',
      '--config=e2e/playwright.config.ts',
      '--reporter=list,json',
      ...args,
    ],
    { env: { PLAYWRIGHT_JSON_OUTPUT_FILE: reportOf.e2e, CHROMIUM_PATH: browser.path ?? playwrightsOwn } },
  )
  const report = readReport(reportOf.e2e)
  return withExitCode(report && countBrowser(report), code)
}

const parts = ['unit', 'engines', 'e2e']
const [part, ...rest] = process.argv.slice(2)
if (part !== undefined && !parts.includes(part) && !part.startsWith('--failed-before=')) {
  console.error('usage: npm test [-- unit | engines | e2e [arguments of vitest or playwright]]')
  process.exit(2)
}

await installIfStale()
mkdirSync(fromRoot('.cache/test'), { recursive: true })
for (const path of Object.values(reportOf)) rmSync(path, { force: true })
clearNotes()

const counts = []
if (part?.startsWith('--failed-before=')) {
  // CI checks first and passes on how many checks failed, so that the last line of its log tells the whole truth.
  const failed = Number(part.slice('--failed-before='.length))
  if (failed > 0) addNote(`${failed} of the checks before the tests failed: see above`)
  counts.push({ passed: 0, failed, skipped: 0 })
}
const isAsked = (/** @type {string} */ name) => !parts.includes(part ?? '') || part === name
const argumentsOf = (/** @type {string} */ name) => (part === name ? rest : [])
if (isAsked('unit')) counts.push(await runVitest('unit', argumentsOf('unit')))
if (isAsked('engines')) counts.push(await runVitest('engines', argumentsOf('engines')))
if (isAsked('e2e')) counts.push(await runInBrowser(argumentsOf('e2e')))

const total = sum(counts)
const notes = readNotes()
if (notes.length > 0) console.log(`\nNotes\n${notes.map((note) => `  - ${note}`).join('\n')}`)
console.log(`\n${lastLine(total)}`)
process.exitCode = total.failed === 0 ? 0 : 1
