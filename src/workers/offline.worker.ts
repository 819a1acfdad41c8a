// The service worker: Relata without a network. It keeps every file of its own build, and answers with them alone, so
// that a page is never made of two builds. A newer build is fetched beside it and waits for the person's word; the files
// of an older one stay for as long as a tab runs on them. Built into sw.js by e2e/run/offline.mjs, which puts `build`
// before it. It imports nothing: Firefox takes no modules here.

/* eslint-disable no-restricted-globals -- what stands behind the cache is this file itself */

interface Build {
  readonly version: string
  /** Addresses within the folder of Relata. */
  readonly files: readonly string[]
  /** What a page of this build must name; another one on the server is of another build. */
  readonly marks: Readonly<Record<string, string>>
}

declare const build: Build

interface Client {
  postMessage(message: unknown, transfer: readonly MessagePort[]): void
}

interface Extendable extends Event {
  waitUntil(work: Promise<unknown>): void
}

interface FetchLike extends Extendable {
  readonly request: Request
  respondWith(answer: Promise<Response>): void
}

/** The scope of a service worker, in so far as it is used; its type is not among those the page is compiled with. */
interface Scope {
  readonly registration: { readonly scope: string; readonly installing: unknown; readonly waiting: unknown }
  readonly clients: {
    claim(): Promise<void>
    matchAll(options: object): Promise<readonly Client[]>
  }
  skipWaiting(): Promise<void>
  addEventListener(type: 'install' | 'activate', listener: (event: Extendable) => void): void
  addEventListener(type: 'message', listener: (event: Extendable & { readonly data: unknown }) => void): void
  addEventListener(type: 'fetch', listener: (event: FetchLike) => void): void
}

const scope = globalThis as unknown as Scope
const home = new URL(scope.registration.scope)
/** Several Relatas may live on one origin: each touches only what is its own. */
const prefix = `relata ${home.href} `
const ownCache = prefix + build.version

const isHashed = (path: string): boolean => /^assets\/.+-[\w-]{8}\.\w+$/.test(path)

const otherCaches = async (): Promise<readonly string[]> =>
  (await caches.keys()).filter((name) => name.startsWith(prefix) && name !== ownCache)

async function fromOthers(url: string): Promise<Response | undefined> {
  for (const name of await otherCaches()) {
    const found = await caches.match(url, { cacheName: name, ignoreSearch: true })
    if (found) return found
  }
  return undefined
}

/** A page that a server redirected is refused as an answer to a navigation: only what it holds is kept. */
const plain = async (response: Response): Promise<Response> =>
  response.redirected
    ? new Response(await response.blob(), { headers: response.headers, status: response.status })
    : response

async function fetched(path: string, url: string): Promise<Response> {
  const response = await fetch(url, { cache: isHashed(path) ? 'default' : 'no-cache' })
  if (!response.ok) throw new Error(`${path}: ${String(response.status)}`)
  const mark = Object.hasOwn(build.marks, path) ? build.marks[path] : undefined
  if (mark !== undefined && !(await response.clone().text()).includes(mark)) {
    throw new Error(`${path} is of another build`)
  }
  return plain(response)
}

async function take(cache: Cache, path: string): Promise<void> {
  const url = new URL(path, home).href
  if (await cache.match(url)) return
  // What carries its hash is the same in every build that has it.
  const known = isHashed(path) ? await fromOthers(url) : undefined
  await cache.put(url, known ?? (await fetched(path, url)))
}

/** A few at a time: the page that is open comes first. */
const atOnce = 3

async function fill(): Promise<void> {
  const cache = await caches.open(ownCache)
  const waiting = [...build.files]
  const work = async (): Promise<void> => {
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) await take(cache, path)
  }
  await Promise.all(Array.from({ length: atOnce }, work))
}

const answerMs = 4000

/** The script that a tab runs on; undefined where it does not answer: it may be asleep. */
function scriptOf(client: Client): Promise<string | undefined> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = ({ data }: MessageEvent<unknown>) =>
      resolve(typeof data === 'string' ? data : undefined)
    setTimeout(() => resolve(undefined), answerMs)
    client.postMessage({ relata: 'which' }, [port2])
  })
}

/** Files of older builds go once no tab can want them any more. */
async function tidy(): Promise<void> {
  // What a newer build has fetched belongs to no tab yet.
  if (scope.registration.installing ?? scope.registration.waiting) return
  const others = await otherCaches()
  if (others.length === 0) return
  const clients = await scope.clients.matchAll({ type: 'window', includeUncontrolled: true })
  const scripts = await Promise.all(clients.map(scriptOf))
  if (scripts.includes(undefined)) return
  for (const name of others) {
    const uses = await Promise.all(
      scripts.map(async (script) => (script ? caches.match(script, { cacheName: name }) : undefined)),
    )
    if (uses.every((use) => use === undefined)) await caches.delete(name)
  }
}

/** Where a page is meant: the folder itself is its index; some hosts leave `.html` away. */
function pageAt(url: URL): string | undefined {
  const path = url.pathname.slice(home.pathname.length)
  if (path === '') return 'index.html'
  const page = path.endsWith('.html') ? path : `${path}.html`
  return build.files.includes(page) ? page : undefined
}

async function answer(request: Request, url: string): Promise<Response> {
  const own = await caches.match(url, { cacheName: ownCache, ignoreSearch: true })
  return own ?? (await fromOthers(url)) ?? fetch(request)
}

const isMessage = (data: unknown, name: string): boolean =>
  typeof data === 'object' && data !== null && 'relata' in data && data.relata === name

scope.addEventListener('install', (event) => event.waitUntil(fill()))

scope.addEventListener('activate', (event) =>
  // The page that is open on the first visit works without a network from now on, too.
  event.waitUntil(scope.clients.claim().then(tidy)),
)

scope.addEventListener('message', (event) => {
  if (isMessage(event.data, 'activate')) event.waitUntil(scope.skipWaiting())
  if (isMessage(event.data, 'tidy')) event.waitUntil(tidy())
})

scope.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || !url.href.startsWith(home.href)) return
  if (request.mode !== 'navigate') {
    event.respondWith(answer(request, url.href))
    return
  }
  const page = pageAt(url)
  if (page !== undefined) event.respondWith(answer(request, new URL(page, home).href))
})
