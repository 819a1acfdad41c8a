// Long work in short pieces: between two of them the page answers to whoever uses it.

/** Half of a frame at most. */
const atOnceMs = 8

interface Scheduler {
  readonly yield?: () => Promise<void>
}

const pause = (): Promise<void> => {
  // Not in every browser yet.
  const { scheduler } = globalThis as { readonly scheduler?: Scheduler }
  return scheduler?.yield?.() ?? new Promise((done) => setTimeout(done, 0))
}

/** Runs it to its end, and says what it gives. */
export async function gently<T>(work: Iterator<unknown, T>): Promise<T> {
  let from = performance.now()
  for (;;) {
    const step = work.next()
    if (step.done === true) return step.value
    if (performance.now() - from < atOnceMs) continue
    await pause()
    from = performance.now()
  }
}
