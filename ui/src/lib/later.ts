// What is not on the first screen is fetched when it is needed. It may bring words that are yet to be fetched in the language of the
// moment, and it wears more than the first screen does.
import { language } from '$lib/i18n/first'

/** Resolves once a page or a dialog can be shown as it shall be: `later(import('./Page.svelte'))`. */
export async function later<T>(script: Promise<T>): Promise<T> {
  const [component] = await Promise.all([script, import('$lib/styles/pages.css')])
  await language.ready()
  return component
}
