import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { caddySample, cspOf, htaccess, netlifyHeaders, nginxSample } from './hostFiles.mjs'
import { buildOf } from './offline.mjs'
import { fromRoot } from './root.mjs'

test('the README shows what these hosts really need', () => {
  const readme = readFileSync(fromRoot('README.md'), 'utf8')
  expect(readme).toContain(nginxSample())
  expect(readme).toContain(caddySample())
})

test('only the page that is made for it may stand inside of others', () => {
  expect(cspOf('/embed.html')).toContain('frame-ancestors *')
  expect(cspOf('/relata/embed')).toContain('frame-ancestors *')
  for (const path of ['/', '/index.html', '/assets/embed-12345678.js', '/embed.html.js'])
    expect(cspOf(path)).toContain("frame-ancestors 'self'")
})

test('on hosts whose rules add up no file gets two policies', () => {
  const rules = netlifyHeaders().trim().split('\n\n')
  const withPolicy = rules.filter((rule) => rule.includes('Content-Security-Policy'))
  const paths = withPolicy.map((rule) => rule.split('\n')[0] ?? '')
  expect(new Set(paths).size).toBe(paths.length)
  expect(paths).not.toContain('/*')
  expect(htaccess().match(/frame-ancestors \*/g)).toHaveLength(1)
})

test('the service worker keeps what a page needs, and knows a page by its script', () => {
  const page = '<script type="module" crossorigin src="./assets/index-12345678.js"></script>'
  const given = new Map([
    ['index.html', page],
    ['assets/index-12345678.js', 'a'],
    ['_headers', ''],
    ['.vite/manifest.json', ''],
    ['icon.svg', 'x'],
  ])
  const build = buildOf(given)
  expect(build.files).toEqual(['assets/index-12345678.js', 'icon.svg', 'index.html'])
  expect(build.marks).toEqual({ 'index.html': 'assets/index-12345678.js' })
  expect(buildOf(new Map(given).set('icon.svg', 'y')).version).not.toBe(build.version)
  expect(buildOf(new Map(given).set('_headers', 'y')).version).toBe(build.version)
})
