/** A list of choices does not hand Entrée on to its form: this is for `onkeydown` around those that are to send. */
export const sending = (send: () => void) => (event: KeyboardEvent) => {
  if (event.key !== 'Enter' || !(event.target instanceof HTMLSelectElement)) return
  event.preventDefault()
  send()
}
