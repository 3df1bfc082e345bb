// The indicators of a record under the headings of the RGPD tab.
import type { Channel, IndicatorState } from '$lib/api'

export type GroupName = Channel | 'newsletter' | 'b2b' | 'partners'

export interface Group {
  name: GroupName
  indicators: IndicatorState[]
}

const ORDER: GroupName[] = ['sms', 'mail', 'postal', 'phone', 'newsletter', 'b2b', 'partners']

/** Newsletter, trade and partners have headings of their own; everything else stands under its channel. */
function groupOf({ purpose, channel }: IndicatorState): GroupName {
  return purpose === 'technical' || purpose === 'commercial' ? channel : purpose
}

/** Whether an indicator stands in a record: those the shop hides do only while they hold an answer. */
export const isListed = (state: IndicatorState) => state.visible || state.decision !== null

/** Whether the client's agreement stands, given or by default. */
export const isOn = ({ state }: IndicatorState) => state === 'granted' || state === 'granted_by_default'

/** Whether the switch may be used: a question that does not concern the client can only be taken back. */
export const isOpen = (state: IndicatorState) => state.suits || state.state === 'granted'

/** The listed indicators by heading, in the shop's order; headings without any are left out. */
export function groupsOf(indicators: IndicatorState[]): Group[] {
  const listed = indicators.filter(isListed)
  return ORDER.map((name) => ({
    name,
    indicators: listed.filter((state) => groupOf(state) === name),
  })).filter((group) => group.indicators.length > 0)
}

/** « 3 actifs sur 12 ». */
export function tally(indicators: IndicatorState[]): { on: number; of: number } {
  const listed = indicators.filter(isListed)
  return { on: listed.filter((state) => isOn(state) && isOpen(state)).length, of: listed.length }
}
