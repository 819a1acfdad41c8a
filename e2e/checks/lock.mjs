// A lock file can name a platform's binary without an entry for it (its registry had none on the day). Then `npm ci`
// refuses everywhere, while the machine that wrote the lock, with its node_modules in place, notices nothing.

/** @typedef {{ packages: Record<string, { optionalDependencies?: Record<string, string> }> }} Lock */

/**
 * @param {Lock} lock
 * @returns {readonly string[]} `package needs name` for every optional dependency that has no entry
 */
export function missingFromLock({ packages }) {
  return Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !foldersSeenFrom(path).some((folder) => packages[`${folder}node_modules/${name}`]))
      .map((name) => `${path === '' ? 'package.json' : path} needs ${name}`),
  )
}

/**
 * The folders in which Node looks for a package's dependencies, nearest first.
 * @param {string} path
 */
function foldersSeenFrom(path) {
  const parts = path.split('/node_modules/')
  const above = parts.map((_, index) => `${parts.slice(0, parts.length - index).join('/node_modules/')}/`)
  return [...(path === '' ? [] : above), '']
}
