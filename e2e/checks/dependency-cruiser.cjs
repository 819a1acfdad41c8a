// Who may import whom: src/ARCHITECTURE.md in the form of rules. Every rule has a seeded violation in
// importRules.test.ts; a rule without one fails that test.

/** @typedef {import('dependency-cruiser').IForbiddenRuleType} Rule */

// Tests, and what only tests use (`name.testing.ts`, a folder `testing`), may reach across rooms: a test of a format wants
// a dialect, a parser, a sample of another format.
const tests = '\\.(test|testing)\\.tsx?$|/testing/'

const heavyLibraries = [
  'libpg-query',
  'pgsql-deparser',
  '@dbml/core',
  'elkjs',
  '@electric-sql/pglite',
  '@sqlite\\.org/sqlite-wasm',
]
const pureLibraries = ['@dbml/parse', 'valibot', 'immer', 'rbush', 'fflate']

/**
 * A package by name, whether it is installed (node_modules/name/…) or not (name).
 * @param {readonly string[]} names
 */
const packages = (names) => `(^|node_modules/)(@types/)?(${names.join('|')})(/|$)`

const foundationRooms = '(dialects|layout|file|diff|normalize)'
const upperRooms = '(commands|formats|picture|templates|migrate|lint)'
const coreFoundation = '^src/core/(lib|model)/'
const knownRooms = [
  `^src/core/(lib|model|${foundationRooms}|${upperRooms})/`,
  '^src/(engines|workers|platform|state|actions|canvas|panels|ui|app|cli)/',
]

/**
 * A room and everything of ours that it may import.
 * @param {{ name: string, from: string, to: string[], comment: string, scope?: string }} rule
 * @returns {Rule}
 */
const mayImportOnly = ({ name, from, to, comment, scope = '^src/' }) => ({
  name,
  severity: 'error',
  comment,
  from: { path: from, pathNot: tests },
  // That nobody imports app is a rule of its own.
  to: { path: scope, pathNot: [...to, '^src/app/'] },
})

/**
 * In a `to`, $1 is what the first group of `from` matched: the room's own name.
 * @type {Rule[]}
 */
const rooms = [
  mayImportOnly({
    name: 'core-lib-imports-nothing',
    scope: '^src/core/',
    from: '^src/core/lib/',
    to: ['^src/core/lib/'],
    comment: 'core/lib imports nothing of ours',
  }),
  mayImportOnly({
    name: 'core-model-imports-lib',
    scope: '^src/core/',
    from: '^src/core/model/',
    to: [coreFoundation],
    comment: 'core/model imports lib',
  }),
  mayImportOnly({
    name: 'core-foundation-imports-model',
    scope: '^src/core/',
    from: `^src/core/${foundationRooms}/`,
    to: ['^src/core/$1/', coreFoundation],
    comment: 'core/{dialects, layout, file, diff, normalize} import model and lib, never each other',
  }),
  mayImportOnly({
    name: 'core-upper-imports-foundation',
    scope: '^src/core/',
    from: `^src/core/${upperRooms}/`,
    // Which files of the dialects: the next rule.
    to: ['^src/core/$1/', coreFoundation, `^src/core/${foundationRooms}/`],
    comment:
      'core/{commands, formats, picture, templates, migrate, lint} import the rooms below them, never each other',
  }),
  {
    name: 'core-upper-dialects-by-their-doors',
    severity: 'error',
    comment: 'Above the dialects only dialect.ts (the contract) and index.ts (the registry) are known',
    from: { path: `^src/core/${upperRooms}/`, pathNot: tests },
    to: { path: '^src/core/dialects/', pathNot: '^src/core/dialects/(dialect|index)\\.ts$' },
  },
  {
    name: 'core-types-only-in-engines',
    severity: 'error',
    comment:
      'engines implement interfaces that core declares: they import its types (and lib), not its workings',
    from: { path: '^src/engines/', pathNot: tests },
    to: { path: '^src/core/', pathNot: '^src/core/lib/', dependencyTypesNot: ['type-only'] },
  },
  mayImportOnly({
    name: 'engines-import-core',
    from: '^src/engines/',
    to: ['^src/engines/', '^src/core/'],
    comment: 'engines import only the interfaces of core',
  }),
  mayImportOnly({
    name: 'workers-and-cli-import-core-and-engines',
    from: '^src/(workers|cli)/',
    to: ['^src/$1/', '^src/core/', '^src/engines/'],
    comment: 'workers and cli import core and engines',
  }),
  {
    name: 'core-types-only-in-platform',
    severity: 'error',
    comment: 'platform knows the types of core (and lib), not its workings',
    from: { path: '^src/platform/', pathNot: tests },
    to: { path: '^src/core/', pathNot: '^src/core/lib/', dependencyTypesNot: ['type-only'] },
  },
  mayImportOnly({
    name: 'platform-imports-core-types',
    from: '^src/platform/',
    to: ['^src/platform/', '^src/core/'],
    comment: 'platform imports the types of core',
  }),
  mayImportOnly({
    name: 'state-imports-core-platform-and-the-worker-client',
    from: '^src/state/',
    to: ['^src/state/', '^src/core/', '^src/platform/', '^src/workers/client\\.ts$'],
    comment: 'state imports core, platform and workers/client',
  }),
  mayImportOnly({
    name: 'screens-import-state-core-and-ui',
    from: '^src/(canvas|panels|actions)/',
    to: ['^src/$1/', '^src/state/', '^src/core/', '^src/ui/'],
    comment: 'canvas, panels and actions import state, core and ui, never each other',
  }),
  mayImportOnly({
    name: 'ui-imports-nothing-of-ours',
    from: '^src/ui/',
    to: ['^src/ui/'],
    comment: 'ui knows nothing of schemas',
  }),
  {
    name: 'nobody-imports-app',
    severity: 'error',
    comment: 'app wires everything, so nothing may lean on it',
    from: { pathNot: '^src/app/' },
    to: { path: '^src/app/' },
  },
  mayImportOnly({
    name: 'core-is-alone',
    from: '^src/core/',
    to: ['^src/core/'],
    comment: 'core imports nothing outside of core',
  }),
]

