// What waits in the whole file, beside the search: invoices to ask for again, and subscriptions that end.
import { fr } from '../locale'

const invoices = (count: number) => fr.plural(count, 'facture à relancer', 'factures à relancer')
const subscriptions = (count: number) =>
  fr.plural(count, 'abonnement à renouveler', 'abonnements à renouveler')

export const reminders = {
  days: (count: number) => fr.counted(count, 'jour', 'jours'),
  first: (count: number) => `Les ${fr.number(count)} premières lignes sont affichées.`,
  more: 'Afficher la suite',
  unpaid: {
    count: (count: number) => `${fr.number(count)}\u00a0${invoices(count)}`,
    countOver: (count: number) => `plus de ${fr.number(count)} ${invoices(count)}`,
    title: 'Factures à relancer',
    text: (days: number) =>
      `Émises il y a plus de ${fr.counted(days, 'jour', 'jours')} et pas encore réglées, les plus anciennes d’abord.`,
    columns: {
      on: 'Émise le',
      since: 'Depuis',
      number: 'Facture',
      client: 'Client',
      due: 'Reste à régler',
    },
    of: (total: string) => `sur ${total}`,
    nothing: 'Plus aucune facture à relancer.',
  },
  renewals: {
    count: (count: number) => `${fr.number(count)}\u00a0${subscriptions(count)}`,
    countOver: (count: number) => `plus de ${fr.number(count)} ${subscriptions(count)}`,
    title: 'Abonnements à renouveler',
    text: (until: string) =>
      `Ils finissent d’ici au ${until} et n’ont pas encore de suite, les premiers à finir d’abord.`,
    columns: {
      end: 'Fin',
      left: 'Dans',
      client: 'Client',
      offer: 'Formule',
      total: 'Prix de la suite',
    },
    today: 'Aujourd’hui',
    nothing: 'Plus aucun abonnement à renouveler d’ici là.',
  },
}
