// What a client subscribes to, is invoiced, pays, is delivered, and whom they brought.
import type {
  DeliveryState,
  InvoiceState,
  LinkKind,
  PaymentMode,
  SponsorshipRole,
  SubscriptionState,
  Window,
  WindowColumn,
} from '../../api'
import { fr } from '../locale'
import { typeChange } from './type-change'

const windows: Record<Window, string> = {
  subscriptions: 'Abonnements',
  invoices: 'Factures',
  payments: 'Règlements',
  deliveries: 'Livraisons',
  sponsorships: 'Parrainages',
}

const columns: Record<WindowColumn, string> = {
  offer: 'Formule',
  start: 'Début',
  end: 'Fin',
  state: 'État',
  number: 'Numéro',
  date: 'Date',
  amount: 'Montant',
  mode: 'Mode',
  invoice: 'Facture',
  content: 'Contenu',
  handover: 'Remise',
  person: 'Filleul ou parrain',
  reward: 'Récompense',
}

const states: Record<SubscriptionState, string> = {
  running: 'En cours',
  upcoming: 'À venir',
  suspended: 'Suspendu',
  ended: 'Échu',
  terminated: 'Résilié',
}

const invoiceStates: Record<InvoiceState, string> = {
  due: 'À régler',
  partly_paid: 'En partie',
  paid: 'Payée',
  credited: 'Annulée',
  credit: 'Avoir',
}

const deliveryStates: Record<DeliveryState, string> = {
  planned: 'Prévue',
  delivered: 'Livrée',
  handed_over: 'Remise en main propre',
  returned: 'Retournée',
  missed: 'Manquée',
  cancelled: 'Annulée',
}

const modes: Record<PaymentMode, string> = {
  card: 'Carte',
  cheque: 'Chèque',
  cash: 'Espèces',
  transfer: 'Virement',
  direct_debit: 'Prélèvement',
  voucher: 'Bon d’achat',
  refund: 'Remboursement',
}

const roles: Record<SponsorshipRole, string> = { sponsor: 'parrain', sponsored: 'filleul' }

const kinds: Record<LinkKind, string> = {
  pays_for: 'Paie pour',
  paid_by: 'Payé par',
  sponsored: 'Parrain de',
  sponsor: 'Parrainé par',
  beneficiary: 'Bénéficiaire\u00a0:',
  subscriber: 'Utilise l’abonnement de',
}

