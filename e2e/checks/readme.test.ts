import { expect, test } from 'vitest'
import { packagesIn, readmeProblems } from './readme.mjs'

test('the packages are those of the first column, several in a cell or one', () => {
  const readme =
    '| Package | Why |\n| ------- | --- |\n| react, react-dom | x |\n| @a/b       | y |\n\nText | no |'
  expect(packagesIn(readme)).toEqual(['react', 'react-dom', '@a/b'])
})

test('a package without a reason and a reason without its package are both told', () => {
  expect(readmeProblems(['a', 'gone'], ['a', 'new'])).toEqual([
    'new has no row in README.md',
    'gone has a row, but is not in package.json',
  ])
})
