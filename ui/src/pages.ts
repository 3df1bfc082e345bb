// The pages that are not the search, and the dialogs of all pages: their code is fetched when it is needed, or at leisure once the first
// screen is there, so that it costs the start nothing. What was fetched before is shown in the same frame.

export const pages = {
  start: () => import('./features/start/StartPage.svelte'),
  record: () => import('./features/record/RecordPage.svelte'),
  edition: () => import('./features/edition/EditionPage.svelte'),
  imports: () => import('./features/imports/ImportsPage.svelte'),
  messages: () => import('./features/messages/MessagesPage.svelte'),
  campaigns: () => import('./features/campaigns/CampaignsPage.svelte'),
  duplicates: () => import('./features/duplicates/DuplicatesPage.svelte'),
  merge: () => import('./features/duplicates/MergePage.svelte'),
  register: () => import('./features/register/RegisterPage.svelte'),
  administration: () => import('./features/administration/AdministrationPage.svelte'),
}

const agreement = () => import('$lib/consents/AgreementDialog.svelte')
export const exportsDialog = () => import('$lib/exports/ClientExportsDialog.svelte')
export const managerDialog = () => import('$lib/manager/ManagerDialog.svelte')

/** Fetches all of it, one after the other. */
export async function fetchPages(): Promise<void> {
  for (const fetch of [agreement, ...Object.values(pages), managerDialog, exportsDialog]) await fetch()
}
