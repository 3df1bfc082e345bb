// The (…) menu of a record: what is drawn first, in its order, then the rest.
import type { ClientRecord, ContactType, UndoState } from '$lib/api'
import { t } from '$lib/i18n'
import type { MenuItem } from '$lib/ui/menu'
import { envelope } from './address'

interface RecordActions {
  edit: () => void
  copy: (text: string) => void
  changeType: (type: ContactType) => void
  print: () => void
  subscribe: () => void
  terminate: () => void
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
            run: actions.undo,
          },
        ]
  const words = t.subscriptions
  return [
    { label: t.exports.print.menu, icon: 'printer', keys: [t.common.ctrl, 'P'], run: actions.print },
    {
      label: words.create.menu,
      icon: 'circle-plus',
      keys: [t.common.ctrl, 'B'],
      run: actions.subscribe,
    },
    { label: t.record.changeType, icon: 'user-round-cog', children: types },
    { label: words.terminate.menu, icon: 'circle-x', separated: true, run: actions.terminate },
    { label: t.duplicates.record.menu, icon: 'users', run: actions.merge },
    { label: t.record.edit, icon: 'pencil', keys: ['F2'], separated: true, run: actions.edit },
    ...copies,
    {
      label: record.restricted_at === null ? t.consents.restrict.menu : t.consents.restrict.lift,
      icon: 'lock',
      separated: true,
      run: actions.restrict,
    },
    ...undoing,
    { label: t.removal.menu, icon: 'trash-2', danger: true, separated: true, run: actions.remove },
  ]
}
