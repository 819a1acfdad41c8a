// `npm run format`, and what `npm run check` holds to that format.
import { pathToFileURL } from 'node:url'
import { run, scriptOf } from './command.mjs'

export const formatted = [
  'src/**/*.{ts,tsx,css,md,json}',
  'e2e/**/*.{ts,tsx,mjs,cjs,css,md}',
  '*.{ts,js,html,md}',
  '{package,tsconfig}.json',
  '!**/fixtures/**',
]

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { code } = await run(process.execPath, [
    scriptOf('prettier'),
    '--write',
    '--log-level=warn',
    ...formatted,
  ])
  process.exitCode = code
}
