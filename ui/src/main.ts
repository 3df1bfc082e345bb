// Where the window begins. What the first screen shows is asked for before the interface's own code is even read, so that both arrive
// together.
import './lib/styles/index.css'
import { call } from '$lib/api'

async function begin() {
  if (import.meta.env.DEV && !('__TAURI_INTERNALS__' in window)) {
    const { install } = await import('../dev/fake')
    install()
  }
  // Understood by the time of the first layout, which would otherwise look for another typeface, and be done twice.
  void document.fonts.load('13px Hanken Grotesk')
  const session = call('session')
  // What is wrong with it is said by the one who awaits it.
  session.catch(() => {})
  const { start } = await import('./start')
  await start(session)
}

void begin()
