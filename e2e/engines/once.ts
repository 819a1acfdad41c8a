/** One value per worker process, however often modules are loaded anew. */
export function once<T>(key: string, make: () => T): T {
  const symbol = Symbol.for(key)
  const found: unknown = Reflect.get(globalThis, symbol)
  // Only `make` of the same key ever writes it.
  if (found !== undefined) return found as T
  const made = make()
  Reflect.set(globalThis, symbol, made)
  return made
}

/** The first call does the work; later ones wait for the same. */
export function onlyOnce(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null
  return () => (running ??= work())
}
