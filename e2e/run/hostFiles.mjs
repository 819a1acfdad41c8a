// What hosts are to send with the files: one policy, in the words of each. `_headers` (Netlify, Cloudflare Pages) and
// `.htaccess` (Apache) stand in dist; the samples for nginx and Caddy stand in the README, where a test compares them.
import { cspForEmbed, cspForHeader } from './csp.mjs'

export const commonHeaders = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
}

export const forEver = 'public, max-age=31536000, immutable'
export const askAgain = 'no-cache'

/** A page that may stand inside of others says so itself; everything else may not. @param {string} urlPath */
export const cspOf = (urlPath) => (/\/embed(?:\.html)?$/.test(urlPath) ? cspForEmbed : cspForHeader)

/** @param {Record<string, string>} headers @param {(name: string, value: string) => string} line */
const lines = (headers, line) => Object.entries(headers).map(([name, value]) => line(name, value))

/** Rules add up there, and two policies would both hold: no path may be meant by two rules that name one. */
export function netlifyHeaders() {
  const rule = (/** @type {string} */ path, /** @type {Record<string, string>} */ headers) =>
    [path, ...lines(headers, (name, value) => `  ${name}: ${value}`)].join('\n')
  const app = { 'Content-Security-Policy': cspForHeader }
  const embed = { 'Content-Security-Policy': cspForEmbed }
  return `${[
    rule('/*', commonHeaders),
    ...['/', '/index.html'].map((path) => rule(path, { ...app, 'Cache-Control': askAgain })),
    ...['/embed', '/embed.html'].map((path) => rule(path, { ...embed, 'Cache-Control': askAgain })),
    rule('/sw.js', { ...app, 'Cache-Control': askAgain }),
    rule('/assets/*', { ...app, 'Cache-Control': forEver }),
  ].join('\n\n')}\n`
}

export function htaccess() {
  const set = (/** @type {string} */ name, /** @type {string} */ value) =>
    `  Header always set ${name} "${value}"`
  return `# Relata: policy and caching. Needs mod_headers, and AllowOverride FileInfo.
AddType application/wasm .wasm
AddType application/manifest+json .webmanifest
<IfModule mod_headers.c>
${lines(commonHeaders, set).join('\n')}
${set('Content-Security-Policy', cspForHeader)}
${set('Cache-Control', askAgain)}
  <If "%{REQUEST_URI} =~ m#/embed\\.html$#">
  ${set('Content-Security-Policy', cspForEmbed)}
  </If>
  <If "%{REQUEST_URI} =~ m#/assets/[^/]+$#">
  ${set('Cache-Control', forEver)}
  </If>
</IfModule>
`
}

export function nginxSample() {
  const add = (/** @type {string} */ name, /** @type {string} */ value) =>
    `  add_header ${name} "${value}" always;`
  return `map $uri $relata_csp {
  default "${cspForHeader}";
  ~/embed\\.html$ "${cspForEmbed}";
}
map $uri $relata_cache { default "${askAgain}"; ~/assets/ "${forEver}"; }
server {
  listen 80; # browsers want HTTPS for working offline and for passphrases
  root /srv/relata;
${lines(commonHeaders, add).join('\n')}
${add('Content-Security-Policy', '$relata_csp')}
${add('Cache-Control', '$relata_cache')}
}`
}

export function caddySample() {
  return `relata.example.org {
  root * /srv/relata
  file_server
  header {
${lines(commonHeaders, (name, value) => `    ${name} "${value}"`).join('\n')}
  }
  @embed path */embed.html
  @app not path */embed.html
  header @embed Content-Security-Policy "${cspForEmbed}"
  header @app Content-Security-Policy "${cspForHeader}"
  @forever path */assets/*
  @again not path */assets/*
  header @forever Cache-Control "${forEver}"
  header @again Cache-Control "${askAgain}"
}`
}

/** @type {import('vite').Plugin} */
export const hostFiles = {
  name: 'host-files',
  apply: (_config, { command, isSsrBuild }) => command === 'build' && isSsrBuild !== true,
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: '_headers', source: netlifyHeaders() })
    this.emitFile({ type: 'asset', fileName: '.htaccess', source: htaccess() })
  },
}
