// Origins are one comma-separated text in the record and tags on the screen.

export function splitOrigins(text: string): string[] {
  return text
    .split(',')
    .map((origin) => origin.trim())
    .filter(Boolean)
}

/** Adds an origin unless it is there already, whatever its case. */
export function addOrigin(text: string, origin: string): string {
  const all = splitOrigins(text)
  const wanted = origin.replaceAll(',', ' ').trim()
  const known = all.some((other) => other.localeCompare(wanted, 'fr', { sensitivity: 'base' }) === 0)
  return (wanted === '' || known ? all : [...all, wanted]).join(', ')
}

export function removeOrigin(text: string, origin: string): string {
  return splitOrigins(text)
    .filter((other) => other !== origin)
    .join(', ')
}
