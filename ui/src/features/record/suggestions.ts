// Who is likely to be chosen in the picker of records, as long as nothing is typed.
import { call, type ClientRecord, type ClientRow } from '$lib/api'

/** Those that may be the same person. */
export const alike =
  ({ client, number }: ClientRecord) =>
  async (): Promise<ClientRow[]> =>
    (await call('check_client', { client, number })).probable.map((one) => one.client)

/** Those whose records were opened last: one has often just looked them up. */
export const recentOnes = (): Promise<ClientRow[]> => call('recent_clients', { limit: 7 })
