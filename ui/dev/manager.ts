// The manager code of the stand-in. ?code: one is set already, « 4711 »; the passphrase is anything but « non ».
import type { ApiError, Commands, ErrorCode, ManagerState } from '../src/lib/api/bindings'

const parameters = new URLSearchParams(location.search)
const TEN_MINUTES = 600_000

let code: string | null = parameters.has('code') ? '4711' : null
let until: number | null = null
let failures = 0
let opens = 0

function fail(of: ErrorCode, params: Record<string, string> = {}): never {
  throw { code: of, params, fields: [] } satisfies ApiError
}

const left = () => Math.max(0, Math.ceil((opens - Date.now()) / 1000))
const state = (): ManagerState => ({
  set: code !== null,
  unlocked_until: code !== null && until !== null && until > Date.now() ? until : null,
  wait: left(),
})

function check(typed: string) {
  if (code === null) return
  if (left() > 0) fail('manager_code_wait', { seconds: String(left()) })
  if (typed.trim() !== code) {
    failures += 1
    const wait = failures < 3 ? 0 : 2 ** (failures - 3)
    opens = Date.now() + wait * 1000
    fail('manager_code_wrong', { seconds: String(wait) })
  }
  failures = 0
}

function keep(next: string | null): ManagerState {
  if (next !== null && !/^(\d{4,12}|(?!\d+$).{4,40})$/.test(next.trim())) fail('manager_code_unfit')
  code = next?.trim() ?? null
  until = Date.now() + TEN_MINUTES
  return state()
}

/** Refuses what needs the code as long as it was not given. */
export function managerOnly(): void {
  const { set, unlocked_until } = state()
  if (set && unlocked_until === null) fail('manager_code_needed')
}

export const manager: { [C in keyof Commands]?: (request: Commands[C][0]) => unknown } = {
  manager: state,
  unlock_manager: ({ code: typed }) => {
    check(typed)
    until = Date.now() + TEN_MINUTES
    return state()
  },
  lock_manager: () => {
    until = null
    return state()
  },
  set_manager_code: ({ current, code: next }) => {
    check(current ?? '')
    return keep(next)
  },
  reset_manager_code: ({ passphrase, code: next }) => {
    if (passphrase === 'non' || passphrase === '') fail('passphrase_wrong')
    return keep(next)
  },
}
