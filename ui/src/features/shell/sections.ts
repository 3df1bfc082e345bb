// The sections of the program, in the order of the rail and of their keys Alt+1, Alt+2 …
import { t } from '$lib/i18n/first'
import type { Page } from '$lib/state/router.svelte'
import type { IconName } from '$lib/ui/icons'

interface Section {
  page: Page & { name: 'clients' | 'edition' | 'imports' | 'messages' | 'register' | 'administration' }
  icon: IconName
  label: string
}

export const sections = (): Section[] => [
  { page: { name: 'clients' }, icon: 'users', label: t.shell.clients },
  { page: { name: 'edition' }, icon: 'table-properties', label: t.shell.edition },
  { page: { name: 'imports' }, icon: 'file-up', label: t.shell.imports },
  { page: { name: 'messages' }, icon: 'send', label: t.shell.messages },
  { page: { name: 'register' }, icon: 'book-lock', label: t.shell.register },
  { page: { name: 'administration' }, icon: 'sliders-horizontal', label: t.shell.administration },
]
