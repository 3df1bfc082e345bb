// What Administration › Rgpd and the GDPR register ask, for looking at them in a browser. ?broken breaks the chain (its
// value is the reason), ?proven leaves nothing to be asked again, ?archived begins with an archived indicator.
import { emit } from '@tauri-apps/api/event'
import type {
  AgreementMode,
  ApiError,
  Channel,
  Commands,
  ConsentSetup,
  ErrorCode,
  Indicator,
  Kind,
  Purpose,
  ShopIdentity,
  Wording,
} from '../src/lib/api/bindings'

const parameters = new URLSearchParams(location.search)
const DAY = 86_400_000

function fail(code: ErrorCode, params: Record<string, string> = {}): never {
  throw { code, params, fields: [] } satisfies ApiError
}

const SHIPPED: [string, string, Channel, Purpose, Kind][] = [
  ['SMS-TECH', 'Envoi de SMS techniques', 'sms', 'technical', 'opt_in'],
  ['SMS-COM', 'Envoi de SMS commerciaux', 'sms', 'commercial', 'opt_in'],
  ['MAIL-TECH', 'Envoi de mails techniques', 'mail', 'technical', 'opt_in'],
  ['MAIL-COM', 'Envoi de mails commerciaux', 'mail', 'commercial', 'opt_in'],
  ['POSTAL', 'Envoi de mailing postal', 'postal', 'commercial', 'opt_in'],
  ['TEL', 'Appels commerciaux', 'phone', 'commercial', 'opt_in'],
  ['NEWS', 'La lettre Vaurelle', 'mail', 'newsletter', 'newsletter'],
  ['B2B', 'Commerce interentreprises', 'mail', 'b2b', 'opt_out'],
  ['PART-POSTAL', 'Partenaires : Postal', 'postal', 'partners', 'opt_in'],
  ['PART-TEL', 'Partenaires : Téléphone', 'phone', 'partners', 'opt_in'],
  ['PART-MAIL', 'Partenaires : Email', 'mail', 'partners', 'opt_in'],
  ['PART-SMS', 'Partenaires : SMS', 'sms', 'partners', 'opt_in'],
]

let indicators: Indicator[] = SHIPPED.map(([code, name, channel, purpose, kind], index) => ({
  id: index + 1,
  code,
  name,
  channel,
  purpose,
  kind,
  audience: purpose === 'b2b' ? 'professionals' : 'everyone',
  visible: code !== 'PART-SMS',
  archived_at: null,
}))
if (parameters.has('archived')) {
  indicators.push({
    id: 90,
    code: 'SMS-90',
    name: 'Invitations au salon 2016',
    channel: 'sms',
    purpose: 'commercial',
    kind: 'opt_in',
    audience: 'everyone',
    visible: true,
    archived_at: Date.now() - 300 * DAY,
  })
}
const answered = new Set([1, 2, 3, 4, 5, 6, 7, 90])

let modes: AgreementMode[] = (
  [
    ['oral', 'Oral', 'Accord oral', 'au comptoir, au téléphone', 212],
    ['written', 'Écrit', 'Accord écrit', 'bulletin, fiche signée', 1391],
    ['mail', 'Mail', 'Accord par mail', 'message du client', 340],
    ['sms', 'SMS', 'Accord par SMS', 'réponse du client', 57],
    ['letter', 'Courrier', 'Accord par courrier', 'lettre reçue', 0],
    ['other', 'Autre…', 'Autre accord', 'à préciser', 3],
  ] as const
).map(([code, name, label, hint, uses], index) => ({
  id: index + 1,
  code,
  name,
  label,
  hint,
  needs_detail: code === 'other',
  uses,
}))

const wording = (indicator: number, version: number, text: string, at: number, uses: number): Wording => ({
  id: indicator * 100 + version,
  indicator,
  name: `${indicators.find(({ id }) => id === indicator)?.code ?? ''}-${version}`,
  text,
  effective_from: at,
  uses,
})
const SMS =
  "J'accepte de recevoir par SMS les offres de Maison Vaurelle. Je peux arrêter à tout moment en répondant STOP."
let wordings: Wording[] = [
  wording(
    1,
    1,
    'J’accepte que Maison Vaurelle me prévienne par SMS du suivi de mes commandes.',
    1.465e12,
    212,
  ),
  wording(2, 3, `${SMS} Les messages sont gratuits.`, Date.now() + 20 * DAY, 0),
  wording(2, 2, SMS, 1.5278e12, 1391),
  wording(2, 1, 'J’accepte les SMS de Maison Vaurelle.', 1.465e12, 212),
  wording(4, 1, 'J’accepte de recevoir par e-mail les offres de Maison Vaurelle.', 1.5272e12, 412),
  wording(5, 1, 'J’accepte de recevoir par courrier les offres de Maison Vaurelle.', 1.5272e12, 874),
]

const setup = (): ConsentSetup => ({
  indicators: indicators
    .toSorted((a, b) => Number(a.archived_at !== null) - Number(b.archived_at !== null))
    .map((indicator) => ({ indicator: { ...indicator }, has_history: answered.has(indicator.id) })),
  modes: modes.map((mode) => ({ ...mode })),
  wordings: wordings.map((one) => ({ ...one })),
})

function written(): ConsentSetup {
  void emit('changed', { clients: [], shop: true, all: false })
  return setup()
}

