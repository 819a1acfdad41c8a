// Relata on a server of one's own, which can get a newer build and can go away.
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serviceWorkerOf } from '../run/offline.mjs'
import { fromRoot } from '../run/root.mjs'
import { serve } from '../run/serve.mjs'

const textual = /\.(?:js|css|html)$/

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))

/** The same Relata as a later build would be: every script has another name, and nothing else. */
async function laterBuild(from: string, to: string, mark: string): Promise<void> {
  cpSync(from, to, { recursive: true })
  const hashes = new Map<string, string>()
  for (const path of filesIn(join(to, 'assets'))) {
    const [, hash] = /-([\w-]{8})\.(?:js|css)$/.exec(path) ?? []
    // A name that stayed the same would promise the same content, which names other scripts now.
    if (hash) hashes.set(hash, `${hash.slice(0, 7)}${hash.endsWith(mark) ? '_' : mark}`)
  }
  for (const path of filesIn(to)) {
    const [, hash = ''] = /-([\w-]{8})\.(?:js|css)$/.exec(path) ?? []
    if (textual.test(path)) {
      const text = readFileSync(path, 'utf8')
      const renamed = text.replaceAll(/-([\w-]{8})(?=\.(?:js|css)\b)/g, (all, own: string) => {
        const next = hashes.get(own)
        return next === undefined ? all : `-${next}`
      })
      writeFileSync(path, renamed)
    }
    const next = hashes.get(hash)
    if (next !== undefined) renameSync(path, path.replace(`-${hash}.`, `-${next}.`))
  }
  writeFileSync(join(to, 'sw.js'), await serviceWorkerOf(to))
}

export interface Site {
  readonly url: string
  /** Puts a newer build in the place of the one that is there; nothing of the older one is left on the server. */
  readonly deploy: () => Promise<void>
  readonly goAway: () => Promise<void>
}

export async function openSite(port: number): Promise<Site & { readonly end: () => Promise<void> }> {
  const home = mkdtempSync(join(tmpdir(), 'relata-site-'))
  const current = join(home, 'current')
  let builds = 0
  const put = (folder: string) => {
    rmSync(current, { force: true })
    symlinkSync(folder, current)
  }
  put(fromRoot('dist'))
  const { url, close } = await serve({ folder: current, port })
  let isOpen = true
  const goAway = async () => {
    if (isOpen) await close()
    isOpen = false
  }
  return {
    url,
    goAway,
    deploy: async () => {
      const folder = join(home, `build-${String(++builds)}`)
      await laterBuild(fromRoot('dist'), folder, String(builds))
      put(folder)
    },
    end: async () => {
      await goAway()
      rmSync(home, { recursive: true })
    },
  }
}
