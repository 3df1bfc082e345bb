import type { first as source } from '../fr/first'
import { common } from './common'
import { contact } from './contact'
import { errors, problems } from './errors'
import { search } from './search'
import { shell } from './shell'

export const first: typeof source = {
  common,
  contact,
  errors,
  problems,
  search,
  shell,
}
