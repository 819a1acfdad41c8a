// A strict reader of XML 1.0 for tests: it knows elements, attributes, text, the five entities and numeric ones, and
// refuses everything else that a real reader would refuse.
export interface XmlElement {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly (XmlElement | string)[]
}

interface OpenElement extends XmlElement {
  readonly children: (XmlElement | string)[]
}

const allowed = /^[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u
const name = '[A-Za-z_:][A-Za-z0-9_:.-]*'
const token = new RegExp(`(<\\?xml[^?]*\\?>)|<(/)?(${name})((?:\\s+${name}="[^"<]*")*)\\s*(/)?>|([^<]+)`, 'y')
const entities = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
])

function decode(text: string): string {
  return text.replace(/&([^;]*);?/g, (whole, entity: string) => {
    const code = /^#(\d+)$/.exec(entity)?.[1]
    const character = code === undefined ? entities.get(entity) : String.fromCodePoint(Number(code))
    if (character === undefined || !whole.endsWith(';')) throw new Error(`Not an entity: ${whole}`)
    return character
  })
}

function attributesOf(source: string): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>()
  for (const [, key = '', value = ''] of source.matchAll(new RegExp(`(${name})="([^"]*)"`, 'g'))) {
    if (attributes.has(key)) throw new Error(`Twice: ${key}`)
    attributes.set(key, decode(value))
  }
  return attributes
}

/** The root element; throws where the text is not well-formed. */
export function readXml(source: string): XmlElement {
  if (!allowed.test(source)) throw new Error('A character that XML does not know')
  const root: OpenElement = { name: '', attributes: new Map(), children: [] }
  const open = [root]
  token.lastIndex = 0
  while (token.lastIndex < source.length) {
    const at = token.lastIndex
    const found = token.exec(source)
    if (!found) throw new Error(`Not XML: ${source.slice(at, at + 60)}`)
    const [, prolog, closing, tag = '', attributes = '', isEmpty, words] = found
    const here = open.at(-1)
    if (!here) throw new Error('Nothing is open')
    if (prolog !== undefined) {
      if (at !== 0) throw new Error('A prolog stands first')
    } else if (words !== undefined) {
      if (words.includes(']]>')) throw new Error('An end of nothing')
      here.children.push(decode(words))
    } else if (closing !== undefined) {
      if (here.name !== tag) throw new Error(`${tag} closes ${here.name}`)
      open.pop()
    } else {
      const element: OpenElement = { name: tag, attributes: attributesOf(attributes), children: [] }
      here.children.push(element)
      if (isEmpty === undefined) open.push(element)
    }
  }
  const [only, ...others] = root.children.filter((child) => typeof child !== 'string')
  if (open.length !== 1 || !only || others.length > 0) throw new Error('One element holds all others')
  return only
}

export function* elementsOf(element: XmlElement): Generator<XmlElement> {
  yield element
  for (const child of element.children) if (typeof child !== 'string') yield* elementsOf(child)
}

export const textOf = (element: XmlElement): string =>
  element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('')
