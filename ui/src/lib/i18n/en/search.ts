import type { search as source } from '../fr/search'
import { en } from '../locale'

const records = (count: number) => en.counted(count, 'record', 'records')

export const search: typeof source = {
  title: 'Search for a client',
  placeholder: 'Name, town, phone or email',
  duplicates: 'Duplicates',
  newRecord: 'New record',
  results: 'Results',
  count: (count) => records(count),
  countOver: (count) => `more than ${en.number(count)} records`,
  forText: (text) => `for “${text}”`,
  firstShown: (count) =>
    `${en.plural(count, 'The first is shown', `The first ${en.number(count)} are shown`)}. Narrow the search.`,
  inFile: (count) => `${records(count)} in the file`,
  ofWhichInactive: (count) => `of which ${en.number(count)} inactive`,
  hidden: (count) =>
    count === 0
      ? 'No inactive record hidden'
      : en.counted(count, 'inactive record hidden', 'inactive records hidden'),
  hiddenOver: (count) => `more than ${en.number(count)} inactive records hidden`,
  shown: (count) =>
    count === 0
      ? 'No inactive record found'
      : en.counted(count, 'inactive record shown', 'inactive records shown'),
  shownSome: 'Inactive records shown',
  showInactive: 'Show inactive',
  recent: 'Recently opened',
  subscription: (number) => `subscription ${number}`,
  filters: {
    type: 'Type',
    anyType: 'All types',
    town: 'Town',
    anyTown: 'All',
    labelled: (label, value) => `${label}: ${value}`,
    remove: (value) => `Remove the filter “${value}”`,
    set: (values) => `The search is filtered: ${values}.`,
    widen: 'Remove the filters',
    beginning: 'Beginning of the town',
    noTown: 'No town',
    moreTowns: 'Type the beginning of its name to see other towns.',
  },
  columns: { name: 'Name', town: 'Town', phone: 'Phone', email: 'Email', type: 'Type' },
  nothing: (text) => `No record for “${text}”`,
  nothingFiltered: 'No record with this filter',
  nothingAdvice: 'Check the spelling, or create the record.',
  nothingShown: (text) => `No active record for “${text}”`,
  nothingShownFiltered: 'No active record with this filter',
  nothingShownAdvice: (count) =>
    en.counted(count, 'inactive record matches', 'inactive records match') + ' the search.',
  near: (text, names) => `No record for “${text}”. Near names: ${names}.`,
  create: (text) => `Create the record “${text}”`,
  emptyFile: 'This file holds no record yet',
  emptyFileAdvice: 'Import your clients, or create the first record.',
  importClients: 'Import clients',
  noRecent: 'Find a client in two or three letters',
  noRecentTips: [
    { typed: 'dup', finds: 'the start of the name, first name or company' },
    { typed: '71 10', finds: 'the last digits of the phone' },
    { typed: 'meymac', finds: 'the town, or the postcode' },
    { typed: '412', finds: 'the number of a client or a subscription' },
  ],
  preview: 'Record preview',
  openRecord: 'Open the record',
  copyNumber: (phone) => `Copy ${phone}`,
  lastContact: 'Last contact from the client',
  toDo: 'To do',
  nothingToDo: 'nothing',
  lastExchanges: 'Latest exchanges',
  noExchange: 'No exchange',
  exchanges: {
    movement: {
      bought: (what) => `Purchase: ${what}`,
      received: (what) => `Repair received: ${what}`,
      in_workshop: (what) => `Repair in workshop: ${what}`,
      ready: (what) => `Repair ready: ${what}`,
      returned: (what) => `Repair returned: ${what}`,
      held: (what) => `Deposit: ${what}`,
      given_back: (what) => `Deposit given back: ${what}`,
    },
    invoice: (number, total) => `Invoice ${number}, ${total}`,
    credit: (number, total) => `Credit note ${number}, ${total}`,
    sms: (template) => `SMS sent: ${template}`,
    mail: (template) => `Email sent: ${template}`,
  },
}
