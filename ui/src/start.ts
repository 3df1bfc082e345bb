// The first screen: the search of the open file, or the start page.
import { mount, tick } from 'svelte'
import { hear, windowReady, type SessionInfo } from '$lib/api'
import { router } from '$lib/state/router.svelte'
import { session } from '$lib/state/session.svelte'
import { toasts } from '$lib/state/toasts.svelte'
import App from './App.svelte'
import { fetchNext, pages } from './pages'

/** How long after the first screen the next one is fetched, in milliseconds: a first keystroke goes before it. */
const LEISURE = 300

/** Resolves once the screen was painted: the second frame from now begins when the first one is. */
function painted(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(() => resolve()))
  })
}

/** Shows it. `info`: what the core answered, or will answer. */
export async function start(info: Promise<SessionInfo>): Promise<void> {
  try {
    await session.begin(await info)
    if (session.shop === null) {
      await pages.start()
    } else {
      router.reset({ name: 'clients' })
      if (session.info?.launch) await session.receive(session.info.launch)
    }
  } catch (error) {
    toasts.error(error)
    await pages.start()
  }
  mount(App, { target: document.getElementById('app') ?? document.body })
  await tick()
  await painted()
  // For the measurement of the start: from here on, somebody can type.
  performance.mark('usable')
  void hear().then(windowReady).catch(toasts.error)
  setTimeout(() => {
    void fetchNext().catch(toasts.error)
    // What names and titles are set in: no word of the first screen is.
    void document.fonts.load('500 24px Newsreader')
  }, LEISURE)
}
