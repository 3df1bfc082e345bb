// Fictional movements for looking at screens in a browser. ?nothing: nobody bought anything yet.
import { emit } from '@tauri-apps/api/event'
import type {
  ChannelAnswer,
  Commands,
  ErrorCode,
  JournalEntry,
  Movement,
  MovementInput,
  MovementKind,
  MovementState,
  RepairReminder,
} from '../src/lib/api/bindings'
import type { FakeClient } from './clients'

interface World {
  clients: FakeClient[]
  find: (number: number) => FakeClient
  fail: (code: ErrorCode, params?: Record<string, string>) => never
  committed: (client: FakeClient, operation: JournalEntry['operation'], changes: []) => void
  answers: (number: number) => ChannelAnswer[]
}

type Handlers = {
  [C in keyof Commands]?: (request: Commands[C][0]) => Commands[C][1]
}

const DAY = 86_400_000
const KINDS: MovementKind[] = ['purchase', 'repair', 'deposit']
const STATES: MovementState[] = [
  'received',
  'in_workshop',
  'ready',
  'held',
  'returned',
  'given_back',
  'bought',
]
const STEPS: MovementState[] = ['received', 'in_workshop', 'ready', 'returned']
const iso = (at: number) => new Date(at).toISOString().slice(0, 10)
const ago = (days: number) => iso(Date.now() - days * DAY)

function stateOf({ kind, in_workshop_on, ready_on, returned_on }: MovementInput): MovementState {
  if (kind === 'purchase') return 'bought'
  if (kind === 'deposit') return returned_on ? 'given_back' : 'held'
  if (returned_on) return 'returned'
  if (ready_on) return 'ready'
  return in_workshop_on ? 'in_workshop' : 'received'
}

const input = (
  kind: MovementKind,
  what: string,
  day: string,
  more: Partial<MovementInput> = {},
): MovementInput => ({
  kind,
  what,
  day,
  amount: null,
  estimate: null,
  note: '',
  in_workshop_on: null,
  ready_on: null,
  returned_on: null,
  ...more,
})

const LAURA: MovementInput[] = [
  input('purchase', 'Chaîne argent, maille forçat', '2016-06-04', { amount: 4900 }),
  input('purchase', 'Montre acier, cadran nacre', '2018-03-12', { amount: 42_000 }),
  input('deposit', 'Acompte, alliance T. 52', '2018-09-04', {
    amount: 10_000,
    returned_on: '2018-09-18',
    note: 'Déduit du prix de l’alliance.',
  }),
  input('purchase', 'Alliance T. 52', '2018-09-18', {
    amount: 36_500,
    note: 'Gravure intérieure : L & M, 22/09/2018.',
  }),
  input('repair', 'Montre révisée', '2018-11-24', {
    amount: 4900,
    estimate: 4900,
    in_workshop_on: '2018-11-27',
    ready_on: '2018-12-05',
    returned_on: '2018-12-08',
  }),
]

