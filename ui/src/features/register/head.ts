// Seals as people read and copy them: in groups of four, whatever stands between the digits.

/** « 9f3c 41d0 … » */
export const grouped = (hex: string): string => hex.match(/.{1,4}/g)?.join(' ') ?? ''

/** The 64 digits of a seal that was typed or pasted, or null where it is not one. */
export function typedHead(text: string): string | null {
  const hex = text.replace(/[\s\u2026.·-]/g, '').toLowerCase()
  return /^[0-9a-f]{64}$/.test(hex) ? hex : null
}
