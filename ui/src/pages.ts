// The pages that are not the search, and the dialogs of all pages: their code is fetched when it is needed, so that it costs the start
// nothing. What was fetched before is shown in the same frame.
import { later } from '$lib/later'

export const pages = {
  start: () => later(import('./features/start/StartPage.svelte')),
  record: () => later(import('./features/record/RecordPage.svelte')),
  edition: () => later(import('./features/edition/EditionPage.svelte')),
  imports: () => later(import('./features/imports/ImportsPage.svelte')),
  messages: () => later(import('./features/messages/MessagesPage.svelte')),
  campaigns: () => later(import('./features/campaigns/CampaignsPage.svelte')),
  reminders: () => later(import('./features/messages/RemindersPage.svelte')),
  duplicates: () => later(import('./features/duplicates/DuplicatesPage.svelte')),
  merge: () => later(import('./features/duplicates/MergePage.svelte')),
  register: () => later(import('./features/register/RegisterPage.svelte')),
  administration: () => later(import('./features/administration/AdministrationPage.svelte')),
}

const agreement = () => later(import('$lib/consents/AgreementDialog.svelte'))
export const exportsDialog = () => later(import('$lib/exports/ClientExportsDialog.svelte'))
export const managerDialog = () => later(import('$lib/manager/ManagerDialog.svelte'))

/** Fetches what the counter needs next, once the first screen is there. All the rest would cost memory that many days never use. */
export async function fetchNext(): Promise<void> {
  await pages.record()
  await agreement()
}
