import { fileURLToPath } from 'node:url'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { svelteTesting } from '@testing-library/svelte/vite'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'

/**
 * Shortens the way to the first screen. Its scripts are named in the page, so that they arrive while the first one asks the core what to
 * show; the stylesheet is in the page itself (the program gives it the nonce that the content security policy asks for).
 */
function firstScreenFirst(): Plugin {
  return {
    name: 'first-screen-first',
    enforce: 'post',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle = {} }) {
        const files = Object.values(bundle)
        const chunks = files.filter((file) => file.type === 'chunk')
        const entry = chunks.find((chunk) => chunk.isEntry)
        const first = chunks.find((chunk) => chunk.moduleIds.some((id) => id.endsWith('/src/start.ts')))
        const style = files.find((file) => file.type === 'asset' && file.fileName.endsWith('.css'))
        const link = /<link rel="stylesheet"[^>]*>/
        if (!entry || !first || style?.type !== 'asset' || !link.test(html))
          throw new Error('the page is not as expected')
        Reflect.deleteProperty(bundle, style.fileName)
        const known = [entry.fileName, ...entry.imports]
        const scripts = [first.fileName, ...first.imports].filter((file) => !known.includes(file))
        return {
          html: html.replace(link, () => `<style>${style.source.toString()}</style>`),
          tags: scripts.map((file) => ({
            tag: 'link',
            attrs: { rel: 'modulepreload', crossorigin: true, href: `/${file}` },
            injectTo: 'head' as const,
          })),
        }
      },
    },
  }
}

// One script that asks the core what to show, one for the search, one more for each other page (see src/pages.ts), and the fonts. The window
// loads them from the program itself: what counts is how many things it must ask for, and understand, before the first paint.
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
            { name: 'ask', test: /lib\/api|@tauri-apps|preload-helper/, priority: 3 },
            { name: 'first', test: /src\/start\.ts$/, priority: 2 },
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
    // Judging a whole screen's accessibility takes seconds on a busy machine.
    testTimeout: 30_000,
  },
})
