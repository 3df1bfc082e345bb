// One stored record: read on arrival, read again whenever the core says that it changed.
import { call, failure, on, type ApiFailure, type ClientRecord } from '$lib/api'
import { tellToClean } from '$lib/exports/client-exports.svelte'
import { t } from '$lib/i18n'
import { ofClient } from '$lib/state/followed.svelte'
import { router } from '$lib/state/router.svelte'
import { toasts } from '$lib/state/toasts.svelte'
import { undo } from '$lib/state/undo.svelte'

export type StoredRecord = ReturnType<typeof storedRecord>

export function storedRecord(number: number) {
  let current = $state.raw<ClientRecord | null>(null)
  let refused = $state.raw<ApiFailure | null>(null)

  async function read(command: 'open_client' | 'client') {
    try {
      const answer = await call(command, { number })
      if (answer.number !== number) {
        void wentInto(answer.number)
        return
      }
      current = answer
      refused = null
    } catch (thrown) {
      refused = failure(thrown)
    }
  }

  /** Goes on to the record that this one went into. */
  async function wentInto(other: number) {
    if (!(await router.go({ name: 'record', number: other }))) return
    toasts.show({ tone: 'info', title: t.duplicates.record.went(number) })
  }

  /** Runs one write and shows what it made of the record; a refusal is told in a notice. */
  async function write(gesture: () => Promise<ClientRecord>): Promise<boolean> {
    try {
      current = await gesture()
      return true
    } catch (thrown) {
      toasts.error(thrown)
      return false
    }
  }

  return {
    /** Null until the first answer. */
    get current(): ClientRecord | null {
      return current
    },
    get refused(): ApiFailure | null {
      return refused
    },
    /** Opens the record and follows it until the returned function is called. */
    follow(): () => void {
      void read('open_client')
      return on('changed', (changed) => {
        if (ofClient(number)(changed)) void read('client')
      })
    },
    reload: () => read('client'),
    show(record: ClientRecord): void {
      current = record
    },
    /** Changes the profile at once, outside the editor. */
    async setProfessional(stored: ClientRecord, professional: boolean): Promise<void> {
      const client = { ...stored.client, professional }
      const { revision } = stored
      if (!(await write(() => call('save_client', { number, revision, client })))) return
      const profile = professional ? t.common.professional : t.common.individual
      undo.offer(t.record.profileChanged(profile))
    },
    async setInactive(inactive: boolean, reason: string): Promise<boolean> {
      const done = await write(() => call('set_inactive', { number, inactive, reason }))
      if (done && inactive) undo.offer(t.record.nowInactive, t.record.nowHidden)
      else if (done) undo.offer(t.record.nowActive)
      return done
    },
    async setRestricted(restricted: boolean): Promise<boolean> {
      const done = await write(() => call('set_restricted', { number, restricted }))
      const title = restricted ? t.consents.restrict.done : t.consents.restrict.lifted
      if (done) toasts.show({ tone: 'ok', title })
      if (done && restricted) void tellToClean(number)
      return done
    },
  }
}
