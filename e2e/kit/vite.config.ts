// The kit on one page, for looking at: npx vite --config e2e/kit/vite.config.ts
import { fileURLToPath } from 'node:url'
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  cacheDir: '../../node_modules/.vite-kit',
  base: './',
  plugins: [react(), tailwindcss()],
  server: { port: 4131, fs: { allow: ['../..'] } },
  preview: { port: 4131 },
  build: { outDir: '../../dist/kit', assetsInlineLimit: 0, modulePreload: { polyfill: false } },
})
