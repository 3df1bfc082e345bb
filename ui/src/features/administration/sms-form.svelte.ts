// How SMS leave: what is stored, what is typed, what the core said of it. Kept while another tab is shown.
import {
  call,
  failure,
  type ApiFailure,
  type GatewayPreset,
  type HttpContent,
  type HttpMethod,
  type HttpRequest,
  type MessageSetup,
  type SmsFault,
  type SmsHours,
  type SmsSetup,
  type SmsWay,
} from '$lib/api'
import { testsOf, typedTests } from './answer-tests'

export type SmsForm = ReturnType<typeof smsForm>

/** What is typed of a gateway's own way of being asked. */
export interface TypedRequest {
  url: string
  method: HttpMethod
  content: HttpContent
  /** « Name: value », one a line. */
  headers: string
  /** JSON. */
  body: string
  /** What holds of an answer that says yes, one test a line. */
  success: string
  receipt: string
  said: string
}

/** The fields as they are typed: what other ways need is kept, so that trying one does not lose them. */
interface TypedSms {
  sender: string
  stop_text: string
  /** When offers may leave: minutes of the day. */
  from: string
  to: string
  /** `none`, `notebook`, `mail_gateway`, or the code of a gateway. */
  way: string
  folder: string
  address: string
  fields: Record<string, string>
  secrets: Record<string, string>
  request: TypedRequest
  root_certificate: string
}
export type SmsField = 'sender' | 'hours' | 'folder' | 'address' | 'fields' | 'url' | 'body'

const FAULT_FIELDS: Record<SmsFault, SmsField | null> = {
  sender: 'sender',
  hours: 'hours',
  folder: 'folder',
  address: 'address',
  preset: null,
  field: 'fields',
  url: 'url',
  unencrypted: 'url',
  placeholder: 'body',
  body: 'body',
  root_certificate: null,
}

/** The gateway whose every word is the shop's own. */
export const GENERIC = 'generic'

const NO_REQUEST: TypedRequest = {
  url: '',
  method: 'post',
  content: 'json',
  headers: '',
  body: '{}',
  success: '',
  receipt: '',
  said: '',
}

const typedRequest = ({ url, method, content, receipt, said, ...more }: HttpRequest): TypedRequest => ({
  url,
  method,
  content,
  receipt,
  said,
  headers: more.headers.map(({ name, value }) => `${name}: ${value}`).join('\n'),
  body: JSON.stringify(more.body, null, 2),
  success: typedTests(more.success),
})

