// How a fictional shop's messages leave. A mail server named port…, certificate… or password… has that problem when it is tried.
import type {
  ApiError,
  GatewayPreset,
  HttpRequest,
  MailSetupRequest,
  MessageSetup,
  SmsSetupRequest,
} from '../src/lib/api/bindings'

const request: HttpRequest = {
  url: 'https://passerelle.example/envoi',
  method: 'post',
  headers: [{ name: 'Authorization', value: 'Bearer {cle}' }],
  content: 'json',
  body: { from: '{expediteur}', id: '{reference}', text: '{texte}', to: '{numero}' },
  nature: { commercial: null, other: null },
  coding: { gsm7: null, ucs2: null },
  signature: 'none',
  success: [],
  refusals: [],
  receipt: '/id',
  said: '/message',
}
const gateway = (
  code: string,
  name: string,
  open: string[],
  secret: string[],
  adds_stop = false,
): GatewayPreset => ({
  code,
  name,
  documentation: name && `https://${code}.example/documentation`,
  read_on: '2026-11-28',
  verified: '',
  unverified: '',
  unverified_parts: name ? ['answer', 'refusals'] : ['address', 'parameters', 'answer', 'refusals'],
  fields: [
    ...open.map((field) => ({ code: field, secret: false })),
    ...secret.map((field) => ({ code: field, secret: true })),
  ],
  adds_stop,
  added_stop: adds_stop ? 'STOP au 36180' : '',
  request,
})

let setup: MessageSetup = {
  mail: {
    sender_name: 'Maison Vaurelle',
    sender_address: 'contact@vaurelle.example',
    reply_to: '',
    unsubscribe: '',
    way: { kind: 'folder', path: '/home/claire/Documents/Mails' },
  },
  mail_password: false,
  sms: {
    sender: 'Vaurelle',
    stop_text: 'STOP au 36180',
    hours: { from: 480, to: 1290 },
    way: { kind: 'none' },
  },
  sms_secrets: [],
  gateways: [
    gateway('ovh', 'OVHcloud', ['service'], ['application', 'secret', 'consommateur'], true),
    gateway('smsfactor', 'SMSFactor', [], ['cle']),
    gateway('brevo', 'Brevo', [], ['cle']),
    gateway('octopush', 'Octopush', ['identifiant'], ['cle']),
    gateway('generic', '', ['identifiant'], ['cle']),
  ],
  legal_sms_hours: { from: 480, to: 1290 },
}

function refuse(channel: 'mail' | 'sms', fault: string): never {
  throw { code: 'carrier_invalid', params: { channel, fault }, fields: [] } satisfies ApiError
}

export const carriers = {
  message_setup: () => structuredClone(setup),
  set_mail_setup: ({ setup: mail, password }: MailSetupRequest) => {
    if (!mail.sender_address.includes('@')) refuse('mail', 'sender')
    setup = { ...setup, mail, mail_password: setup.mail_password || password !== null }
    return structuredClone(setup)
  },
  set_sms_setup: ({ setup: sms, secrets }: SmsSetupRequest) => {
    if (sms.sender && !/^[A-Za-z0-9 ]{3,11}$/.test(sms.sender)) refuse('sms', 'sender')
    if (sms.way.kind === 'notebook' && !sms.way.folder) refuse('sms', 'folder')
    if (sms.way.kind === 'mail_gateway' && !sms.way.address.includes('{numero')) refuse('sms', 'address')
    setup = { ...setup, sms, sms_secrets: [...new Set([...setup.sms_secrets, ...Object.keys(secrets)])] }
    return structuredClone(setup)
  },
  test_mail_setup: ({ setup: { way, sender_address } }: MailSetupRequest) => {
    if (!sender_address.includes('@')) return { kind: 'setup' as const, detail: 'sender' }
    if (way.kind === 'folder') return way.path ? null : { kind: 'setup' as const, detail: 'folder' }
    if (!way.host) return { kind: 'setup' as const, detail: 'host' }
    const kinds = ['port', 'certificate', 'password', 'host', 'silent', 'no_encryption'] as const
    const kind = kinds.find((one) => way.host.startsWith(one))
    return kind ? { kind, detail: kind === 'password' ? '535 5.7.8 authentication failed' : '' } : null
  },
}
