/** Puts text on the clipboard. Says whether it worked. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    // Some system web views give the clipboard to a selection only.
    const area = document.createElement('textarea')
    area.className = 'sr'
    area.value = text
    ;(document.querySelector('dialog[open]') ?? document.body).append(area)
    const focused = document.activeElement
    area.select()
    const done = document.execCommand('copy')
    area.remove()
    if (focused instanceof HTMLElement) focused.focus()
    return done
  }
}
