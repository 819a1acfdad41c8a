// Things found by name as a database finds them: the exact name first, then what it takes for the same name.
import type { Names } from '../../../model/lexis'

// eslint-disable-next-line no-control-regex -- the range of ASCII
const ascii = /^[\u0000-\u007f]*$/

/** Equal for all names that any database might take for the same: buckets only, `isSame` decides. */
export const looseKey = (name: string): string =>
  (ascii.test(name) ? name : name.normalize('NFKD').replace(/\p{M}/gu, '')).toLowerCase()

export class NameMap<T extends { readonly name: string }> {
  private readonly buckets = new Map<string, T[]>()
  private readonly names: Names
  private count = 0

  constructor(names: Names) {
    this.names = names
  }

  get size(): number {
    return this.count
  }

  /** All that bear this name; those that bear it to the letter stand first. */
  all(name: string): readonly T[] {
    const bucket = this.buckets.get(looseKey(name))
    if (!bucket) return []
    const exact = bucket.filter((item) => item.name === name)
    const alike = bucket.filter((item) => item.name !== name && this.names.isSame(item.name, name))
    return alike.length === 0 ? exact : [...exact, ...alike]
  }

  get(name: string): T | undefined {
    return this.all(name)[0]
  }

  add(item: T): void {
    const key = looseKey(item.name)
    const bucket = this.buckets.get(key)
    if (bucket) bucket.push(item)
    else this.buckets.set(key, [item])
    this.count++
  }

  delete(item: T): void {
    const key = looseKey(item.name)
    const bucket = this.buckets.get(key)
    const at = bucket?.indexOf(item) ?? -1
    if (!bucket || at < 0) return
    bucket.splice(at, 1)
    if (bucket.length === 0) this.buckets.delete(key)
    this.count--
  }

  *values(): Iterable<T> {
    for (const bucket of this.buckets.values()) yield* bucket
  }
}
