// The tables of README.md give a reason for every package: none without a reason, no reason without its package.

/**
 * The names in the first column of every table.
 * @param {string} readme
 * @returns {readonly string[]}
 */
export function packagesIn(readme) {
  const cells = [...readme.matchAll(/^\| ([@\w][^|]*) \|/gm)].flatMap(([, cell = '']) =>
    cell.trim().split(', '),
  )
  return cells.filter((name) => name !== 'Package')
}

/**
 * @param {readonly string[]} named
 * @param {readonly string[]} wanted
 * @returns {readonly string[]} in words
 */
export function readmeProblems(named, wanted) {
  return [
    ...wanted.filter((name) => !named.includes(name)).map((name) => `${name} has no row in README.md`),
    ...named
      .filter((name) => !wanted.includes(name))
      .map((name) => `${name} has a row, but is not in package.json`),
  ]
}
