// The (…) menu of a record: only what exists.
import type { ClientRecord, ContactType, UndoState } from '$lib/api'
import { t } from '$lib/i18n'
import type { MenuItem } from '$lib/ui/menu'
import { envelope } from './address'

export interface RecordActions {
  edit: () => void
  copy: (text: string) => void
  changeType: (type: ContactType) => void
  print: () => void
  restrict: () => void
  merge: () => void
  remove: () => void
  undo: () => void
}

export function recordMenu(record: ClientRecord, undo: UndoState | null, actions: RecordActions): MenuItem[] {
  const { client } = record
  const types = (Object.keys(t.common.types) as ContactType[]).map((type) => ({
    label: t.common.types[type],
    checked: type === client.type,
    run: () => {
      if (type !== client.type) actions.changeType(type)
    },
  }))
  const copies: MenuItem[] = [
    { label: t.record.copyAddress, icon: 'copy', run: () => actions.copy(envelope(client).join('\n')) },
  ]
  if (client.mobile) {
    copies.push({ label: t.record.copyMobile, icon: 'smartphone', run: () => actions.copy(client.mobile) })
  }
  if (client.email) {
    copies.push({ label: t.record.copyEmail, icon: 'mail', run: () => actions.copy(client.email) })
  }
  const undoing: MenuItem[] =
    undo === null
      ? []
      : [
          {
            label: t.record.undoLast(t.journal.operations[undo.operation], undo.name),
            icon: 'undo-2',
            keys: [t.common.ctrl, 'Z'],
            separated: true,
            run: actions.undo,
          },
        ]
  return [
    { label: t.record.edit, icon: 'pencil', keys: ['F2'], run: actions.edit },
    { label: t.exports.print.menu, icon: 'printer', keys: [t.common.ctrl, 'P'], run: actions.print },
    { label: t.record.changeType, icon: 'user-round-cog', children: types },
    ...copies.map((item, index) => ({ ...item, separated: index === 0 })),
    {
      label: record.restricted_at === null ? t.consents.restrict.menu : t.consents.restrict.lift,
      icon: 'lock',
      separated: true,
      run: actions.restrict,
    },
    { label: t.duplicates.record.menu, icon: 'users', run: actions.merge },
    ...undoing,
    { label: t.removal.menu, icon: 'trash-2', danger: true, separated: true, run: actions.remove },
  ]
}