function checked(name: string, others: string[]): string {
  const text = name.trim()
  if (text === '') fail('name_missing')
  if (text.length > 60) fail('name_too_long', { max: '60' })
  if (others.some((other) => other.toLowerCase() === text.toLowerCase())) fail('name_taken')
  return text
}

const find = (id: number) => indicators.find((one) => one.id === id) ?? fail('indicator_not_found')
const findMode = (id: number) => modes.find((one) => one.id === id) ?? fail('mode_not_found')
const names = (except?: number) =>
  indicators.filter(({ id, archived_at }) => id !== except && archived_at === null).map(({ name }) => name)
const placed = <T extends { id: number }>(all: T[], ids: number[]) =>
  all.toSorted((a, b) => (ids.indexOf(a.id) + 1 || 999) - (ids.indexOf(b.id) + 1 || 999))

const HEAD = '9f3c41d0a77be21c5580d1f3b6e4c29a07d86b5ef41320cc9a8e7d5b3f61e21a'

type Handlers = {
  [C in keyof Commands]?: (request: Commands[C][0]) => Commands[C][1] | Promise<Commands[C][1]>
}

let identity: ShopIdentity = {
  name: 'Maison Vaurelle',
  address: '12 rue de la Liberté\n19200 USSEL',
  rights_contact: 'contact@maison-vaurelle.example',
  privacy_notice: '',
}

export const consentSetup: Handlers = {
  shop_identity: () => identity,
  set_shop_identity: (next) => {
    if (next.name.trim() === '') fail('name_missing')
    for (const [text, max] of [
      [next.name, 100],
      [next.address, 400],
      [next.rights_contact, 400],
      [next.privacy_notice, 400],
    ] as const) {
      if ([...text.trim()].length > max) fail('name_too_long', { max: String(max) })
    }
    void emit('changed', { clients: [], shop: true, all: false })
    return (identity = next)
  },
  consent_setup: setup,
  create_indicator: (made) => {
    const name = checked(made.name, names())
    if ((made.kind === 'newsletter') !== (made.purpose === 'newsletter')) fail('indicator_unsuited')
    if (made.purpose === 'b2b' && made.audience !== 'professionals') fail('indicator_unsuited')
    if (made.kind === 'opt_out' && made.channel !== 'postal' && made.audience === 'everyone') {
      fail('opt_out_forbidden')
    }
    const id = Math.max(...indicators.map((one) => one.id)) + 1
    const code = `${made.channel.toUpperCase()}-${id}`
    indicators.push({ ...made, name, id, code, visible: true, archived_at: null })
    return written()
  },
  rename_indicator: ({ id, name }) => {
    find(id).name = checked(name, names(id))
    return written()
  },
  show_indicator: ({ id, visible }) => {
    find(id).visible = visible
    return written()
  },
  order_indicators: ({ ids }) => {
    indicators = placed(indicators, ids)
    return written()
  },
  remove_indicator: ({ id }) => {
    if (answered.has(id)) {
      find(id).archived_at = Date.now()
      return { removal: 'archived', setup: written() }
    }
    indicators = indicators.filter((one) => one.id !== id)
    wordings = wordings.filter((one) => one.indicator !== id)
    return { removal: 'deleted', setup: written() }
  },
  create_mode: (made) => {
    const name = checked(
      made.name,
      modes.map((mode) => mode.name),
    )
    const label = checked(
      made.label,
      modes.map((mode) => mode.label),
    )
    const id = Math.max(...modes.map((mode) => mode.id)) + 1
    modes.push({ id, code: '', name, label, hint: made.hint.trim(), needs_detail: false, uses: 0 })
    return written()
  },
  rename_mode: ({ id, mode }) => {
    const others = modes.filter((other) => other.id !== id)
    Object.assign(findMode(id), {
      name: checked(
        mode.name,
        others.map((other) => other.name),
      ),
      label: checked(
        mode.label,
        others.map((other) => other.label),
      ),
      hint: mode.hint.trim(),
    })
    return written()
  },
  order_modes: ({ ids }) => {
    modes = placed(modes, ids)
    return written()
  },
  remove_mode: ({ id }) => {
    const { uses } = findMode(id)
    if (uses > 0) fail('mode_in_use', { uses: String(uses) })
    if (modes.length === 1) fail('last_mode')
    modes = modes.filter((mode) => mode.id !== id)
    return written()
  },
  create_wording: ({ indicator, text, effective_from }) => {
    if (text.trim() === '') fail('name_missing')
    if ([...text.trim()].length > 1000) fail('name_too_long', { max: '1000' })
    const own = wordings.filter((one) => one.indicator === indicator)
    wordings.push(wording(indicator, own.length + 1, text.trim(), effective_from, 0))
    wordings.sort((a, b) => a.indicator - b.indicator || b.effective_from - a.effective_from || b.id - a.id)
    return written()
  },
  check_chain: async ({ head }) => {
    await new Promise((resolve) => setTimeout(resolve, 300))
    const why = parameters.get('broken')
    if (why !== null && why !== 'tail_cut') {
      return { decisions: 411, head: HEAD, broken: { decision: 412, why: why || 'altered' }, at: Date.now() }
    }
    const known = head === null || head === HEAD
    const broken = known ? null : { decision: 1392, why: 'tail_cut' }
    return { decisions: 1391, head: HEAD, broken, at: Date.now() }
  },
}
