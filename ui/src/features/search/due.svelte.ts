// The reminder of actions that are due stands beside the search and never before it: its script and its question come at leisure.
import type { Component } from 'svelte'
import { later } from '$lib/later'

/** How long after the search is shown, in milliseconds: the first keystroke goes before it. */
const LEISURE = 400

let reminder = $state.raw<Component | null>(null)

export const due = {
  /** Null until it was fetched; then at once. */
  get reminder(): Component | null {
    return reminder
  },
  /** Fetches it once the page has been there for a moment, unless the returned function is called before. */
  fetch(): () => void {
    const timer = setTimeout(() => {
      // A reminder is a comfort: the search does without.
      later(import('./DueReminder.svelte')).then(
        (script) => (reminder = script.default),
        () => undefined,
      )
    }, LEISURE)
    return () => clearTimeout(timer)
  },
}
