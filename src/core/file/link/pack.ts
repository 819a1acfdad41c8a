// A model as few bytes as it can be, and back again from bytes that anyone may have made.
import { deflateSync, Inflate, strFromU8, strToU8 } from 'fflate'
import { fail, ok, type Result } from '../../lib/result'
import { reidAll } from '../../model/reid'
import type { Schema } from '../../model/schema'
import type { FileContent, FileProblem } from '../problem'
import { read } from '../read'
import { write } from '../write'
import { dictionary } from './dictionary'
import { fat, numberingOf, slim, type Json } from './slim'

/** Bytes when unpacked. The largest schemas are a tenth of it; what claims to be more is a bomb. */
export const unpackedLimit = 24_000_000

/** So deep nests no schema; what does would only exhaust the stack. */
const deepest = 64

const known = strToU8(dictionary)

// What JSON.parse gives is JSON.
const parse = (text: string): Json => JSON.parse(text) as Json

export function pack(schema: Schema): Uint8Array {
  const { ids, width } = numberingOf(parse(write(schema)))
  const small = slim(parse(write(reidAll(schema, ids))), width)
  return deflateSync(strToU8(JSON.stringify(small)), { level: 9, dictionary: known })
}

/** So much is pushed at once: a byte may become a thousand. */
const pieceSize = 4096

/** Undefined where the bytes are damaged, or become more than anybody's schema. */
function inflate(bytes: Uint8Array): Uint8Array | 'damaged' | 'tooLarge' {
  const pieces: Uint8Array[] = []
  let size = 0
  const ends: boolean[] = []
  const stream = new Inflate({ dictionary: known }, (piece, isLast) => {
    pieces.push(piece)
    size += piece.length
    ends.push(isLast)
  })
  try {
    for (let at = 0; at < bytes.length; at += pieceSize) {
      const isLast = at + pieceSize >= bytes.length
      stream.push(bytes.subarray(at, at + pieceSize), isLast)
      if (size > unpackedLimit) return 'tooLarge'
    }
  } catch (error) {
    // fflate throws its own errors at what is no compressed data.
    if (error instanceof Error) return 'damaged'
    throw error
  }
  // What is cut off never says that it has come to its end.
  if (!ends.includes(true)) return 'damaged'
  const whole = new Uint8Array(size)
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}

function isTooDeep(text: string): boolean {
  let depth = 0
  let inString = false
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (inString) {
      if (code === 92) i++
      else if (code === 34) inString = false
    } else if (code === 34) inString = true
    else if (code === 91 || code === 123) {
      if (++depth > deepest) return true
    } else if (code === 93 || code === 125) depth--
  }
  return false
}

export type UnpackProblem =
  | { readonly kind: 'damaged' }
  | { readonly kind: 'tooLarge' }
  /** The model inside is of a later file format. */
  | { readonly kind: 'newer' }

function parsed(text: string): Json | undefined {
  try {
    return isTooDeep(text) ? undefined : parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

const problems: Readonly<Record<FileProblem['kind'], UnpackProblem>> = {
  notJson: { kind: 'damaged' },
  mergeConflict: { kind: 'damaged' },
  notRelata: { kind: 'damaged' },
  newer: { kind: 'newer' },
  tooLarge: { kind: 'tooLarge' },
}

export function unpack(bytes: Uint8Array): Result<FileContent, UnpackProblem> {
  const inflated = inflate(bytes)
  if (inflated === 'damaged' || inflated === 'tooLarge') return fail({ kind: inflated })
  const json = parsed(strFromU8(inflated))
  if (json === undefined) return fail({ kind: 'damaged' })
  const content = read(JSON.stringify(fat(json)))
  return content.ok ? ok(content.value) : fail(problems[content.error.kind])
}
