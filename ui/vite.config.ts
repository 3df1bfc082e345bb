import { fileURLToPath } from 'node:url'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { svelteTesting } from '@testing-library/svelte/vite'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'

/** Names the scripts of the first screen in the page, so that they arrive while the first one asks the core what to show. */
function firstScreenFirst(): Plugin {
  return {
    name: 'first-screen-first',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle }) {
        const chunks = Object.values(bundle ?? {}).filter((file) => file.type === 'chunk')
        const first = chunks.find((chunk) => chunk.facadeModuleId?.endsWith('/src/start.ts'))
        if (bundle && !first) throw new Error('src/start.ts has no script of its own')
        const entry = chunks.find((chunk) => chunk.isEntry)
        const files = first
          ? [first.fileName, ...first.imports].filter(
              (file) => ![entry?.fileName, ...(entry?.imports ?? [])].includes(file),
            )
          : []
        return files.map((file) => ({
          tag: 'link',
          attrs: { rel: 'modulepreload', crossorigin: true, href: `/${file}` },
          injectTo: 'head',
        }))
      },
    },
  }
}

// One script that asks the core what to show, one for the search, one more for each other page (see src/pages.ts), one stylesheet and the fonts. The window loads them from the
// program itself: what counts is how much it must understand before the first paint.
export default defineConfig({
  plugins: [svelte(), svelteTesting(), firstScreenFirst()],
  clearScreen: false,
  resolve: { alias: { $lib: fileURLToPath(new URL('./src/lib', import.meta.url)) } },
  server: {
    port: 5173,
    strictPort: true,
    fs: { allow: ['.', '../assets', '../src-tauri/core/src/imports'] },
  },
  build: {
    target: ['chrome111', 'safari16.4'],
    cssCodeSplit: false,
    // An inlined font would be a data: address, which the content security policy refuses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        codeSplitting: {
          // What pages share is one script, but for the few lines that ask the core: they go first.
          groups: [
            { name: 'ask', test: /lib\/api|@tauri-apps/, priority: 2 },
            { name: 'shared', minShareCount: 2, priority: 1 },
          ],
        },
      },
    },
    reportCompressedSize: false,
  },
  test: {
    environment: 'happy-dom',
    include: ['src/**/*.test.ts'],
    setupFiles: ['./src/test-setup.ts'],
    restoreMocks: true,
  },
})
