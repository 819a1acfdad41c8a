// Working without a network, and newer builds: the browser's service worker, where it has one. On plain HTTP it has none;
// then Relata needs its server each time it is opened, and everything else is as always.

/** A newer Relata is there. */
export interface Update {
  /** Goes over to it: this page is loaded anew. Other tabs stay as they are until they want it, too. */
  readonly apply: () => void
}

export interface OfflineGiven {
  readonly onUpdate: (update: Update) => void
}

/** How often a tab that stays open asks for a newer build. */
const askEveryMs = 60 * 60 * 1000

/** The script that this page runs on: a service worker knows by it which build a tab needs. */
const ownScript = (): string =>
  document.querySelector<HTMLScriptElement>('script[type="module"][src]')?.src ?? ''

const isQuestion = (data: unknown): boolean =>
  typeof data === 'object' && data !== null && 'relata' in data && data.relata === 'which'

function answerQuestions(container: ServiceWorkerContainer): void {
  container.addEventListener('message', ({ data, ports }: MessageEvent<unknown>) => {
    if (isQuestion(data)) ports[0]?.postMessage(ownScript())
  })
  container.startMessages()
}

function follow(registration: ServiceWorkerRegistration, { onUpdate }: OfflineGiven): void {
  const container = navigator.serviceWorker
  let isWanted = false
  const reload = () => location.reload()
  const apply = () => {
    const { waiting } = registration
    if (!waiting) {
      // Another tab has gone over already.
      reload()
      return
    }
    isWanted = true
    waiting.postMessage({ relata: 'activate' })
  }
  const tellIfWaiting = () => {
    // On the very first visit there is no older build to update from.
    if (registration.waiting && container.controller) onUpdate({ apply })
  }
  let hadController = container.controller !== null
  container.addEventListener('controllerchange', () => {
    if (isWanted) reload()
    else if (hadController) onUpdate({ apply: reload })
    hadController = true
  })
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', tellIfWaiting)
  })
  tellIfWaiting()
  registration.active?.postMessage({ relata: 'tidy' })
  const ask = () => {
    // Without a network there is nothing to be asked.
    registration.update().catch(() => undefined)
  }
  setInterval(ask, askEveryMs)
  window.addEventListener('online', ask)
}

/** Begins to keep Relata for when there is no network. The first visit is over by then: nothing of it is slowed. */
export async function startOffline(given: OfflineGiven): Promise<void> {
  // Absent on plain HTTP, whatever the types say.
  const container = navigator.serviceWorker as ServiceWorkerContainer | undefined
  if (!container) return
  answerQuestions(container)
  try {
    const options = { scope: './', updateViaCache: 'none' } as const
    // A browser that is told to have none answers with nothing, whatever the types say.
    const registration = (await container.register('sw.js', options)) as ServiceWorkerRegistration | undefined
    if (registration) follow(registration, given)
  } catch (error) {
    // Forbidden by the person, or no room: Relata then needs its server, as on plain HTTP.
    if (!(error instanceof DOMException || error instanceof TypeError)) throw error
  }
}
