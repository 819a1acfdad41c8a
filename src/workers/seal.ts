// Bytes that only a passphrase opens: AES-GCM under a key that PBKDF2 makes slowly. The parameters travel with them, so
// that later links may be slower to guess and older ones still open.
import { fail, ok, type Result } from '../core/lib/result'

const scheme = 1
const iterations = 600_000
/** More than this would only keep the reader's machine busy; nobody honest asks for it. */
const mostIterations = 10_000_000
const saltAt = 5
const saltLength = 16
const ivLength = 12
const headLength = saltAt + saltLength + ivLength

export type SealProblem =
  /** Browsers keep their cryptography from pages that came over plain HTTP. */
  | { readonly kind: 'noCrypto' }
  /** Or somebody changed what the passphrase would open: the two look the same. */
  | { readonly kind: 'wrongPassphrase' }
  | { readonly kind: 'damaged' }
  | { readonly kind: 'newer' }

/** Absent on plain HTTP, whatever the types say. */
const subtleCrypto = (): SubtleCrypto | undefined => crypto.subtle

interface KeyGiven {
  readonly passphrase: string
  readonly salt: Uint8Array<ArrayBuffer>
  readonly rounds: number
}

async function keyOf(subtle: SubtleCrypto, { passphrase, salt, rounds }: KeyGiven): Promise<CryptoKey> {
  // One passphrase may be typed as several sequences of characters: all of them are the same to the one who types.
  const typed = new TextEncoder().encode(passphrase.normalize('NFKC'))
  const base = await subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveKey'])
  return subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds },
    base,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  )
}

export async function seal(
  bytes: Uint8Array,
  passphrase: string,
): Promise<Result<Uint8Array, { readonly kind: 'noCrypto' }>> {
  const subtle = subtleCrypto()
  if (!subtle) return fail({ kind: 'noCrypto' })
  const head = new Uint8Array(headLength)
  head[0] = scheme
  new DataView(head.buffer).setUint32(1, iterations)
  crypto.getRandomValues(head.subarray(saltAt))
  const { salt, iv } = partsOf(head)
  const key = await keyOf(subtle, { passphrase, salt, rounds: iterations })
  const cipher = { name: 'AES-GCM', iv, additionalData: head }
  const closed = new Uint8Array(await subtle.encrypt(cipher, key, Uint8Array.from(bytes)))
  const whole = new Uint8Array(headLength + closed.length)
  whole.set(head)
  whole.set(closed, headLength)
  return ok(whole)
}

const partsOf = (head: Uint8Array) => ({
  salt: Uint8Array.from(head.subarray(saltAt, saltAt + saltLength)),
  iv: Uint8Array.from(head.subarray(saltAt + saltLength, headLength)),
})

export async function unseal(
  bytes: Uint8Array,
  passphrase: string,
): Promise<Result<Uint8Array, SealProblem>> {
  const subtle = subtleCrypto()
  if (!subtle) return fail({ kind: 'noCrypto' })
  if (bytes.length <= headLength) return fail({ kind: 'damaged' })
  if (bytes[0] !== scheme) return fail({ kind: (bytes[0] ?? 0) > scheme ? 'newer' : 'damaged' })
  const head = Uint8Array.from(bytes.subarray(0, headLength))
  const rounds = new DataView(head.buffer).getUint32(1)
  if (rounds < 1 || rounds > mostIterations) return fail({ kind: 'damaged' })
  const { salt, iv } = partsOf(head)
  const key = await keyOf(subtle, { passphrase, salt, rounds })
  try {
    const cipher = { name: 'AES-GCM', iv, additionalData: head }
    const open = await subtle.decrypt(cipher, key, Uint8Array.from(bytes.subarray(headLength)))
    return ok(new Uint8Array(open))
  } catch (error) {
    // The only thing that it says of bytes that this key did not close.
    if (error instanceof DOMException && error.name === 'OperationError')
      return fail({ kind: 'wrongPassphrase' })
    throw error
  }
}
