import type { removal as source } from '../fr/removal'
import { en } from '../locale'

const records = (count: number) => en.counted(count, 'record', 'records')

export const removal: typeof source = {
  things: {
    decisions: (count) => en.counted(count, 'decision on their consents', 'decisions on their consents'),
    evidence: (count) => en.counted(count, 'piece of evidence', 'pieces of evidence'),
    messages_sent: (count) =>
      `${en.counted(count, 'message sent', 'messages sent')}: the date and the channel, neither text nor address`,
    subscriptions: (count) =>
      `${en.counted(count, 'subscription', 'subscriptions')}: the offer and the days, not why it ended`,
    invoices: (count) =>
      `${en.counted(count, 'invoice or credit note', 'invoices and credit notes')}, with the name and address on them`,
    payments: (count) => `${en.counted(count, 'payment', 'payments')}, without the notes`,
    exports: (count) => `${en.counted(count, 'export', 'exports')} in which the record figures`,
    amounts: (count) =>
      `${en.counted(count, 'amount', 'amounts')} (purchases, repairs, advances): the sum and the day, not for what`,
    journal_entries: (count) =>
      `${en.counted(count, 'journal line', 'journal lines')}: who and when, without the values`,
  },
  reasons: {
    proof: 'The shop must be able to prove agreements as long as they may be contested (GDPR art. 7).',
    accounting: 'Accounts and what vouches for them are kept for ten years (C. com. art. L.123-22).',
    recipients: 'Those who received the data must be able to hear of it (GDPR art. 19).',
    accountability: 'Who did what must remain traceable (GDPR art. 5).',
  },
  touched: {
    edit: 'changed since',
    decision: 'answer recorded since',
    message: 'message written since',
    subscription: 'subscription, invoice or delivery since',
    movement: 'purchase, repair or deposit noted since',
    merge: 'merged since',
  },
  menu: 'Delete',
  title: 'Delete the record',
  goes: (name) =>
    `The name, the contact details and all that the record of ${name} says are erased. It is found nowhere any more, and nothing brings it back.`,
  merged: (count) =>
    en.counted(
      count,
      'record that was merged with it is deleted too.',
      'records that were merged with it are deleted too.',
    ),
  kept: 'What is kept, without a name, under the client’s number',
  nothingKept: 'Nothing is kept.',
  years: (years) => en.counted(years, 'year', 'years'),
  pending: (count) =>
    `${en.counted(count, 'waiting message will be cancelled', 'waiting messages will be cancelled')}.`,
  held: (count) =>
    `${en.counted(count, 'thing is still in the shop', 'things are still in the shop')} (repair or deposit): without the record, nothing says whose they are.`,
  owes: (amount) =>
    `${amount} is still to be paid. The invoices are kept, with the name on them, but no record leads to them any more: cash it first, or print them.`,
  inCredit: (amount) =>
    `${amount} stands to their credit. Give it back first: no record will say so any more.`,
  forgets:
    'This client said no. Without a record, a later import of the same person will not know of it. For the refusal to hold, rather mark the record as inactive.',
  confirm: (name) => `To confirm, type: ${name}`,
  remove: 'Delete',
  removed: 'The record is deleted',
  imports: {
    title: 'Past imports',
    columns: {
      at: 'Date',
      file: 'File',
      imported: 'Imported',
      rejected: 'Rejected',
      actions: 'Actions',
    },
    by: (name) => `by ${name}`,
    undone: (day) => `undone on ${day}`,
    undo: 'Undo this import…',
    undoOf: (file, day) => `Undo this import… (${file}, ${day})`,
    dialog: {
      title: 'Undo this import',
      of: (file, when) => `${file}, imported on ${when}`,
      deleted: (count) => `${records(count)} that nobody used: erased entirely.`,
      blanked: (count) =>
        `${records(count)}: emptied, but the decisions that the file brought stay, because they are evidence.`,
      kept: (count) => `${records(count)} kept, because somebody worked on them since the import.`,
      nothing: 'This import left no record to be removed.',
      touched: 'Records that are kept',
      first: (shown, all) => `the first ${en.number(shown)} of ${en.number(all)}`,
      run: 'Undo the import',
      keep: 'Keep the import',
      running: 'Undoing…',
      done: 'The import is undone',
      doneText: (gone, kept) => `${records(gone)} removed, ${records(kept)} kept.`,
      warning: 'Removed records only come back by importing the file again.',
    },
  },
}
