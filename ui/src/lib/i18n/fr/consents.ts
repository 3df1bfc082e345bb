// Consents: the RGPD tab, the agreement-mode dialog, the history, « Puis-je le contacter ? ».
import type { Advice, Channel, ConsentState, Given, Ground, Kind, Purpose, Reason, RuleCode } from '../../api'
import { fr } from '../locale'
import { channels } from './contact'

/** « Puis-je contacter X … ? » */
const by: Record<Channel, string> = {
  sms: 'par SMS',
  mail: 'par mail',
  postal: 'par courrier',
  phone: 'par téléphone',
}

const purposes: Record<Purpose, string> = {
  technical: 'Messages de service',
  commercial: 'Offres de la boutique',
  newsletter: 'Newsletter',
  b2b: 'Commerce interentreprises',
  partners: 'Offres des partenaires',
}

const kinds: Record<Kind, string> = { opt_in: 'Opt-in', opt_out: 'Opt-out', newsletter: 'Newsletter' }

const states: Record<ConsentState, string> = {
  never_asked: 'Jamais demandé',
  granted: 'Actif',
  granted_by_default: 'Actif par défaut',
  refused: 'Refusé',
  withdrawn: 'Retiré',
}

const answers: Record<Given, string> = { granted: 'Accord', refused: 'Refus', withdrawn: 'Arrêt' }

const grounds: Record<Ground, string> = {
  consent: 'Le client a donné son accord.',
  not_opposed: 'Le client ne s’y est pas opposé, et son accord préalable n’est pas exigé.',
  objection: 'Le client a dit non.',
  no_consent: 'Il faut son accord, qui n’a pas été donné.',
}

const reasons: Record<Reason, string> = {
  never_asked: 'La question ne lui a jamais été posée.',
  refused: 'La question lui a été posée, et la réponse est non.',
  withdrawn: 'Son accord a été retiré.',
  no_indicator: 'La boutique ne pose pas (ou plus) cette question.',
  not_professional: 'La question s’adresse aux professionnels, et son profil est Particulier.',
  no_purchase: 'Cet usage est réservé aux clients qui ont déjà acheté, et aucun achat n’est connu.',
  restricted: 'Le traitement de ses données est limité (RGPD, art. 18).',
  inactive: 'Sa fiche est inactive.',
  no_address: 'Aucun numéro ni aucune adresse ne permet de le joindre ainsi.',
  outside_hours: 'Ce n’est ni le jour ni l’heure\u00a0: cet envoi n’est permis qu’à certaines heures.',
}

const rules: Record<RuleCode, string> = {
  rights_information:
    'Ce que la loi demande de dire au client sur ses données et ses accords ne demande pas son accord préalable.',
  service_message:
    'Un message de service n’est pas de la prospection. La boutique choisit de demander l’accord quand même.',
  electronic_consent: 'Prospecter un particulier par SMS ou par mail exige son accord préalable.',
  electronic_customer:
    'Un client peut recevoir par SMS ou par mail des offres sur des produits semblables à ses achats, tant qu’il ne s’y oppose pas.',
  electronic_trade:
    'Un professionnel peut recevoir des offres liées à son activité, s’il en est informé et tant qu’il ne s’y oppose pas.',
  post: 'Un courrier publicitaire est permis si le client en est informé, et tant qu’il ne s’y oppose pas.',
  phone_shop_choice:
    'Avant le 11 août 2026, l’accord préalable n’était pas exigé pour appeler. La boutique choisit de le demander.',
  phone_consent: 'Depuis le 11 août 2026, appeler un particulier pour lui vendre exige son accord préalable.',
  phone_contract: 'Un appel lié à un contrat en cours est permis tant que le client ne s’y oppose pas.',
  phone_trade:
    'Un professionnel peut être appelé au sujet de son activité, s’il en est informé et tant qu’il ne s’y oppose pas.',
}

const advices: Record<Advice, string> = {
  outside_advised_hours: 'Permis, mais déconseillé à cette heure ou ce jour-là.',
}