/** @type {Rule[]} */
const libraries = [
  {
    name: 'core-uses-small-pure-libraries-only',
    severity: 'error',
    comment: 'core is pure: a few small libraries, no React, nothing of Node',
    from: { path: '^src/core/', pathNot: tests },
    to: { pathNot: ['^(src|e2e)/', packages(pureLibraries)] },
  },
  {
    name: 'heavy-libraries-only-in-engines',
    severity: 'error',
    comment: 'heavy libraries stand behind interfaces that core declares',
    // What core may import is the rule above.
    from: { path: '^src/', pathNot: ['^src/(engines|core)/', tests] },
    to: { path: packages(heavyLibraries) },
  },
  {
    name: 'react-flow-only-in-canvas',
    severity: 'error',
    comment: 'the canvas is the only importer of React Flow',
    from: { path: '^src/', pathNot: '^src/(canvas|core)/' },
    to: { path: packages(['@xyflow/[^/]+']) },
  },
  {
    name: 'storage-and-pickers-only-in-platform',
    severity: 'error',
    comment: 'the browser’s storage and file pickers stand behind the interfaces of platform',
    from: { path: '^src/', pathNot: ['^src/(platform|core)/', tests] },
    to: { path: packages(['idb', 'idb-keyval', 'browser-fs-access']) },
  },
  {
    name: 'node-only-in-cli',
    severity: 'error',
    comment: 'what runs in the browser has no Node',
    from: { path: '^src/', pathNot: ['^src/(cli|core)/', tests] },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'headless-kit-only-in-ui',
    severity: 'error',
    comment: 'the headless kit stands behind our own components',
    from: { path: '^src/', pathNot: '^src/(ui|core)/' },
    to: { path: packages(['@base-ui/[^/]+']) },
  },
]

/** @type {Rule[]} */
const hygiene = [
  {
    name: 'known-rooms-only',
    severity: 'error',
    comment: 'a new room is a decision: it comes with its rule here and its line in ARCHITECTURE.md',
    from: { pathNot: '^src/core/' },
    to: { path: '^src/', pathNot: knownRooms },
  },
  {
    name: 'no-cycles',
    severity: 'error',
    // A cycle of types has no order to get wrong, and a lazy import opens the cycle that it stands in. Between rooms
    // there is none of any kind: the rules above see to that.
    comment: 'what loads has an order: no cycle of imports',
    from: {},
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only', 'type-import', 'dynamic-import'] } },
  },
  {
    name: 'no-orphans',
    severity: 'error',
    comment: 'a module that nothing imports and that imports nothing is forgotten',
    from: {
      orphan: true,
      path: '^src/',
      pathNot: [tests, '\\.d\\.ts$', '\\.worker\\.ts$', '^src/(app|cli)/main\\.tsx?$'],
    },
    to: {},
  },
  {
    name: 'source-does-not-import-tests',
    severity: 'error',
    comment: 'what is shipped does not lean on tests',
    from: { path: '^src/', pathNot: tests },
    to: { path: [tests, '^e2e/'] },
  },
  {
    name: 'shipped-libraries-are-dependencies',
    severity: 'error',
    comment: 'what is shipped is a dependency, not a tool: its licence and size are checked',
    from: { path: '^src/', pathNot: tests },
    to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'imports-resolve',
    severity: 'error',
    comment: 'an import that leads nowhere',
    from: {},
    // antlr4 names its types by a path that no resolver takes; e2e/engines/judges declares what we use.
    to: { couldNotResolve: true, pathNot: '^antlr4$' },
  },
]

module.exports = {
  forbidden: [...rooms, ...libraries, ...hygiene],
  options: {
    // Type imports are imports: a room that knows another's types knows the other room.
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '/fixtures/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'module', 'browser', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
  },
}
