// Bytes of a file as text: UTF-8, UTF-16 by its mark or by its look, and the Latin letters of old Windows programs where
// it is neither. What is no text at all is refused with what it is and how to get text of it.

export type Decoded =
  | { readonly kind: 'text'; readonly text: string; readonly remark?: string }
  | { readonly kind: 'refused'; readonly message: string; readonly remedy?: string }

interface Signature {
  readonly starts: string
  readonly what: string
  readonly remedy?: string
}

const signatures: readonly Signature[] = [
  {
    starts: 'PGDMP',
    what: 'an archive of pg_dump',
    remedy: 'Turn it into a script: pg_restore --schema-only --file schema.sql thisfile',
  },
  {
    starts: 'SQLite format 3\0',
    what: 'an SQLite database',
    remedy: 'Write its schema out: sqlite3 thisfile .schema > schema.sql',
  },
  { starts: '\x89PNG', what: 'a picture' },
  { starts: '\xff\xd8\xff', what: 'a picture' },
  { starts: 'GIF8', what: 'a picture' },
  { starts: 'RIFF', what: 'a picture or a sound' },
  { starts: '%PDF', what: 'a PDF document' },
  {
    starts: 'PK\x03\x04',
    what: 'a Zip archive or an office document',
    remedy: 'Unpack it and choose the script inside.',
  },
  { starts: '\x1f\x8b', what: 'a compressed file', remedy: 'Unpack it first: gunzip thisfile' },
  { starts: 'BZh', what: 'a compressed file', remedy: 'Unpack it first.' },
  { starts: '\xfd7zXZ', what: 'a compressed file', remedy: 'Unpack it first.' },
  { starts: '\x28\xb5\x2f\xfd', what: 'a compressed file', remedy: 'Unpack it first.' },
  {
    starts: 'TAPE',
    what: 'a backup of SQL Server',
    remedy: 'Restore it and let SQL Server write a script of it.',
  },
]

const startOf = (bytes: Uint8Array): string => String.fromCharCode(...bytes.subarray(0, 16))

/** Every second byte is empty: Latin letters in UTF-16 without a mark. */
function utf16Kind(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const length = Math.min(bytes.length, 4096) & ~1
  if (length < 4) return undefined
  let [even, odd] = [0, 0]
  for (let i = 0; i < length; i += 2) {
    if (bytes[i] === 0) even++
    if (bytes[i + 1] === 0) odd++
  }
  const half = length / 2
  if (odd > half * 0.6 && even < half * 0.2) return 'utf-16le'
  return even > half * 0.6 && odd < half * 0.2 ? 'utf-16be' : undefined
}

function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  const [a, b] = bytes
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  return utf16Kind(bytes) ?? 'utf-8'
}

/** More than a few bytes that no text has. */
function isBinary(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 65_536)
  let strange = 0
  for (const byte of sample) {
    const isSpace = byte >= 7 && byte <= 13
    if (byte === 127 || (byte < 32 && !isSpace && byte !== 27)) strange++
  }
  return strange > sample.length * 0.03
}

export function decode(bytes: Uint8Array): Decoded {
  const start = startOf(bytes)
  const known = signatures.find(({ starts }) => start.startsWith(starts))
  if (known) {
    const { what, remedy } = known
    return {
      kind: 'refused',
      message: `This is ${what}, not a text.`,
      ...(remedy !== undefined && { remedy }),
    }
  }
  const encoding = encodingOf(bytes)
  if (encoding !== 'utf-8') return { kind: 'text', text: new TextDecoder(encoding).decode(bytes) }
  if (isBinary(bytes)) return { kind: 'refused', message: 'This is a binary file, not a text.' }
  try {
    return { kind: 'text', text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    return {
      kind: 'text',
      text: new TextDecoder('windows-1252').decode(bytes),
      remark: 'It is not UTF-8, so it was read as Windows-1252 (Latin). Letters with accents may be others.',
    }
  }
}
