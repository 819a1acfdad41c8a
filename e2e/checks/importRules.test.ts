// One violation of each import rule, seeded in a throw-away project with our rules, and caught by exactly that rule.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import rules from './dependency-cruiser.cjs'
import { importViolations } from './imports.mjs'

type Files = Readonly<Record<string, string>>

const manifest = JSON.stringify({
  name: 'seeded',
  dependencies: {
    '@xyflow/react': '1',
    '@base-ui/react': '1',
    '@dbml/core': '1',
    idb: '1',
    react: '1',
    valibot: '1',
  },
  devDependencies: { 'fast-check': '1' },
})

const installed = ['@xyflow/react', '@base-ui/react', '@dbml/core', 'idb', 'react', 'valibot', 'fast-check']

const value = 'export const value = 1\n'
const type = 'export type Shape = { readonly a: number }\n'

/** A file that everything may import, so that no seeded file is an orphan. */
const lib = { 'src/core/lib/text.ts': value }

const seeded: Readonly<Record<string, Files>> = {
  'core-lib-imports-nothing': {
    'src/core/lib/result.ts': "import '../model/id'",
    'src/core/model/id.ts': value,
  },
  'core-model-imports-lib': {
    'src/core/model/edit.ts': "import '../commands/table'",
    'src/core/commands/table.ts': value,
  },
  'core-foundation-imports-model': {
    'src/core/layout/route.ts': "import '../dialects/dialect'",
    'src/core/dialects/dialect.ts': value,
  },
  'core-upper-imports-foundation': {
    'src/core/templates/build.ts': "import '../commands/table'",
    'src/core/formats/format.ts': "import '../commands/table'",
    'src/core/commands/table.ts': value,
  },
  'core-upper-dialects-by-their-doors': {
    'src/core/templates/build.ts': "import '../dialects/postgres/ddl'",
    'src/core/formats/sql/write.ts': "import '../../dialects/postgres/ddl'",
    'src/core/dialects/postgres/ddl.ts': value,
  },
  'core-is-alone': {
    'src/core/model/id.ts': "import '../../platform/newId'",
    'src/platform/newId.ts': value,
  },
  'core-types-only-in-engines': {
    'src/engines/elk.ts':
      "import type { Shape } from '../core/layout/shape'\nimport { value } from '../core/layout/arrange'",
    'src/core/layout/shape.ts': type,
    'src/core/layout/arrange.ts': value,
  },
  'engines-import-core': {
    'src/engines/elk.ts': "import '../workers/client'",
    'src/workers/client.ts': value,
  },
  'workers-and-cli-import-core-and-engines': {
    'src/cli/main.ts': "import '../state/document'",
    'src/state/document.ts': value,
  },
  'core-types-only-in-platform': {
    'src/platform/files.ts': "import { value } from '../core/file/read'",
    'src/core/file/read.ts': value,
  },
  'platform-imports-core-types': {
    'src/platform/files.ts': "import type { Shape } from '../state/document'",
    'src/state/document.ts': type,
  },
  'state-imports-core-platform-and-the-worker-client': {
    'src/state/document.ts': "import '../workers/parse.worker'",
    'src/workers/parse.worker.ts': value,
  },
  'screens-import-state-core-and-ui': {
    'src/canvas/project.ts': "import '../panels/inspector'",
    'src/panels/inspector.tsx': value,
  },
  'ui-imports-nothing-of-ours': {
    'src/ui/Button.tsx': "import type { Shape } from '../core/model/table'",
    'src/core/model/table.ts': type,
  },
  'nobody-imports-app': {
    'src/panels/outline.ts': "import '../app/shell'",
    'src/app/shell.ts': value,
  },
  'core-uses-small-pure-libraries-only': { 'src/core/model/id.ts': "import 'react'" },
  'heavy-libraries-only-in-engines': { 'src/workers/parse.worker.ts': "void import('@dbml/core')" },
  'react-flow-only-in-canvas': { 'src/panels/outline.ts': "import type {} from '@xyflow/react'" },
  'storage-and-pickers-only-in-platform': { 'src/state/autosave.ts': "import 'idb'" },
  'node-only-in-cli': { 'src/platform/files.ts': "import 'node:fs'" },
  'headless-kit-only-in-ui': { 'src/panels/outline.ts': "import '@base-ui/react'" },
  'known-rooms-only': { 'src/app/main.tsx': "import '../helpers/misc'", 'src/helpers/misc.ts': value },
  'no-cycles': {
    'src/core/model/table.ts': "import { value } from './column'\nexport const other = value",
    'src/core/model/column.ts': "import { other } from './table'\nexport const value = other",
  },
  'no-orphans': { 'src/panels/forgotten.ts': value },
  'source-does-not-import-tests': {
    'src/panels/outline.ts': "import './samples.testing'",
    'src/panels/samples.testing.ts': value,
  },
  'shipped-libraries-are-dependencies': { 'src/panels/outline.ts': "import 'fast-check'" },
  'imports-resolve': { 'src/panels/outline.ts': "import './nowhere'" },
}

