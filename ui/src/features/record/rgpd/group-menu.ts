// The (…) menu of a heading of the RGPD tab: the answers that no switch gives.
import type { Channel } from '$lib/api'
import type { Consents } from '$lib/consents/consents.svelte'
import { isOpen, type Group } from '$lib/consents/groups'
import { t, typeset } from '$lib/i18n'
import type { MenuItem } from '$lib/ui/menu'

export function groupMenu(consents: Consents, { name, indicators }: Group): MenuItem[] {
  const words = t.consents
  const open = indicators.filter(isOpen)
  const defaults = open
    .filter((indicator) => indicator.state === 'granted_by_default')
    .map<MenuItem>((indicator) => ({
      label: words.collect(typeset(indicator.name)),
      icon: 'seal',
      run: () => consents.ask(indicator),
    }))
  // Where the client agreed, « no » is a withdrawal, and the switch gives it.
  const refusals = open
    .filter(({ state }) => state === 'never_asked' || state === 'withdrawn' || state === 'granted_by_default')
    .map<MenuItem>((indicator) => ({
      label: words.refuse(typeset(indicator.name)),
      icon: 'circle-x',
      run: () => void consents.answer('refused', indicator.channel, [indicator.indicator]),
    }))
  const channel: Channel | null = name === 'newsletter' || name === 'b2b' || name === 'partners' ? null : name
  const stop: MenuItem[] =
    channel === null
      ? []
      : [
          {
            label: words.stopChannel,
            icon: 'ban',
            danger: true,
            separated: defaults.length + refusals.length > 0,
            run: () => void consents.answer('withdrawn', channel),
          },
        ]
  return [...defaults, ...refusals, ...stop]
}
