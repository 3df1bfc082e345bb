// An address of delivery as it is typed, and what the core says of it.
import { call, type ApiFailure, type DeliveryAddress, type DeliveryAddresses } from '$lib/api'
import { readDay, shownDay } from '$lib/days'
import { t } from '$lib/i18n'
import { errorText } from '$lib/state/toasts.svelte'

type Write = (gesture: () => Promise<DeliveryAddresses>) => Promise<ApiFailure | null>
type Place = 'form' | 'address_1' | 'from' | 'until'

const EMPTY = {
  addressee: '',
  address_1: '',
  address_2: '',
  address_3: '',
  postcode: '',
  town: '',
  country: 'France',
}

/** The field that a refusal is about: the core says what is wrong, not where. */
function placeOf({ code }: ApiFailure, from: string | null): Place {
  if (code === 'address_missing') return 'address_1'
  if (code === 'days_reversed') return 'until'
  // Only one of the two can be the far one where the other is not there.
  if (code === 'day_unlikely') return from === null ? 'until' : 'from'
  return 'form'
}

export function addressDraft(number: number, address: DeliveryAddress | null, write: Write) {
  const begun = {
    ...(address?.address ?? EMPTY),
    from: shownDay(address?.period.from ?? null),
    until: shownDay(address?.period.until ?? null),
  }
  const typed = $state({ ...begun })
  let wrong = $state.raw<Partial<Record<Place, string>>>({})

  return {
    typed,
    get dirty(): boolean {
      return (Object.keys(begun) as (keyof typeof begun)[]).some((key) => typed[key] !== begun[key])
    },
    error: (place: Place): string | null => wrong[place] ?? null,
    /** Saves, and says whether it worked. */
    async save(): Promise<boolean> {
      const { from: first, until: last, ...postal } = typed
      const from = readDay(first)
      const until = readDay(last)
      wrong = {
        ...(first.trim() !== '' && from === null ? { from: t.labels.dayUnreadable } : {}),
        ...(last.trim() !== '' && until === null ? { until: t.labels.dayUnreadable } : {}),
      }
      if (Object.keys(wrong).length > 0) return false
      const refused = await write(() =>
        call('save_delivery_address', {
          number,
          id: address?.id ?? null,
          revision: address?.revision ?? 0,
          address: postal,
          period: { from, until },
        }),
      )
      if (refused) wrong = { [placeOf(refused, from)]: errorText(refused) }
      return refused === null
    },
  }
}
