import { randomBytes } from 'node:crypto'

/** A session's own database, which no other session wants to see. */
export function isSessionDatabase(name: string): boolean {
  return /^relata_[0-9a-f]{12}$/.test(name)
}

export function randomDatabaseName(): string {
  return `relata_${randomBytes(6).toString('hex')}`
}
