// What is said of a file that cannot be opened: that it was left as it is, where the message does not say so already.
import type { ErrorCode } from '$lib/api'

/** The messages of the catalogue that already say that the file was left as it was. */
const SAFE: readonly ErrorCode[] = [
  'file_not_ecrin',
  'file_newer',
  'file_corrupt',
  'file_missing',
  'disk_full',
  'internal',
]

export const saysItIsSafe = (code: ErrorCode): boolean => SAFE.includes(code)
