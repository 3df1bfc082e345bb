// The words of the start: the frame, the search, what may go wrong at any moment. They are part of the first script.
import { common } from './common'
import { contact } from './contact'
import { errors, problems } from './errors'
import { search } from './search'
import { shell } from './shell'

export const first = {
  common,
  contact,
  errors,
  problems,
  search,
  shell,
}
