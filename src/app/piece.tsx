// Parts of the screen that are fetched when they are first wanted. A fetch fails without a network, or when a newer
// version has taken the place of the files. React keeps the answer of a `lazy` for good, also a failure, so the next
// try needs a `lazy` of its own: boundaries that caught one call `forgetFailures`.
import { lazy, type ComponentType, type LazyExoticComponent } from 'react'

const failed = new Set<() => void>()

/** From now on what failed to come is asked for again. */
export function forgetFailures(): void {
  for (const renew of failed) renew()
  failed.clear()
}

export function piece<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  const fresh = (): LazyExoticComponent<ComponentType<Props>> =>
    lazy(async () => {
      try {
        return { default: await load() }
      } catch (error) {
        // Not at once: whoever waits for it now would ask again and again, and never be told.
        failed.add(() => {
          Current = fresh()
        })
        throw error
      }
    })
  let Current = fresh()
  return function Piece(props: Props) {
    return <Current {...props} />
  }
}
