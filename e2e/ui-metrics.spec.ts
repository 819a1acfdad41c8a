// core/layout/metrics decides every size on the canvas without a screen; here it is held against a real one.
import type { Page } from '@playwright/test'
import { ellipsize, textWidth, type TextStyle } from '../src/core/layout/metrics'
import { expect, test } from './fixtures'
import { openKit } from './kit/openKit'

const samples = [
  'customer_address',
  'created_at',
  'OrderLineItem',
  'timestamp with time zone',
  'numeric(10,2)',
  'id',
  'illicit_fillings_ll',
  'WWW_MAXIMUM_MEMORY',
  'naïve_café_straße',
  'Überweisungsträger',
  'łódź_żółć',
  'имя_пользователя',
  'όνομα_χρήστη',
  '2026-11-20 17:07',
  'a.b(c)[d]{e}<f>="g"',
]

const styles: readonly TextStyle[] = [
  { size: 12, weight: 400 },
  { size: 13, weight: 500 },
  { size: 13, weight: 600 },
  { size: 11, weight: 400 },
  { size: 12, weight: 400, font: 'mono' },
]

interface Drawn {
  readonly text: string
  readonly style: TextStyle
  readonly className: string
}

async function measureIn(page: Page, drawn: readonly Drawn[]) {
  return page.evaluate(async (items) => {
    const spans = items.map(({ text, style, className }) => {
      const span = document.createElement('span')
      span.className = `absolute whitespace-pre ${className} ${style.font === 'mono' ? 'font-mono' : 'font-sans'}`
      span.style.fontSize = `${style.size}px`
      span.style.fontWeight = String(style.weight)
      span.textContent = text
      return span
    })
    document.body.append(...spans)
    await document.fonts.ready
    const widths = spans.map((span) => span.getBoundingClientRect().width)
    for (const span of spans) span.remove()
    return widths
  }, drawn)
}

for (const className of ['diagram-text', '']) {
  test(`a text is as wide as computed, within 2 %${className ? ' (diagram text)' : ' (with kerning)'}`, async ({
    page,
  }) => {
    await openKit(page)
    const drawn = samples.flatMap((text) => styles.map((style) => ({ text, style, className })))
    const widths = await measureIn(page, drawn)
    for (const [index, { text, style }] of drawn.entries()) {
      const computed = textWidth(text, style)
      const real = widths[index] ?? 0
      expect
        .soft(Math.abs(computed / real - 1), `${text} ${JSON.stringify(style)}: ${computed} ${real}`)
        .toBeLessThan(0.02)
    }
  })
}

test('a shortened name fits into its room on the screen', async ({ page }) => {
  await openKit(page)
  const style: TextStyle = { size: 12, weight: 400 }
  const texts = samples.map((text) => ellipsize(text.repeat(20), style, 120))
  const widths = await measureIn(
    page,
    texts.map((text) => ({ text, style, className: 'diagram-text' })),
  )
  for (const width of widths) {
    expect(width).toBeLessThanOrEqual(120.5)
    expect(width).toBeGreaterThan(100)
  }
})

test('characters of other scripts never take less room than computed by more than a quarter', async ({
  page,
}) => {
  await openKit(page)
  const style: TextStyle = { size: 12, weight: 400 }
  const texts = ['表名_顧客', '注文テーブル', '👍👍👍', 'שם_משתמש']
  const widths = await measureIn(
    page,
    texts.map((text) => ({ text, style, className: 'diagram-text' })),
  )
  // Which font draws them depends on the machine; a box may be a little wide, but not much too narrow.
  for (const [index, text] of texts.entries()) {
    expect.soft(widths[index] ?? 0, text).toBeLessThan(textWidth(text, style) * 1.25)
  }
})
