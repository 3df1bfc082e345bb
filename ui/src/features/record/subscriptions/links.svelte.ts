// Whom a record has to do with: who pays for whom, who brought whom, who uses whose subscription.
import { call, on, type Link } from '$lib/api'
import { ofClient } from '$lib/state/followed.svelte'

export function linksOf(number: number) {
  let current = $state.raw<Link[]>([])

  async function read() {
    current = await call('links', { number }).catch(() => [])
  }

  return {
    /** Empty until they are known. */
    get current(): Link[] {
      return current
    },
    follow(): () => void {
      void read()
      return on('changed', (changed) => {
        if (ofClient(number)(changed)) void read()
      })
    },
  }
}
