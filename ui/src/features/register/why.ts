// The words of what a check of the chain finds.
import { t } from '$lib/i18n'

/** What is wrong with a link of the chain; a reason that this window does not know yet is said in general words. */
export function whyText(why: string): string {
  const known: Record<string, string> = t.register.chain.whys
  return known[why] ?? t.register.chain.whyOther
}
