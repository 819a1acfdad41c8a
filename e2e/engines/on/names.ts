import { randomBytes } from 'node:crypto'

export function randomDatabaseName(): string {
  return `relata_${randomBytes(6).toString('hex')}`
}
