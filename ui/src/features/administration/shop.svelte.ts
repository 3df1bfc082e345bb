// Who the shop is: what is stored, what is typed, and what the core refused. Kept while another tab is shown.
import { call, failure, type ApiFailure, type ShopIdentity } from '$lib/api'

export type ShopField = keyof ShopIdentity
export type ShopForm = ReturnType<typeof shopForm>

const FIELDS: readonly ShopField[] = ['name', 'address', 'rights_contact', 'privacy_notice']

/** How many characters the core keeps of each. */
export const LONGEST: Record<ShopField, number> = {
  name: 100,
  address: 400,
  rights_contact: 400,
  privacy_notice: 400,
}

/** The field that a refusal is about: the core says what is wrong, not where. */
export function refusedField(error: ApiFailure, typed: ShopIdentity): ShopField | null {
  if (error.code === 'name_missing') return 'name'
  if (error.code !== 'name_too_long') return null
  return FIELDS.find((field) => [...typed[field].trim()].length > LONGEST[field]) ?? null
}

export function shopForm() {
  let stored = $state.raw<ShopIdentity | null>(null)
  let typed = $state<ShopIdentity | null>(null)
  let refused = $state.raw<{ error: ApiFailure; field: ShopField | null } | null>(null)
  let busy = false

  function show(identity: ShopIdentity) {
    stored = identity
    typed = { ...identity }
  }

  return {
    /** What stands in the fields; null until the first answer. */
    get typed(): ShopIdentity | null {
      return typed
    },
    get refused() {
      return refused
    },
    get dirty(): boolean {
      return FIELDS.some((field) => typed?.[field] !== stored?.[field])
    },
    async read(): Promise<void> {
      try {
        show(await call('shop_identity'))
        refused = null
      } catch (thrown) {
        refused = { error: failure(thrown), field: null }
      }
    },
    /** Stores what is typed; says whether it did. */
    async save(): Promise<boolean> {
      if (typed === null || busy) return false
      busy = true
      const request = { ...typed }
      try {
        show(await call('set_shop_identity', request))
        refused = null
        return true
      } catch (thrown) {
        const error = failure(thrown)
        refused = { error, field: refusedField(error, request) }
        return false
      } finally {
        busy = false
      }
    },
  }
}
