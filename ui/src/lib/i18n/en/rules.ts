import type { rules as source } from '../fr/rules'

export const rules: typeof source = {
  prospect_only_free_tariffs:
    'A “Prospect” can be subscribed to free tariffs only. Change their type of contact first.',
  prospect_never_invoiced:
    'A “Prospect” is never invoiced. Change their type of contact, or choose another payer.',
  tiers_never_benefits: 'A “Tiers” pays and receives nothing. Choose another recipient.',
  paye_par_never_invoiced: 'A “Payé par” is never invoiced. Choose who pays for them.',
  prescripteur_only_recommends:
    'A “Prescripteur” recommends: no subscription, no invoice. Change their type of contact first.',
  prescripteur_not_rewarded:
    'A “Prescripteur” recommends without a reward. Change their type of contact first.',
  beneficiaire_uses_anothers:
    'A “Bénéficiaire” uses somebody else’s subscription: none of their own, no invoice. Change their type of contact first.',
  no_sponsor: 'This type of contact brings nobody. Choose a “Client”, a “Parrain” or a “Prescripteur”.',
  payer_needed: 'This tariff is not free. Choose who pays.',
  beneficiary_needs_email: 'A “Bénéficiaire” is known by e-mail. Enter their address.',
  already_beneficiary: 'This person uses this subscription already.',
  offer_not_digital: 'This offer has no digital part, so that it has no beneficiaries.',
  too_many_beneficiaries:
    'All places for beneficiaries are taken. Take somebody off first, or choose another offer.',
  offer_archived: 'This offer is no longer sold. Choose another one.',
  offer_in_use: 'This offer has subscribers, so that its medium stays. Create another offer.',
  tariff_unfit: 'This tariff is not possible. Check the price, the tax, the term and the number of issues.',
  tariff_too_early: 'This tariff begins before the one before it. Choose a later day.',
  copies_unfit: 'The number of copies goes from 1 to 10,000.',
  no_tariff_yet: 'This offer has no tariff on that day yet. Choose a later start.',
  already_terminated: 'This subscription was terminated already.',
  subscription_running: 'This person still receives a subscription. Cancel it first, then delete the record.',
  subscription_over: 'This subscription is over.',
  already_renewed: 'This subscription was renewed already.',
  days_unfit:
    'These days do not fit: they lie outside the subscription, another suspension holds one of them, or something was delivered on one of them. Choose others.',
  already_delivered: 'An issue was delivered after that day. Choose a later day, or correct the delivery.',
  already_credited: 'This invoice has its credit note already.',
  already_reversed: 'This payment was taken back already.',
  nothing_to_refund: 'There is not that much to give back. Check the amount.',
  payment_given_back:
    'This money was given back, so that the payment can no longer be taken back. Take the refund back first, if it did not take place.',
  day_in_future: 'That day has not come yet. Choose today or an earlier day.',
  not_subscribed_yet:
    'The person who was brought has no paid subscription yet. The reward is given once they subscribe.',
  sponsored_already: 'Nobody brings themselves, and nobody is brought twice.',
  rewarded_already: 'Somebody else had the reward for this person already.',
}