export const consents = {
  channels,
  by,
  purposes,
  kinds,
  states,
  answers,
  grounds,
  reasons,
  rules,
  advices,
  groups: {
    sms: 'SMS',
    mail: 'Mail',
    postal: 'Mailing postal',
    phone: 'Téléphone',
    newsletter: 'Newsletter',
    b2b: 'B2B',
    partners: 'Partenaires',
  },
  tab: 'RGPD',
  title: 'Consentements',
  active: (count: number, of: number) => `${fr.counted(count, 'actif', 'actifs')} sur ${fr.number(of)}`,
  none: 'Aucun accord recueilli',
  byDefault: 'Sans opposition du client',
  asked: 'Réponse attendue',
  askedOn: (day: string) => `Demandé le ${day}`,
  refusedOn: (when: string) => `Refusé le ${when}`,
  withdrawnOn: (when: string) => `Retiré le ${when}`,
  agreedOn: (mode: string, when: string) => `${mode}, ${when}`,
  unsuited: (profile: string) => `Sans objet, profil ${profile}`,
  unsuitedState: 'Inactif',
  unproven: 'Sans preuve, importé d’un fichier',
  askAgain: 'Redemander',
  askAgainFor: (name: string) => `Redemander l’accord\u00a0: ${name}`,
  partners: 'Offres des partenaires',
  partnersMore: 'Afficher le détail des partenaires',
  share: (kind: string, count: number, of: number) =>
    `${kind}\u00a0· ${fr.number(count)} sur ${fr.number(of)}`,
  groupActions: (group: string) => `Autres réponses\u00a0: ${group}`,
  refuse: (name: string) => `Refuser\u00a0: ${name}`,
  collect: (name: string) => `Recueillir l’accord\u00a0: ${name}`,
  stopChannel: 'Tout arrêter sur ce canal',
  label: 'RGPD',
  wholeTab: 'Tous les consentements',
  dialog: {
    title: 'Comment avez-vous obtenu l’accord de votre client\u00a0?',
    modes: 'Mode d’accord',
    detail: 'Précision',
    also: 'Accorder aussi',
    wording: 'Formulation présentée au client',
    wordingOf: (name: string) => `Formulation\u00a0: ${name}`,
    version: (name: string, day: string) => `${name} du ${day}`,
    noVersion: 'Aucune',
    noWording: 'Aucune formulation n’est enregistrée. L’accord sera scellé sans texte.',
    noWordingThen:
      'Aucune formulation n’était en vigueur à cette date. Choisissez celle du bulletin, ou l’accord sera scellé sans texte.',
    date: 'Date de la réponse',
    time: 'Heure de la réponse',
    dateUnreadable: 'Écrivez la date ainsi\u00a0: 18/09/2018, et l’heure ainsi\u00a0: 06:56.',
    evidence: 'Preuve',
    signature: 'Signature',
    photo: 'Photo',
    file: 'Fichier',
    drawHere: 'Faites signer le client ici, à la souris, au doigt ou au stylet.',
    signatureSurface: 'Zone de signature',
    signatureKeyboard: 'Sans pointeur, joignez plutôt une photo ou un fichier.',
    keepSignature: 'Garder la signature',
    remove: (name: string) => `Retirer ${name}`,
    willSeal: 'Sera scellé\u00a0:',
    validate: 'Valider',
  },
  history: {
    title: 'Historique des autorisations',
    label: 'Type de communication client',
    mode: 'Type d’accord (oral, écrit, SMS ...)',
    at: 'Date de l’accord',
    proof: 'Preuve',
    by: 'Recueilli par',
    wording: 'Formulation',
    pieces: 'Pièces',
    fingerprint: 'Empreinte',
    recordedAt: 'Enregistré le',
    actions: 'Autres actions\u00a0: historique',
    more: 'Plus de colonnes',
    fewer: 'Moins de colonnes',
    nothing: 'Aucune réponse n’est encore enregistrée',
    nothingAdvice: 'Le premier accord, refus ou arrêt de ce client paraîtra ici, daté et scellé.',
    sealedProof: (decision: number) => `Preuve n°\u00a0${fr.number(decision)}, scellée`,
  },
  proof: {
    mergedFrom: (number: number) => `sur la fiche n°\u00a0${fr.number(number)}, fusionnée depuis`,
    title: (decision: number) => `Preuve n°\u00a0${fr.number(decision)}`,
    sealed: 'Scellée',
    noWording: 'Aucune formulation n’accompagne cette réponse.',
    wording: (name: string) => `Formulation ${name}`,
    imported: 'Importé d’un fichier, sans preuve',
    nobody: 'non indiqué',
    about: 'Porte sur',
    signature: 'Signature',
    wholeFingerprint: 'Afficher l’empreinte entière',
    copyFingerprint: 'Copier l’empreinte',
    check: 'Vérifier la chaîne',
    checking: 'Vérification…',
    checked: (time: string) => `Chaîne vérifiée à ${time}`,
    broken: (decision: number) => `Chaîne rompue à la preuve n°\u00a0${fr.number(decision)}`,
  },
  viewer: {
    title: (name: string) => `Pièce\u00a0: ${name}`,
    alt: (name: string) => `Image de la pièce ${name}`,
    alone: 'Enregistrez ce PDF pour l’ouvrir avec votre lecteur habituel.',
    size: 'Taille',
    type: 'Type',
    sha256: 'Empreinte SHA-256',
    kilobytes: (count: number) => `${fr.number(count)}\u00a0Ko`,
    saveAs: 'Enregistrer sous…',
    saved: 'La pièce est enregistrée.',
  },
  documents: {
    csv: 'Exporter en CSV…',
    pdf: 'Exporter en PDF…',
    print: 'Imprimer l’attestation',
    json: 'Attestation (JSON)…',
    historyFile: 'historique-rgpd',
    attestationFile: 'attestation-rgpd',
    historySaved: 'L’historique est enregistré.',
    attestationSaved: 'L’attestation est enregistrée.',
  },
  verdict: {
    question: (name: string, how: string) => `Puis-je contacter ${name} ${how}\u00a0?`,
    restsOn: (mode: string, day: string) => `${mode} du ${day}.`,
    since: (day: string) => `Réponse du ${day}.`,
    unproven: 'Cet accord vient d’un fichier importé, sans preuve. Mieux vaut le redemander.',
    source: (source: string, day: string) => `Source\u00a0: ${source}, lue le ${day}.`,
    hours: (source: string) => `Horaires\u00a0: ${source}.`,
    shopAsks: 'La boutique choisit de demander l’accord quand même.',
    collect: 'Recueillir l’accord',
  },
  restrict: {
    menu: 'Limiter le traitement (RGPD art. 18)',
    lift: 'Lever la limitation',
    badge: 'Traitement limité',
    text: (name: string) =>
      `Les données de ${name} sont gardées, mais ne servent plus\u00a0: aucun contact n’est permis tant que la limitation dure. Le journal garde la date.`,
    liftText: (name: string) =>
      `Les données de ${name} pourront de nouveau servir, selon ses consentements. Prévenez le client avant de lever la limitation.`,
    confirm: 'Limiter le traitement',
    done: 'Traitement limité',
    lifted: 'Limitation levée',
  },
  keys: {
    change: 'changer',
    move: 'parcourir',
    attestation: 'attestation',
    mode: 'mode d’accord',
    validate: 'valider',
  },
}
