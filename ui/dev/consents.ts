// Fictional consents for looking at screens in a browser: the rules of the core in a few lines, close enough for photographs.
import type {
  ChannelAnswer,
  ConsentSheet,
  ConsentState,
  DecideRequest,
  ErrorCode,
  EvidenceInfo,
  Given,
  HistoryRow,
  JournalEntry,
  NewMessage,
  Reason,
  VerdictReport,
} from '../src/lib/api/bindings'
import type { FakeClient } from './clients'
import { MODES, PICTURE, QUESTIONS, WORDINGS, type Question } from './questions'

type Decision = HistoryRow & { indicators: number[] }

interface World {
  find: (number: number) => FakeClient
  fail: (code: ErrorCode) => never
  committed: (
    client: FakeClient,
    operation: JournalEntry['operation'],
    changes: JournalEntry['changes'],
  ) => void
  operator: () => string
  /** When a message asked for an indicator: « client:indicator ». */
  asked: Map<string, number>
  /** « Envoyer directement au client ». */
  send: (message: NewMessage) => void
}

const STOPS = {
  sms: "d'envoi de SMS",
  mail: "d'envoi de mails",
  postal: "d'envoi de mailing postal",
  phone: "d'appels téléphoniques",
}

const seal = (decision: number) =>
  Array.from({ length: 8 }, (_, part) =>
    (((decision + 3) * 2654435761 * (part + 7)) >>> 0).toString(16).padStart(8, '0'),
  ).join('')

