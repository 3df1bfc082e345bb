// The towns of those whom the search finds, by the beginning of their name.
import { call, failure, type SearchTowns } from '$lib/api'
import { latest } from '$lib/state/latest'
import { search } from './search.svelte'

/** More are not read through. */
const LIMIT = 40

/**
 * Asks for one beginning at a time, until the returned function is called: fit for `$effect`. A question that a newer one
 * interrupted is no refusal, and of one that was overtaken or dropped nothing is said.
 */
export function townQuestion(
  show: (answer: SearchTowns, beginning: string) => void,
  refuse: (thrown: unknown) => void,
) {
  const asking = latest<string, SearchTowns>(
    (beginning) => call('search_towns', { search: { ...search.request, limit: LIMIT }, beginning }),
    show,
    (thrown) => {
      if (failure(thrown).code !== 'superseded') refuse(thrown)
    },
  )
  return (beginning: string) => {
    asking.ask(beginning)
    return () => asking.drop()
  }
}
