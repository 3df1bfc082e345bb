/** Puts the keyboard into a field, on all that stands there. */
export function selectAll(input: HTMLInputElement | null | undefined): void {
  input?.focus()
  input?.select()
}

/** The same for one field of a form, by its name. */
export function focusField(form: HTMLElement | null, field: string): void {
  selectAll(form?.querySelector<HTMLInputElement>(`[data-field="${field}"]`))
}
