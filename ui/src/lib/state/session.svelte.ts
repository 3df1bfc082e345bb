// What is open: the file, who works, the settings. Loaded once, then kept true by what the core announces.
import { call, on, type Launch, type SessionInfo, type Settings, type ShopInfo } from '$lib/api'
import { language } from '$lib/i18n/first'
import { router } from './router.svelte'
import { theme } from './theme.svelte'
import { toasts } from './toasts.svelte'

let info = $state.raw<SessionInfo | null>(null)
let shop = $state.raw<ShopInfo | null>(null)

async function apply(settings: Settings): Promise<void> {
  if (info === null) return
  info = { ...info, settings }
  theme.use(settings.theme)
  await language.use(settings.language ?? info.system_language)
}

export const session = {
  /** What the program knew when it started, with the settings of now; null until the core has answered. */
  get info(): SessionInfo | null {
    return info
  },
  /** The open file, or null. */
  get shop(): ShopInfo | null {
    return shop
  },
  /** Takes over what the core answered, and resolves when the interface speaks the language that it names. */
  async begin(answer: SessionInfo): Promise<void> {
    info = answer
    shop = answer.shop
    await apply(answer.settings)
  },
  async load(): Promise<void> {
    await session.begin(await call('session'))
  },
  /** Takes over a file that was just opened or created, and shows its search page. */
  async enter(opened: ShopInfo): Promise<void> {
    shop = opened
    await router.go({ name: 'clients', text: '' })
  },
  /**
   * Closes the file and goes back to the start page, unless unsaved work holds it back. `launch` is what the start page
   * shall open next.
   */
  async leave(launch: Launch | null = null): Promise<boolean> {
    if (!(await router.mayLeave())) return false
    await call('close_shop')
    const answer = await call('session')
    info = { ...answer, launch }
    shop = null
    toasts.clear()
    router.reset({ name: 'start' })
    return true
  },
  /** Opens what a second start asked for, or what was dropped on the window, while a file is open. */
  async receive(launch: Launch): Promise<void> {
    if (launch.kind === 'table') await router.go({ name: 'imports', path: launch.path })
    else if (launch.path !== shop?.path) await session.leave(launch)
  },
  /** Reads the open file's figures again. */
  async refresh(): Promise<void> {
    if (shop !== null) shop = await call('shop_info')
  },
  async chooseOperator(name: string): Promise<void> {
    shop = await call('choose_operator', { name })
  },
  async save(settings: Settings): Promise<void> {
    await apply(await call('save_settings', settings))
  },
  /** Follows what the core announces until the returned function is called. */
  follow(): () => void {
    return on('changed', () => void session.refresh())
  },
}
