// The fields being typed, next to what is stored: what changed, what is wrong with it, which records look like it.
import {
  call,
  failure,
  type ApiFailure,
  type ClientField,
  type ClientInput,
  type ClientRecord,
  type FieldIssue,
  type ProbableClient,
} from '$lib/api'
import { latest } from '$lib/state/latest'

export const EMPTY: ClientInput = {
  civility: '',
  last_name: '',
  first_name: '',
  company: '',
  address_1: '',
  address_2: '',
  address_3: '',
  postcode: '',
  town: '',
  country: 'France',
  email: '',
  phone: '',
  mobile: '',
  origins: '',
  type: 'client',
  professional: false,
}

/** How long typing rests before the core is asked about it, in milliseconds. */
const REST = 250

const fieldNames = Object.keys(EMPTY) as (keyof ClientInput)[]

export type Draft = ReturnType<typeof draftOf>

/** Starts a draft of a stored record, or of a new one when `stored` is null. */
export function draftOf(stored: ClientRecord | null, prefill: Partial<ClientInput> = {}) {
  let base = $state.raw<ClientInput>(stored?.client ?? EMPTY)
  let revision = stored?.revision ?? 0
  const number = stored?.number ?? null
  const fields = $state<ClientInput>({ ...(stored?.client ?? EMPTY), ...prefill })
  let issues = $state.raw<FieldIssue[]>([])
  let probable = $state.raw<ProbableClient[]>([])
  let touched = $state.raw<ClientField[]>([])
  let attempted = $state(false)
  let saving = $state(false)
  let refused = $state.raw<ApiFailure | null>(null)
  const dirty = $derived(fieldNames.some((name) => fields[name] !== base[name]))

  const checking = latest(
    (client: ClientInput) => call('check_client', { client, number }),
    (answer) => {
      issues = answer.issues
      probable = answer.probable
    },
    // A check that fails is no reason to stop anyone typing: saving checks again and says why.
    () => (probable = []),
  )

  const issueOf = (field: ClientField, blocking: boolean) =>
    attempted || touched.includes(field)
      ? (issues.find((issue) => issue.field === field && issue.blocking === blocking) ?? null)
      : null

  return {
    /** Null for a new record. */
    number,
    fields,
    get dirty(): boolean {
      return dirty
    },
    get saving(): boolean {
      return saving
    },
    /** Why the last attempt to save was refused, other than by a field. */
    get refused(): ApiFailure | null {
      return refused
    },
    get probable(): ProbableClient[] {
      return probable
    },
    /** What blocks saving in a field; said only once the field was left, or saving was tried. */
    error: (field: ClientField) => issueOf(field, true),
    /** What is unusual in a field and saved all the same. */
    remark: (field: ClientField) => issueOf(field, false),
    /** The first field that stops the record from being saved. */
    get firstError(): ClientField | null {
      return fieldNames.find((name) => issues.some((issue) => issue.field === name && issue.blocking)) ?? null
    },
    touch(field: ClientField): void {
      touched = [...touched, field]
    },
    /** Asks the core about the fields once typing rests. Call it in an `$effect`. */
    watch(): () => void {
      const client = { ...fields }
      const timer = setTimeout(() => checking.ask(client), REST)
      return () => clearTimeout(timer)
    },
    /** Writes the record; null when it was refused, and then `refused` or the fields say why. */
    async save(): Promise<ClientRecord | null> {
      if (saving) return null
      saving = true
      attempted = true
      refused = null
      try {
        const client = { ...fields }
        return number === null
          ? await call('create_client', { client })
          : await call('save_client', { number, revision, client })
      } catch (thrown) {
        const error = failure(thrown)
        if (error.code === 'invalid') issues = error.fields
        else refused = error
        return null
      } finally {
        saving = false
      }
    },
    /** Takes over what was stored meanwhile, and keeps what was typed here. */
    rebase(record: ClientRecord): void {
      for (const name of fieldNames) {
        if (fields[name] === base[name]) Object.assign(fields, { [name]: record.client[name] })
      }
      base = record.client
      revision = record.revision
      refused = null
    },
  }
}
