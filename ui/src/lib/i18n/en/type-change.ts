import type { typeChange as source } from '../fr/type-change'
import { en } from '../locale'

export const typeChange: typeof source = {
  notYet: (type) => `Not possible yet: ${type}`,
  notPossible: (type) => `Not possible: ${type}`,
  text: (name, from, count) =>
    `${name} stays “${from}”: ${en.counted(count, 'thing stands in the way', 'things stand in the way')}.`,
  rules: {
    prospect_only_free_tariffs: 'A “Prospect” can be subscribed to free tariffs only.',
    prospect_never_invoiced: 'A “Prospect” is never invoiced.',
    tiers_never_benefits: 'A “Tiers” pays and receives nothing.',
    paye_par_never_invoiced: 'A “Payé par” is never invoiced.',
    prescripteur_only_recommends: 'A “Prescripteur” recommends: no subscription, no invoice.',
    prescripteur_not_rewarded: 'A “Prescripteur” recommends without a reward.',
    beneficiaire_uses_anothers:
      'A “Bénéficiaire” uses somebody else’s subscription: none of their own, no invoice.',
    no_sponsor: 'This type of contact brings nobody.',
  },
  things: {
    received: (name) => `Subscription to “${name}”`,
    paid: (name) => `Pays for “${name}”`,
    invoice: (name) => `Invoice ${name}`,
    delivery: (name) => `Delivery: ${name}`,
    used: (name) => `Access to “${name}”`,
    sponsored: (name) => `Brought ${name}`,
  },
  other: {
    received: (name) => `paid by ${name}`,
    paid: (name) => `for ${name}`,
    invoice: (name) => `for ${name}`,
    delivery: (name) => `for ${name}`,
    used: (name) => `subscription of ${name}`,
    sponsored: (name) => name,
  },
  fromTo: (from, until) => `${from} to ${until}`,
  on: (day) => `of ${day}`,
  more: (count) => `And ${en.counted(count, 'other', 'others')}.`,
  stays: (from) =>
    `What was subscribed to, invoiced or handed over stays on file, even ended, terminated or credited: keep the type “${from}”.`,
  otherPayer: 'If somebody else pays from now on, choose them as the payer of the next subscription.',
  takeAway: {
    used: 'Access to a subscription: take this person off its beneficiaries first.',
    delivery: 'A delivery to come: delete it in the window “Deliveries” first.',
    sponsored:
      'Somebody brought: delete the sponsorship in the window “Sponsorships” first, which can be done as long as no reward was given.',
  },
  thenChange: 'Then change the type.',
  unchanged: 'Nothing was changed.',
}
