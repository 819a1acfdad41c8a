// `npm run check`: everything that can be said about the project without a browser.
//   npm run check -- --no-unit            without the unit tests (CI runs them in `npm test`)
//   npm run check -- --only eslint,types  some of the steps
import { availableParallelism } from 'node:os'
import { run, scriptOf } from './command.mjs'
import { formatted } from './format.mjs'
import { installIfStale } from './install.mjs'
import { inLanes } from './lanes.mjs'
import { fromRoot } from './root.mjs'

/** @typedef {{ code: number, output: string }} Outcome */
/** @typedef {{ name: string, start: () => Promise<Outcome> }} Step */

/**
 * @param {string} script
 * @param {readonly string[]} args
 */
const node = (script, ...args) =>
  run(process.execPath, [script, ...args], { capture: true, env: { FORCE_COLOR: undefined, NO_COLOR: '1' } })

/** @returns {Promise<Outcome>} */
async function buildAndMeasure() {
  const built = await node(fromRoot('e2e/run/build.mjs'), '--if-stale')
  return built.code === 0 ? node(fromRoot('e2e/checks/run-size.mjs')) : built
}

/** A second run looks only at what changed. CI starts from nothing: a rule that reads types of other files is decided
 * there. */
const remembered = process.env.CI
  ? { prettier: [], eslint: [], types: [], core: [] }
  : {
      prettier: ['--cache', '--cache-location=.cache/prettier', '--cache-strategy=content'],
      eslint: ['--cache', '--cache-location=.cache/eslint', '--cache-strategy=content'],
      types: ['--incremental', '--tsBuildInfoFile', fromRoot('.cache/types.tsbuildinfo')],
      core: ['--incremental', '--tsBuildInfoFile', fromRoot('.cache/core-types.tsbuildinfo')],
    }

/** Cheap steps first; each prints as soon as it is done.
 * @type {readonly Step[]} */
const steps = [
  { name: 'licences', start: () => node(fromRoot('e2e/checks/run-licences.mjs')) },
  { name: 'readme', start: () => node(fromRoot('e2e/checks/run-readme.mjs')) },
  { name: 'lock', start: () => node(fromRoot('e2e/checks/run-lock.mjs')) },
  { name: 'imports', start: () => node(fromRoot('e2e/checks/run-imports.mjs')) },
  {
    name: 'format',
    start: () =>
      node(scriptOf('prettier'), '--check', '--log-level=warn', ...remembered.prettier, ...formatted),
  },
  {
    name: 'core-types',
    start: () => node(scriptOf('typescript', 'tsc'), '-p', 'src/core/tsconfig.json', ...remembered.core),
  },
  {
    name: 'types',
    start: () => node(scriptOf('typescript', 'tsc'), '-p', 'tsconfig.json', ...remembered.types),
  },
  { name: 'dead-code', start: () => node(scriptOf('knip'), '--no-progress', '--no-config-hints') },
  { name: 'eslint', start: () => node(scriptOf('eslint'), '--max-warnings=0', ...remembered.eslint, '.') },
  { name: 'build-and-size', start: buildAndMeasure },
  { name: 'unit', start: () => node(scriptOf('vitest'), 'run', '--project=unit', '--reporter=dot') },
]

/** @param {string} text */
const indented = (text) => text.trimEnd().replaceAll(/^/gm, '    ')

/** @param {Step} step */
async function runStep({ name, start }) {
  const before = performance.now()
  const { code, output } = await start()
  const seconds = ((performance.now() - before) / 1000).toFixed(1)
  console.log(`${code === 0 ? 'ok  ' : 'FAIL'} ${name.padEnd(15)} ${seconds.padStart(6)} s`)
  const isWorthShowing = code !== 0 || name === 'build-and-size'
  if (isWorthShowing && output.trim() !== '') console.log(indented(output))
  return { name, code }
}

/** @param {readonly string[]} args */
function chosenSteps(args) {
  const only = args[args.indexOf('--only') + 1]
  if (args.includes('--only') && only !== undefined) {
    const names = only.split(',')
    const unknown = names.filter((name) => steps.every((step) => step.name !== name))
    if (unknown.length === 0) return steps.filter((step) => names.includes(step.name))
    console.error(`No step ${unknown.join(', ')}. Steps: ${steps.map((step) => step.name).join(', ')}`)
    process.exit(2)
  }
  return args.includes('--no-unit') ? steps.filter((step) => step.name !== 'unit') : steps
}

const chosen = chosenSteps(process.argv.slice(2))
await installIfStale()
const results = await inLanes(
  chosen.map((step) => () => runStep(step)),
  Math.min(2, availableParallelism()),
)
const failed = results.filter((result) => result.code !== 0).map((result) => result.name)
console.log(
  failed.length === 0
    ? `\nAll ${results.length} checks pass`
    : `\n${failed.length} checks fail: ${failed.join(', ')}`,
)
process.exitCode = failed.length === 0 ? 0 : 1
