// Decisions out of a list of numbers: what a property test draws, a builder spends.
import fc from 'fast-check'

/** Names that have broken schemas before: quotes, words of SQL, words of JavaScript, other scripts, nothing at all. */
export const hostileNames = [
  'orders',
  'Order Items',
  '',
  '"',
  "it's",
  '`tick`',
  '[box]',
  'a.b',
  'select',
  'user',
  '__proto__',
  'constructor',
  'toString',
  '$$',
  '--',
  '/*',
  "'; DROP TABLE x; --",
  'line\nbreak',
  '\u202Eright',
  'الطلبات',
  '注文',
  '🛒',
  'ß',
  'İ',
  '\u0000',
  'a'.repeat(300),
  '<b>',
  '${x}',
  '%s',
  'c_1',
  't_2',
] as const

export class Chooser {
  private readonly numbers: readonly number[]
  private at = 0

  constructor(numbers: readonly number[]) {
    this.numbers = numbers.length > 0 ? numbers : [0]
  }

  /** A whole number below `limit`. */
  below(limit: number): number {
    // Going round with a step keeps a short list from repeating the same few decisions.
    const round = Math.floor(this.at / this.numbers.length)
    const drawn = this.numbers[this.at++ % this.numbers.length] ?? 0
    return limit <= 0 ? 0 : (drawn + round * 7919) % limit
  }

  yes(): boolean {
    return this.below(2) === 1
  }

  pick<T>(items: readonly T[]): T {
    if (items.length === 0) throw new Error('nothing to pick from')
    // `below` stays within the list, whose members may well be undefined.
    return items[this.below(items.length)] as T
  }

  pickOr<T>(items: readonly T[]): T | undefined {
    return items.length > 0 ? this.pick(items) : undefined
  }

  some<T>(items: readonly T[]): T[] {
    return items.filter(() => this.yes())
  }

  times<T>(limit: number, make: (i: number) => T): T[] {
    return Array.from({ length: this.below(limit + 1) }, (_, i) => make(i))
  }

  name(): string {
    return this.pick(hostileNames)
  }

  /** The fields, or none of them. */
  maybe<T extends object>(make: () => T): T | Record<string, never> {
    return this.yes() ? make() : {}
  }
}

/** Decisions for a builder. */
export const choices = (): fc.Arbitrary<Chooser> =>
  fc.array(fc.nat(9973), { minLength: 20, maxLength: 120 }).map((numbers) => new Chooser(numbers))
