import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * The folder that holds package.json, found by walking up: bundled benches live elsewhere than their source.
 * @param {string} from
 * @returns {string}
 */
export function findRoot(from) {
  let folder = from
  while (!existsSync(join(folder, 'package-lock.json'))) {
    const parent = dirname(folder)
    if (parent === folder) throw new Error(`No package-lock.json in any folder above ${from}`)
    folder = parent
  }
  return folder
}

export const root = findRoot(import.meta.dirname)

/** @param {readonly string[]} parts */
export const fromRoot = (...parts) => join(root, ...parts)
