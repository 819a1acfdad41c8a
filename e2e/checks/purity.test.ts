import { parser } from 'typescript-eslint'
import { Linter } from 'eslint'
import { describe, expect, test } from 'vitest'
import { coreRules, platformRules, sourceSyntax } from './purity.mjs'

const environment =
  'window document navigator fetch crypto performance Date Math globalThis self setTimeout indexedDB'
const globals = Object.fromEntries(
  [...environment.split(' '), 'localStorage', 'showOpenFilePicker', 'console'].map((name) => [
    name,
    'readonly' as const,
  ]),
)

function problems(code: string, rules: Linter.RulesRecord): readonly string[] {
  const config = {
    languageOptions: { globals, parser, ecmaVersion: 2023 as const, sourceType: 'module' as const },
    rules,
  }
  return new Linter().verify(code, config).map((message) => message.ruleId ?? message.message)
}

describe('core', () => {
  test.each([
    ['the clock', 'export const now = () => Date.now()'],
    ['the clock by construction', 'export const now = new Date()'],
    ['the performance clock', 'export const now = performance.now()'],
    ['chance', 'export const id = Math.random()'],
    ['chance under another name', 'const { random } = Math\nexport { random }'],
    ['a random id', 'export const id = crypto.randomUUID()'],
    ['the network', "export const answer = fetch('/')"],
    ['a timer', 'setTimeout(() => 1, 5)'],
    ['a global by the back door', 'export const id = globalThis.crypto'],
  ])('has no way to %s', (_what, code) => {
    expect(problems(code, coreRules)).toHaveLength(1)
  })

  test('may do arithmetic', () => {
    expect(problems('export const n = Math.max(1, 2)', coreRules)).toEqual([])
  })
})

describe('everything outside of platform', () => {
  test.each([
    ['storage', "indexedDB.open('x')"],
    ['storage through the window', "window.localStorage.getItem('x')"],
    ['file pickers', 'await showOpenFilePicker()'],
    ['file pickers through the window', 'await window.showSaveFilePicker()'],
  ])('does not reach %s', (_what, code) => {
    expect(problems(code, platformRules)).toHaveLength(1)
  })
})

describe('source', () => {
  const rules: Linter.RulesRecord = { 'no-restricted-syntax': ['error', ...sourceSyntax] }
  test('has no default export', () => {
    expect(problems('export default 1', rules)).toHaveLength(1)
  })
  test('has no empty catch, not even with an excuse in it', () => {
    expect(problems('try { f() } catch { /* never mind */ }', rules)).toHaveLength(1)
  })
})
