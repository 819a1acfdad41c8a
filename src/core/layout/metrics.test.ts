import { describe, expect, it } from 'vitest'
import { ellipsize, textWidth } from './metrics'

const row = { size: 12, weight: 400 } as const

describe('textWidth', () => {
  it('grows with the size and with the weight', () => {
    expect(textWidth('customer_id', { size: 24, weight: 400 })).toBeCloseTo(2 * textWidth('customer_id', row))
    const semibold = textWidth('customer_id', { size: 12, weight: 600 })
    const medium = textWidth('customer_id', { size: 12, weight: 500 })
    expect(medium).toBeGreaterThan(textWidth('customer_id', row))
    expect(semibold).toBeGreaterThan(medium)
  })

  it('gives every digit the same width', () => {
    const widths = [...'0123456789'].map((digit) => textWidth(digit, row))
    expect(new Set(widths).size).toBe(1)
  })

  it('knows narrow from wide letters', () => {
    expect(textWidth('iiii', row)).toBeLessThan(textWidth('mmmm', row) / 2)
  })

  it('measures an accented letter like its base, composed or not', () => {
    expect(textWidth('é', row)).toBe(textWidth('e', row))
    expect(textWidth('e\u0301', row)).toBe(textWidth('e', row))
  })

  it('knows Greek and Cyrillic letters', () => {
    expect(textWidth('щ', row)).toBeGreaterThan(textWidth('г', row))
    expect(textWidth('ω', row)).toBeGreaterThan(textWidth('ι', row))
  })

  it('gives CJK and full-width characters one em', () => {
    expect(textWidth('表名', row)).toBe(24)
    expect(textWidth('Ａ', row)).toBe(12)
  })

  it('counts an emoji of several code points once', () => {
    expect(textWidth('👨‍👩‍👧', row)).toBe(textWidth('👨', row))
    expect(textWidth('👍🏽', row)).toBe(textWidth('👍', row))
    expect(textWidth('👍', row)).toBeGreaterThan(12)
    expect(textWidth('🇫🇷', row)).toBe(textWidth('👍', row))
  })

  it('gives no room to marks that are not drawn', () => {
    expect(textWidth('a\u200b\u202eb', row)).toBe(textWidth('ab', row))
  })

  it('measures monospaced text by its number of characters', () => {
    expect(textWidth('select', { size: 10, weight: 400, font: 'mono' })).toBe(36)
  })

  it('is 0 for nothing and finite for a lone surrogate', () => {
    expect(textWidth('', row)).toBe(0)
    expect(textWidth('\ud83d', row)).toBeLessThan(12)
  })
})

describe('ellipsize', () => {
  it('returns a text that fits as it is', () => {
    expect(ellipsize('orders', row, 200)).toBe('orders')
  })

  it('cuts a long text so that it fits with its ellipsis', () => {
    const short = ellipsize('a_very_long_column_name_indeed', row, 80)
    expect(short).toMatch(/^a_very.*…$/)
    expect(textWidth(short, row)).toBeLessThanOrEqual(80)
    expect(textWidth(`${short.slice(0, -1)}__…`, row)).toBeGreaterThan(80)
  })

  it('never cuts inside what a reader sees as one character', () => {
    const flags = '🇫🇷🇩🇪🇮🇹🇪🇸'
    expect(ellipsize(flags, row, 50)).toBe('🇫🇷🇩🇪…')
    expect(ellipsize('e\u0301e\u0301e\u0301', row, 20)).toBe('e\u0301…')
  })

  it('leaves no space before the ellipsis', () => {
    expect(ellipsize('ab cdefgh', row, textWidth('ab …', row) + 1)).toBe('ab…')
  })

  it('gives nothing where not even the ellipsis fits', () => {
    expect(ellipsize('orders', row, 3)).toBe('')
  })

  it('answers for a text of a million characters', () => {
    expect(ellipsize('x'.repeat(1_000_000), row, 60)).toMatch(/^x+…$/)
  })
})
