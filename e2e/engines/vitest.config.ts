// Tests that run SQL on real engines: `npm test -- engines [file]`, or `npx vitest run --project engines [file]`.
// Elsewhere in the repository a test of this kind is named *.engine.test.ts.
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    name: 'engines',
    root: fileURLToPath(new URL('../..', import.meta.url)),
    include: ['e2e/engines/**/*.test.ts', 'src/**/*.engine.test.ts', 'e2e/**/*.engine.test.ts'],
    globalSetup: [fileURLToPath(new URL('globalSetup.ts', import.meta.url))],
    // One process runs many files, so that an engine that has started stays; each worker has servers of its own.
    pool: 'forks',
    isolate: false,
    // After the unit tests: both at once would only be slower.
    sequence: { groupOrder: 1 },
    maxWorkers: Math.min(2, availableParallelism()),
    testTimeout: 60_000,
    hookTimeout: 90_000,
  },
})
