// Amounts in euros, as people type them: « 49 », « 49,90 », « 1 250,5 € ». The core keeps cents.

/** The amount in cents; null for nothing, undefined where it cannot be read. */
export function readAmount(text: string): number | null | undefined {
  const typed = text.replace(/[\s\u00a0\u202f€]/g, '').replace(',', '.')
  if (typed === '') return null
  if (!/^\d{1,9}(\.\d{0,2})?$/.test(typed)) return undefined
  const [euros = '', cents = ''] = typed.split('.')
  return Number(euros) * 100 + Number(cents.padEnd(2, '0'))
}

/** As it is typed: 4990 → « 49,90 ». Empty for nothing. */
export function typedAmount(cents: number | null): string {
  if (cents === null) return ''
  const rest = cents % 100
  const euros = String(Math.floor(cents / 100))
  return rest === 0 ? euros : `${euros},${String(rest).padStart(2, '0')}`
}
