// Builds the command line into dist-cli: a package of its own, with everything that it needs inside.
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { noticesOf, productionLicences } from '../checks/licences.mjs'
import { cliInputs, hashOfInputs } from './freshness.mjs'
import { installIfStale } from './install.mjs'
import { fromRoot, root } from './root.mjs'

export const cliScript = fromRoot('dist-cli/relata.mjs')
const stamp = fromRoot('.cache/cli.txt')

export const isCliStale = () =>
  !existsSync(cliScript) ||
  !existsSync(stamp) ||
  readFileSync(stamp, 'utf8') !== hashOfInputs(root, cliInputs)

/** No dependencies: what is installed from it needs no network. */
function manifestOfCli() {
  const { name, version, description, license, engines } = JSON.parse(
    readFileSync(fromRoot('package.json'), 'utf8'),
  )
  return { name, version, description, license, type: 'module', engines, bin: { relata: 'relata.mjs' } }
}

async function buildCli() {
  const hash = hashOfInputs(root, cliInputs)
  rmSync(stamp, { force: true })
  const { build } = await import('vite')
  await build({
    configFile: false,
    root,
    logLevel: 'warn',
    ssr: { noExternal: true },
    build: {
      ssr: fromRoot('src/cli/main.ts'),
      outDir: fromRoot('dist-cli'),
      emptyOutDir: true,
      copyPublicDir: false,
      target: 'node20',
      rolldownOptions: {
        output: {
          entryFileNames: 'relata.mjs',
          chunkFileNames: '[name]-[hash].mjs',
          banner: (chunk) => (chunk.isEntry ? '#!/usr/bin/env node' : ''),
        },
      },
    },
  })
  writeFileSync(fromRoot('dist-cli/package.json'), `${JSON.stringify(manifestOfCli(), undefined, 2)}\n`)
  writeFileSync(fromRoot('dist-cli/third-party-notices.txt'), noticesOf(productionLicences()))
  cpSync(fromRoot('LICENSE'), fromRoot('dist-cli/LICENSE'))
  cpSync(fromRoot('node_modules/libpg-query/wasm/libpg-query.wasm'), fromRoot('dist-cli/libpg-query.wasm'))
  mkdirSync(fromRoot('.cache'), { recursive: true })
  writeFileSync(stamp, hash)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await installIfStale()
  if (isCliStale() || !process.argv.includes('--if-stale')) await buildCli()
}
