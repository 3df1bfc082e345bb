import { cleanup, render, screen, waitFor, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { whenCodeNeeded, type SavedList } from '$lib/api'
import { answering, refusal, requests } from '$lib/api/testing'
import { listCore, listed } from '$lib/lists/fixture'
import { router } from '$lib/state/router.svelte'
import { dispatch } from '$lib/state/shortcuts.svelte'
import { toasts } from '$lib/state/toasts.svelte'
import { violations } from '$lib/ui/violations'
import EditionPage from './EditionPage.svelte'
import { choose, CLIENTS, forSms, HASH, heads, names, open, panel, report, table } from './opening'
import { FRESH } from './selection.svelte'

const savedList = (id: number, name: string): SavedList => ({
  id,
  name,
  query: FRESH,
  created_at: 0,
  updated_at: 0,
  operator: 'Claire V.',
})
const guard = async () => (await screen.findByText('retenus')).closest('section')

beforeEach(() => {
  router.reset({ name: 'edition' })
  window.addEventListener('keydown', dispatch)
})
afterEach(() => {
  cleanup()
  toasts.clear()
  window.removeEventListener('keydown', dispatch)
})

test('without a use everybody figures, and the list says that it may not serve for prospecting', async () => {
  await open()
  expect(names()).toHaveLength(5)
  expect(screen.getByText(/cette liste ne peut pas servir à prospecter\.$/)).toBeTruthy()
  expect(await screen.findByText(/^86\sfiches inactives masquées$/)).toBeTruthy()
  expect(await violations(document.body)).toEqual([])
})

test('for commercial SMS only those who may be contacted figure, and the others are counted by their reasons', async () => {
  await open()
  await forSms()
  await waitFor(() => expect(names()).toEqual(['ALBERTINI', 'BONNET']))
  const shown = await guard()
  await waitFor(() => expect(shown?.textContent).toMatch(/2\s*retenus/))
  expect(shown?.textContent).toMatch(/3\s*exclus/)
  const reasons = [...(shown?.querySelectorAll('.guard__w li') ?? [])].map((line) => line.textContent.trim())
  expect(reasons).toEqual([
    expect.stringMatching(/^2\s*accord jamais demandé$/),
    expect.stringMatching(/^1\s*envoi arrêté par le client$/),
  ])
  const bar = [...(shown?.querySelectorAll('rect') ?? [])].map((part) => part.getAttribute('class'))
  expect(bar).toEqual(['g-ok', 'g-never g--never_asked', 'g-no g--withdrawn'])
  expect(heads()).toEqual(['Nom', 'Prénom', 'Ville', 'Portable', 'Type d’accord', 'Date de l’accord'])
  expect(within(table()).getAllByText('18/09/2018')).toHaveLength(2)
})

test('the excluded are shown with everything against each, and can be exported with a reason of their own', async () => {
  const calls = await open({ export_excluded: (request) => report(request) })
  await forSms()
  await userEvent.click(await screen.findByRole('button', { name: 'Voir les exclus' }))
  const dialog = await screen.findByRole('dialog', { name: 'Clients exclus' })
  const row = (await within(dialog).findByText('CHASSAING')).closest('tr')
  expect(row?.textContent).toContain('envoi arrêté par le client')
  expect(row?.textContent).toContain('portable absent ou invalide')
  await userEvent.click(within(dialog).getByRole('button', { name: 'Exporter les exclus…' }))
  expect(requests(calls, 'export_excluded')).toEqual([])
  await userEvent.type(within(dialog).getByLabelText(/^Motif de l’export/), 'Recueillir leur accord{Enter}')
  await waitFor(() => expect(requests(calls, 'export_excluded')).toHaveLength(1))
  expect(requests(calls, 'export_excluded')[0]).toMatchObject({ purpose: 'Recueillir leur accord' })
})

test('a condition narrows the list as it is typed; one that is not whole is left aside and said', async () => {
  const calls = await open()
  await userEvent.click(screen.getByRole('button', { name: 'Ajouter une condition' }))
  expect(await screen.findByText(/condition à compléter n’est pas prise en compte/)).toBeTruthy()
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Champ 1')))
  await userEvent.selectOptions(screen.getByLabelText('Champ 1'), 'record:town')
  await userEvent.type(await screen.findByLabelText('Valeur 1'), 'MEYMAC')
  await waitFor(() => expect(names()).toEqual(['BARBAZANGE']))
  expect(requests(calls, 'list_page').at(-1)?.query.conditions).toEqual([
    { field: { of: 'record', field: 'town' }, operator: 'is', values: ['MEYMAC'] },
  ])
  await userEvent.click(screen.getByRole('button', { name: 'Retirer la condition 1' }))
  await waitFor(() => expect(names()).toHaveLength(5))
})

test('a day is asked about once it is whole: Entrée, or leaving the field, spells a short one', async () => {
  const calls = await open()
  await userEvent.click(screen.getByRole('button', { name: 'Ajouter une condition' }))
  await userEvent.selectOptions(screen.getByLabelText('Champ 1'), 'created_at')
  await choose(await screen.findByLabelText('Opérateur 1'), 'from')
  const field = await screen.findByLabelText<HTMLInputElement>('Valeur 1')
  const asked = () =>
    new Set(
      requests(calls, 'list_page').flatMap(({ query }) => query.conditions.map(({ values }) => values[0])),
    )
  await userEvent.type(field, '14/12/18')
  await screen.findByText(/condition à compléter n’est pas prise en compte/)
  expect([...asked()]).toEqual([])
  await userEvent.keyboard('{Enter}')
  expect(field.value).toBe('14/12/2018')
  await waitFor(() => expect([...asked()]).toEqual(['2018-12-14']))
  await userEvent.clear(field)
  await userEvent.type(field, '1/2/16')
  await userEvent.tab()
  expect(field.value).toBe('01/02/2016')
  await waitFor(() => expect([...asked()]).toEqual(['2018-12-14', '2016-02-01']))
})

test('a choice is ticked, and shows as a tag', async () => {
  const calls = await open()
  await userEvent.click(screen.getByRole('button', { name: 'Ajouter une condition' }))
  await userEvent.click(screen.getByLabelText('Client'))
  await userEvent.click(screen.getByLabelText('Parrain'))
  await waitFor(() =>
    expect(requests(calls, 'list_page').at(-1)?.query.conditions).toEqual([
      { field: { of: 'record', field: 'type' }, operator: 'is', values: ['client', 'parrain'] },
    ]),
  )
  expect(document.querySelector('.pick summary')?.textContent).toMatch(/Client\s*Parrain/)
})

test('Alt+→ moves a column, and says where it went', async () => {
  await open()
  screen.getByRole('button', { name: 'Déplacer\u00a0: Nom' }).focus()
  await userEvent.keyboard('{Alt>}{ArrowRight}{/Alt}')
  await waitFor(() => expect(heads()).toEqual(['Prénom', 'Nom', 'Ville', 'Portable']))
  expect(await screen.findByText(/^Nom\s: position 2 sur 4\.$/)).toBeTruthy()
  await waitFor(() =>
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Déplacer\u00a0: Nom' })),
  )
})

test('a head sorts, and pages follow one another by what the core says', async () => {
  const many = Array.from({ length: 24 }, (_, index) =>
    listed(index + 1, `ESSAI${String(index).padStart(2, '0')}`),
  )
  const calls = await open({}, many)
  await waitFor(() => expect(screen.getByText('1 à 10 sur 24')).toBeTruthy())
  await userEvent.click(screen.getByRole('button', { name: 'Page suivante' }))
  await waitFor(() => expect(names()[0]).toBe('ESSAI10'))
  await userEvent.click(screen.getByRole('button', { name: 'Page suivante' }))
  expect(await screen.findByText('21 à 24 sur 24')).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Page précédente' }))
  expect(await screen.findByText('11 à 20 sur 24')).toBeTruthy()
  expect(requests(calls, 'list_page').map(({ cursor }) => cursor)).toEqual([null, '10', '20', '10'])
  expect(requests(calls, 'list_count')).toHaveLength(1)
  await userEvent.click(within(table()).getByRole('button', { name: 'Ville' }))
  await waitFor(() =>
    expect(requests(calls, 'list_page').at(-1)).toMatchObject({
      cursor: null,
      query: { sort: { by: { of: 'record', field: 'town' }, descending: false } },
    }),
  )
})

test('nothing leaves without a reason; what left is told with its checksum', async () => {
  const calls = await open({ export_list: (request) => report(request) })
  await forSms()
  const run = await panel().findByRole<HTMLButtonElement>('button', { name: 'Exporter' })
  expect(run.disabled).toBe(true)
  await userEvent.keyboard('{Control>}e{/Control}')
  const why = panel().getByLabelText(/^Motif de l’export/)
  await waitFor(() => expect(document.activeElement).toBe(why))
  expect(requests(calls, 'export_list')).toEqual([])
  await userEvent.type(why, 'Invitation aux vœux')
  await userEvent.type(panel().getByLabelText('Remis à'), 'Passerelle SMS')
  await userEvent.click(panel().getByLabelText('CSV'))
  await userEvent.click(panel().getByRole('button', { name: 'Windows-1252' }))
  await userEvent.keyboard('{Control>}e{/Control}')
  expect(await panel().findByText(HASH)).toBeTruthy()
  expect(requests(calls, 'export_list')).toEqual([
    expect.objectContaining({
      form: { format: 'csv', encoding: 'windows1252' },
      purpose: 'Invitation aux vœux',
      recipient: 'Passerelle SMS',
      language: 'fr',
      title: '',
      path: expect.stringMatching(/^\/tmp\/clients-\d{4}-\d\d-\d\d\.csv$/) as string,
    }),
  ])
  expect(requests(calls, 'export_list')[0]?.query.contact).toEqual({ channel: 'sms', purpose: 'commercial' })
  expect(await violations(document.body)).toEqual([])
  await userEvent.click(panel().getByRole('button', { name: 'Nouvel export' }))
  expect(panel().getByLabelText<HTMLTextAreaElement>(/^Motif de l’export/).value).toBe('Invitation aux vœux')
})

test('labels begin at a label that the sheet has', async () => {
  const calls = await open({ export_list: (request) => report(request) })
  await userEvent.type(panel().getByLabelText(/^Motif de l’export/), 'Vœux')
  await userEvent.click(panel().getByLabelText('Étiquettes'))
  const first = panel().getByLabelText('Première')
  await userEvent.clear(first)
  await userEvent.type(first, '25')
  const run = panel().getByRole<HTMLButtonElement>('button', { name: 'Exporter' })
  expect([first.getAttribute('aria-invalid'), run.disabled]).toEqual(['true', true])
  await userEvent.type(first, '{Backspace}{Backspace}5')
  await userEvent.click(run)
  await waitFor(() =>
    expect(requests(calls, 'export_list')[0]?.form).toEqual({ format: 'labels', sheet: '3x8', start: 5 }),
  )
})

test('an export that is stopped leaves nothing, and says so', async () => {
  let refuse: (reason: unknown) => void = () => {}
  await open({
    export_list: () => new Promise((_, reject) => (refuse = reject)),
    cancel_export: () => {
      refuse(refusal('export_cancelled'))
      return {}
    },
  })
  await userEvent.type(panel().getByLabelText(/^Motif de l’export/), 'Vœux')
  await userEvent.click(panel().getByRole('button', { name: 'Exporter' }))
  await userEvent.click(await panel().findByRole('button', { name: 'Annuler' }))
  expect(await panel().findByText(/^Export annulé/)).toBeTruthy()
})

test('a list is kept by name, found again, and changed under the same name', async () => {
  const calls = await open()
  await forSms()
  await userEvent.click(screen.getByRole('button', { name: 'Enregistrer la sélection' }))
  const dialog = await screen.findByRole('dialog', { name: 'Enregistrer la sélection' })
  await userEvent.type(within(dialog).getByLabelText('Nom'), 'Vœux 2019, SMS{Enter}')
  const menu = await screen.findByRole('button', { name: 'Sélection enregistrée\u00a0: Vœux 2019, SMS' })
  await userEvent.click(screen.getByRole('switch', { name: 'Afficher les inactifs' }))
  await screen.findByRole('button', { name: /Vœux 2019, SMS, modifiée$/ })
  await userEvent.click(menu)
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Nouvelle sélection' }))
  await waitFor(() => expect(names()).toHaveLength(5))
  await userEvent.click(screen.getByRole('button', { name: /^Sélection enregistrée/ }))
  await userEvent.click(await screen.findByRole('menuitemradio', { name: 'Vœux 2019, SMS' }))
  await waitFor(() => expect(names()).toEqual(['ALBERTINI', 'BONNET']))
  await userEvent.click(screen.getByRole('button', { name: 'Enregistrer la sélection' }))
  const again = await screen.findByRole('dialog', { name: 'Enregistrer la sélection' })
  await userEvent.click(within(again).getByRole('button', { name: 'Enregistrer' }))
  await waitFor(() => expect(requests(calls, 'save_list')).toHaveLength(2))
  expect(requests(calls, 'save_list').map(({ id }) => id)).toEqual([null, 1])
})

test('a list that was changed takes its own place without a question, and is renamed as it was saved', async () => {
  const calls = await open()
  await forSms()
  await userEvent.click(screen.getByRole('button', { name: 'Enregistrer la sélection' }))
  const dialog = await screen.findByRole('dialog', { name: 'Enregistrer la sélection' })
  await userEvent.type(within(dialog).getByLabelText('Nom'), 'Vœux{Enter}')
  await screen.findByRole('button', { name: /: Vœux$/ })
  await userEvent.click(screen.getByRole('switch', { name: 'Afficher les inactifs' }))
  await userEvent.click(await screen.findByRole('button', { name: 'Enregistrer' }))
  await screen.findByRole('button', { name: /: Vœux$/ })
  expect(screen.queryByRole('dialog')).toBeNull()
  await userEvent.click(screen.getByRole('switch', { name: 'Afficher les inactifs' }))
  await userEvent.click(await screen.findByRole('button', { name: /Vœux, modifiée$/ }))
  await userEvent.click(await screen.findByRole('menuitem', { name: /^Renommer/ }))
  const renaming = within(await screen.findByRole('dialog', { name: 'Renommer la sélection' }))
  const name = renaming.getByLabelText<HTMLInputElement>('Nom')
  expect(name.value).toBe('Vœux')
  await userEvent.clear(name)
  await userEvent.type(name, 'Vœux 2019{Enter}')
  await screen.findByRole('button', { name: /: Vœux 2019, modifiée$/ })
  expect(
    requests(calls, 'save_list').map(({ id, name: of, query }) => [id, of, query.include_inactive]),
  ).toEqual([
    [null, 'Vœux', false],
    [1, 'Vœux', true],
    [1, 'Vœux 2019', true],
  ])
})

test('a name that another list bears is refused where it is typed', async () => {
  await open({
    saved_lists: () => [savedList(1, 'Vœux')],
    save_list: () => {
      throw refusal('name_taken')
    },
  })
  await userEvent.click(screen.getByRole('button', { name: /^Sélection enregistrée/ }))
  await userEvent.click(await screen.findByRole('menuitemradio', { name: 'Vœux' }))
  await userEvent.click(screen.getByRole('button', { name: /^Sélection enregistrée/ }))
  await userEvent.click(await screen.findByRole('menuitem', { name: /^Renommer/ }))
  const dialog = within(await screen.findByRole('dialog', { name: 'Renommer la sélection' }))
  await userEvent.click(dialog.getByRole('button', { name: 'Enregistrer' }))
  await waitFor(() => expect(dialog.getByLabelText('Nom').getAttribute('aria-invalid')).toBe('true'))
})

test('the manager code is asked for before a place is chosen', async () => {
  const steps: string[] = []
  let given = false
  answering(
    {
      ...listCore(CLIENTS),
      manager: () => ({ set: true, unlocked_until: null, wait: 0 }),
      export_list: (request) => report(request),
    },
    { pick_new_document: ({ suggested }) => (steps.push('place'), `/tmp/${String(suggested)}`) },
  )
  const lift = whenCodeNeeded(() => {
    steps.push('code')
    return Promise.resolve(given)
  })
  render(EditionPage)
  await userEvent.type(panel().getByLabelText(/^Motif de l’export/), 'Vœux')
  const run = () => userEvent.click(panel().getByRole('button', { name: 'Exporter' }))
  await run()
  await waitFor(() => expect(steps).toEqual(['code']))
  given = true
  await run()
  expect(await panel().findByText(HASH)).toBeTruthy()
  expect(steps).toEqual(['code', 'code', 'place'])
  lift()
})

test('Ctrl+Entrée reads the list again', async () => {
  const calls = await open()
  await waitFor(() => expect(requests(calls, 'list_count')).toHaveLength(1))
  await userEvent.keyboard('{Control>}{Enter}{/Control}')
  await waitFor(() => expect(requests(calls, 'list_count')).toHaveLength(2))
  expect(requests(calls, 'list_page')).toHaveLength(2)
})

test('nothing is exported while a condition is not whole, and labels are for writing by post', async () => {
  const calls = await open()
  await userEvent.type(panel().getByLabelText(/Motif de l’export/), 'Relance')
  await userEvent.click(screen.getByRole('button', { name: 'Ajouter une condition' }))
  expect(await panel().findByText(/Complétez ou retirez 1 condition avant d’exporter/)).toBeTruthy()
  expect(panel().getByRole<HTMLButtonElement>('button', { name: 'Exporter' }).disabled).toBe(true)
  await userEvent.keyboard('{Control>}e{/Control}')
  expect(requests(calls, 'export_list')).toHaveLength(0)
  const labels = () => panel().getByRole<HTMLInputElement>('radio', { name: /Étiquettes/ })
  await userEvent.click(labels())
  await forSms()
  expect(labels().disabled).toBe(true)
  expect(panel().getByRole<HTMLInputElement>('radio', { name: /XLSX|Excel/ }).checked).toBe(true)
})

test('another column or order counts nobody again', async () => {
  const calls = await open()
  await waitFor(() => expect(requests(calls, 'list_count')).toHaveLength(1))
  await userEvent.click(within(table()).getByRole('button', { name: 'Ville' }))
  await waitFor(() => expect(requests(calls, 'list_page').length).toBeGreaterThan(1))
  expect(await panel().findByRole('heading', { name: /Exporter 5/ })).toBeTruthy()
  expect(requests(calls, 'list_count')).toHaveLength(1)
})
