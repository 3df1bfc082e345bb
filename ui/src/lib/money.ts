// Money as the shop's papers write it, and as people type it. Amounts are cents everywhere; nothing is computed from them here.
import { language } from '$lib/i18n/first'

const NBSP = '\u00a0'
const GROUP = '\u202f'

/** « 1 234,50 € », « €1,234.50 »; a minus in front of what goes back. */
export function euros(cents: number): string {
  const sign = cents < 0 ? '\u2212' : ''
  const amount = Math.abs(cents)
  const rest = String(amount % 100).padStart(2, '0')
  const french = language.current === 'fr'
  const whole = String(Math.floor(amount / 100)).replace(/\B(?=(\d{3})+$)/g, french ? GROUP : ',')
  return french ? `${sign}${whole},${rest}${NBSP}€` : `${sign}€${whole}.${rest}`
}

/** An amount as one would type it: « 1234,50 », « 1234.50 »; empty for none. */
export function typedEuros(cents: number | null): string {
  if (cents === null) return ''
  const amount = Math.abs(cents)
  const point = language.current === 'fr' ? ',' : '.'
  return `${cents < 0 ? '-' : ''}${Math.floor(amount / 100)}${point}${String(amount % 100).padStart(2, '0')}`
}

/**
 * The cents of a typed amount, « 49 », « 49,5 », « 12, », « 1 234,50 € », with a comma or a point in both languages; null when it is none.
 * How much is too much is for the core to say: up to nine digits are read.
 */
export function readEuros(typed: string): number | null {
  const [, whole, cents = ''] = /^€?(\d{1,9})(?:[.,](\d{0,2}))?€?$/.exec(typed.replace(/\s/g, '')) ?? []
  return whole === undefined ? null : Number(whole) * 100 + Number(cents.padEnd(2, '0'))
}

/** The cents of a typed amount that may be below zero, « -0,01 », as what a client is due to be given back; else as `readEuros`. */
export function readBalance(typed: string): number | null {
  const [, minus, amount = ''] = /^\s*([-\u2212]?)(.*)$/s.exec(typed) ?? []
  const cents = readEuros(amount)
  return cents !== null && cents > 0 && minus ? -cents : cents
}

/** « 2,1 % » for 210 hundredths of a per cent. */
export function percent(hundredths: number): string {
  const number = String(hundredths / 100)
  return language.current === 'fr' ? `${number.replace('.', ',')}${NBSP}%` : `${number}%`
}
