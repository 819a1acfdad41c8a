// Writes sw.js beside the built page: the service worker with the list of all that it has to keep.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { fromRoot } from './root.mjs'

const source = 'src/workers/offline.worker.ts'

/** What the host reads, not the page, and what nobody opens. */
const notKept = /(?:^|\/)(?:_headers|\.htaccess|sw\.js|third-party-notices\.txt)$|^\.vite\/|^schema\//

/** @param {string} folder */
const filesIn = (folder) =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    : []

/**
 * The list for a set of files. A page is known by the script that it names.
 * @param {ReadonlyMap<string, string | Uint8Array>} contents by path
 */
export function buildOf(contents) {
  const files = [...contents.keys()].filter((path) => !notKept.test(path)).sort()
  const hash = createHash('sha256')
  /** @type {Record<string, string>} */
  const marks = {}
  for (const path of files) {
    const content = contents.get(path) ?? ''
    hash.update(path).update('\0').update(content).update('\0')
    const script = path.endsWith('.html') && /src="\.\/(assets\/[^"]+\.js)"/.exec(String(content))?.[1]
    if (script) marks[path] = script
  }
  return { version: hash.digest('hex').slice(0, 16), files, marks }
}

/**
 * The service worker of a folder that was built before.
 * @param {string} folder
 */
export async function serviceWorkerOf(folder) {
  const contents = new Map(filesIn(folder).map((path) => [path, readFileSync(join(folder, path))]))
  return serviceWorkerFor(contents)
}

/** @param {ReadonlyMap<string, string | Uint8Array>} contents */
async function serviceWorkerFor(contents) {
  const { transformWithOxc } = await import('vite')
  const { code } = await transformWithOxc(readFileSync(fromRoot(source), 'utf8'), source, {
    sourcemap: false,
  })
  // Types leave an empty export behind, which only a module may have.
  const script = code.replace(/^export \{\};?\s*$/m, '')
  return `const build = ${JSON.stringify(buildOf(contents))}\n${script}`
}

/** @type {import('vite').Plugin} */
export const offline = {
  name: 'offline',
  enforce: 'post',
  apply: (_config, { command, isSsrBuild }) => command === 'build' && isSsrBuild !== true,
  async generateBundle(_options, bundle) {
    const built = Object.values(bundle).map((part) => [
      part.fileName,
      part.type === 'chunk' ? part.code : part.source,
    ])
    const given = filesIn(fromRoot('public')).map((path) => [path, readFileSync(fromRoot('public', path))])
    // Each is a path with its content.
    const contents = new Map(/** @type {[string, string | Uint8Array][]} */ ([...built, ...given]))
    this.emitFile({ type: 'asset', fileName: 'sw.js', source: await serviceWorkerFor(contents) })
  },
}
