// Where the fields of a template ended up in the text that was made of it, so that they can be marked.

export interface Part {
  text: string
  /** Whether a field, or the program, put it there. */
  merged: boolean
}

const FIELD = /\{[^{}]*\}/

/** A stretch as it may stand: where a field holds nothing, the space beside it goes with it. */
const forms = (stretch: string) => [
  ...new Set([stretch, stretch.trimStart(), stretch.trimEnd(), stretch.trim()]),
]

/** Where a stretch begins, and how much of the text it takes; null where it is not. */
function find(stretch: string, text: string, from: number): { at: number; length: number } | null {
  for (const form of forms(stretch)) {
    const at = text.indexOf(form, from)
    if (at >= 0) return { at, length: form.length }
  }
  return null
}

/**
 * The merged text in parts. Each stretch of the template between two fields is looked for after the one before it: what lies
 * between them came from a field, and what follows the last one was added. Fields side by side are one part. A text in which
 * a stretch is not found is one part, unmarked.
 */
export function partsOf(template: string, merged: string): Part[] {
  const whole = [{ text: merged, merged: false }]
  const [first = '', ...others] = template.split(FIELD)
  const opening = forms(first).find((form) => merged.startsWith(form))
  if (opening === undefined) return whole
  const parts: Part[] = [{ text: opening, merged: false }]
  let at = opening.length
  for (const stretch of others) {
    if (stretch.trim() === '') continue
    const found = find(stretch, merged, at)
    if (found === null) return whole
    const end = found.at + found.length
    parts.push(
      { text: merged.slice(at, found.at), merged: true },
      { text: merged.slice(found.at, end), merged: false },
    )
    at = end
  }
  parts.push({ text: merged.slice(at), merged: true })
  return parts.filter((part) => part.text !== '')
}

/** The names between braces, in their order, each once, whatever their case and accents. */
export function fieldsOf(template: string): string[] {
  const names = [...template.matchAll(/\{([^{}]*)\}/g)].map((match) => plain(match[1] ?? ''))
  return [...new Set(names)]
}

/** A field's name as the core reads it. */
export const plain = (name: string) => name.trim().normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
