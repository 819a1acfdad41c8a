// The fonts of the page as a worker can load them: a worker has no stylesheets.
export interface FontSource {
  readonly family: string
  readonly url: string
  readonly weight: string
  readonly style: string
  readonly unicodeRange: string
}

function urlIn(source: string, base: string): string | undefined {
  const found = /url\(\s*["']?([^"')]+)["']?\s*\)/.exec(source)?.[1]
  return found === undefined ? undefined : new URL(found, base).href
}

/** Every font file that the page's own stylesheets name. */
export function pageFonts(): readonly FontSource[] {
  const fonts: FontSource[] = []
  for (const sheet of document.styleSheets) {
    for (const rule of sheet.cssRules) {
      if (!(rule instanceof CSSFontFaceRule)) continue
      const get = (name: string) => rule.style.getPropertyValue(name)
      const url = urlIn(get('src'), sheet.href ?? document.baseURI)
      if (url === undefined) continue
      fonts.push({
        family: get('font-family').replace(/^["']|["']$/g, ''),
        url,
        weight: get('font-weight') || 'normal',
        style: get('font-style') || 'normal',
        unicodeRange: get('unicode-range') || 'U+0-10FFFF',
      })
    }
  }
  return fonts
}
