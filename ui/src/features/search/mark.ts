// Which part of a text the search matched. It folds as the core does (accents, case, œ, ß, ł), so that « lefe » marks
// LEFÈ in LEFÈVRE, and matches where the core matches: at the beginning of words, and anywhere in a phone number.

export interface Segment {
  text: string
  hit: boolean
}

const LETTERS: Record<string, string> = {
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
}

/** The characters as the eye counts them: a letter with the marks that combine with it. */
const charactersOf = (text: string): string[] => {
  if (/^[\0-\u007f]*$/.test(text)) return text.split('')
  return text.match(/\P{M}\p{M}*|\p{M}+/gu) ?? []
}

/** One character without accent or case; may be longer than one (œ). */
function foldCharacter(character: string): string {
  // Nearly every character is plain, and folding runs on every row at every keystroke.
  if (character <= '\u007f') return character.toLowerCase()
  const plain = character.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  return LETTERS[plain] ?? plain
}

/** The folded text, and for each of its units the character of the source that it comes from. */
function foldWithOrigins(characters: string[]): { folded: string; origins: number[] } {
  let folded = ''
  const origins: number[] = []
  characters.forEach((character, index) => {
    const plain = foldCharacter(character)
    folded += plain
    for (let unit = 0; unit < plain.length; unit++) origins.push(index)
  })
  return { folded, origins }
}

const isWordCharacter = (character: string | undefined) =>
  character !== undefined && /[\p{L}\p{N}]/u.test(character)

/** The words of a query as the core cuts them: runs of letters and digits. */
export function tokens(query: string): string[] {
  const { folded } = foldWithOrigins(charactersOf(query))
  return folded.match(/[\p{L}\p{N}]+/gu) ?? []
}

function segments(characters: string[], hits: boolean[]): Segment[] {
  const found: Segment[] = []
  characters.forEach((character, index) => {
    const hit = hits[index] ?? false
    const last = found.at(-1)
    if (last && last.hit === hit) last.text += character
    else found.push({ text: character, hit })
  })
  return found
}

/** Cuts a text into parts that the query's words begin, and the rest. */
export function markWords(text: string, query: string): Segment[] {
  const characters = charactersOf(text)
  const { folded, origins } = foldWithOrigins(characters)
  const hits: boolean[] = []
  for (const token of tokens(query)) {
    for (let at = folded.indexOf(token); at >= 0; at = folded.indexOf(token, at + 1)) {
      if (isWordCharacter(folded[at - 1])) continue
      for (let unit = at; unit < at + token.length; unit++) hits[origins[unit] ?? 0] = true
    }
  }
  return segments(characters, hits)
}

/** The same for an e-mail address, of which only the part before the @ is searched. */
export function markEmail(email: string, query: string): Segment[] {
  const at = email.indexOf('@')
  if (at < 0) return markWords(email, query)
  return [...markWords(email.slice(0, at), query), { text: email.slice(at), hit: false }]
}

/** The digits of a query that is a phone number or the beginning or end of one; else nothing. */
export function phoneDigits(query: string): string {
  if (!/^[\d\s.+()/-]+$/.test(query)) return ''
  return query.replace(/\D/g, '').replace(/^(00)?33/, '0')
}

/** Cuts a phone number into the digits that were typed, in any format, and the rest. */
export function markPhone(phone: string, query: string): Segment[] {
  const characters = [...phone]
  const wanted = phoneDigits(query)
  const places = characters.flatMap((character, index) => (/\d/.test(character) ? [index] : []))
  const digits = places.map((index) => characters[index]).join('')
  const at = wanted.length < 2 ? -1 : digits.indexOf(wanted)
  if (at < 0) return segments(characters, [])
  const first = places[at] ?? 0
  const last = places[at + wanted.length - 1] ?? 0
  return segments(
    characters,
    characters.map((_, index) => index >= first && index <= last),
  )
}

/** The number to show for a row: the one that matches the query, else the mobile, else the other. */
export function shownPhone(row: { phone: string; mobile: string }, query: string): string {
  const wanted = phoneDigits(query)
  if (wanted.length >= 2) {
    const match = [row.mobile, row.phone].find((phone) => phone.replace(/\D/g, '').includes(wanted))
    if (match) return match
  }
  return row.mobile || row.phone
}
