import { call, type Channel, type Command } from '$lib/api'

export interface UnprovenConsent {
  indicator: number
  name: string
  channel: Channel
  at: number
  mode: string
  file_name: string
}
export interface UnprovenClient {
  number: number
  civility: string
  last_name: string
  first_name: string
  company: string
  town: string
  inactive: boolean
  consents: UnprovenConsent[]
}
export interface UnprovenPage {
  rows: UnprovenClient[]
  next: number | null
  total: number
}

export const unprovenConsents = (request: { after: number | null; limit: number }): Promise<UnprovenPage> =>
  (call as unknown as (command: Command, request: object) => Promise<UnprovenPage>)(
    'unproven_consents' as Command,
    request,
  )
