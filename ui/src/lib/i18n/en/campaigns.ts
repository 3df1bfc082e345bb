import type { campaigns as source } from '../fr/campaigns'
import { en } from '../locale'

export const campaigns: typeof source = {
  states: {
    writing: 'Being prepared',
    sending: 'Being sent',
    stopped: 'Stopped',
    done: 'Done',
  },
  called: {
    sms: (count) => `${en.number(count)}\u00a0SMS`,
    mail: (count) => en.counted(count, 'email', 'emails'),
    postal: (count) => en.counted(count, 'letter', 'letters'),
    phone: (count) => en.counted(count, 'call', 'calls'),
  },
  title: 'Group mailings',
  back: 'Back to the messages',
  see: 'Group mailings',
  new: 'New group mailing',
  none: 'No group mailing',
  noneText: 'Choose a selection of clients and a template: those who said no are left out by themselves.',
  list: 'Group mailings, the newest first',
  columns: {
    name: 'Mailing',
    at: 'Date',
    state: 'Status',
    kept: 'Kept',
    excluded: 'Left out',
    sent: 'Sent',
    waiting: 'Waiting',
    trouble: 'To look at',
    blocked: 'Blocked',
    cancelled: 'Cancelled',
    actions: 'Actions',
  },
  by: (name) => `by ${name}`,
  stoppedOn: (when) => `on ${when}`,
  written: (written, kept) =>
    `${en.number(written)} of ${en.counted(kept, 'message prepared', 'messages prepared')}`,
  left: (left, written) =>
    `${en.number(left)} of ${en.counted(written, 'message handled', 'messages handled')}`,
  progressOf: (name) => `Progress: ${name}`,
  stop: 'Stop',
  stopOf: (name) => `Stop: ${name}`,
  resume: 'Resume',
  resumeOf: (name) => `Resume: ${name}`,
  stopTitle: 'Stop this mailing?',
  stopText: (name, waiting) =>
    `“${name}”: ${en.counted(waiting, 'message has not left yet. It will be cancelled', 'messages have not left yet. They will be cancelled')}, and you can resume. What has left has left.`,
  stopped: 'Mailing stopped',
  resumed: 'Mailing resumed',
  started: 'The mailing is under way',
  compose: {
    title: 'New group mailing',
    name: 'Name of the mailing',
    nameHelp: 'To find it again. Clients do not see it.',
    to: 'Recipients',
    everyone: 'All clients',
    text: 'Filter',
    textPlaceholder: 'Name, company, town or postcode',
    textHelp: 'Empty: all active clients.',
    savedHelp: 'The conditions of the selection. What it is for is said by the template.',
    kept: 'Who will receive it',
    choose: 'Choose a template: it decides who may receive it.',
    segments: (segments, messages) =>
      `${en.number(messages)}\u00a0SMS, which the gateway charges as ${en.counted(segments, 'segment', 'segments')}.`,
    longest: (units, segments) =>
      `The longest: ${en.counted(units, 'character', 'characters')}, ${en.number(segments)}\u00a0SMS.`,
    undeliverable: (count) =>
      `${en.counted(count, 'client who is kept will receive nothing', 'clients who are kept will receive nothing')}: a land line, or a text too long for an SMS.`,
    leaves: (when) => `The first one will leave on ${when}.`,
    soon: 'The first one leaves with the next connection.',
    example: 'Example',
    send: (count) => `Send to ${en.counted(count, 'client', 'clients')}`,
    nobody: 'Nobody to write to',
    checking: 'Checking…',
    sureTitle: (count) => `Send to ${en.counted(count, 'client', 'clients')}?`,
    sureText: (template) =>
      `The message “${template}” is prepared for each of them, then leaves. You can stop at any time; what has left does not come back.`,
    sure: 'Send',
  },
}
