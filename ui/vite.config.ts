import { fileURLToPath } from 'node:url'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { svelteTesting } from '@testing-library/svelte/vite'
import { defineConfig } from 'vitest/config'

// One script for the search, one more for each other page (see src/pages.ts), one stylesheet and the fonts. The window loads them from the
// program itself: what counts is how much it must understand before the first paint.
export default defineConfig({
  plugins: [svelte(), svelteTesting()],
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
    reportCompressedSize: false,
  },
  test: {
    environment: 'happy-dom',
    include: ['src/**/*.test.ts'],
    setupFiles: ['./src/test-setup.ts'],
    restoreMocks: true,
  },
})
