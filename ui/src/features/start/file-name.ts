// Where a new shop file goes: a file name made from the shop's name, valid on Windows, macOS and Linux alike, in the folder that the core proposes.
import { unquoted } from '$lib/paths'

const RESERVED = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])$/
const LONGEST = 60
const LETTERS: Record<string, string> = { œ: 'oe', æ: 'ae', ß: 'ss', ł: 'l', ø: 'o', đ: 'd', ð: 'd', þ: 'th' }

/** « Bijouterie Cœur d’Or & Fils » → `bijouterie-coeur-d-or-fils`. Never empty, never a device name of Windows, at most 60 characters. */
export function fileSlug(shopName: string): string {
  const slug = shopName
    .toLowerCase()
    .replace(/[œæßłøđðþ]/g, (letter) => LETTERS[letter] ?? letter)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST)
    .replace(/^-+|-+$/g, '')
  if (slug === '') return 'boutique'
  return RESERVED.test(slug) ? `boutique-${slug}` : slug
}

/** The separator that this folder's path already uses: `\` for `C:\…` and `\\server\…`, `/` otherwise. */
function separatorOf(folder: string): string {
  return /^([a-z]:|\\\\)/i.test(folder) || (folder.includes('\\') && !folder.includes('/')) ? '\\' : '/'
}

/** The path proposed for a new shop file. */
export function suggestedPath(folder: string, shopName: string): string {
  const separator = separatorOf(folder)
  const base = folder.endsWith(separator) || folder === '' ? folder : folder + separator
  return `${base}${fileSlug(shopName)}.ecrin`
}

/** The path as it will be created: trimmed, without quotes pasted from a file manager, ending in `.ecrin`. */
export function shopPath(typed: string): string {
  const path = unquoted(typed)
  return path === '' || /\.ecrin$/i.test(path) ? path : `${path}.ecrin`
}
