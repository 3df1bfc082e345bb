import { fileURLToPath } from 'node:url'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { svelteTesting } from '@testing-library/svelte/vite'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'

// What the start may load, in characters: each costs time before the first screen, and memory. What the first screen does not show belongs
// behind `later` (src/lib/later.ts), and its words and styles in the catalogue's and the styles' `pages`.
const MOST_SCRIPT = 155_000
const MOST_STYLE = 35_000

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
        const [sheet] = entry?.viteMetadata?.importedCss ?? []
        const style = files.find((file) => file.fileName === sheet)
        const link = /<link rel="stylesheet"[^>]*>/
        if (!entry || !first || style?.type !== 'asset' || !link.test(html))
          throw new Error('the page is not as expected')
        const scripts = new Set([entry, first].flatMap((chunk) => [chunk.fileName, ...chunk.imports]))
        const weight = chunks
          .filter((chunk) => scripts.has(chunk.fileName))
          .reduce((sum, { code }) => sum + code.length, 0)
        if (weight > MOST_SCRIPT || style.source.length > MOST_STYLE)
          throw new Error(
            `the start loads ${weight} characters of script and ${style.source.length} of style (see MOST_SCRIPT)`,
          )
        Reflect.deleteProperty(bundle, style.fileName)
        const known = [entry.fileName, ...entry.imports]
        const others = [...scripts].filter((file) => !known.includes(file))
        return {
          html: html.replace(link, () => `<style>${style.source.toString()}</style>`),
          tags: others.map((file) => ({
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
    // An inlined font would be a data: address, which the content security policy refuses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        codeSplitting: {
          // What pages share is one script, but for the few lines that ask the core: they go first; and for English words.
          groups: [
            { name: 'ask', test: /lib\/api|@tauri-apps|preload-helper/, priority: 3 },
            { name: 'first', test: /src\/start\.ts$/, priority: 2 },
            { name: 'shared', test: /^(?!.*\/i18n\/en\/)/, minShareCount: 2, priority: 1 },
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
