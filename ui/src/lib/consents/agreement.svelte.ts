// One agreement being collected: everything typed and chosen until it is sealed. Nothing is kept of one that is cancelled.
import {
  call,
  failure,
  type AgreementMode,
  type ApiFailure,
  type DecisionPreview,
  type EvidenceInput,
  type IndicatorState,
  type MediaType,
  type Wording,
} from '$lib/api'
import { readMoment } from '$lib/days'
import { format, t } from '$lib/i18n'
import { sendingTo } from '$lib/messages/sending.svelte'
import { latest } from '$lib/state/latest'
import { errorText } from '$lib/state/toasts.svelte'
import type { Consents, Decision } from './consents.svelte'
import { isListed, isOn } from './groups'

/** A piece of evidence that was attached, and how it is called in the list. */
export interface Piece {
  input: EvidenceInput
  name: string
  mediaType: MediaType
}

type FieldName = 'mode' | 'detail' | 'date'

export type Agreement = ReturnType<typeof agreementOn>

export function agreementOn(consents: Consents, asked: IndicatorState) {
  const opened = Date.now()
  let mode = $state.raw<AgreementMode | null>(null)
  let detail = $state('')
  let day = $state(format.date(opened))
  let time = $state(format.time(opened))
  let added = $state.raw<number[]>([])
  let chosen = $state.raw<Record<number, number>>({})
  let pieces = $state.raw<Piece[]>([])
  let preview = $state.raw<DecisionPreview | null>(null)
  let problems = $state.raw<Partial<Record<FieldName, string>>>({})
  let refused = $state.raw<ApiFailure | null>(null)
  let busy = $state(false)
  /** « Envoyer directement au client »: off until it is chosen. Only what a person is owed goes with an agreement. */
  const sending = sendingTo({
    number: consents.number,
    channel: asked.channel === 'sms' ? 'sms' : 'mail',
    on: false,
    mode: () => mode?.label ?? '',
    offered: (template) => template.context === 'rights',
  })
  sending.indicator = asked.indicator
  /** Keeps a signature that is being drawn. */
  let keepSignature: (() => void) | null = null

  const sheet = $derived(consents.sheet)
  const modes = $derived(sheet?.modes ?? [])
  /** Others of the channel that could be granted in the same breath. */
  const others = $derived(
    (sheet?.indicators ?? []).filter(
      (other) =>
        other.channel === asked.channel &&
        other.indicator !== asked.indicator &&
        other.suits &&
        isListed(other) &&
        (!isOn(other) || other.unproven),
    ),
  )
  const covered = $derived([asked, ...others.filter((other) => added.includes(other.indicator))])
  const untouched = $derived(day === format.date(opened) && time === format.time(opened))
  const at = $derived(untouched ? null : readMoment(day, time))

  const versionsOf = (indicator: number) =>
    (sheet?.wordings ?? []).filter((wording) => wording.indicator === indicator)

  /** What was shown to the client: the version chosen, else the one in force on the day of the answer, if there was one. */
  function shown(indicator: number): Wording | null {
    const versions = versionsOf(indicator)
    const picked = versions.find((wording) => wording.id === chosen[indicator])
    const begun = versions.find((wording) => wording.effective_from <= (at ?? Date.now()))
    return picked ?? begun ?? null
  }

  const decision = (by: string): Decision => ({
    channel: asked.channel,
    indicators: covered.map((indicator) => indicator.indicator),
    answer: 'granted',
    mode: by,
    detail: detail.trim(),
    at,
    wordings: covered.flatMap((indicator) => shown(indicator.indicator)?.id ?? []),
    evidence: pieces.map((piece) => piece.input),
    send: sending.message,
  })

  const dateProblem = () => {
    if (!untouched && at === null) return t.consents.dialog.dateUnreadable
    return at !== null && at > Date.now() ? t.errors.decision_date({}) : undefined
  }

  const previews = latest(
    (request: Decision) =>
      call('preview_decision', { number: consents.number, ...request, evidence: [], send: null }),
    (answer) => (preview = answer),
    // The reasons of a refusal stand beside the fields; the line then says nothing untrue.
    () => (preview = null),
  )

  /** Shows a refusal where it can be mended. */
  function place(error: ApiFailure) {
    if (error.code === 'detail_missing') problems = { detail: errorText(error) }
    else if (error.code === 'mode_missing') problems = { mode: errorText(error) }
    else if (error.code === 'decision_date') problems = { date: errorText(error) }
    else refused = error
  }

  return {
    asked,
    sending,
    get modes(): AgreementMode[] {
      return modes
    },
    get others(): IndicatorState[] {
      return others
    },
    get covered(): IndicatorState[] {
      return covered
    },
    get pieces(): Piece[] {
      return pieces
    },
    get preview(): DecisionPreview | null {
      return preview
    },
    get problems(): Partial<Record<FieldName, string>> {
      return problems
    },
    get refused(): ApiFailure | null {
      return refused
    },
    get busy(): boolean {
      return busy
    },
    get mode(): AgreementMode | null {
      return mode
    },
    set mode(next: AgreementMode | null) {
      mode = next
      problems = { ...(problems.date === undefined ? {} : { date: problems.date }) }
    },
    get detail(): string {
      return detail
    },
    set detail(next: string) {
      detail = next
      if (problems.detail !== undefined && next.trim() !== '') {
        problems = { ...(problems.date === undefined ? {} : { date: problems.date }) }
      }
    },
    get day(): string {
      return day
    },
    set day(next: string) {
      day = next
    },
    get time(): string {
      return time
    },
    set time(next: string) {
      time = next
    },
    versionsOf,
    shown,
    choose(indicator: number, wording: number): void {
      chosen = { ...chosen, [indicator]: wording }
    },
    include(indicator: number, wanted: boolean): void {
      added = wanted ? [...added, indicator] : added.filter((other) => other !== indicator)
    },
    attach(piece: Piece): void {
      pieces = [...pieces, piece]
    },
    detach(piece: Piece): void {
      pieces = pieces.filter((other) => other !== piece)
    },
    /** A signature is being drawn, or no longer: what was drawn is sealed with the rest, whether or not it was kept beforehand. */
    signing(keep: (() => void) | null): void {
      keepSignature = keep
    },
    /** Says at once what is wrong with the date, when the field is left. */
    checkDate(): void {
      const { mode: noMode, detail: noDetail } = problems
      const found = dateProblem()
      problems = {
        ...(noMode === undefined ? {} : { mode: noMode }),
        ...(noDetail === undefined ? {} : { detail: noDetail }),
        ...(found === undefined ? {} : { date: found }),
      }
    },
    /** Asks what would be sealed. A mode that is still to be chosen or detailed is stood for by another: the label is the same. */
    ask(): void {
      const usable = mode !== null && !(mode.needs_detail && detail.trim() === '') ? mode : null
      const stand = usable ?? modes.find((one) => !one.needs_detail)
      if (stand === undefined || dateProblem() !== undefined) {
        previews.drop()
        preview = null
      } else previews.ask(decision(stand.label))
    },
    /** Seals. Says whether it was done; a refusal keeps everything and says why. */
    async seal(): Promise<boolean> {
      if (busy) return false
      keepSignature?.()
      const date = dateProblem()
      problems = {
        ...(mode === null ? { mode: t.errors.mode_missing({}) } : {}),
        ...(mode?.needs_detail && detail.trim() === '' ? { detail: t.errors.detail_missing({}) } : {}),
        ...(date === undefined ? {} : { date }),
      }
      refused = null
      if (mode === null || Object.keys(problems).length > 0) return false
      busy = true
      try {
        await consents.decide(decision(mode.label))
        return true
      } catch (thrown) {
        place(failure(thrown))
        return false
      } finally {
        busy = false
      }
    },
  }
}
