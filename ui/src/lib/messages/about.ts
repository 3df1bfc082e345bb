// Which question of the record a message is about, and which one would let it leave.
import type { Channel, IndicatorState, Message, VerdictReport } from '$lib/api'

/** The questions of a channel that a message may be about, those still open first. */
export function abouts(indicators: IndicatorState[], channel: Channel): { value: string; label: string }[] {
  const open = (one: IndicatorState) => (one.state === 'granted' ? 1 : 0)
  return indicators
    .filter((one) => one.channel === channel && one.suits && one.visible)
    .toSorted((a, b) => open(a) - open(b))
    .map((one) => ({ value: String(one.indicator), label: one.name }))
}

/** The question to ask so that the gate may say yes: only where it was never asked. A no is not asked about again. */
export function wantedIndicator(
  verdict: VerdictReport | null,
  indicators: IndicatorState[],
): IndicatorState | null {
  if (verdict === null || !verdict.reasons.includes('never_asked')) return null
  return (
    indicators.find(
      ({ channel, purpose, suits }) => channel === verdict.channel && purpose === verdict.purpose && suits,
    ) ?? null
  )
}

/** The question that a blocked message lacks a yes to. */
export function lackingIndicator(message: Message, indicators: IndicatorState[]): IndicatorState | null {
  return (
    indicators.find(
      ({ channel, purpose, suits }) => channel === message.channel && purpose === message.purpose && suits,
    ) ?? null
  )
}
