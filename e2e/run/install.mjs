import { existsSync, readFileSync } from 'node:fs'
import { npm } from './command.mjs'
import { isInstallStale } from './freshness.mjs'
import { fromRoot } from './root.mjs'

/** @param {string} path */
const readJson = (path) => (existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined)

/** Installs what the lock says when node_modules differs from it; ends the process when that fails. */
export async function installIfStale() {
  refuseOldNode()
  const wanted = readJson(fromRoot('package-lock.json'))
  if (!isInstallStale(wanted, readJson(fromRoot('node_modules/.package-lock.json')))) return
  console.log('Installing dependencies (npm ci) …')
  // NODE_ENV=production would otherwise leave out the build tools.
  const { code } = await npm(['ci', '--include=dev', '--no-fund', '--no-audit'])
  if (code !== 0) {
    console.error('npm ci failed: see above. A network connection to the package registry is needed once.')
    process.exit(code)
  }
}

function refuseOldNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if ((major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22) return
  console.error(`Relata needs Node 20.19+ or 22.12+; this is ${process.versions.node}.`)
  process.exit(1)
}
