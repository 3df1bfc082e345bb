// What the page works with: the fields and uses that the shop knows, and the list that was being built when the page was left.
import { call, on, type ContactUse, type Indicator, type ListFieldInfo, type ListQuery } from '$lib/api'
import { ofShop } from '$lib/state/followed.svelte'
import { session } from '$lib/state/session.svelte'
import { toasts } from '$lib/state/toasts.svelte'

interface Kept {
  /** The file it belongs to. */
  path: string
  query: ListQuery
  /** The saved list it began as. */
  saved: number | null
}

let kept: Kept | null = null

/** The list that was left, for whoever comes back to the page with the same file. */
export const lastList = {
  get(): Kept | null {
    return kept !== null && kept.path === session.shop?.path ? kept : null
  },
  keep(query: ListQuery, saved: number | null): void {
    kept = session.shop === null ? null : { path: session.shop.path, query, saved }
  },
}

/** Each channel and purpose that the shop asks about, once, in its order. */
function usesOf(indicators: readonly Indicator[]): ContactUse[] {
  const uses: ContactUse[] = []
  for (const { channel, purpose, archived_at } of indicators) {
    const known = uses.some((use) => use.channel === channel && use.purpose === purpose)
    if (archived_at === null && !known) uses.push({ channel, purpose })
  }
  return uses
}

export function deskFacts() {
  let infos = $state.raw<ListFieldInfo[]>([])
  let uses = $state.raw<ContactUse[]>([])

  async function read() {
    try {
      const [fields, setup] = await Promise.all([call('list_fields'), call('consent_setup')])
      infos = fields
      uses = usesOf(setup.indicators.map(({ indicator }) => indicator))
    } catch (thrown) {
      toasts.error(thrown)
    }
  }

  return {
    /** Nothing until the first answer. */
    get infos(): readonly ListFieldInfo[] {
      return infos
    },
    get uses(): readonly ContactUse[] {
      return uses
    },
    read,
    /** Follows what the shop changes about its questions, until the returned function is called. */
    follow: () =>
      on('changed', (changed) => {
        if (ofShop(changed)) void read()
      }),
  }
}
