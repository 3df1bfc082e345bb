// A bank account as it is typed, and what the core says of it.
import { call, type ApiFailure, type BankAccount, type BankFault, type BankPanel } from '$lib/api'
import { readDay, shownDay } from '$lib/days'
import { t } from '$lib/i18n'
import { errorText } from '$lib/state/toasts.svelte'
import { bankField } from './bank-field'

type Write = (gesture: () => Promise<BankPanel>) => Promise<ApiFailure | null>
type Place = Exclude<keyof BankAccount, 'revision'> | 'form'

export function bankDraft(number: number, account: BankAccount | null, write: Write) {
  const begun = {
    holder: account?.holder ?? '',
    // Only its mask is known here: an empty field keeps the one that is there.
    iban: '',
    bic: account?.bic ?? '',
    mandate_reference: account?.mandate_reference ?? '',
    mandate_on: shownDay(account?.mandate_on ?? null),
  }
  const typed = $state({ ...begun })
  let wrong = $state.raw<Partial<Record<Place, string | null>>>({})

  function refuse(error: ApiFailure) {
    const fault = error.code === 'bank_account_invalid' ? (error.params['fault'] as BankFault) : null
    const place = bankField(error)
    // Beside its field a fault is said alone.
    wrong = { [place ?? 'form']: place && fault ? t.faults.bank[fault] : errorText(error) }
  }

  return {
    typed,
    get dirty(): boolean {
      return (Object.keys(begun) as (keyof typeof begun)[]).some((key) => typed[key] !== begun[key])
    },
    error: (place: Place): string | null => wrong[place] ?? null,
    /** Judges the IBAN or the BIC as soon as it is left; what is said of other fields stays. */
    async check(field: 'iban' | 'bic'): Promise<void> {
      wrong = { ...wrong, [field]: null }
      if (typed[field].trim() === '') return
      try {
        const fault = (await call('check_bank_account', { iban: typed.iban, bic: typed.bic }))[field]
        if (fault) wrong = { ...wrong, [field]: t.faults.bank[fault] }
      } catch {
        // Saving says the same.
      }
    },
    /** Saves, and says whether it worked. */
    async save(): Promise<boolean> {
      const mandate_on = readDay(typed.mandate_on)
      if (typed.mandate_on.trim() !== '' && mandate_on === null) {
        wrong = { mandate_on: t.labels.dayUnreadable }
        return false
      }
      const { holder, bic, mandate_reference } = typed
      const iban = typed.iban.trim() === '' && account !== null ? null : typed.iban
      const revision = account?.revision ?? 0
      const error = await write(() =>
        call('save_bank_account', { number, revision, holder, iban, bic, mandate_reference, mandate_on }),
      )
      if (error) refuse(error)
      return error === null
    },
  }
}
