/**
 * The town to show after the postcode changed. One that was typed by hand stays; one that came from the former postcode
 * gives way, to the only town of the new one or, when there are several, to none, so that the user chooses.
 */
export function townAfter(postcode: { former: string[]; present: string[] }, town: string): string {
  const same = (a: string, b: string) => a.localeCompare(b, 'fr', { sensitivity: 'base' }) === 0
  const { former, present } = postcode
  if (present.length === 0 || present.some((name) => same(name, town))) return town
  const replaceable = town.trim() === '' || former.some((name) => same(name, town))
  if (!replaceable) return town
  return present.length === 1 ? (present[0] ?? town) : ''
}
