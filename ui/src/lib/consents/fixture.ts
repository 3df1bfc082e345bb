// For tests only: the consents of a fictional client, and a core that decides about them.
import type {
  AgreementMode,
  Channel,
  ConsentSheet,
  DecideRequest,
  HistoryRow,
  IndicatorState,
  Purpose,
  VerdictReport,
  Wording,
} from '$lib/api'

const QUESTIONS: [number, string, string, Channel, Purpose][] = [
  [1, 'SMS-TECH', 'Envoi de SMS techniques', 'sms', 'technical'],
  [2, 'SMS-COM', 'Envoi de SMS commerciaux', 'sms', 'commercial'],
  [3, 'MAIL-COM', 'Envoi de mails commerciaux', 'mail', 'commercial'],
  [4, 'NEWS', 'Newsletter', 'mail', 'newsletter'],
  [5, 'PART-SMS', 'Partenaires : SMS', 'sms', 'partners'],
]

export const indicator = (
  [id, code, name, channel, purpose]: (typeof QUESTIONS)[number],
  more: Partial<IndicatorState> = {},
): IndicatorState => ({
  indicator: id,
  code,
  name,
  channel,
  purpose,
  kind: purpose === 'newsletter' ? 'newsletter' : 'opt_in',
  audience: 'everyone',
  suits: true,
  visible: true,
  state: 'never_asked',
  since: null,
  mode: '',
  decision: null,
  unproven: false,
  asked_at: null,
  ...more,
})

const MODES: AgreementMode[] = [
  ['oral', 'Oral', 'Accord oral'],
  ['written', 'Écrit', 'Accord écrit'],
  ['other', 'Autre…', 'Autre accord'],
].map(([code = '', name = '', label = ''], index) => ({
  id: index + 1,
  code,
  name,
  label,
  hint: '',
  needs_detail: code === 'other',
  uses: 0,
}))

export const wording = (id: number, of: number, name: string, text: string, from: number): Wording => ({
  id,
  indicator: of,
  name,
  text,
  effective_from: from,
  uses: 0,
})

/** A verdict of « no, never asked », to be altered. */
export const verdict = (more: Partial<VerdictReport> = {}): VerdictReport => ({
  channel: 'sms',
  purpose: 'commercial',
  allowed: false,
  ground: 'no_consent',
  reasons: ['never_asked'],
  rule: 'electronic_consent',
  source: 'CPCE art. L.34-5',
  read_on: '2026-11-22',
  hours_source: null,
  advice: null,
  decision: null,
  since: null,
  mode: '',
  unproven: false,
  ...more,
})

/** Nothing asked yet, on any channel. */
export function sheetOf(
  number: number,
  change: (state: IndicatorState) => Partial<IndicatorState> = () => ({}),
) {
  const indicators = QUESTIONS.map((question) => indicator(question)).map((state) => ({
    ...state,
    ...change(state),
  }))
  const of = (channel: Channel) =>
    indicators
      .filter((state) => state.channel === channel)
      .map(({ purpose, state }) =>
        state === 'granted'
          ? verdict({ channel, purpose, allowed: true, ground: 'consent', reasons: [] })
          : verdict({ channel, purpose }),
      )
  const sheet: ConsentSheet = {
    number,
    indicators,
    contact: (['sms', 'mail', 'postal', 'phone'] as const).map((channel) => ({
      channel,
      verdicts: of(channel),
    })),
    modes: MODES,
    wordings: [
      wording(22, 2, 'SMS-COM-2', 'J’accepte les SMS. STOP pour arrêter.', new Date(2024, 5, 1).getTime()),
      wording(21, 2, 'SMS-COM-1', 'J’accepte les offres par SMS.', new Date(2018, 4, 25).getTime()),
    ],
    decisions: 0,
  }
  return sheet
}

/** Plays the part of the core that decides: enough to see what the window asks of it and shows of it. */
export function decidingCore(
  number: number,
  before: (state: IndicatorState) => Partial<IndicatorState> = () => ({}),
) {
  const granted = new Map<number, string>()
  const rows: HistoryRow[] = []
  const sheet = () =>
    sheetOf(number, (state) => {
      const mode = granted.get(state.indicator)
      if (rows.length === 0) return before(state)
      return mode === undefined ? { state: 'never_asked' } : { state: 'granted', mode, since: 0, decision: 1 }
    })
  const label = ({ answer, indicators }: DecideRequest) =>
    answer === 'granted'
      ? QUESTIONS.filter(([id]) => indicators.includes(id))
          .map(([, , name]) => name)
          .join(' & ')
      : "Arrêt d'envoi de SMS"
  return {
    consents: sheet,
    preview_decision: (request: DecideRequest) => ({
      label: label(request),
      mode: request.mode,
      at: request.at ?? 0,
    }),
    decide: (request: DecideRequest) => {
      for (const id of request.indicators) {
        if (request.answer === 'granted') granted.set(id, request.mode)
        else granted.delete(id)
      }
      rows.push({
        decision: rows.length + 1,
        label: label(request),
        channel: request.channel,
        answer: request.answer,
        covers: [],
        mode: request.mode,
        detail: request.detail,
        at: 0,
        recorded_at: 0,
        operator: 'Claire V.',
        source: 'counter',
        unproven: false,
        wordings: [],
        evidence: [],
        seal: 'ab'.repeat(32),
      })
      return sheet()
    },
    history: ({ limit, descending }: { limit: number; descending: boolean }) => ({
      rows: (descending ? rows.toReversed() : rows).slice(0, limit),
      total: rows.length,
    }),
  }
}
