/** Puts the focus into one field of a form, its text selected. */
export function focusField(form: HTMLElement | null, field: string): void {
  const input = form?.querySelector<HTMLInputElement>(`[data-field="${field}"]`)
  input?.focus()
  input?.select()
}
