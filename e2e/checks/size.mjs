// First-load JavaScript: whatever is statically reachable from the entry. Lazy parts and workers load later.
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { fromRoot } from '../run/root.mjs'

const limitInBytes = 260_000

/** @typedef {Record<string, { file: string, isEntry?: boolean, imports?: readonly string[] }>} Manifest */

/**
 * @param {Manifest} manifest
 * @returns {readonly string[]} the scripts that the first page load fetches, each once
 */
export function firstLoadScripts(manifest) {
  // The page inside of others is no part of it: it is measured by nobody's first visit.
  const waiting = Object.keys(manifest).filter((key) => manifest[key]?.isEntry && key !== 'embed.html')
  const seen = new Set(waiting)
  for (const key of waiting) {
    for (const next of manifest[key]?.imports ?? []) {
      if (seen.has(next)) continue
      seen.add(next)
      waiting.push(next)
    }
  }
  return waiting.map((key) => manifest[key]?.file ?? '').filter((file) => file.endsWith('.js'))
}

/** @param {number} bytes */
const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} KB`

/** @returns {{ isWithin: boolean, report: string }} */
export function measureFirstLoad() {
  const manifest = JSON.parse(readFileSync(fromRoot('dist/.vite/manifest.json'), 'utf8'))
  const sizes = firstLoadScripts(manifest).map((file) => ({
    file,
    bytes: gzipSync(readFileSync(fromRoot('dist', file)), { level: 9 }).length,
  }))
  const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0)
  const isWithin = sizes.length > 0 && total <= limitInBytes
  const lines = sizes
    .sort((a, b) => b.bytes - a.bytes)
    .map(({ file, bytes }) => `  ${kilobytes(bytes).padStart(9)}  ${file}`)
  const verdict = `First-load JavaScript: ${kilobytes(total)} gz of ${kilobytes(limitInBytes)} allowed`
  return { isWithin, report: [verdict, ...lines].join('\n') }
}
