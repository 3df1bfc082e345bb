// How many repairs wait to be collected, for whoever shows it: read on arrival, and again whenever something changed.
import { untrack } from 'svelte'
import { glance, on, type RepairsDue } from '$lib/api'

export function repairsDue() {
  let due = $state.raw<RepairsDue>({ ready: 0, due: 0 })

  async function read() {
    try {
      due = await glance('repairs_due')
    } catch {
      // Nothing is said of what cannot be counted: whoever opens the list is told why.
      due = { ready: 0, due: 0 }
    }
  }

  return {
    get current(): RepairsDue {
      return due
    },
    follow(): () => void {
      untrack(() => void read())
      return on('changed', () => void read())
    },
  }
}
