import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { hashOfInputs, isInstallStale } from './freshness.mjs'

describe('an install', () => {
  const wanted = {
    packages: {
      '': { version: '0.1.0' },
      'node_modules/a': { version: '1.0.0' },
      'node_modules/for-another-platform': { version: '2.0.0', optional: true },
    },
  }

  test('is stale when there is none', () => {
    expect(isInstallStale(wanted, undefined)).toBe(true)
  })

  test('is fresh when every package has the version of the lock', () => {
    expect(isInstallStale(wanted, { packages: { 'node_modules/a': { version: '1.0.0' } } })).toBe(false)
  })

  test('is stale when a version differs or a package is missing', () => {
    expect(isInstallStale(wanted, { packages: { 'node_modules/a': { version: '1.0.1' } } })).toBe(true)
    expect(isInstallStale(wanted, { packages: {} })).toBe(true)
  })
})

describe('a build', () => {
  let folder = ''

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'relata-build-'))
    mkdirSync(join(folder, 'src'))
    writeFileSync(join(folder, 'src/main.ts'), 'one')
    writeFileSync(join(folder, 'index.html'), '<p>')
  })

  afterEach(() => {
    rmSync(folder, { recursive: true })
  })

  test('is stale when a source changes, appears or goes by another name', () => {
    const before = hashOfInputs(folder)
    writeFileSync(join(folder, 'src/main.ts'), 'two')
    const changed = hashOfInputs(folder)
    writeFileSync(join(folder, 'src/more.ts'), '')
    const grown = hashOfInputs(folder)
    expect(new Set([before, changed, grown]).size).toBe(3)
  })

  test('stays fresh when only a test or a time changes', () => {
    const before = hashOfInputs(folder)
    writeFileSync(join(folder, 'src/main.test.ts'), 'test')
    utimesSync(join(folder, 'src/main.ts'), 1, 1)
    expect(hashOfInputs(folder)).toBe(before)
  })
})
