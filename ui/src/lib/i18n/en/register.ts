import type { register as source } from '../fr/register'
import { en } from '../locale'

export const register: typeof source = {
  title: 'GDPR register',
  chain: {
    title: 'Chain of decisions',
    printDay: 'Print today’s list',
    dayFile: 'authorisations',
    daySaved: 'Today’s list saved',
    decisions: (count) => en.counted(count, 'sealed decision', 'sealed decisions'),
    none: 'No decision is recorded yet.',
    holding: (count) => en.counted(count, 'decision with an intact seal', 'decisions with an intact seal'),
    holdingHead: 'Seal of the last of them',
    head: 'Seal of the last decision',
    genesis: 'Starting seal of the file',
    copyHead: 'Copy the seal',
    printed: 'Printed seal',
    printedHelp: 'From an attestation or a list, to check that no decision was removed since.',
    printedPlaceholder: '9f3c 41d0 …',
    printedMalformed: 'A seal has 64 characters, from 0 to 9 and from a to f. Copy it in full.',
    check: 'Check',
    checking: 'Checking…',
    intact: (count, time) =>
      `${en.counted(count, 'decision', 'decisions')}, chain intact, checked at ${time}`,
    headFound: 'The printed seal is in the chain.',
    broken: (decision, time) => `The chain is broken at decision no. ${decision}, checked at ${time}.`,
    headMissing: (time) => `The printed seal is not in the chain, checked at ${time}.`,
    advice: [
      'Keep this file as it is: it is evidence.',
      'Open the last backup and check the chain there.',
      'Call support with the number of the decision.',
    ],
    adviceTail: [
      'Keep this file as it is: it is evidence.',
      'Open the last backup and check the same seal there.',
      'Call support with the printed document at hand.',
    ],
    whys: {
      altered: 'This decision, or the one before it, is not what was sealed.',
      missing: 'This decision is missing: it was removed from the file.',
      evidence_altered: 'A document attached to this decision was changed.',
      evidence_missing: 'A document attached to this decision is missing.',
      wording_altered: 'The wording named by this decision is not the one that was shown.',
      indicator_altered: 'The indicator named by this decision is not the one that was asked.',
      state_differs: 'Records show something other than what was decided.',
      unreadable: 'This decision cannot be read.',
      tail_cut:
        'First check that it is copied correctly and comes from this file. If so, decisions were removed from the end.',
    },
    whyOther: 'This decision is no longer what was sealed.',
  },
  unproven: {
    title: 'To be asked again',
    text: 'Agreements from an imported file, without evidence. Ask for them again the next time the client calls in.',
    empty: 'No imported agreement is waiting for evidence.',
    columns: {
      name: 'Client',
      town: 'Town',
      consents: 'Agreements without evidence',
      file: 'File',
      at: 'Date',
    },
    openRecord: (name) => `Open the record of ${name}`,
    numbered: (number) => `Client no. ${number}`,
    more: 'Show more',
    shown: (shown, total) => `${en.number(shown)} of ${en.counted(total, 'client', 'clients')}`,
  },
}
