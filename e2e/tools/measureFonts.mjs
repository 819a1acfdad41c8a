// @ts-nocheck: run by hand when a font changes; half of it runs inside a page
// Writes src/core/layout/metricsData.ts: the advance widths of the bundled interface font as Chromium draws them
// (tabular digits, no kerning). Run again after a change of the font: node e2e/tools/measureFonts.mjs
import { readFileSync, writeFileSync } from 'node:fs'
import { chromium } from '@playwright/test'
import { browserFlags, presentBrowser } from '../run/browser.mjs'

const files = 'node_modules/@fontsource-variable/inter/files'
const ranges = JSON.parse(readFileSync('node_modules/@fontsource-variable/inter/unicode.json', 'utf8'))
const subsets = ['latin', 'latin-ext', 'greek', 'cyrillic']
const LAST = 0x2300

function codePointsOf(range) {
  return range.split(',').flatMap((part) => {
    const [from, to = from] = part
      .slice(2)
      .split('-')
      .map((hex) => parseInt(hex, 16))
    return Array.from({ length: to - from + 1 }, (_, step) => from + step)
  })
}

const faces = subsets.map((name) => {
  const data = readFileSync(`${files}/inter-${name}-wght-normal.woff2`).toString('base64')
  return `@font-face { font-family: F; font-weight: 100 900; unicode-range: ${ranges[name]};
    src: url(data:font/woff2;base64,${data}) format('woff2') }`
})

const wanted = [...new Set(subsets.flatMap((name) => codePointsOf(ranges[name])))]
  .filter(
    (code) => code >= 0x20 && code < LAST && !/[\p{C}\p{M}\p{Zl}\p{Zp}]/u.test(String.fromCodePoint(code)),
  )
  .sort((a, b) => a - b)

/** Runs in the page: the widths of each character, in thousandths of the font size. */
async function measure({ codes, weight, fallback }) {
  await document.fonts.load(`${weight} 20px F`, codes.map((code) => String.fromCodePoint(code)).join(''))
  const host = document.createElement('div')
  host.style.cssText = `font: ${weight} 1000px F, ${fallback}; font-variant-numeric: tabular-nums; white-space: pre`
  const spans = codes.map((code) => {
    const span = document.createElement('span')
    span.style.position = 'absolute'
    span.textContent = String.fromCodePoint(code)
    return span
  })
  host.append(...spans)
  document.body.append(host)
  const widths = spans.map((span) => Math.round(span.getBoundingClientRect().width))
  host.remove()
  return widths
}

function runsOf(codes, columns) {
  const runs = []
  codes.forEach((code, index) => {
    const last = runs.at(-1)
    const values = columns.map((column) => column[index])
    if (last && last.first + last.columns[0].length === code)
      last.columns.forEach((c, i) => c.push(values[i]))
    else runs.push({ first: code, columns: values.map((value) => [value]) })
  })
  return runs
}

const executablePath = presentBrowser()
const browser = await chromium.launch({
  ...(executablePath === undefined ? {} : { executablePath }),
  args: [...browserFlags, '--font-render-hinting=none'],
})
const page = await browser.newPage()
await page.setContent(`<style>${faces.join('\n')}</style><body></body>`)

const regular = await page.evaluate(measure, { codes: wanted, weight: 400, fallback: 'monospace' })
const other = await page.evaluate(measure, { codes: wanted, weight: 400, fallback: 'serif' })
const semibold = await page.evaluate(measure, { codes: wanted, weight: 600, fallback: 'monospace' })
const medium = await page.evaluate(measure, { codes: wanted, weight: 500, fallback: 'monospace' })
await browser.close()

const at = new Map(wanted.map((code, index) => [code, index]))
const kept = wanted.filter((code) => {
  const index = at.get(code)
  if (regular[index] !== other[index]) return false
  const base = String.fromCodePoint(code).normalize('NFD').codePointAt(0)
  const plain = base === code ? undefined : at.get(base)
  return plain === undefined || regular[plain] !== regular[index] || semibold[plain] !== semibold[index]
})
const pick = (column) => kept.map((code) => column[at.get(code)])
const drift = Math.max(
  ...kept.map((code) =>
    Math.abs((regular[at.get(code)] + semibold[at.get(code)]) / 2 - medium[at.get(code)]),
  ),
)

const lines = runsOf(kept, [pick(regular), pick(semibold)]).map(
  ({ first, columns }) =>
    `  [0x${first.toString(16)}, ${columns.map((column) => `[${column.join(', ')}]`).join(', ')}],`,
)
writeFileSync(
  'src/core/layout/metricsData.ts',
  `// Written by e2e/tools/measureFonts.mjs. Advance widths of Inter in thousandths of the font size: runs of
// [first code point, widths at weight 400, widths at weight 600]. Weight 500 lies half-way between the two.
// A character missing here is as wide as the letter that it decomposes to (é as e), or is not in the font.

export type WidthRun = readonly [first: number, regular: readonly number[], semibold: readonly number[]]

// prettier-ignore
export const interWidths: readonly WidthRun[] = [
${lines.join('\n')}
]
`,
)
console.log(`${kept.length} widths of ${wanted.length}; weight 500 is at most ${drift}/1000 em from half-way`)