/** A house in which every arrow points the right way. */
const clean: Files = {
  ...lib,
  'src/core/model/table.ts': `import { value } from '../lib/text'\n${type}export const other = value`,
  'src/core/dialects/dialect.ts': "export type { Shape } from '../model/table'",
  'src/core/dialects/index.ts': "import './postgres/ddl'",
  'src/core/dialects/postgres/ddl.ts': "import '../dialect'",
  'src/core/formats/sql/write.ts': "import '../../dialects'\nimport 'valibot'",
  'src/core/formats/sql/write.test.ts':
    "import './write'\nimport '../../commands/table'\nimport 'fast-check'",
  'src/core/commands/table.ts': "import '../model/table'",
  'src/engines/dbml.ts':
    "import type { Shape } from '../core/model/table'\nimport '../core/lib/text'\nimport '@dbml/core'",
  'src/workers/client.ts': "import '../core/model/table'",
  'src/workers/parse.worker.ts': "import '../engines/dbml'\nimport '../core/formats/sql/write'",
  'src/platform/storage.ts': "import type { Shape } from '../core/model/table'\nimport 'idb'",
  'src/state/document.ts': "import '../workers/client'\nimport '../platform/storage'",
  'src/ui/Button.tsx': "import '@base-ui/react'\nimport 'react'",
  'src/canvas/project.tsx': "import '@xyflow/react'\nimport '../state/document'\nimport '../ui/Button'",
  'src/app/main.tsx': "import '../canvas/project'\nimport '../workers/client'",
  'src/cli/main.ts': "import '../core/commands/table'\nimport 'node:fs'",
}

const made: string[] = []

function makeProject(files: Files): string {
  const folder = mkdtempSync(join(tmpdir(), 'relata-rules-'))
  made.push(folder)
  const packageFiles = installed.flatMap((name) => [
    [`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' })],
    [`node_modules/${name}/index.js`, 'export {}\n'],
  ])
  for (const [path = '', text = ''] of [
    ['package.json', manifest],
    ...packageFiles,
    ...Object.entries(files),
  ]) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  return folder
}

async function rulesBrokenBy(files: Files): Promise<readonly string[]> {
  const { violations } = await importViolations(makeProject(files), ['src'])
  return [...new Set(violations.map(({ rule }) => rule))]
}

afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true })
})

describe('the import rules', () => {
  test('each have a seeded violation', () => {
    expect(Object.keys(seeded).sort()).toEqual(rules.forbidden.map(({ name }) => name).sort())
  })

  test.each(Object.entries(seeded))('%s is caught, by that rule alone', async (rule, files) => {
    expect(await rulesBrokenBy(files)).toEqual([rule])
  })

  test('let a house through in which every arrow points the right way', async () => {
    expect(await rulesBrokenBy(clean)).toEqual([])
  })
})

const foundation = ['dialects', 'layout', 'file', 'diff', 'normalize'].map((name) => `core/${name}`)
const upper = ['commands', 'formats', 'picture', 'migrate', 'lint'].map((name) => `core/${name}`)
const core = ['core/lib', 'core/model', ...foundation, ...upper]
const screens = ['canvas', 'panels', 'actions']
const everyRoom = [...core, 'engines', 'workers', 'cli', 'platform', 'state', ...screens, 'ui', 'app']

/** The table of the house, said once more and independently of the rules: may this room import that one? */
function mayImport(from: string, to: string): boolean {
  if (from === 'app') return true
  if (from === 'core/lib' || from === 'ui') return false
  if (from === 'core/model') return to === 'core/lib'
  if (foundation.includes(from)) return to === 'core/lib' || to === 'core/model'
  if (upper.includes(from)) return core.includes(to) && !upper.includes(to)
  if (from === 'engines' || from === 'platform') return core.includes(to)
  if (from === 'workers' || from === 'cli') return core.includes(to) || to === 'engines'
  if (from === 'state') return core.includes(to) || to === 'platform' || to === 'workers'
  return core.includes(to) || to === 'state' || to === 'ui'
}

/** In each room the one door that the strictest neighbour may use. */
function doorOf(room: string): string {
  if (room === 'core/dialects') return 'index'
  return room === 'workers' ? 'client' : 'door'
}

test('every pair of rooms is allowed or refused as the table of the house says', async () => {
  const pairs = everyRoom.flatMap((from) => everyRoom.filter((to) => to !== from).map((to) => ({ from, to })))
  const files: Record<string, string> = {}
  for (const room of everyRoom) files[`src/${room}/${doorOf(room)}.ts`] = value
  for (const { from, to } of pairs) {
    const up = '../'.repeat(from.split('/').length)
    files[`src/${from}/to-${to.replace('/', '-')}.ts`] =
      `import type { value } from '${up}${to}/${doorOf(to)}'`
  }
  const { violations } = await importViolations(makeProject(files), ['src'])
  const refused = new Set(violations.map(({ from }) => from))
  for (const { from, to } of pairs) {
    const isRefused = refused.has(`src/${from}/to-${to.replace('/', '-')}.ts`)
    expect({ from, to, isRefused }).toEqual({ from, to, isRefused: !mayImport(from, to) })
  }
})

test('a cycle through a lazy import, or of types alone, is none', async () => {
  const files = {
    'src/ui/Menu.tsx':
      "export type Props = { readonly a: number }\nexport const load = () => import('./MenuView')",
    'src/ui/MenuView.tsx': "import { load } from './Menu'\nexport const view = load",
    'src/core/model/table.ts': "import type { Column } from './column'\nexport type Table = Column",
    'src/core/model/column.ts': "import type { Table } from './table'\nexport type Column = Table",
  }
  expect(await rulesBrokenBy(files)).toEqual([])
})

describe('an import for its types alone', () => {
  test('does not hide an import of values from the same file', async () => {
    const files = {
      'src/platform/files.ts':
        "import type { Shape } from '../core/file/read'\nimport { value } from '../core/file/read'",
      'src/core/file/read.ts': value + type,
    }
    expect(await rulesBrokenBy(files)).toEqual(['core-types-only-in-platform'])
  })
})
