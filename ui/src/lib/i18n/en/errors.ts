import type * as source from '../fr/errors'
import type { Reason } from '../../api'
import { fault } from '../fault'
import { en } from '../locale'

export const blocked: typeof source.blocked = {
  never_asked: 'no consent',
  refused: 'the client refused',
  withdrawn: 'agreement withdrawn',
  no_indicator: 'question not asked',
  not_professional: 'professionals only',
  no_purchase: 'no known purchase',
  restricted: 'processing restricted',
  inactive: 'inactive record',
  no_address: 'no contact details',
  outside_hours: 'out of hours',
}

export const errors: typeof source.errors = {
  invalid: () => 'Some fields need correcting. Nothing was saved.',
  client_not_found: () => 'This record is no longer in the file. Search again.',
  client_removed: (params) =>
    `This record was deleted on ${en.date(Number(params['at']))}. Only what must be shown later was kept of it.`,
  client_merged: (params) => `This record was merged into record no.\u00a0${params['into'] ?? ''}.`,
  merge_with_itself: () => 'Choose two different records.',
  merge_not_found: () => 'This merge is not in the file.',
  merge_superseded: () => 'One of the two records has changed since: the merge can no longer be undone.',
  name_differs: () => 'That is not what was to be typed. Nothing was deleted.',
  duplicates_running: () => 'A search for duplicates is already running.',
  duplicates_cancelled: () => 'The search for duplicates was stopped.',
  import_not_found: () => 'This import is not in the file.',
  import_undone: () => 'This import has already been undone.',
  manager_code_needed: () => 'This needs the manager code.',
  manager_code_wrong: (params) =>
    Number(params['seconds']) > 0
      ? `That is not the manager code. Try again in ${en.counted(Number(params['seconds']), 'second', 'seconds')}.`
      : 'That is not the manager code.',
  manager_code_wait: (params) =>
    `Too many wrong codes. Try again in ${en.counted(Number(params['seconds']), 'second', 'seconds')}.`,
  manager_code_unfit: () => 'Choose 4 to 12 digits, or a word of at least 4 letters.',
  changed_elsewhere: () => 'This record was changed in the meantime. Read it again, then redo your change.',
  nothing_to_undo: () => 'There is nothing to undo.',
  undo_superseded: () =>
    'The record has changed since. Undoing would erase that change, so it was not undone.',
  no_shop_open: () => 'No file is open. Open a client file to continue.',
  file_missing: () =>
    'This file cannot be found. Check that it was not moved, or that the USB stick is plugged in.',
  file_exists: () => 'A file already has this name. Choose another name or another folder.',
  file_not_ecrin: () => 'This is not an Écrin file. It was not changed.',
  file_newer: () =>
    'This file comes from a newer version of Écrin. Update Écrin to open it. The file was not changed.',
  file_corrupt: () => 'This file is damaged and was left untouched. Open a copy from the backup folder.',
  file_busy: () =>
    'Another program is using this file. Close it (or wait for the synchronisation to end), then try again.',
  file_read_only: () => 'This file or its folder is read-only. Copy it to a folder where you can write.',
  disk_full: () =>
    'The disk is full. Nothing is lost, but nothing is being saved. Free some space, then try again.',
  file_unreadable: () =>
    'Reading or writing the file failed. Check the disk and your access rights, then try again.',
  passphrase_needed: () => 'Enter the passphrase of this file to open it.',
  passphrase_wrong: () => 'The passphrase does not match. Check the capitals and the keyboard layout.',
  passphrase_weak: () =>
    'This passphrase is too easy to guess. Use at least seven words, or twelve varied characters.',
  mode_missing: () => 'Say how the agreement was obtained. Nothing was saved.',
  detail_missing: () => 'Say more about how the agreement was obtained.',
  mode_not_found: () => 'This agreement mode no longer exists. Open the page again to see the current list.',
  mode_in_use: (params) =>
    `This agreement mode is named by ${en.counted(Number(params['uses']), 'decision', 'decisions')}: it cannot be deleted. You may rename it or move it.`,
  last_mode: () => 'This is the last agreement mode. Without it no agreement could be recorded.',
  decision_date: () => 'The date of the answer cannot lie in the future. Nothing was saved.',
  indicator_unsuited: () =>
    'This question does not fit: check the channel, the purpose, the kind and the client’s profile.',
  indicator_ambiguous: () => 'Several indicators match. Choose one of them.',
  indicator_not_found: () =>
    'This indicator is no longer asked. Open the page again to see the current list.',
  opt_out_forbidden: () =>
    'An opt-out is not possible here: prospecting a private person by SMS, e-mail or telephone needs their prior consent (CPCE L.34-5, C. conso. L.223-1). Choose opt-in, or keep the indicator to professionals or existing customers.',
  name_missing: () => 'The field is empty. Enter a text.',
  name_too_long: (params) => `Too long: at most ${params['max'] ?? ''} characters.`,
  name_taken: () => 'This name is taken. Choose another one.',
  wording_not_found: () => 'There is no such wording for this indicator.',
  evidence_too_large: () =>
    'This file is larger than 10 MB. Make it smaller, or photograph it in less detail.',
  evidence_type_unknown: () =>
    'This file is neither a picture (PNG, JPEG, WebP) nor a PDF. Choose another file.',
  evidence_too_many: () => 'At most ten files for one decision.',
  evidence_not_found: () => 'This evidence is not in the file.',
  template_not_found: () => 'This template no longer exists. Open the page again to see the current list.',
  template_malformed: () =>
    'A brace stands alone. A field is written like this: {nom}, and braces serve for nothing else.',
  field_unknown: (params) =>
    `There is no field “{${params['field'] ?? ''}}”.${params['known'] ? ` Possible fields: ${params['known']}.` : ''}`,
  template_unsuited: () =>
    'This context, this purpose and this channel do not go together. Change one of the three.',
  text_missing: () => 'Write the text, and the subject of an email.',
  shop_name_missing: () => 'An offer by SMS says whose it is. Add the field {boutique} to the text.',
  indicator_missing: () => 'This message speaks of an agreement. Choose which one.',
  agreement_missing: () =>
    'This message confirms an agreement that the client has not given. Collect it first.',
  message_not_found: () =>
    'This message is no longer in the file. Open the page again to see the current list.',
  message_blocked: (params) => {
    const why = blocked[params['reason'] as Reason] as string | undefined
    return `This message cannot be sent${why ? `: ${why}` : ' to this client'}. Nothing was saved.`
  },
  message_settled: () => 'This message has left, or is leaving: it can no longer change.',
  carrier_invalid: (params) => {
    const of = params['channel'] === 'sms' ? 'sms' : 'mail'
    return `${fault(of, params['fault']) ?? 'These settings are incomplete.'} Nothing was saved.`
  },
  bank_account_invalid: (params) =>
    `${fault('bank', params['fault']) ?? 'These bank details are incomplete.'} Nothing was saved.`,
  code_not_found: () => 'This selection code no longer exists. Open the page again to see the current list.',
  code_name_unfit: () => 'The name of a code has no comma, semicolon or vertical bar.',
  label_not_found: () => 'This no longer exists. Open the record again to see what is current.',
  label_changed: () => 'This has changed meanwhile. Open it again before you edit it. Nothing was saved.',
  days_reversed: () => 'The end comes before the beginning. Mend the dates.',
  day_unlikely: () => 'This date is out of reach. Check the year.',
  rank_unfit: () => 'The rank is a number from 1 to 99,999.',
  address_missing: () => 'Enter at least a line of address or a town.',
  note_of_another: () =>
    'This note is somebody else’s. Write a new one, or choose their name at the bottom of the screen.',
  list_invalid: (params) =>
    `${fault('list', params['problem']) ?? 'This list cannot be made in this way.'} Mend the condition, then try again.`,
  list_not_found: () => 'This list no longer exists. Open the page again to see the current ones.',
  campaign_not_found: () => 'This campaign no longer exists. Open the page again to see the current ones.',
  campaign_empty: () => 'Nobody of this list may receive this message. Nothing was saved.',
  campaign_settled: () => 'This campaign is over, or stands so already.',
  movement_not_found: () => 'This movement no longer exists. Open the record again to see the current ones.',
  movement_invalid: (params) => {
    const problem = fault('movement', params['problem'])
    return problem ?? 'This movement cannot be saved in this way.'
  },
  repair_ended: () => 'This repair was collected, which ends it. A slip is put right on the same day only.',
  repair_missing: () =>
    'This template says that a repair is ready, and this client has none. Choose another template.',
  import_empty: () => 'This file holds no row to import.',
  import_not_a_table: () => 'This file is not a readable table. Save it as CSV or XLSX, then try again.',
  import_no_name_column: () =>
    'Say which column holds the name or the company: a record cannot do without one.',
  import_too_large: () => 'This file is larger than allowed. Split it into several files.',
  import_cancelled: () => 'The import is cancelled. The client file is as it was.',
  import_column_twice: (params) =>
    params['field']
      ? `Two columns go to the field “${params['field']}”. Keep only one.`
      : 'Two columns go to the same field. Keep only one.',
  import_running: () => 'An import is already running. Wait for it to end, or cancel it.',
  replies_no_number: () => 'This file has no column of numbers. Choose your gateway’s file of replies.',
  replies_no_text: () => 'This file has no column of texts. Choose your gateway’s file of replies.',
  refused: (params) =>
    `${fault('rule', params['rule']) ?? 'A rule of subscriptions says no.'} Nothing was saved.`,
  offer_not_found: () => 'This offer exists no more. Open the page again to see the current list.',
  subscription_not_found: () =>
    'This subscription or suspension exists no more. Open the record again to see it as it is.',
  invoice_not_found: () => 'This invoice is not in this file, or is not this client’s.',
  payment_not_found: () => 'This payment is not in this file.',
  delivery_not_found: () => 'This delivery is no longer there. Show the record again.',
  sponsorship_not_found: () => 'This sponsorship is no longer there. Show the record again.',
  amount_unfit: () => 'This amount is not possible. Enter an amount above zero, in euros and cents.',
  export_purpose_missing: () => 'Say why this list is exported: the purpose is written in the register.',
  export_too_long: (params) =>
    `Too many clients for this format: ${params['max'] ?? ''} at most. Narrow the filter, or choose another format.`,
  labels_not_postal: () => 'Labels go with letters. Choose a purpose by post, or none.',
  label_beyond_sheet: (params) =>
    `This sheet has ${params['labels'] ?? ''} labels. Choose the first one that is free.`,
  export_cancelled: () => 'The export is cancelled. No file was written.',
  export_running: () => 'An export is already under way. Wait for its end, or cancel it.',
  superseded: () => 'A newer search took this one’s place.',
  internal: () => 'Something unexpected happened. Nothing was saved. Try again.',
}

export const problems: typeof source.problems = {
  required: () => 'Fill this in.',
  too_long: (max) => `Too long: at most ${max} characters.`,
  email_malformed: () => 'This address is incomplete. Example: name@domain.com',
  control_character: () => 'Holds an invisible character. Clear this field and type it again.',
  phone_unreadable: () => 'Unreadable number, kept as typed.',
  postcode_unusual: () => 'Unusual postcode for this country.',
}
