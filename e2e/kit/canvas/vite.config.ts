// The canvas on a page of its own, for looking at and measuring: npx vite --config e2e/kit/canvas/vite.config.ts
import { fileURLToPath } from 'node:url'
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: './',
  cacheDir: '../../../node_modules/.vite-canvas',
  plugins: [react(), tailwindcss()],
  server: { port: 4141, fs: { allow: ['../../..'] } },
  preview: { port: 4141 },
  build: { outDir: '../../../dist-canvas', emptyOutDir: true },
})
