// The menu of an offer: what can be done depends on whether it is still sold and on where it stands.
import { t } from '$lib/i18n'
import type { MenuItem } from '$lib/ui/menu'

interface Line {
  archived: boolean
  first: boolean
  last: boolean
  edit: () => void
  price: () => void
  archive: () => void
  shift: (by: number) => void
}

/** What can be done with an offer. */
export function offerMenu({ archived, first, last, edit, price, archive, shift }: Line): MenuItem[] {
  const words = t.administration
  const moves: MenuItem[] = [
    { label: words.moveUp, icon: 'arrow-up', keys: ['Alt', '↑'], disabled: first, run: () => shift(-1) },
    { label: words.moveDown, icon: 'arrow-down', keys: ['Alt', '↓'], disabled: last, run: () => shift(1) },
  ]
  return [
    { label: t.tariffs.edit, icon: 'pencil', keys: ['F2'], run: edit },
    { label: t.tariffs.addTariff, icon: 'plus', run: price },
    ...(archived ? [] : moves),
    archived
      ? { label: t.tariffs.sellAgain, icon: 'undo-2', separated: true, run: archive }
      : {
          label: t.tariffs.archive,
          icon: 'archive',
          keys: [t.common.deleteKey],
          separated: true,
          run: archive,
        },
  ]
}
