import type { replies as source } from '../fr/replies'
import { en } from '../locale'

export const replies: typeof source = {
  outcomes: {
    to_record: 'To record',
    to_read: 'To read',
    unknown: 'Unknown numbers',
    stopped: 'Stops recorded',
    stopped_before: 'Stopped before',
  },
  about: {
    to_record: 'These clients answer a request for an agreement. Open the record and record their answer.',
    to_read: 'These messages may ask for a stop, but not clearly. Nothing is written: you decide.',
    unknown: 'No record has these numbers: nothing could be written.',
    stopped: 'The withdrawal is written, with the message received as evidence.',
    stopped_before: 'The stop of these clients is recorded already: there was nothing to write.',
  },
  answers: { yes: 'answers yes', no: 'answers no' },
  import: 'Import replies…',
  importing: 'Reading the replies…',
  title: 'Replies imported',
  read: (count) => en.counted(count, 'reply read', 'replies read'),
  stopped: (count, clients) =>
    `${en.counted(count, 'stop recorded', 'stops recorded')} for ${en.counted(clients, 'record', 'records')}`,
  nothing: 'No new stop.',
  known: (count) =>
    `${en.counted(count, 'reply dealt with before', 'replies dealt with before')}: nothing is written twice.`,
  others: (count) => `${en.counted(count, 'reply', 'replies')} that ask for nothing.`,
  waiting: (count) =>
    `${en.counted(count, 'SMS was waiting', 'SMS were waiting')} for these clients: what is no longer allowed will be blocked.`,
  unread: 'Unreadable rows',
  unreadAbout: 'They have no readable number. Deal by hand with those that ask for a stop.',
  unreadStop: 'asks for a stop',
  unreadDoubtful: 'to read',
  line: (line) => `row ${en.number(line)}`,
  columns: { number: 'Number', text: 'Message received', client: 'Client', at: 'Received on', line: 'Row' },
  shared: (count) => `number shared by ${en.counted(count, 'record', 'records')}`,
  nobody: 'unknown',
  open: (name) => `Open the record: ${name}`,
  newer: 'a newer agreement was withdrawn too',
  asked: (name, day) => `“${name}”, asked on ${day}`,
  again: 'shown before',
  agreedSince: 'a STOP like it was read before, and an agreement was recorded since',
  beyond: (count) =>
    `${en.counted(count, 'more reply does', 'more replies do')} not fit here: import the file in several parts.`,
}
