import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cacheControlOf, mimeTypeOf, resolveFile, serve } from './serve.mjs'

let home = ''
let folder = ''
let server: Awaited<ReturnType<typeof serve>> | undefined

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'relata-serve-'))
  folder = join(home, 'dist')
  mkdirSync(join(folder, 'assets'), { recursive: true })
  writeFileSync(join(home, 'secret.txt'), 'secret')
  writeFileSync(join(folder, 'index.html'), '<p>hello</p>')
  writeFileSync(join(folder, 'assets/parser-Ab12_-cd.wasm'), 'wasm')
  symlinkSync(join(home, 'secret.txt'), join(folder, 'link.txt'))
  server = await serve({ folder, port: 4600 })
})

afterAll(async () => {
  await server?.close()
  rmSync(home, { recursive: true })
})

/** fetch() tidies paths before it sends them; a hostile client does not. */
function statusOf(path: string, method = 'GET'): Promise<number | undefined> {
  const { port } = new URL(server?.url ?? '')
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path, method }, (response) => {
      response.resume()
      resolve(response.statusCode)
    })
      .on('error', reject)
      .end()
  })
}

const get = (path: string, init?: RequestInit) => fetch(new URL(path, server?.url), init)

describe('the server', () => {
  test('answers a folder with its index, under the content security policy', async () => {
    const response = await get('/')
    expect(await response.text()).toBe('<p>hello</p>')
    expect(response.headers.get('content-security-policy')).toContain("script-src 'self' 'wasm-unsafe-eval'")
    expect(response.headers.get('content-security-policy')).not.toContain('unsafe-inline')
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  })

  test('lets the browser keep what carries its hash, and asks again for the rest', async () => {
    const asset = await get('/assets/parser-Ab12_-cd.wasm?x=1')
    expect(asset.headers.get('content-type')).toBe('application/wasm')
    expect(asset.headers.get('cache-control')).toContain('immutable')
    const page = await get('/')
    expect(page.headers.get('cache-control')).toBe('no-cache')
    const again = await get('/', { headers: { 'If-None-Match': page.headers.get('etag') ?? '' } })
    expect(again.status).toBe(304)
  })

  test.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/..%5csecret.txt',
    '/link.txt',
    '/%00',
    '/%zz',
    '/assets',
    '/nothing',
  ])('answers nothing outside of its folder: %s', async (path) => {
    expect(await statusOf(path)).toBe(404)
  })

  test('only reads', async () => {
    expect(await statusOf('/', 'POST')).toBe(405)
    expect(await statusOf('/', 'HEAD')).toBe(200)
  })

  test('takes the next port when one is in use', async () => {
    const { port } = new URL(server?.url ?? '')
    const second = await serve({ folder, port: Number(port) })
    expect(Number(new URL(second.url).port)).toBeGreaterThan(Number(port))
    await second.close()
  })
})

test('a file is found inside its folder only', async () => {
  expect((await resolveFile(folder, '/'))?.path.endsWith('index.html')).toBe(true)
  expect(await resolveFile(folder, '/../secret.txt')).toBeUndefined()
})

test('types and caching follow from the name', () => {
  expect(mimeTypeOf('a/b.woff2')).toBe('font/woff2')
  expect(mimeTypeOf('unknown.xyz')).toBe('application/octet-stream')
  expect(cacheControlOf('/assets/index-Nzma3bHh.js')).toContain('immutable')
  expect(cacheControlOf('/icon-Nzma3bHh.svg')).toBe('no-cache')
})
