// The licences of everything that is shipped: which are allowed, and the notices that go with the build.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fromRoot } from '../run/root.mjs'

const allowed = new Set([
  'MIT',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'EPL-2.0', // elkjs: used unchanged, in a file of its own
  'OFL-1.1', // the two fonts
])

/** @typedef {{ name: string, version: string, licence: string, text: string | undefined }} Licence */

/**
 * An expression passes when one of its alternatives does; a conjunction needs all of its parts.
 * @param {string} expression SPDX, of the simple forms `A`, `A OR B`, `A AND B`
 */
export function isAllowed(expression) {
  const plain = expression.replace(/[()]/g, '')
  return plain.split(' OR ').some((part) => part.split(' AND ').every((name) => allowed.has(name.trim())))
}

/**
 * The packages of a lock file that a production install would bring. Optional ones are binaries for one platform,
 * which tests run and no browser gets.
 * @param {{ packages: Record<string, { dev?: boolean, devOptional?: boolean, optional?: boolean }> }} lock
 * @returns {readonly string[]} their folders
 */
export function productionFolders(lock) {
  return Object.entries(lock.packages)
    .filter(([path, entry]) => path !== '' && !entry.dev && !entry.devOptional && !entry.optional)
    .map(([path]) => path)
}

/**
 * @param {string} folder
 * @param {string} name
 */
function licenceText(folder, name) {
  const files = readdirSync(folder).filter((file) => /^(licen[cs]e|copying|notice|ofl)/i.test(file))
  // Some packages name their licence without shipping its text: it stands in this project then.
  const kept = fromRoot('e2e/checks/licence-texts', `${name.replace('/', '+')}.txt`)
  const paths = files.length > 0 ? files.sort().map((file) => join(folder, file)) : [kept]
  const texts = paths.filter((path) => existsSync(path)).map((path) => readFileSync(path, 'utf8').trim())
  return texts.length === 0 ? undefined : texts.join('\n\n')
}

/** @returns {readonly Licence[]} */
export function productionLicences() {
  const lock = JSON.parse(readFileSync(fromRoot('package-lock.json'), 'utf8'))
  return productionFolders(lock)
    .map((path) => fromRoot(path))
    .filter((folder) => existsSync(folder))
    .map((folder) => {
      const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
      return { name, version, licence: String(license ?? 'none'), text: licenceText(folder, name) }
    })
}

/**
 * @param {readonly Licence[]} licences
 * @returns {readonly string[]} what stands in the way of shipping, in words
 */
export function licenceProblems(licences) {
  return licences.flatMap(({ name, version, licence, text }) => [
    ...(isAllowed(licence)
      ? []
      : [`${name} ${version}: the licence "${licence}" is not in the allowed list`]),
    ...(text === undefined
      ? [`${name} ${version} ships no licence text: add e2e/checks/licence-texts/`]
      : []),
  ])
}

/**
 * @param {readonly Licence[]} licences
 * @returns {string}
 */
export function noticesOf(licences) {
  const parts = licences.map(
    ({ name, version, licence, text }) =>
      `${name} ${version} (${licence})\n\n${text ?? 'No text shipped.'}\n`,
  )
  const line = `\n${'-'.repeat(80)}\n\n`
  return `Relata contains the following software and fonts, under their own licences.\n${line}${parts.join(line)}`
}
