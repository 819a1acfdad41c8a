// The inspector on a page of its own, for looking at: npx vite --config e2e/kit/inspector/vite.config.ts
import { fileURLToPath } from 'node:url'
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: './',
  cacheDir: '../../../node_modules/.vite-inspector',
  plugins: [react(), tailwindcss()],
  server: { port: 4161, fs: { allow: ['../../..'] } },
})
