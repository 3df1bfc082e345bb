import './lib/styles/index.css'
import { mount, tick } from 'svelte'
import { windowReady } from '$lib/api'
import { router } from '$lib/state/router.svelte'
import { session } from '$lib/state/session.svelte'
import { toasts } from '$lib/state/toasts.svelte'
import App from './App.svelte'

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
    if (session.shop !== null) {
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
}

const target = document.getElementById('app')
if (target) void start(target)
