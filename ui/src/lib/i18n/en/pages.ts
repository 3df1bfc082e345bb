import type { pages as source } from '../fr/pages'
import { administration } from './administration'
import { campaigns } from './campaigns'
import { carriers } from './carriers'
import { consents } from './consents'
import { duplicates } from './duplicates'
import { edition } from './edition'
import { exports } from './exports'
import { faults } from './faults'
import { fields } from './fields'
import { imports } from './imports'
import { journal } from './journal'
import { labels } from './labels'
import { manager } from './manager'
import { messages } from './messages'
import { movements } from './movements'
import { record } from './record'
import { register } from './register'
import { reminders } from './reminders'
import { removal } from './removal'
import { replies } from './replies'
import { rules } from './rules'
import { start } from './start'
import { subscriptions } from './subscriptions'
import { tariffs } from './tariffs'
import { verify } from './verify'

export const pages: typeof source = {
  administration,
  campaigns,
  carriers,
  consents,
  duplicates,
  edition,
  exports,
  faults,
  fields,
  imports,
  journal,
  labels,
  manager,
  messages,
  movements,
  record,
  register,
  reminders,
  removal,
  replies,
  rules,
  start,
  subscriptions,
  tariffs,
  verify,
}