export function movements({ clients, find, fail, committed, answers }: World): Handlers {
  const all: Movement[] = []

  function write(client: number, written: MovementInput): Movement {
    const made = {
      id: all.length + 1,
      client,
      revision: 1,
      state: stateOf(written),
      ...written,
      reminded: null,
    }
    all.push(made)
    return made
  }

  if (!new URLSearchParams(location.search).has('nothing')) {
    LAURA.forEach((movement) => write(1, movement))
    write(
      1,
      input('repair', 'Bracelet plaqué or, fermoir', ago(20), {
        estimate: 3500,
        in_workshop_on: ago(18),
        ready_on: ago(9),
      }),
    )
    write(
      1,
      input('repair', 'Collier de perles, enfilage', ago(6), { estimate: 8000, in_workshop_on: ago(4) }),
    )
    write(1, input('repair', 'Montre, pile et joint', ago(1), { estimate: 1800 }))
    write(1, input('deposit', 'Acompte, bague sur mesure', ago(3), { amount: 15_000 }))
    for (let i = 0; i < 8; i++)
      write(1, input('purchase', 'Boucles d’oreilles argent', ago(400 + i * 90), { amount: 2900 + i * 500 }))
    for (const [index, client] of clients.slice(3, 20).entries()) {
      const ready = ago(8 + index * 2)
      write(
        client.number,
        input('repair', 'Montre, révision du mouvement', ago(40 + index), {
          amount: 18_000,
          ready_on: ready,
        }),
      )
    }
  }

  const found = (id: number) => all.find((movement) => movement.id === id) ?? fail('movement_not_found')

  function change(
    movement: Movement,
    operation: JournalEntry['operation'],
    next: Partial<MovementInput>,
  ): Movement {
    Object.assign(movement, next)
    movement.state = stateOf(movement)
    movement.revision += 1
    if (movement.state !== 'ready') movement.reminded = null
    committed(live(find(movement.client)), operation, [])
    return structuredClone(movement)
  }

  function check(written: MovementInput) {
    if (!written.what.trim()) fail('movement_invalid', { problem: 'what_missing' })
    if (written.kind === 'purchase' && written.amount === null)
      fail('movement_invalid', { problem: 'amount_missing' })
    if (written.day > iso(Date.now())) fail('movement_invalid', { problem: 'day_ahead' })
  }

  /** Says on the record since when, and when last. */
  function live(client: FakeClient): FakeClient {
    const days = all
      .filter((one) => one.client === client.number)
      .flatMap((one) => [one.day, one.returned_on ?? one.day])
    days.sort()
    const last = days.at(-1) ?? null
    client.client_since = [iso(client.created_at), days[0] ?? '9'].sort()[0] ?? null
    client.last_contact_on = last
    client.review_by = last && `${Number(last.slice(0, 4)) + 3}${last.slice(4)}`
    return client
  }
  clients.forEach(live)

  function reminder(repair: Movement): RepairReminder {
    const client = find(repair.client)
    const { client: fields } = client
    const may = (channel: string) =>
      answers(repair.client)
        .find((one) => one.channel === channel)
        ?.verdicts.find(({ purpose }) => purpose === 'technical')
    const obstacles: RepairReminder['obstacles'] = []
    let way: RepairReminder['way'] = null
    for (const channel of ['sms', 'mail'] as const) {
      const address = channel === 'sms' ? fields.mobile : fields.email
      const blocked = address ? (may(channel)?.reasons[0] ?? null) : 'no_address'
      if (blocked || way) {
        if (!way) obstacles.push({ channel, blocked_by: blocked, failed_because: null })
        continue
      }
      const day = (repair.ready_on ?? '').split('-').reverse().join('/')
      way = {
        channel,
        address,
        subject: channel === 'mail' ? 'Maison Vaurelle : votre réparation vous attend' : '',
        body: `Bonjour ${fields.civility} ${fields.last_name}, votre réparation vous attend chez Maison Vaurelle depuis le ${day} : ${repair.what}.`,
      }
    }
    return {
      id: repair.id,
      client: repair.client,
      client_name: [fields.last_name, fields.first_name].join(' ').trim() || fields.company,
      what: repair.what,
      ready_on: repair.ready_on ?? '',
      days: Math.round((Date.now() - Date.parse(repair.ready_on ?? '')) / DAY),
      reminded: repair.reminded,
      way,
      obstacles,
    }
  }

  const ready = () =>
    all
      .filter(({ state }) => state === 'ready')
      .sort((a, b) => ((a.ready_on ?? '') < (b.ready_on ?? '') ? -1 : 1))

  return {
    movements: ({ number, kind, sort, after, limit }) => {
      const mine = all.filter((one) => one.client === number)
      const rank = (one: Movement) =>
        sort.column === 'day'
          ? 0
          : sort.column === 'kind'
            ? KINDS.indexOf(one.kind)
            : STATES.indexOf(one.state)
      const rows = mine
        .filter((one) => kind === null || one.kind === kind)
        .sort((a, b) => {
          const groups = (rank(a) - rank(b)) * (sort.descending ? -1 : 1)
          const days = a.day === b.day ? a.id - b.id : a.day < b.day ? -1 : 1
          return groups || days * (sort.descending || sort.column !== 'day' ? -1 : 1)
        })
      const from = after ? rows.findIndex(({ id }) => id === after.id) + 1 : 0
      const page = rows.slice(from, from + limit)
      const last = page.at(-1)
      const count = (of: MovementKind) => mine.filter((one) => one.kind === of).length
      return {
        movements: structuredClone(page),
        next: last && rows.length > from + limit ? { id: last.id, day: last.day, state: last.state } : null,
        counts: {
          purchases: count('purchase'),
          repairs: count('repair'),
          deposits: count('deposit'),
          ready: mine.filter(({ state }) => state === 'ready').length,
        },
      }
    },
    create_movement: ({ number, movement }) => {
      check(movement)
      const made = write(number, movement)
      committed(live(find(number)), 'add_movement', [])
      return structuredClone(made)
    },
    save_movement: ({ id, movement }) => {
      check(movement)
      return change(found(id), 'save_movement', movement)
    },
    move_repair: ({ id, state, on }) => {
      const step = STEPS.indexOf(state)
      const day = on ?? iso(Date.now())
      const before = found(id)
      const at = (place: number, old: string | null) =>
        step < place ? null : step === place ? (old ?? day) : old
      return change(before, 'move_repair', {
        in_workshop_on: at(1, before.in_workshop_on),
        ready_on: at(2, before.ready_on),
        returned_on: at(3, before.returned_on),
      })
    },
    remove_movement: ({ id }) => {
      const gone = found(id)
      all.splice(all.indexOf(gone), 1)
      committed(live(find(gone.client)), 'remove_movement', [])
      return {}
    },
    repairs_due: () => ({
      ready: ready().length,
      due: ready().filter((one) => one.reminded === null && (one.ready_on ?? '') <= ago(7)).length,
    }),
    repair_reminders: ({ days, repair }) => {
      const wanted = ready().filter((one) =>
        repair === null ? one.reminded === null && (one.ready_on ?? '') <= ago(days) : one.id === repair,
      )
      return { repairs: wanted.map(reminder), total: wanted.length, sms_template: 4, mail_template: null }
    },
    send_reminders: ({ repairs }) => {
      const sent = { sms: 0, mail: 0, left_out: 0 }
      for (const id of repairs) {
        const repair = found(id)
        const { way } = reminder(repair)
        if (way?.channel === 'sms') sent.sms += 1
        else if (way) sent.mail += 1
        else sent.left_out += 1
        if (way) repair.reminded = { at: Date.now(), message: id, state: 'pending' }
      }
      void emit('changed', { clients: [], shop: false, messages: true, all: true })
      return sent
    },
  }
}
