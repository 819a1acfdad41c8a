import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'
import { productionLicences, noticesOf } from './e2e/checks/licences.mjs'
import { cspForMeta } from './e2e/run/csp.mjs'
import { hostFiles } from './e2e/run/hostFiles.mjs'
import { offline } from './e2e/run/offline.mjs'

/** Static hosts send no header of ours, so the built page carries the policy itself. Dev needs Vite's inline scripts. */
const contentSecurityPolicy: Plugin = {
  name: 'content-security-policy',
  apply: 'build',
  transformIndexHtml: () => [
    {
      tag: 'meta',
      attrs: { 'http-equiv': 'Content-Security-Policy', content: cspForMeta },
      injectTo: 'head-prepend',
    },
  ],
}

const thirdPartyNotices: Plugin = {
  name: 'third-party-notices',
  apply: (_config, { command, isSsrBuild }) => command === 'build' && isSsrBuild !== true,
  generateBundle() {
    this.emitFile({
      type: 'asset',
      fileName: 'third-party-notices.txt',
      source: noticesOf(productionLicences()),
    })
  },
}

export default defineConfig({
  // Relative addresses: dist works in any folder of any static host.
  base: './',
  plugins: [react(), tailwindcss(), contentSecurityPolicy, thirdPartyNotices, hostFiles, offline],
  worker: { format: 'es' },
  build: {
    target: ['chrome111', 'edge111', 'firefox114', 'safari16.4'],
    manifest: true,
    // The page itself, and the one that stands inside of others.
    rolldownOptions: { input: ['index.html', 'embed.html'] },
    // An inlined font or image would be a data: address, which the policy refuses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          // Laws over random models take their time on a busy machine; a hang still ends.
          testTimeout: 60_000,
          include: ['src/**/*.test.{ts,tsx}', 'e2e/**/*.test.ts'],
          exclude: ['**/node_modules/**', 'e2e/engines/**', '**/*.engine.test.ts'],
          setupFiles: ['e2e/run/seed.ts'],
        },
      },
      // Everything that asks a real database engine.
      'e2e/engines/vitest.config.ts',
    ],
  },
})
