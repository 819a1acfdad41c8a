// Ids of what a worker reads, in the manner of the platform's: random ones, drawn many at a time.
const alphabet = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'
const length = 10

const pool = new Uint8Array(length * 1000)
let next = pool.length

export function newId(): string {
  if (next >= pool.length) {
    crypto.getRandomValues(pool)
    next = 0
  }
  const bytes = pool.subarray(next, next + length)
  next += length
  return Array.from(bytes, (byte) => alphabet.charAt(byte % alphabet.length)).join('')
}
