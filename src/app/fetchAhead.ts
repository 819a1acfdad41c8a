// Panels and dialogs come in pieces when they are first wanted. Once the editor is there and the browser has nothing to
// do, the rest is fetched too: from then on everything opens at once, and without a network.
const pieces: readonly (() => Promise<unknown>)[] = [
  () => import('../ui/popups'),
  () => import('../panels/palette'),
  () => import('../panels/outline'),
  () => import('../panels/inspector'),
  () => import('../panels/diagrams'),
  () => import('../panels/history'),
  () => import('../panels/sql'),
  () => import('../panels/code/editor'),
  () => import('../panels/dbml'),
  () => import('../panels/dbml/dbmlEditor'),
  () => import('../panels/export'),
  () => import('../panels/target'),
  () => import('../panels/settings'),
  () => import('../panels/shortcuts'),
  () => import('../panels/start'),
]

const whenIdle = (work: () => void): void => {
  // Safari knows no idle time.
  if ('requestIdleCallback' in window) window.requestIdleCallback(work, { timeout: 4000 })
  else setTimeout(work, 1000)
}

export function fetchTheRest(at = 0): void {
  const next = pieces[at]
  if (!next) return
  whenIdle(() => {
    // Whatever does not come now is asked for again when it is wanted, and tells its failure there.
    next().then(
      () => {
        fetchTheRest(at + 1)
      },
      () => undefined,
    )
  })
}
