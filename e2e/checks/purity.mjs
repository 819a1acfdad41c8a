// What no import shows: globals that would let the clock, chance or the browser into rooms that must not know them.

const clock = 'core has no clock: take the time as an argument'
const chance = 'core has no randomness: ids come from an injected newId'
const browser = 'core runs anywhere: no browser, no network, no timers'
const behindPlatform = 'this stands behind an interface of platform'

/** @param {readonly string[]} names @param {string} message */
const each = (names, message) => names.map((name) => ({ name, message }))

/**
 * For everything in src/core but its tests.
 * @type {import('eslint').Linter.RulesRecord}
 */
export const coreRules = {
  'no-restricted-globals': [
    'error',
    ...each(['Date', 'performance'], clock),
    ...each(['crypto'], chance),
    ...each(
      ['window', 'self', 'globalThis', 'document', 'navigator', 'location', 'fetch', 'localStorage'],
      browser,
    ),
    ...each(
      ['setTimeout', 'setInterval', 'queueMicrotask', 'process', 'console', 'Worker', 'indexedDB'],
      browser,
    ),
  ],
  'no-restricted-properties': ['error', { object: 'Math', property: 'random', message: chance }],
}

const stores = ['indexedDB', 'localStorage', 'sessionStorage', 'caches']
const pickers = ['showOpenFilePicker', 'showSaveFilePicker', 'showDirectoryPicker']

/**
 * For everything in src outside of platform.
 * @type {import('eslint').Linter.RulesRecord}
 */
export const platformRules = {
  'no-restricted-globals': ['error', ...each([...stores, ...pickers], behindPlatform)],
  'no-restricted-properties': [
    'error',
    ...['window', 'globalThis', 'self'].flatMap((object) =>
      [...stores, ...pickers].map((property) => ({ object, property, message: behindPlatform })),
    ),
  ],
}

/** For everything in src. */
export const sourceSyntax = [
  { selector: 'ExportDefaultDeclaration', message: 'Named exports only' },
  {
    selector: 'CatchClause[body.body.length=0]',
    message: 'Never an empty catch: answer the error or let it pass',
  },
]
