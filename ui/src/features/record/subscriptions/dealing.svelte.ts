// Which dialog about subscriptions, invoices, payments, deliveries or sponsorships is open on a record.
import {
  call,
  type ClientRecord,
  type ContactType,
  type ExportedTable,
  type SponsorshipRow,
  type Subscription,
  type TypeChangePreview,
} from '$lib/api'
import { t } from '$lib/i18n'
import { toasts } from '$lib/state/toasts.svelte'
import { undo } from '$lib/state/undo.svelte'

export type Dealing =
  | { what: 'subscribe' }
  /** `subscription`: the one that is chosen at first. */
  | { what: 'terminate'; subscription: number | null }
  | { what: 'renew'; subscription: number }
  | { what: 'suspend'; subscription: Subscription }
  | { what: 'beneficiaries'; subscription: Subscription }
  | { what: 'credit'; invoice: number }
  /** `invoice`: what is paid, if it was chosen. */
  | { what: 'pay'; invoice: number | null }
  | { what: 'take_back'; payments: number[] }
  | { what: 'deliver' }
  | { what: 'remove_deliveries'; deliveries: number[] }
  | { what: 'sponsor' }
  | { what: 'reward'; sponsorship: SponsorshipRow }
  | { what: 'remove_sponsorships'; sponsorships: number[] }
  | { what: 'export'; table: ExportedTable }
  | { what: 'type'; preview: TypeChangePreview }

export type Dealings = ReturnType<typeof dealings>

export function dealings(of: number) {
  let current = $state.raw<Dealing | null>(null)

  return {
    /** Whose. */
    number: of,
    /** Null while none is open. */
    get current(): Dealing | null {
      return current
    },
    open(dealing: Dealing): void {
      current = dealing
    },
    close(): void {
      current = null
    },
    subscribe(): void {
      current = { what: 'subscribe' }
    },
    terminate(): void {
      current = { what: 'terminate', subscription: null }
    },
    /** Opens a dialog that needs the subscription whole. */
    async openOn(what: 'suspend' | 'beneficiaries', id: number): Promise<void> {
      try {
        current = { what, subscription: await call('subscription', { id }) }
      } catch (thrown) {
        toasts.error(thrown)
      }
    },
    /** Changes the type of contact and shows the record as it is then; where something stands in the way, shows that instead. */
    async changeType(
      { number, revision }: ClientRecord,
      to: ContactType,
      show: (changed: ClientRecord) => void,
    ): Promise<void> {
      try {
        const preview = await call('type_change_preview', { number, to })
        if (preview.count > 0) {
          current = { what: 'type', preview }
          return
        }
        show(await call('change_type', { number, revision, to }))
        undo.offer(t.record.typeChanged(t.common.types[to]))
      } catch (thrown) {
        toasts.error(thrown)
      }
    },
  }
}
