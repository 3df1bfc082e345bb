// Keyboard shortcuts. Letters are matched by what the key writes (Ctrl+Z is where the Z is printed, also on AZERTY);
// digits by where the key is, because an AZERTY keyboard writes "&" where the 1 is.

export interface Shortcut {
  /** « k », « F2 », « Escape » as in KeyboardEvent.key, or a digit « 1 » to « 9 ». */
  key: string
  ctrl?: boolean
  alt?: boolean
  /** Whether it also works while a field has the focus. Shortcuts with Ctrl, Alt and function keys do by default. */
  inFields?: boolean
  run: (event: KeyboardEvent) => void
}

const layers: Shortcut[][] = []

/** Whether typing belongs to the element: a text field, a list of choices, or something editable. */
export function isField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input:not([type=checkbox], [type=radio]), select, textarea'))
  )
}

export function matches(shortcut: Shortcut, event: KeyboardEvent): boolean {
  const ctrl = event.ctrlKey || event.metaKey
  if (ctrl !== (shortcut.ctrl ?? false) || event.altKey !== (shortcut.alt ?? false)) return false
  if (/^\d$/.test(shortcut.key)) {
    return event.code === `Digit${shortcut.key}` || event.code === `Numpad${shortcut.key}`
  }
  return !event.shiftKey && event.key.toLowerCase() === shortcut.key.toLowerCase()
}

function allowedIn(shortcut: Shortcut, target: EventTarget | null): boolean {
  if (!isField(target)) return true
  return shortcut.inFields ?? Boolean(shortcut.ctrl || shortcut.alt || /^F\d/.test(shortcut.key))
}

/** Runs the newest matching shortcut. A dialog that is open keeps the keyboard to itself. */
export function dispatch(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || document.querySelector('dialog[open]')) return
  for (const layer of layers.toReversed()) {
    for (const shortcut of layer) {
      if (!matches(shortcut, event) || !allowedIn(shortcut, event.target)) continue
      event.preventDefault()
      shortcut.run(event)
      return
    }
  }
}

/** Adds shortcuts, ahead of those already there, until the returned function is called. Fit for `$effect`. */
export function shortcuts(layer: Shortcut[]): () => void {
  layers.push(layer)
  return () => {
    const index = layers.indexOf(layer)
    if (index >= 0) layers.splice(index, 1)
  }
}
