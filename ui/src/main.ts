import './lib/styles/index.css'
import { mount, tick } from 'svelte'
import { windowReady } from '$lib/api'
import { router } from '$lib/state/router.svelte'
import { session } from '$lib/state/session.svelte'
import { toasts } from '$lib/state/toasts.svelte'
import App from './App.svelte'
import { fetchPages, pages } from './pages'

/** How long after the first screen the other pages are fetched, in milliseconds: a first keystroke goes before them. */
const LEISURE = 300

/** Resolves once the screen was painted. A hidden window may paint never, hence the limit. */
function painted(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 60)
    requestAnimationFrame(() => requestAnimationFrame(() => resolve()))
  })
}

async function start(target: HTMLElement) {
  if (import.meta.env.DEV && !('__TAURI_INTERNALS__' in window)) {
    const { install } = await import('../dev/fake')
    install()
  }
  try {
    await session.load()
    if (session.shop === null) {
      await pages.start()
    } else {
      router.reset({ name: 'clients' })
      if (session.info?.launch) await session.receive(session.info.launch)
    }
  } catch (error) {
    toasts.error(error)
  }
  mount(App, { target })
  await tick()
  await painted()
  await windowReady()
  performance.mark('usable')
  setTimeout(() => void fetchPages(), LEISURE)
}

const target = document.getElementById('app')
if (target) void start(target)
