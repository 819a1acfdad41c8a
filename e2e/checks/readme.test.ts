import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { fromRoot } from '../run/root.mjs'

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>
  readonly devDependencies: Readonly<Record<string, string>>
  readonly optionalDependencies: Readonly<Record<string, string>>
}

test('the tables of README.md name every package that we depend on, and no other', () => {
  // Our own file, of the shape that npm keeps.
  const manifest = JSON.parse(readFileSync(fromRoot('package.json'), 'utf8')) as Manifest
  const { dependencies, devDependencies, optionalDependencies } = manifest
  const wanted = Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies })
  const rows = readFileSync(fromRoot('README.md'), 'utf8').matchAll(/^\| ([@\w][^|]*) \|/gm)
  const named = [...rows].flatMap(([, cell = '']) => cell.trim().split(', '))
  expect(named.filter((name) => name !== 'Package').sort()).toEqual(wanted.sort())
})
