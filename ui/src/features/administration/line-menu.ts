// The menu of a line that can be renamed, moved and removed.
import { t } from '$lib/i18n'
import type { MenuItem } from '$lib/ui/menu'

interface Line {
  first: boolean
  last: boolean
  rename: () => void
  shift: (by: number) => void
  remove: () => void
}

/** What can be done with a line of a list. */
export function lineMenu({ first, last, rename, shift, remove }: Line): MenuItem[] {
  const words = t.administration
  return [
    { label: words.rename, icon: 'pencil', keys: ['F2'], run: rename },
    { label: words.moveUp, icon: 'arrow-up', keys: ['Alt', '↑'], disabled: first, run: () => shift(-1) },
    { label: words.moveDown, icon: 'arrow-down', keys: ['Alt', '↓'], disabled: last, run: () => shift(1) },
    {
      label: words.remove,
      icon: 'trash-2',
      keys: [t.common.deleteKey],
      danger: true,
      separated: true,
      run: remove,
    },
  ]
}
