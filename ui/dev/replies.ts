// A gateway's replies as the core would report them, for looking at the dialog in a browser. The second time, everything is known.
import type { Commands, RepliesReport, ShownReply } from '../src/lib/api/bindings'

const at = new Date(2026, 10, 27, 18, 12).getTime()
const reply = (line: number, text: string, more: Partial<ShownReply>): ShownReply => ({
  line,
  number: `06 39 98 71 ${10 + line}`,
  text,
  at: at + line * 60_000,
  meaning: 'stop',
  outcome: 'stopped',
  clients: [],
  asked: [],
  answer: null,
  again: false,
  ...more,
})
const client = (number: number, name: string, newer_agreement = false) => ({ number, name, newer_agreement })

let imports = 0

export const replies = {
  import_replies: ({ path }): RepliesReport => {
    imports += 1
    const file_name = path.split('/').pop() ?? path
    const unread = [{ line: 9, number: '06 39 98', text: 'Stop merci', meaning: 'stop' as const }]
    if (imports > 1) {
      return {
        file_name,
        replies: 7,
        known: 6,
        stopped: 0,
        clients: 0,
        waiting: 0,
        others: 1,
        shown: [],
        unread,
        beyond: 0,
      }
    }
    const asked = { client: 5, indicator: 2, name: 'Envoi de SMS commerciaux', at: at - 9e8 }
    const shown = [
      reply(2, 'STOP', { clients: [client(1, 'DUPONT Laura', true)] }),
      reply(3, 'Stop svp', { clients: [client(7, 'DUPRAT Hugo'), client(12, 'DUPRAT Line')] }),
      reply(4, 'OUI', {
        meaning: 'harmless',
        outcome: 'to_record',
        clients: [client(5, 'DUPONT-REY Agnès')],
        asked: [asked],
        answer: 'yes',
      }),
      reply(5, 'Je ne peux plus venir, stoppez la réparation', {
        meaning: 'doubtful',
        outcome: 'to_read',
        clients: [client(10, 'DUPUY Jeanne')],
      }),
      reply(6, 'ARRET', { outcome: 'unknown' }),
    ]
    return {
      file_name,
      replies: 6,
      known: 0,
      stopped: 2,
      clients: 3,
      waiting: 1,
      others: 1,
      shown,
      unread,
      beyond: 0,
    }
  },
} satisfies Partial<{ [C in keyof Commands]: (request: Commands[C][0]) => unknown }>
