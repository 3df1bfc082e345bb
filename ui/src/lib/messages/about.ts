// Which question of the record a message is about, and which one would let it leave.
import type { Channel, IndicatorState, MessagePurpose, MessageVerdict } from '$lib/api'

/**
 * The questions of a channel that a message may be about. What asks is about an open one first, what confirms about one that
 * was answered with a yes.
 */
export function abouts(
  indicators: IndicatorState[],
  channel: Channel,
  asks: boolean,
): { value: string; label: string }[] {
  const last = (one: IndicatorState) => ((one.state === 'granted') === asks ? 1 : 0)
  return indicators
    .filter((one) => one.channel === channel && one.suits && one.visible)
    .toSorted((a, b) => last(a) - last(b))
    .map((one) => ({ value: String(one.indicator), label: one.name }))
}

/** The question to which a message needs a yes. */
export function neededIndicator(
  { channel, purpose }: { channel: Channel; purpose: MessagePurpose },
  indicators: IndicatorState[],
): IndicatorState | null {
  return indicators.find((one) => one.channel === channel && one.purpose === purpose && one.suits) ?? null
}

/** The question to ask so that the gate may say yes: only where it was never asked. A no is not asked about again. */
export function wantedIndicator(
  message: { channel: Channel; purpose: MessagePurpose },
  verdict: MessageVerdict,
  indicators: IndicatorState[],
): IndicatorState | null {
  return verdict.reasons.includes('never_asked') ? neededIndicator(message, indicators) : null
}
