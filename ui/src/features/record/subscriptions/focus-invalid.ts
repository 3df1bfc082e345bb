// After a refusal the keyboard goes to what must be mended.
import { tick } from 'svelte'

/** Leads the keyboard to the first field that stands in the way, once it says so. */
export async function focusInvalid(root: HTMLElement | null): Promise<void> {
  await tick()
  root?.querySelector<HTMLElement>('[aria-invalid]')?.focus()
}
