// What is stale is decided from content, never from times: a checkout or a copy resets every mtime.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** @typedef {{ version?: string, optional?: boolean, devOptional?: boolean, peer?: boolean, link?: boolean }} LockEntry */
/** @typedef {{ packages?: Record<string, LockEntry> }} Lock */

/**
 * Compares the lock with npm's own record of what it installed. Packages for other platforms may be absent.
 * @param {Lock} wanted package-lock.json
 * @param {Lock | undefined} installed node_modules/.package-lock.json
 */
export function isInstallStale(wanted, installed) {
  if (!installed?.packages) return true
  const present = installed.packages
  return Object.entries(wanted.packages ?? {}).some(([path, entry]) => {
    if (path === '') return false
    const found = present[path]
    if (!found) return !(entry.optional || entry.devOptional)
    return found.version !== entry.version
  })
}

/** @param {string} path */
const isBuildInput = (path) => !/\.(test|testing)\.tsx?$|\/(fixtures|testing)\/|\.md$/.test(path)

/** @typedef {{ folders: readonly string[], files: readonly string[] }} Inputs */

/** What the page is built from. @type {Inputs} */
const pageInputs = {
  folders: ['src', 'public'],
  files: [
    'index.html',
    'embed.html',
    'vite.config.ts',
    'tsconfig.json',
    'package-lock.json',
    'e2e/run/csp.mjs',
    'e2e/run/hostFiles.mjs',
    'e2e/run/offline.mjs',
    'e2e/checks/licences.mjs',
  ],
}

/** What the command line is built from. @type {Inputs} */
export const cliInputs = {
  folders: ['src/cli', 'src/core', 'src/engines'],
  files: ['package.json', 'package-lock.json', 'tsconfig.json', 'e2e/run/cliBuild.mjs'],
}

/**
 * Every file that a build depends on, in a stable order.
 * @param {string} root
 * @param {Inputs} [inputs]
 */
export function buildInputs(root, inputs = pageInputs) {
  const folders = inputs.folders.filter((folder) => existsSync(join(root, folder)))
  const inFolders = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name)),
  )
  return [...inFolders.sort(), ...inputs.files.map((name) => join(root, name))].filter(
    (path) => existsSync(path) && isBuildInput(path.replaceAll('\\', '/')),
  )
}

/**
 * @param {string} root
 * @param {Inputs} [inputs]
 * @returns {string} one hash over names and contents
 */
export function hashOfInputs(root, inputs = pageInputs) {
  const hash = createHash('sha256')
  for (const path of buildInputs(root, inputs)) {
    hash.update(path.slice(root.length)).update('\0').update(readFileSync(path)).update('\0')
  }
  return hash.digest('hex')
}
