// A picture that carries the model it was drawn from. In SVG it stands in <metadata>, in PNG in a text chunk: both as
// base64 of the file's UTF-8, so that no name in it can mean anything to whatever reads the picture.

const signs = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** UTF-8, without the help of a browser. */
function utf8(text: string): Uint8Array {
  const bytes: number[] = []
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    if (code < 0x80) bytes.push(code)
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), 0x80 | (code & 63))
    else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63))
    else
      bytes.push(
        0xf0 | (code >> 18),
        0x80 | ((code >> 12) & 63),
        0x80 | ((code >> 6) & 63),
        0x80 | (code & 63),
      )
  }
  return Uint8Array.from(bytes)
}

function text(bytes: readonly number[]): string {
  let read = ''
  for (let i = 0; i < bytes.length;) {
    const first = bytes[i] ?? 0
    const length = first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4
    let code = length === 1 ? first : first & (0xff >> (length + 1))
    for (let k = 1; k < length; k++) code = (code << 6) | ((bytes[i + k] ?? 0) & 63)
    // Bytes that say nothing of a character are not ours.
    read += code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd'
    i += length
  }
  return read
}

/** As base64. */
export function packed(model: string): string {
  const bytes = utf8(model)
  const out: string[] = []
  for (let i = 0; i < bytes.length; i += 3) {
    const [a = 0, b = 0, c = 0] = bytes.subarray(i, i + 3)
    const left = bytes.length - i
    const group = (a << 16) | (b << 8) | c
    out.push(
      (signs[group >> 18] ?? '') +
        (signs[(group >> 12) & 63] ?? '') +
        (left > 1 ? (signs[(group >> 6) & 63] ?? '') : '=') +
        (left > 2 ? (signs[group & 63] ?? '') : '='),
    )
  }
  return out.join('')
}

export function unpacked(base64: string): string {
  const bytes: number[] = []
  let bits = 0
  let held = 0
  for (const sign of base64.replace(/[\s=]/g, '')) {
    held = ((held << 6) | Math.max(0, signs.indexOf(sign))) & 0xffffff
    bits += 6
    if (bits < 8) continue
    bits -= 8
    bytes.push((held >> bits) & 0xff)
  }
  return text(bytes)
}

/** The model that an SVG of ours carries. */
export function modelInSvg(svg: string): string | undefined {
  const base64 = /<metadata id="relata">([A-Za-z0-9+/=\s]*)<\/metadata>/.exec(svg)?.[1]
  return base64 === undefined ? undefined : unpacked(base64)
}

const keyword = 'Relata'

const crcTable = Array.from({ length: 256 }, (_, n) => {
  let c = n
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1
  return c >>> 0
})

export function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) crc = (crcTable[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8)
  return (crc ^ 0xffffffff) >>> 0
}

/** A chunk of a PNG: length, type, data, checksum. */
export function pngChunk(type: string, data: Uint8Array): Uint8Array {
  const chunk = new Uint8Array(data.length + 12)
  const view = new DataView(chunk.buffer)
  view.setUint32(0, data.length)
  chunk.set(utf8(type), 4)
  chunk.set(data, 8)
  view.setUint32(data.length + 8, crc32(chunk.subarray(4, data.length + 8)))
  return chunk
}

/** PNG (third edition), 11.3.3.4: keyword, not compressed, no language, no translation, text. */
export const modelChunk = (model: string): Uint8Array =>
  pngChunk('iTXt', utf8(`${keyword}\0\0\0\0\0${packed(model)}`))

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] as const
const headerEnd = 33

/** The picture with the model behind its header. */
export function withModel(png: Uint8Array, model: string): Uint8Array {
  const chunk = modelChunk(model)
  const whole = new Uint8Array(png.length + chunk.length)
  whole.set(png.subarray(0, headerEnd))
  whole.set(chunk, headerEnd)
  whole.set(png.subarray(headerEnd), headerEnd + chunk.length)
  return whole
}

const ascii = (bytes: Uint8Array): string => Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')

/** The model that a PNG of ours carries. */
export function modelInPng(png: Uint8Array): string | undefined {
  if (!signature.every((byte, i) => png[i] === byte)) return undefined
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength)
  let at = signature.length
  while (at + 12 <= png.length) {
    const length = view.getUint32(at)
    const data = png.subarray(at + 8, at + 8 + length)
    const isOurs =
      ascii(png.subarray(at + 4, at + 8)) === 'iTXt' &&
      ascii(data.subarray(0, keyword.length + 1)) === `${keyword}\0`
    if (isOurs) return unpacked(ascii(data.subarray(keyword.length + 5)))
    at += length + 12
  }
  return undefined
}