/** The answers of the calls about consents. */
export function consents({ find, fail, committed, operator, asked, send }: World) {
  const chain: (Decision & { client: number })[] = []
  const ofClient = (number: number) => chain.filter((decision) => decision.client === number)
  const suits = (client: FakeClient, one: Question) =>
    one.audience !== 'professionals' || client.client.professional

  const last = (number: number, indicator: number) =>
    ofClient(number).findLast((decision) => decision.indicators.includes(indicator))

  function stateOf(number: number, one: Question): ConsentState {
    const decision = last(number, one.indicator)
    if (decision) return decision.answer
    return one.kind === 'opt_out' && suits(find(number), one) ? 'granted_by_default' : 'never_asked'
  }

  function coverage(request: DecideRequest): Question[] {
    const all = QUESTIONS.filter((one) => one.channel === request.channel)
    if (request.indicators.length > 0) {
      return all.filter((one) => request.indicators.includes(one.indicator))
    }
    const standing = all.filter((one) => stateOf(request.number, one).startsWith('granted'))
    const open = all.filter((one) => suits(find(request.number), one))
    return request.answer === 'withdrawn' && standing.length > 0 ? standing : open
  }

  function label(request: DecideRequest): string {
    const covered = coverage(request)
    const granted = QUESTIONS.filter((one) => {
      if (one.channel !== request.channel) return false
      if (covered.includes(one)) return request.answer === 'granted'
      return stateOf(request.number, one) === 'granted'
    }).map((one) => one.name)
    if (granted.length === 0) {
      return `${request.answer === 'refused' ? 'Refus' : 'Arrêt'} ${STOPS[request.channel]}`
    }
    const [first = '', ...others] = granted
    const head = first.split(' ').slice(0, 3).join(' ')
    return [
      first,
      ...others.map((name) => (name.startsWith(head) ? name.slice(head.length + 1) : name)),
    ].join(' & ')
  }

  function check(request: DecideRequest) {
    const mode = MODES.find((one) => one.label === request.mode)
    if (request.answer === 'granted' && !request.mode) fail('mode_missing')
    if (mode?.needs_detail && !request.detail) fail('detail_missing')
    if (request.at !== null && request.at > Date.now()) fail('decision_date')
  }

  function append(request: DecideRequest, more: Partial<Decision> = {}): Decision {
    const covered = coverage(request)
    const decision = chain.length + 1
    const made: Decision = {
      decision,
      label: label(request),
      channel: request.channel,
      answer: request.answer,
      covers: covered.map((one) => one.name),
      indicators: covered.map((one) => one.indicator),
      mode: request.answer === 'granted' ? request.mode : '',
      detail: request.detail,
      at: request.at ?? Date.now(),
      recorded_at: Date.now(),
      operator: operator(),
      source: 'counter',
      unproven: false,
      wordings: WORDINGS.filter((wording) => request.wordings.includes(wording.id)),
      evidence: request.evidence.map((piece, index): EvidenceInfo => ({
        id: decision * 10 + index,
        decision,
        name: piece.kind === 'file' ? (piece.path.split('/').at(-1) ?? '') : '',
        media_type: piece.kind === 'file' && piece.path.endsWith('.pdf') ? 'pdf' : 'png',
        size: 48_213,
        sha256: seal(decision * 31),
      })),
      seal: seal(decision),
      ...more,
    }
    chain.push({ ...made, client: request.number })
    return made
  }

  /** Records what happened before the photograph. */
  function past(
    number: number,
    at: Date,
    indicators: number[],
    answer: Given,
    mode = '',
    more: Partial<Decision> = {},
  ) {
    const channel = QUESTIONS.find((one) => one.indicator === indicators[0])?.channel ?? 'sms'
    const wordings = answer === 'granted' ? indicators.map((indicator) => indicator * 10 + 1) : []
    const request = {
      number,
      channel,
      indicators,
      answer,
      mode,
      detail: '',
      wordings,
      evidence: [],
      send: null,
    }
    append({ ...request, at: at.getTime() }, { recorded_at: at.getTime(), operator: 'Claire V.', ...more })
  }

  const day = (minutes: number) => new Date(2018, 8, 18, 6, minutes)
  past(1, day(35), [5], 'granted', 'Accord écrit')
  past(1, day(35), [1], 'granted', 'Accord par mail')
  past(1, day(38), [1], 'withdrawn')
  past(1, day(50), [1], 'granted', 'Accord écrit')
  past(1, day(56), [2], 'granted', 'Accord écrit', {
    detail: 'Bulletin rempli au comptoir',
    evidence: [
      {
        id: 51,
        decision: 5,
        name: 'bulletin-0918.pdf',
        media_type: 'pdf',
        size: 182_400,
        sha256: seal(155),
      },
      { id: 52, decision: 5, name: '', media_type: 'png', size: 9_120, sha256: seal(156) },
    ],
  })
  const imported = { source: 'import' as const, unproven: true, operator: '', wordings: [] }
  past(4, new Date(2017, 2, 3, 12), [1, 2], 'granted', 'Accord oral', imported)
  past(4, new Date(2020, 5, 8, 10, 12), [3], 'granted', 'Accord par mail')
  past(4, new Date(2021, 5, 8, 10, 15), [3], 'withdrawn')
  past(4, new Date(2021, 5, 8, 10, 20), [5], 'refused')
  past(4, new Date(2022, 0, 11, 9, 2), [12], 'granted', 'Accord écrit')
  past(8, new Date(2023, 0, 11, 9, 2), [6], 'refused')
  for (let month = 0; month < 26; month++) {
    past(
      5,
      new Date(2022, month, 7, 9, month),
      [1],
      month % 2 ? 'withdrawn' : 'granted',
      month % 2 ? '' : 'Accord oral',
    )
  }

  function reasonsAgainst(client: FakeClient, one: Question): Reason[] {
    const state = stateOf(client.number, one)
    const found: Reason[] = []
    if (state !== 'granted' && state !== 'granted_by_default') found.push(state)
    if (client.restricted_at !== null) found.push('restricted')
    if (client.inactive && one.purpose !== 'technical') found.push('inactive')
    const { mobile, phone, email, address_1 } = client.client
    const reach = { sms: mobile, mail: email, postal: address_1, phone: mobile || phone }[one.channel]
    if (!reach) found.push('no_address')
    return found
  }

  function verdict(client: FakeClient, one: Question): VerdictReport {
    const decision = last(client.number, one.indicator)
    const reasons = reasonsAgainst(client, one)
    const state = stateOf(client.number, one)
    const grounds = {
      granted: 'consent',
      granted_by_default: 'not_opposed',
      never_asked: 'no_consent',
      refused: 'objection',
      withdrawn: 'objection',
    } as const
    return {
      channel: one.channel,
      purpose: one.purpose,
      allowed: reasons.length === 0,
      ground: grounds[state],
      reasons,
      rule:
        one.purpose === 'technical'
          ? 'service_message'
          : { sms: 'electronic_consent', mail: 'electronic_consent', postal: 'post', phone: 'phone_consent' }[
              one.channel
            ],
      source: 'CPCE art. L.34-5 ; cnil.fr, La prospection commerciale par SMS-MMS',
      read_on: '2026-11-22',
      hours_source: one.channel === 'sms' ? 'Charte Business Messaging 2026, af2m.org' : null,
      advice: one.channel === 'phone' ? 'outside_advised_hours' : null,
      decision: decision?.decision ?? null,
      since: decision?.at ?? null,
      mode: decision?.mode ?? '',
      unproven: decision?.unproven ?? false,
    } as VerdictReport
  }

  const answers = (client: FakeClient): ChannelAnswer[] =>
    (['sms', 'mail', 'postal', 'phone'] as const).map((channel) => ({
      channel,
      verdicts: QUESTIONS.filter((one) => one.channel === channel && suits(client, one)).map((one) =>
        verdict(client, one),
      ),
    }))

  function sheet(number: number): ConsentSheet {
    const client = find(number)
    return {
      number,
      indicators: QUESTIONS.map((one) => {
        const decision = last(number, one.indicator)
        return {
          ...one,
          suits: suits(client, one),
          visible: true,
          state: stateOf(number, one),
          since: decision?.at ?? null,
          mode: decision?.mode ?? '',
          decision: decision?.decision ?? null,
          unproven: decision?.unproven ?? false,
          asked_at: decision ? null : (asked.get(`${number}:${one.indicator}`) ?? null),
        }
      }),
      contact: answers(client),
      modes: MODES,
      wordings: WORDINGS,
      decisions: ofClient(number).length,
    }
  }

  return {
    consents: ({ number }: { number: number }) => sheet(number),
    channel_answers: ({ number }: { number: number }) => answers(find(number)),
    preview_decision: (request: DecideRequest) => {
      check(request)
      return { label: label(request), mode: request.mode, at: request.at ?? Date.now() }
    },
    decide: (request: DecideRequest) => {
      check(request)
      if (request.send) send(request.send)
      const made = append(request)
      committed(find(request.number), 'decide', [{ field: 'consents', old: '', new: made.label }])
      return sheet(request.number)
    },
    history: ({
      number,
      column,
      descending,
      offset,
      limit,
    }: {
      number: number
      column: 'label' | 'mode' | 'at' | 'decision'
      descending: boolean
      offset: number
      limit: number
    }) => {
      const all = ofClient(number).sort((a, b) => {
        const order = a[column] < b[column] ? -1 : a[column] > b[column] ? 1 : a.decision - b.decision
        return descending ? -order : order
      })
      return { rows: all.slice(offset, offset + limit), total: all.length }
    },
    look_at_evidence: ({ path }: { path: string }) => {
      const name = path.split('/').at(-1) ?? ''
      if (!/\.(png|jpe?g|webp|pdf)$/i.test(name)) return fail('evidence_type_unknown')
      return { name, media_type: name.endsWith('pdf') ? ('pdf' as const) : ('jpeg' as const), size: 48_213 }
    },
    evidence: ({ id }: { id: number }) => {
      const info = chain.flatMap((decision) => decision.evidence).find((piece) => piece.id === id)
      return info ? { info, base64: PICTURE } : fail('evidence_not_found')
    },
    save_evidence: () => ({}),
    save_history: ({ path }: { path: string }) => ({ path }),
    save_attestation: ({ path }: { path: string }) => ({ path }),
    set_restricted: ({ number, restricted }: { number: number; restricted: boolean }) => {
      const client = find(number)
      client.restricted_at = restricted ? Date.now() : null
      committed(client, restricted ? 'restrict' : 'unrestrict', [
        { field: 'restricted', old: String(!restricted), new: String(restricted) },
      ])
      return structuredClone(client)
    },
    check_chain: () => ({
      decisions: chain.length,
      head: seal(chain.length),
      broken: null,
      at: Date.now(),
    }),
  }
}
