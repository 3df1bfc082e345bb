import type { manager as source } from '../fr/manager'
import { en } from '../locale'

const seconds = (left: number) => en.counted(left, 'second', 'seconds')
const minutes = (left: number) => en.counted(Math.ceil(left / 60), 'minute', 'minutes')
const wait = (left: number) => (left < 90 ? seconds(left) : minutes(left))

export const manager: typeof source = {
  title: 'Manager code',
  text: 'The shop answers for this action. The code holds for ten minutes; the counter never needs it.',
  code: 'Code',
  give: 'Confirm',
  empty: 'Enter the code.',
  wrong: 'This is not the manager code.',
  waiting: (left) => `Next try in ${wait(left)}.`,
  forgotten: 'Forgotten…',
  forgottenTitle: 'Replace a forgotten code',
  forgottenText: 'With the passphrase of the file you can choose a new code.',
  passphrase: 'Passphrase of the file',
  passphraseWrong: 'This passphrase does not open the file.',
  back: 'Back to the code',
  security: 'Security',
  card: {
    title: 'Manager code',
    text: 'Asked for to export, merge, delete and change settings. Search, records and agreements stay free.',
    none: 'No code: anybody can export, merge, delete and change settings.',
    set: 'A code is set.',
    unlocked: (time) => `Given: it holds until ${time}.`,
    held: (left) => `Too many tries. ${wait(left)} to wait before the next one.`,
    choose: 'Choose a code…',
    change: 'Change the code…',
    remove: 'Remove the code…',
    lock: 'Ask for the code again from now on',
    locked: 'The code will be asked for again',
    rule: 'After three failed tries the wait doubles each time, up to a quarter of an hour. Closing Écrin changes nothing.',
  },
  dialog: {
    choose: 'Choose a code',
    change: 'Change the code',
    remove: 'Remove the code',
    removeText: 'Exporting, merging, deleting and changing settings will no longer ask for anything.',
    removeNow: 'Remove the code',
    current: 'Present code',
    fresh: 'New code',
    freshHelp: '4 to 12 digits, or a word of 4 to 40 characters.',
    repeat: 'The same once more',
    differs: 'The two codes are not the same.',
    set: 'Code saved',
    removed: 'Code removed',
  },
}
