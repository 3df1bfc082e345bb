// How mails leave: what is stored, what is typed, what the core or the server said of it. Kept while another tab is shown.
import {
  call,
  failure,
  type ApiFailure,
  type ConnectionProblem,
  type MailFault,
  type MailSetup,
  type MessageSetup,
  type Security,
} from '$lib/api'
import { t } from '$lib/i18n'

export type MailForm = ReturnType<typeof mailForm>

/** The fields as they are typed: both ways are kept, so that trying one does not lose the other. */
interface TypedMail {
  sender_name: string
  sender_address: string
  reply_to: string
  unsubscribe: string
  kind: 'folder' | 'smtp'
  path: string
  host: string
  port: string
  security: Security
  user: string
  root_certificate: string
}
export type MailField = keyof TypedMail | 'password'

const PORTS: Record<Security, string> = { tls: '465', starttls: '587', none: '25' }

const FAULT_FIELDS: Record<MailFault, MailField> = {
  sender: 'sender_address',
  reply_to: 'reply_to',
  unsubscribe: 'unsubscribe',
  folder: 'path',
  host: 'host',
  port: 'port',
  root_certificate: 'root_certificate',
}

/** The field to change for a problem, so that it is said beside it; null for what no field mends. */
export function problemField({ kind, detail }: ConnectionProblem): MailField | null {
  switch (kind) {
    case 'setup':
      return FAULT_FIELDS[detail as MailFault] ?? null
    case 'folder':
      return 'path'
    case 'host':
    case 'certificate':
      return 'host'
    case 'port':
    case 'silent':
    case 'dropped':
    case 'not_a_mail_server':
      return 'port'
    case 'no_encryption':
    case 'unprotected':
      return 'security'
    case 'password':
      return 'password'
    case 'sender':
      return 'sender_address'
    default:
      return null
  }
}

/** What went wrong and what to change, in the reader's words. */
export function problemText({ kind, detail }: ConnectionProblem): string {
  return kind === 'setup' ? (t.faults.mail[detail as MailFault] ?? detail) : t.carriers.problems[kind]
}

export function typedOf({ way, ...setup }: MailSetup): TypedMail {
  const server = way.kind === 'smtp' ? way : null
  const security = server?.security ?? 'tls'
  return {
    ...setup,
    kind: way.kind,
    path: way.kind === 'folder' ? way.path : '',
    host: server?.host ?? '',
    port: server ? String(server.port) : PORTS[security],
    security,
    user: server?.user ?? '',
    root_certificate: server?.root_certificate ?? '',
  }
}

export function setupOf(typed: TypedMail): MailSetup {
  const { sender_name, sender_address, reply_to, unsubscribe, security } = typed
  const text = (value: string) => value.trim()
  const port = /^\d{1,5}$/.test(text(typed.port)) ? Number(typed.port) : 0
  return {
    sender_name: text(sender_name),
    sender_address: text(sender_address),
    reply_to: text(reply_to),
    unsubscribe: text(unsubscribe),
    way:
      typed.kind === 'folder'
        ? { kind: 'folder', path: text(typed.path) }
        : {
            kind: 'smtp',
            host: text(typed.host),
            port: port <= 65_535 ? port : 0,
            security,
            user: text(typed.user),
            root_certificate: text(typed.root_certificate),
          },
  }
}

export function mailForm() {
  let stored = $state.raw<MailSetup | null>(null)
  let typed = $state<TypedMail | null>(null)
  let password = $state('')
  let kept = $state(false)
  let refused = $state.raw<ApiFailure | null>(null)
  /** How the last test ended; null before one, and after a change. */
  let tested = $state.raw<{ problem: ConnectionProblem | null } | null>(null)
  let testing = $state(false)
  let busy = false

  const request = (of: TypedMail) => ({ setup: setupOf(of), password: password === '' ? null : password })

  function show(setup: MailSetup, hasPassword: boolean) {
    stored = setup
    typed = typedOf(setup)
    password = ''
    kept = hasPassword
  }

  return {
    /** What stands in the fields; null until the first answer. */
    get typed(): TypedMail | null {
      return typed
    },
    get password(): string {
      return password
    },
    set password(next: string) {
      password = next
    },
    /** Whether the system keeps a password already. */
    get kept(): boolean {
      return kept
    },
    get refused(): ApiFailure | null {
      return refused
    },
    get tested() {
      return tested
    },
    get testing(): boolean {
      return testing
    },
    get dirty(): boolean {
      if (typed === null || stored === null) return false
      return password !== '' || JSON.stringify(setupOf(typed)) !== JSON.stringify(setupOf(typedOf(stored)))
    },
    /** Another encryption brings its usual port, unless another was typed. */
    setSecurity(next: Security): void {
      if (typed === null) return
      if (typed.port === PORTS[typed.security] || typed.port.trim() === '') typed.port = PORTS[next]
      typed.security = next
    },
    /** Takes over what the core answers, or tells why it does not. */
    async read(asked: Promise<MessageSetup>): Promise<void> {
      try {
        const answer = await asked
        show(answer.mail, answer.mail_password)
        refused = null
      } catch (thrown) {
        refused = failure(thrown)
      }
    },
    /** Stores what is typed; says whether it did. */
    async save(): Promise<boolean> {
      if (typed === null || busy) return false
      busy = true
      try {
        const answer = await call('set_mail_setup', request(typed))
        show(answer.mail, answer.mail_password)
        refused = null
        return true
      } catch (thrown) {
        refused = failure(thrown)
        return false
      } finally {
        busy = false
      }
    },
    /** Tries what is typed, stored or not. */
    async test(): Promise<void> {
      if (typed === null || testing) return
      testing = true
      tested = null
      try {
        tested = { problem: await call('test_mail_setup', request(typed)) }
        refused = null
      } catch (thrown) {
        refused = failure(thrown)
      }
      testing = false
    },
    /** Takes the other way, without losing what was typed for this one. */
    go(kind: TypedMail['kind']): void {
      if (typed !== null) typed.kind = kind
      tested = null
    },
    forget(): void {
      tested = null
    },
  }
}
