import type { verify as source } from '../fr/verify'
import { en } from '../locale'

export const verify: typeof source = {
  verifying: 'Checking…',
  verified: 'The file is intact',
  verifiedClients: (count) => `${en.counted(count, 'record checked', 'records checked')}.`,
  broken: 'The file is damaged',
  brokenAdvice: 'Make a copy of the file and go back to the last backup.',
  chainWhole: (count) => `${en.counted(count, 'decision', 'decisions')} read again: the chain is intact.`,
  chainHead: 'Seal of the latest decision',
  copyHead: 'Copy the seal',
  chainBroken: (decision) => `The chain of decisions no longer holds at decision ${en.number(decision)}`,
  chainWhy: {
    altered: 'This decision, or what stands before it, is not what was sealed.',
    missing: 'This decision is missing.',
    evidence_altered: 'A piece of evidence of this decision was changed or added.',
    evidence_missing: 'A piece of evidence of this decision is missing.',
    wording_altered: 'The wording shown to the client is no longer the one that was sealed.',
    indicator_altered: 'The indicator of this decision is no longer the one that was sealed.',
    state_differs: 'Records do not show what was decided.',
    unreadable: 'This decision cannot be read.',
    tail_cut: 'The printed seal is not in the chain: recent decisions are missing.',
  },
  chainAdvice: 'Correct nothing: keep a copy of the file as evidence, then compare with the last backup.',
}
