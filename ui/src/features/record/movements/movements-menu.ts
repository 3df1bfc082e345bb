// The (…) menu of « Mouvements »: what is added, then the table on paper and as CSV, as it is shown.
import type { ExportedMovements } from '$lib/api'
import { t } from '$lib/i18n'
import { KINDS } from '$lib/movements/marks'
import type { MenuItem } from '$lib/ui/menu'
import { printTable } from '../print-table'
import type { Asked } from './MovementDialogs.svelte'

export const movementsMenu = (
  table: ExportedMovements,
  empty: boolean,
  ask: (asked: Asked) => void,
): MenuItem[] => [
  ...KINDS.map((kind) => ({
    label: t.movements.addKind[kind],
    icon: 'plus' as const,
    run: () => ask({ what: 'edit', kind, movement: null }),
  })),
  {
    label: t.movements.print,
    icon: 'printer',
    separated: true,
    disabled: empty,
    run: () => void printTable(table),
  },
  {
    label: t.movements.export,
    icon: 'file-spreadsheet',
    disabled: empty,
    run: () => ask({ what: 'export', table }),
  },
]
