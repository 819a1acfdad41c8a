// `npm run bench`: lists the benchmarks and runs them, each in a Node of its own, bundled as the product is.
import { existsSync, readdirSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { pathToFileURL } from 'node:url'
import { run } from '../run/command.mjs'
import { installIfStale } from '../run/install.mjs'
import { fromRoot } from '../run/root.mjs'

const suffix = '.bench.ts'
const script = fromRoot('e2e/bench/run.mjs')
const outDir = fromRoot('.cache/bench')

const help = `usage: npm run bench                 list what can be measured
       npm run bench -- NAME [NAME…]  measure these
       npm run bench -- NAME WORD…    with what it asks for: numbers and --words
       npm run bench -- --all         measure everything

A benchmark is a file e2e/bench/NAME${suffix} with \`about\` and \`run(measure)\`; see e2e/bench/measure.ts.
Figures mean something on a quiet machine only: close what else is running.`

const namesOfBenches = () =>
  readdirSync(fromRoot('e2e/bench'))
    .filter((file) => file.endsWith(suffix))
    .map((file) => file.slice(0, -suffix.length))
    .sort()

/** @param {readonly string[]} names */
async function bundle(names) {
  const { build } = await import('vite')
  await build({
    configFile: false,
    root: fromRoot(),
    logLevel: 'warn',
    build: {
      ssr: true,
      outDir,
      emptyOutDir: true,
      copyPublicDir: false,
      minify: false,
      target: 'node20',
      rolldownOptions: {
        input: Object.fromEntries(
          [...names, 'measure'].map((name) => [name, fromRoot(`e2e/bench/${fileOf(name)}`)]),
        ),
        output: { entryFileNames: '[name].mjs', chunkFileNames: 'chunk-[hash].mjs' },
      },
    },
  })
}

/** @param {string} name */
const fileOf = (name) => (name === 'measure' ? 'measure.ts' : `${name}${suffix}`)

/** @param {string} name */
const bundled = (name) => import(pathToFileURL(`${outDir}/${name}.mjs`).href)

/** In the child process: one benchmark. @param {string} name @param {readonly string[]} given */
async function runHere(name, given) {
  const [bench, { measure }] = await Promise.all([bundled(name), bundled('measure')])
  console.log(`\n${name}: ${bench.about}`)
  await bench.run(measure, given)
}

/** @param {readonly string[]} names @param {readonly string[]} given */
async function runAll(names, given) {
  console.log(`${cpus()[0]?.model ?? 'unknown processor'} x ${cpus().length}, Node ${process.versions.node}`)
  console.log(`Load now: ${loadavg()[0]?.toFixed(1)}. The machine should be quiet while this runs.`)
  await bundle(names)
  let failed = 0
  for (const name of names) {
    const { code } = await run(process.execPath, ['--expose-gc', script, '--here', name, ...given])
    if (code !== 0) failed += 1
  }
  return failed === 0 ? 0 : 1
}

const [first, ...rest] = process.argv.slice(2)
if (first === '--here' && rest[0] !== undefined) {
  await runHere(rest[0], rest.slice(1))
} else if (first === undefined || first === '--help') {
  console.log(help)
  await installIfStale()
  const names = namesOfBenches()
  await bundle(names)
  console.log('\nBenchmarks')
  for (const name of names) console.log(`  ${name.padEnd(16)} ${(await bundled(name)).about}`)
} else {
  const words = [first, ...rest]
  const given = words.filter((word) => word !== '--all' && /^(?:\d|--)/.test(word))
  const names = first === '--all' ? namesOfBenches() : words.filter((word) => !given.includes(word))
  const unknown = names.filter((name) => !existsSync(fromRoot(`e2e/bench/${name}${suffix}`)))
  if (unknown.length > 0) {
    console.error(`No benchmark ${unknown.join(', ')}.\n\n${help}`)
    process.exit(2)
  }
  await installIfStale()
  process.exitCode = await runAll(names, given)
}
