// The reminders of what is due stand beside the search and never before it: their script and their questions come at leisure.
import type { Component } from 'svelte'
import { later } from '$lib/later'

/** How long after the search is shown, in milliseconds: the first keystroke goes before it. */
const LEISURE = 400

let reminders = $state.raw<Component | null>(null)

export const due = {
  /** Null until they were fetched; then at once. */
  get reminders(): Component | null {
    return reminders
  },
  /** Fetches them once the page has been there for a moment, unless the returned function is called before. */
  fetch(): () => void {
    const timer = setTimeout(() => {
      // Reminders are a comfort: the search does without.
      later(import('./Reminders.svelte')).then(
        (script) => (reminders = script.default),
        () => undefined,
      )
    }, LEISURE)
    return () => clearTimeout(timer)
  },
}
