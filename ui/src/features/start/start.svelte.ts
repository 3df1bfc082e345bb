// The welcome screen's one state: which panel is shown, which file is being opened, and which table waits to be imported once a file is open.
import { call, failure, type ApiFailure, type Launch, type Request, type ShopInfo } from '$lib/api'

export type Panel = 'choose' | 'create' | 'open' | 'table' | 'unlock' | 'demonstration'

/** Called with the opened file, and what comes after it, if anything: the table chosen beforehand, or what arrived while it was opened. */
type Enter = (shop: ShopInfo, next: Launch | null) => Promise<void>

export function startState(enter: Enter) {
  let panel = $state<Panel>('choose')
  let table = $state<string | null>(null)
  let path = $state('')
  let busy = $state(false)
  let refused = $state.raw<ApiFailure | null>(null)
  /** The last file that arrived while another was being opened. */
  let arrived: Launch | null = null

  function takeArrived(): Launch | null {
    const launch = arrived
    arrived = null
    return launch
  }

  /** Runs one attempt at a time; what it is refused with is kept for the panel to show. */
  async function attempt(open: () => Promise<ShopInfo>): Promise<void> {
    if (busy) return
    busy = true
    refused = null
    try {
      const shop = await open()
      await enter(shop, takeArrived() ?? (table === null ? null : { kind: 'table', path: table }))
    } catch (thrown) {
      refused = failure(thrown)
    } finally {
      busy = false
    }
    const launch = takeArrived()
    // Once the panel shows how this attempt ended.
    if (launch !== null) setTimeout(() => void state.receive(launch))
  }

  const state = {
    get panel(): Panel {
      return panel
    },
    /** The table that will be imported into the file that gets opened or created. */
    get table(): string | null {
      return table
    },
    /** The file being opened. */
    get path(): string {
      return path
    },
    get busy(): boolean {
      return busy
    },
    get refused(): ApiFailure | null {
      return refused
    },
    /** Back to the choices also drops the waiting table. */
    show(next: Panel): void {
      if (busy) return
      panel = next
      refused = null
      if (next === 'choose') table = null
    },
    /** One step back: to the waiting table where there is one, else to the choices. */
    back(): void {
      this.show(table !== null && panel !== 'table' ? 'table' : 'choose')
    },
    chooseTable(chosen: string): void {
      table = chosen
    },
    /** Opens without asking where the system's keychain knows the key, else asks for the passphrase. */
    async open(chosen: string): Promise<void> {
      if (busy) return
      path = chosen
      await attempt(() => call('open_shop', { path: chosen, passphrase: null, remember: false }))
      if (refused?.code !== 'passphrase_needed') return
      refused = null
      panel = 'unlock'
    },
    unlock(passphrase: string, remember: boolean): Promise<void> {
      return attempt(() => call('open_shop', { path, passphrase, remember }))
    },
    create(request: Request<'create_shop'>): Promise<void> {
      return attempt(() => call('create_shop', request))
    },
    async demonstrate(): Promise<void> {
      if (busy) return
      path = ''
      panel = 'demonstration'
      await attempt(() => call('open_demonstration'))
      if (refused !== null) panel = 'choose'
    },
    /** A file that the program was started with, or that was dropped on the window. It waits for the one being opened. */
    async receive(launch: Launch): Promise<void> {
      if (busy) arrived = launch
      else if (launch.kind === 'shop') {
        await this.open(launch.path)
      } else {
        table = launch.path
        panel = 'table'
        refused = null
      }
    },
  }
  return state
}

export type StartState = ReturnType<typeof startState>
