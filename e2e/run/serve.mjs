// A static server for dist: plain files over plain http, with the headers that a careful host would send.
import { createReadStream } from 'node:fs'
import { realpath, stat } from 'node:fs/promises'
import { createServer } from 'node:http'
import { extname, join, sep } from 'node:path'
import { askAgain, commonHeaders, cspOf, forEver } from './hostFiles.mjs'

/** @type {Record<string, string>} */
const mimeTypes = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
}

/** @param {string} urlPath */
const headersOf = (urlPath) => ({ ...commonHeaders, 'Content-Security-Policy': cspOf(urlPath) })

/** @param {string} path */
export const mimeTypeOf = (path) => mimeTypes[extname(path).toLowerCase()] ?? 'application/octet-stream'

/**
 * Names of built assets carry their hash, so they never change; everything else is asked for again.
 * @param {string} urlPath
 */
export const cacheControlOf = (urlPath) =>
  /\/assets\/[^/]+-[\w-]{8}\.\w+$/.test(urlPath) ? forEver : askAgain

/**
 * The file that a request means, or undefined when there is none inside the folder.
 * @param {string} folder
 * @param {string} urlPath still percent-encoded
 * @returns {Promise<{ path: string, size: number, tag: string } | undefined>}
 */
export async function resolveFile(folder, urlPath) {
  const decoded = decode(urlPath)
  if (decoded === undefined || /[\0\\]/.test(decoded) || decoded.split('/').includes('..')) return undefined
  try {
    const home = await realpath(folder)
    const path = await realpath(join(home, decoded.endsWith('/') ? `${decoded}index.html` : decoded))
    if (!path.startsWith(home + sep)) return undefined
    const info = await stat(path)
    if (!info.isFile()) return undefined
    return {
      path,
      size: info.size,
      tag: `"${info.size.toString(36)}-${Math.trunc(info.mtimeMs).toString(36)}"`,
    }
  } catch (error) {
    if (isMissing(error)) return undefined
    throw error
  }
}

/** @param {string} urlPath */
function decode(urlPath) {
  try {
    return decodeURIComponent(urlPath)
  } catch (error) {
    if (error instanceof URIError) return undefined
    throw error
  }
}

/** @param {unknown} error */
const isMissing = (error) =>
  error instanceof Error &&
  'code' in error &&
  ['ENOENT', 'ENOTDIR', 'ENAMETOOLONG'].includes(String(error.code))

/**
 * @param {string} folder
 * @returns {(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse) => void}
 */
function handlerFor(folder) {
  return (request, response) => {
    answer(folder, request, response).catch((error) => {
      console.error(error)
      if (!response.headersSent) response.writeHead(500, headersOf('/'))
      response.end()
    })
  }
}

/**
 * @param {string} folder
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 */
async function answer(folder, request, response) {
  /** @type {(status: number, text: string) => void} */
  const refuse = (status, text) => {
    response.writeHead(status, { ...headersOf('/'), 'Content-Type': 'text/plain; charset=utf-8' })
    response.end(`${text}\n`)
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405, 'Only GET and HEAD')
  const urlPath = (request.url ?? '/').split(/[?#]/)[0] ?? '/'
  const file = await resolveFile(folder, urlPath)
  if (!file) return refuse(404, 'Not found')
  const headers = {
    ...headersOf(urlPath),
    'Content-Type': mimeTypeOf(file.path),
    'Cache-Control': cacheControlOf(urlPath),
    ETag: file.tag,
  }
  if (request.headers['if-none-match'] === file.tag) {
    response.writeHead(304, headers)
    response.end()
    return
  }
  response.writeHead(200, { ...headers, 'Content-Length': file.size })
  if (request.method === 'HEAD') {
    response.end()
    return
  }
  const stream = createReadStream(file.path)
  stream.on('error', (error) => response.destroy(error))
  response.on('close', () => stream.destroy())
  stream.pipe(response)
}

/**
 * @param {import('node:http').Server} server
 * @param {number} port
 * @param {string} host
 * @returns {Promise<string>} '' when it listens, else the code of the error
 */
function tryListen(server, port, host) {
  return new Promise((resolve) => {
    const onError = (/** @type {NodeJS.ErrnoException} */ error) => resolve(error.code ?? error.message)
    server.once('error', onError)
    server.listen(port, host, () => {
      server.off('error', onError)
      resolve('')
    })
  })
}

/**
 * Serves a folder on the first free port. `localhost` may mean 127.0.0.1 or ::1, so without a host both are taken:
 * otherwise another program on the same port of the other one would answer in our place.
 * @param {{ folder: string, port: number, host?: string | undefined }} options
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export async function serve({ folder, port, host }) {
  for (let candidate = port; candidate < port + 200; candidate += 1) {
    const servers = [host ?? '127.0.0.1', ...(host ? [] : ['::1'])].map((address) => ({
      address,
      server: createServer(handlerFor(folder)),
    }))
    const close = async () => {
      for (const { server } of servers) {
        server.closeAllConnections()
        await new Promise((resolve) => server.close(resolve))
      }
    }
    const problems = []
    for (const { address, server } of servers) {
      const problem = await tryListen(server, candidate, address)
      // A machine without IPv6 has no ::1 to take.
      if (problem && !(address === '::1' && ['EADDRNOTAVAIL', 'EAFNOSUPPORT'].includes(problem)))
        problems.push(problem)
    }
    if (problems.length === 0) return { url: `http://${host ?? 'localhost'}:${candidate}/`, close }
    await close()
    if (!problems.every((problem) => problem === 'EADDRINUSE' || problem === 'EACCES')) {
      throw new Error(`Cannot listen on ${host ?? 'localhost'}: ${problems.join(', ')}`)
    }
  }
  throw new Error(`No free port from ${port} to ${port + 199}`)
}