/** The body as it is sent; undefined where it cannot be read. */
function readBody(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

/** Which part of a request cannot be read. */
export function unreadableOf({ body, success }: TypedRequest): 'body' | 'success' | null {
  if (readBody(body) === undefined) return 'body'
  return testsOf(success) === null ? 'success' : null
}

/** The gateway's request with what was typed; the form does not show all of `base`. Null where it cannot be read. */
export function requestOf(typed: TypedRequest, base: HttpRequest): HttpRequest | null {
  const body = readBody(typed.body)
  const success = testsOf(typed.success)
  if (body === undefined || success === null) return null
  const headers = typed.headers
    .split('\n')
    .map((line) => /^([^:]+):(.*)$/.exec(line.trim()))
    .flatMap((match) => (match ? [{ name: (match[1] ?? '').trim(), value: (match[2] ?? '').trim() }] : []))
  const [url, receipt, said] = [typed.url.trim(), typed.receipt.trim(), typed.said.trim()]
  return { ...base, url, method: typed.method, content: typed.content, headers, body, success, receipt, said }
}

/** How this gateway is asked by the shop's own setting; null where it is asked as Écrin knows. */
const ownOf = ({ way }: SmsSetup, preset: string): HttpRequest | null =>
  way.kind === 'http' && way.preset === preset ? way.own : null

export function typedOf(stored: SmsSetup, generic: HttpRequest | undefined): TypedSms {
  const { sender, stop_text, hours, way } = stored
  const http = way.kind === 'http' ? way : null
  const request = ownOf(stored, GENERIC) ?? generic
  return {
    sender,
    stop_text,
    from: String(hours.from),
    to: String(hours.to),
    way: http ? http.preset : way.kind,
    folder: way.kind === 'notebook' ? way.folder : '',
    address: way.kind === 'mail_gateway' ? way.address : '',
    fields: { ...http?.fields },
    secrets: {},
    request: request ? typedRequest(request) : NO_REQUEST,
    root_certificate: http?.root_certificate ?? '',
  }
}

/** What is asked of the core, with what is `stored` and not shown; null where a request cannot be read. */
export function setupOf(typed: TypedSms, gateways: GatewayPreset[], stored: SmsSetup): SmsSetup | null {
  const preset = gateways.find(({ code }) => code === typed.way)
  const hours = { from: Number(typed.from), to: Number(typed.to) }
  const common = { sender: typed.sender.trim(), stop_text: typed.stop_text.trim(), hours }
  if (preset === undefined) {
    const ways: Record<string, SmsWay> = {
      none: { kind: 'none' },
      notebook: { kind: 'notebook', folder: typed.folder.trim() },
      mail_gateway: { kind: 'mail_gateway', address: typed.address.trim() },
    }
    return { ...common, way: ways[typed.way] ?? { kind: 'none' } }
  }
  const kept = ownOf(stored, preset.code)
  const own = preset.code === GENERIC ? requestOf(typed.request, kept ?? preset.request) : kept
  if (preset.code === GENERIC && own === null) return null
  const open = preset.fields.filter((field) => !field.secret).map(({ code }) => code)
  const fields = Object.fromEntries(open.map((code) => [code, (typed.fields[code] ?? '').trim()]))
  const { root_certificate } = typed
  return { ...common, way: { kind: 'http', preset: preset.code, fields, own, root_certificate } }
}

export function smsForm() {
  let stored = $state.raw<SmsSetup | null>(null)
  let typed = $state<TypedSms | null>(null)
  let gateways = $state.raw<GatewayPreset[]>([])
  let legal = $state.raw<SmsHours | null>(null)
  let kept = $state.raw<string[]>([])
  let refused = $state.raw<ApiFailure | null>(null)
  let unreadable = $state<'body' | 'success' | null>(null)
  let busy = false

  const generic = () => gateways.find(({ code }) => code === GENERIC)?.request
  const preset = $derived(gateways.find(({ code }) => code === typed?.way) ?? null)

  function show(setup: MessageSetup) {
    gateways = setup.gateways
    legal = setup.legal_sms_hours
    stored = setup.sms
    kept = setup.sms_secrets
    typed = typedOf(setup.sms, generic())
  }

  /** Only what the chosen gateway asks for, and only what was typed. */
  function secrets(of: TypedSms): Record<string, string> {
    const wanted = (preset?.fields ?? []).filter((field) => field.secret && of.secrets[field.code])
    return Object.fromEntries(wanted.map(({ code }) => [code, of.secrets[code] ?? '']))
  }

  return {
    /** What stands in the fields; null until the first answer. */
    get typed(): TypedSms | null {
      return typed
    },
    get gateways(): GatewayPreset[] {
      return gateways
    },
    /** All that the law allows of hours for offers; null until the first answer. */
    get legal(): SmsHours | null {
      return legal
    },
    /** The gateway that is chosen, if one is. */
    get preset(): GatewayPreset | null {
      return preset
    },
    /** Which secrets the system keeps. */
    get kept(): string[] {
      return kept
    },
    get refused(): ApiFailure | null {
      return refused
    },
    /** Which part of the typed request could not be read when it was to be stored. */
    get unreadable(): 'body' | 'success' | null {
      return unreadable
    },
    /** The field that a refusal is about. */
    get about(): SmsField | null {
      if (refused?.code !== 'carrier_invalid') return null
      return FAULT_FIELDS[refused.params['fault'] as SmsFault] ?? null
    },
    get dirty(): boolean {
      if (typed === null || stored === null) return false
      const before = setupOf(typedOf(stored, generic()), gateways, stored)
      const changed = JSON.stringify(setupOf(typed, gateways, stored)) !== JSON.stringify(before)
      return changed || Object.keys(secrets(typed)).length > 0
    },
    /** Takes over what the core answers, or tells why it does not. */
    async read(asked: Promise<MessageSetup>): Promise<void> {
      try {
        show(await asked)
        refused = null
      } catch (thrown) {
        refused = failure(thrown)
      }
    },
    /** Stores what is typed; says whether it did. */
    async save(): Promise<boolean> {
      if (typed === null || stored === null || busy) return false
      const setup = setupOf(typed, gateways, stored)
      unreadable = setup === null ? unreadableOf(typed.request) : null
      if (setup === null) return false
      busy = true
      try {
        show(await call('set_sms_setup', { setup, secrets: secrets(typed) }))
        refused = null
        return true
      } catch (thrown) {
        refused = failure(thrown)
        return false
      } finally {
        busy = false
      }
    },
  }
}
