// What a label says at a glance: a value, a line under it, and at most one state.
import type { CarriageFace, Label, LabelFaces } from '$lib/api'
import { shownDay } from '$lib/days'
import { format, t, typeset } from '$lib/i18n'
import { euros } from '$lib/money'
import type { IconName } from '$lib/ui/icons'

export interface State {
  tone: 'ok' | 'no' | 'wait' | 'never' | 'seal'
  icon: IconName
  word: string
}

interface Face {
  /** In bold. */
  value?: string
  text?: string
  state?: State
  tags?: string[]
}

/** How many codes a face names; the rest is a number. */
const TAGS = 3

const listed = (...parts: (string | null)[]) => parts.filter(Boolean).join(', ')

const faces: { [L in Label]: (of: LabelFaces) => Face } = {
  codes({ codes }) {
    const words = t.labels.codes
    if (codes.count === 0) return { value: words.none, text: words.noneText }
    const tags = codes.first.slice(0, TAGS).map(typeset)
    const more = codes.count - tags.length
    return { tags: more > 0 ? [...tags, `+${format.number(more)}`] : tags }
  },
  bank({ bank }) {
    const words = t.labels.bank
    const account =
      bank.iban_end === null ? null : bank.mandate ? words.mandate(bank.iban_end) : words.iban(bank.iban_end)
    const { balance } = bank
    if (balance === null || (balance === 0 && account === null)) {
      return account === null ? { value: words.noAccount, text: words.noAccountText } : { value: account }
    }
    const value =
      balance > 0 ? words.owed(euros(balance)) : balance < 0 ? words.credit(euros(-balance)) : words.even
    return { value, text: account ?? words.noAccountText }
  },
  incidents({ incidents: { open, total, kind, on } }) {
    const words = t.labels.incidents
    if (open === 0) return { value: words.none, text: total === 0 ? words.noneText : words.closedOnly(total) }
    const text = listed(kind && t.journal.incidentKinds[kind], shownDay(on))
    return { state: { tone: 'wait', icon: 'triangle-alert', word: words.open(open) }, text }
  },
  follow_ups({ follow_ups: { open, overdue, what } }) {
    const words = t.labels.followUps
    if (open === 0) return { value: words.none, text: words.noneText }
    const face = { value: words.open(open), text: typeset(what) }
    return overdue === 0
      ? face
      : { ...face, state: { tone: 'no', icon: 'circle-alert', word: words.late(overdue) } }
  },
  carriage: ({ carriage }) => carriageFace(carriage),
  addresses({ addresses: { count, towns, current_town } }) {
    const words = t.labels.addresses
    if (count === 0) return { value: words.own, text: current_town || words.noAddress }
    return { value: words.count(count), text: towns.length > 0 ? listed(...towns) : current_town }
  },
  deliveries({ delivery }) {
    const words = t.labels.deliveries
    if (delivery === null) return { value: words.none, text: words.noneText }
    return { value: shownDay(delivery.on), text: t.subscriptions.deliveryStates[delivery.state] }
  },
  management({ management: { since, invoices, note } }) {
    const words = t.labels.management
    if (invoices !== null && invoices.count > 0) {
      return { value: euros(invoices.sum), text: words.invoices(invoices.count) }
    }
    return { value: words.since(shownDay(since)), text: typeset(note) || words.noInvoices }
  },
  notes({ notes: { count, text } }) {
    const words = t.labels.notes
    return count === 0
      ? { value: words.none, text: words.noneText }
      : { value: words.count(count), text: typeset(text) }
  },
  consents({ consents: { granted, sealed } }) {
    const words = t.labels.consents
    const value = granted === 0 ? words.noneGranted : words.granted(granted)
    return sealed === 0
      ? { value, text: words.noneSealed }
      : { value, state: { tone: 'seal', icon: 'seal', word: words.sealed(sealed) } }
  },
}

function carriageFace(carriage: CarriageFace | null): Face {
  const words = t.labels.carriage
  if (carriage === null) return { value: words.unknown, text: words.unknownText }
  const { mode, round, rank, depositary } = carriage
  if (mode === 'collected') return { value: words.notCarried, text: words.collectedText }
  if (mode === 'posted') return { value: words.notCarried, text: words.postedText }
  const place = rank === null ? null : words.rankFace(rank)
  return { value: words.carried, text: listed(round && words.roundFace(round), place) || depositary }
}

export const faceOf = (label: Label, of: LabelFaces): Face => faces[label](of)