export const subscriptions = {
  block: 'Abonnement',
  windows,
  columns,
  states,
  invoiceStates,
  deliveryStates,
  modes,
  roles,
  files: {
    subscriptions: 'abonnements',
    invoices: 'factures',
    payments: 'reglements',
    deliveries: 'livraisons',
    sponsorships: 'parrainages',
  },
  times: (count: number) => `×\u00a0${fr.number(count)}`,
  forRecipient: (name: string) => `pour ${name}`,
  paidBy: (name: string) => `payé par ${name}`,
  stillDue: (amount: string) => `reste ${amount}`,
  takesBack: 'annule un règlement',
  takenBack: 'annulé',
  noReward: 'pas encore',
  marked: (count: number, state: string) => `${fr.counted(count, 'livraison', 'livraisons')}\u00a0: ${state}`,
  /** An invoice of somebody whose record is deleted. */
  kept: {
    title: (number: string, day: string, total: string) => `${number} du ${day}, ${total}`,
    text: 'La fiche du client est supprimée\u00a0; ce que la boutique a facturé est gardé dix ans.',
    print: 'Imprimer',
  },
  invoiceSaved: (number: string) => `${number} est enregistrée.`,
  dayUnread: 'Indiquez une date, par exemple 25/05/2026.',
  amountUnread: 'Indiquez un montant, par exemple 49,00.',
  menu: {
    of: (title: string) => `Actions\u00a0: ${title}`,
    add: 'Ajout',
    remove: 'Suppression',
    print: 'Impression',
    export: 'Export CSV',
    chosen: (count: number) => fr.counted(count, 'ligne choisie', 'lignes choisies'),
    none: {
      subscriptions: 'Aucun abonnement.',
      invoices: 'Aucune facture.',
      payments: 'Aucun règlement.',
      deliveries: 'Aucune livraison.',
      sponsorships: 'Aucun parrainage.',
    },
    first: {
      subscriptions: 'Créer un abonnement',
      invoices: 'Créer un abonnement',
      payments: 'Ajouter un règlement',
      deliveries: 'Ajouter une remise',
      sponsorships: 'Ajouter un parrainage',
    },
  },
  choice: {
    button: (shown: number, all: number) => `Fenêtres\u00a0: ${fr.number(shown)} sur ${fr.number(all)}`,
    title: 'Fenêtres affichées',
    reset: 'Réinitialiser',
    none: 'Toutes les fenêtres sont masquées.',
  },
  actions: {
    renew: 'Renouveler…',
    suspend: 'Suspendre…',
    terminate: 'Résilier…',
    beneficiaries: 'Bénéficiaires…',
    open: (name: string) => `Ouvrir la fiche ${name}`,
    pdf: 'PDF',
    credit: 'Avoir…',
    pay: 'Ajouter un règlement…',
    reward: 'Récompense…',
  },
  links: {
    title: 'Liens avec d’autres fiches',
    kinds,
    removed: 'une fiche supprimée',
  },
  pick: {
    recent: 'Dernières fiches ouvertes',
    choose: 'Choisir',
  },
  preview: {
    title: 'Ce qui sera créé',
    term: 'Durée',
    fromTo: (from: string, until: string) => `du ${from} au ${until}`,
    length: (months: number, issues: number) =>
      issues === 0
        ? fr.counted(months, 'mois', 'mois')
        : `${fr.counted(months, 'mois', 'mois')}, ${fr.counted(issues, 'numéro', 'numéros')}`,
    price: 'Prix',
    free: 'Gratuit',
    tax: (rate: string) => `TTC, TVA ${rate} comprise`,
    times: (copies: number, price: string) => `${fr.number(copies)} × ${price}`,
    invoiced: 'Facture à',
    nobody: 'Aucune facture',
    delivered: 'Livré à',
    nothing: 'Rien n’est livré',
    unknown: 'pas encore connu',
    running: (name: string) => `${name} a déjà un abonnement à cette formule ce jour-là.`,
  },
  create: {
    menu: 'Créer un abonnement',
    title: 'Créer un abonnement',
    text: (name: string) => `Pour ${name}, qui le reçoit.`,
    offer: 'Formule',
    offerAt: (name: string, price: string, months: number) =>
      `${name} · ${price}, ${fr.counted(months, 'mois', 'mois')}`,
    payer: 'Payeur',
    party: (name: string, type: string) => `${name} (${type})`,
    choose: 'À choisir',
    free: 'Personne\u00a0: gratuit',
    other: 'Autre…',
    copies: 'Exemplaires',
    start: 'Début',
    create: 'Créer l’abonnement',
    done: 'Abonnement créé',
    until: (offer: string, day: string) => `${offer}, jusqu’au ${day}`,
    noOffer: 'Aucune formule n’est en vente',
    noOfferText: 'Les formules et leurs prix s’ajoutent dans Administration, onglet Tarifs.',
    toTariffs: 'Ouvrir les tarifs',
    pick: 'Choisir le payeur',
    pickText: (name: string) => `Qui paie l’abonnement de ${name}\u00a0?`,
  },
  renew: {
    title: 'Renouveler',
    text: (offer: string, name: string) =>
      `«\u00a0${offer}\u00a0» de ${name}, à la suite, au tarif du jour où la suite commence.`,
    renew: 'Renouveler',
    done: 'Abonnement renouvelé',
  },
  suspend: {
    title: 'Suspendre',
    text: (offer: string, from: string, until: string) => `«\u00a0${offer}\u00a0», du ${from} au ${until}.`,
    from: 'Premier jour',
    until: 'Dernier jour',
    fromTo: (from: string, until: string) => `Suspendu du ${from} au ${until}`,
    note: 'Rien n’est livré ces jours-là, et la fin recule d’autant.',
    suspend: 'Suspendre',
    resume: 'Reprendre aujourd’hui',
    cancel: 'Lever',
    done: 'Abonnement suspendu',
    resumed: 'Suspension levée',
    endsOn: (day: string) => `Il finit maintenant le ${day}.`,
  },
  terminate: {
    menu: 'Résilier',
    title: 'Résilier un abonnement',
    which: 'Abonnement',
    option: (offer: string, until: string, recipient: string) =>
      `${offer}, jusqu’au ${until}${recipient ? ` (${recipient})` : ''}`,
    on: 'Dernier jour servi',
    onHelp: 'Aujourd’hui, ou une autre date de l’abonnement.',
    reason: 'Motif',
    reasonExample: 'Déménagement, prix…',
    will: 'Ce qui se passera',
    left: (left: number, of: number, issues: boolean) =>
      issues
        ? `${fr.counted(left, 'numéro ne sera pas livré', 'numéros ne seront pas livrés')}, sur ${fr.number(of)}.`
        : `${fr.counted(left, 'mois ne sera pas servi', 'mois ne seront pas servis')}, sur ${fr.number(of)}.`,
    refund: (amount: string) => `Rembourser ${amount}, au prorata`,
    creditNote: (amount: string, name: string) => `Un avoir de ${amount} sera émis au nom de ${name}.`,
    noCreditNote: 'Aucun avoir ne sera émis.',
    nothingBack: 'Il n’y a rien à rembourser.',
    renewal: (from: string, deliveries: number) =>
      deliveries === 0
        ? `Le renouvellement qui commence le ${from} est annulé.`
        : `Le renouvellement qui commence le ${from} est annulé, avec ${fr.counted(deliveries, 'livraison prévue', 'livraisons prévues')}.`,
    whole: (amount: string, name: string) =>
      `Rien n’en a été servi\u00a0: un avoir de ${amount} sera émis au nom de ${name}.`,
    end: 'Résilier',
    done: 'Abonnement résilié',
    credited: (number: string, amount: string) => `Avoir ${number} de ${amount}.`,
    none: 'Rien à résilier',
    noneText: (name: string) => `${name} n’a pas d’abonnement en cours ni à venir.`,
  },
  beneficiaries: {
    title: 'Bénéficiaires',
    count: (taken: number, places: number) => `${fr.number(taken)} sur ${fr.number(places)}`,
    since: (day: string) => `depuis le ${day}`,
    remove: (name: string) => `Retirer ${name}`,
    email: 'E-mail',
    note: 'Une fiche «\u00a0Bénéficiaire\u00a0» est créée, connue par son e-mail.',
    add: 'Ajouter',
    known: 'Choisir une fiche existante…',
    pick: 'Choisir un bénéficiaire',
    pickText: (offer: string) => `Qui utilisera «\u00a0${offer}\u00a0» par son e-mail\u00a0?`,
    full: 'Toutes les places sont prises. Retirez d’abord quelqu’un, ou changez de formule.',
    noPlace: 'Cette formule n’a pas de place pour des bénéficiaires.',
  },
  credit: {
    title: 'Émettre un avoir',
    text: (number: string, day: string, total: string) => `Facture ${number} du ${day}, ${total}.`,
    amount: 'Montant de l’avoir',
    amountHelp: (left: string) => `Au plus ${left}.`,
    tooMuch: (left: string) => `Il n’en reste pas autant\u00a0: au plus ${left}. Corrigez le montant.`,
    reason: 'Motif',
    reasonExample: 'Erreur de prix, retour…',
    note: 'La facture reste telle qu’elle a été émise\u00a0: c’est l’avoir qui la corrige.',
    credit: 'Émettre l’avoir',
    done: (number: string) => `Avoir ${number} émis`,
  },
  pay: {
    title: 'Ajouter un règlement',
    text: (name: string) => `Ce que ${name} a réglé.`,
    invoice: 'Facture',
    invoiceDue: (number: string, due: string) => `${number}, ${due} à régler`,
    onAccount: 'Aucune\u00a0: à garder en compte',
    amount: 'Montant',
    day: 'Date',
    note: 'Note',
    leaves: (amount: string) => `Il restera ${amount} à régler.`,
    over: (amount: string) => `${amount} de trop resteront à son crédit.`,
    settles: 'La facture sera payée.',
    pay: 'Enregistrer le règlement',
    done: 'Règlement enregistré',
  },
  deliver: {
    title: 'Ajouter une remise',
    text: (name: string) => `Ce qui est remis ou livré à ${name}, hors abonnement.`,
    content: 'Contenu',
    contentExample: 'Montre révisée',
    copies: 'Exemplaires',
    day: 'Date',
    note: 'Note',
    noteExample: 'Boutique',
    add: 'Ajouter la remise',
    done: 'Remise ajoutée',
  },
  sponsor: {
    title: 'Ajouter un parrainage',
    brought: (name: string) => `${name} a amené quelqu’un`,
    broughtBy: (name: string) => `Quelqu’un a amené ${name}`,
    note: 'La récompense se donne quand la personne amenée s’abonne.',
    choose: 'Choisir la fiche…',
    pickSponsored: 'Choisir le filleul',
    pickSponsor: 'Choisir le parrain',
    done: 'Parrainage ajouté',
  },
  reward: {
    title: 'Donner la récompense',
    text: (name: string) => `Pour avoir amené ${name}.`,
    what: 'Récompense',
    whatExample: 'Bon d’achat de 15\u00a0€',
    day: 'Remise le',
    give: 'Donner la récompense',
    done: 'Récompense donnée',
  },
  remove: {
    payments: (count: number) =>
      count === 1 ? 'Annuler ce règlement' : `Annuler ${fr.number(count)} règlements`,
    paymentsText: (count: number): string =>
      count === 1
        ? 'Un règlement enregistré n’est pas effacé\u00a0: un règlement contraire l’annule, et la facture est de nouveau à régler.'
        : 'Un règlement enregistré n’est pas effacé\u00a0: pour chacun, un règlement contraire l’annule, et sa facture est de nouveau à régler.',
    takeBack: (count: number): string => (count === 1 ? 'Annuler le règlement' : 'Annuler les règlements'),
    paymentsDone: (count: number) => fr.counted(count, 'règlement annulé', 'règlements annulés'),
    deliveries: (count: number) =>
      count === 1 ? 'Supprimer cette livraison' : `Supprimer ${fr.number(count)} livraisons`,
    deliveriesText: (count: number): string =>
      count === 1
        ? 'Elle n’était que prévue\u00a0: elle n’aura pas lieu.'
        : 'Elles n’étaient que prévues\u00a0: elles n’auront pas lieu.',
    deliveriesDone: (count: number) => fr.counted(count, 'livraison supprimée', 'livraisons supprimées'),
    sponsorships: (count: number) =>
      count === 1 ? 'Supprimer ce parrainage' : `Supprimer ${fr.number(count)} parrainages`,
    sponsorshipsText: (count: number): string =>
      count === 1
        ? 'Aucune récompense n’a été donnée. Le lien entre les deux fiches disparaît.'
        : 'Aucune récompense n’a été donnée. Les liens entre les fiches disparaissent.',
    sponsorshipsDone: (count: number) => fr.counted(count, 'parrainage supprimé', 'parrainages supprimés'),
  },
  type: typeChange,
}
