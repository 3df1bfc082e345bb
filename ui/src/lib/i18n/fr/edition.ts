// « Édition des clients »: what for, whom, which columns, who is kept and why not, what leaves the file.
import type { Channel, Operator, Reason } from '../../api'
import { fr } from '../locale'

/** How a condition reads: a day is « depuis le », a text « à partir de ». */
type Words = Record<Operator, string>

const operators: Words = {
  is: 'est',
  is_not: 'n’est pas',
  begins: 'commence par',
  contains: 'contient',
  from: 'à partir de',
  until: 'jusqu’à',
  between: 'de … à …',
  empty: 'est vide',
  filled: 'est renseigné',
}

/** Why the gate keeps somebody back; what lacks is said by `lacks`. */
const reasons: Record<Exclude<Reason, 'no_address'>, string> = {
  never_asked: 'accord jamais demandé',
  refused: 'accord refusé',
  withdrawn: 'envoi arrêté par le client',
  no_indicator: 'question jamais posée par la boutique',
  not_professional: 'question réservée aux professionnels',
  no_purchase: 'aucun achat connu',
  restricted: 'traitement limité',
  inactive: 'fiche inactive',
  outside_hours: 'hors horaires',
}

const lacks: Record<Channel, string> = {
  sms: 'portable absent ou invalide',
  mail: 'e-mail absent ou invalide',
  postal: 'adresse incomplète',
  phone: 'téléphone absent ou invalide',
}

export const edition = {
  /** What a field is called where the record has no word of its own for it. */
  fields: {
    number: 'N° de client',
    created_at: 'Date de création',
    updated_at: 'Dernière MAJ',
    inactive_at: 'Inactif depuis le',
    inactive_reason: 'Motif (inactif)',
    restricted_at: 'Traitement limité le',
    import_file: 'Fichier d’import',
    selection_codes: 'Codes de sélection',
    contact_consent: 'Réponse',
    contact_mode: 'Type d’accord',
    contact_date: 'Date de l’accord',
    consentMode: (name: string) => `${name}, type d’accord`,
    consentDate: (name: string) => `${name}, date`,
    goneIndicator: 'Indicateur supprimé',
  },
  groups: {
    contact: 'Selon la finalité',
    record: 'Fiche',
    dates: 'Dates et origine',
    consents: 'Consentements',
  },
  states: { granted: 'accordé', refused: 'refusé', withdrawn: 'retiré' } as Record<string, string>,
  operators: {
    text: operators,
    phone: operators,
    number: operators,
    day: {
      ...operators,
      is: 'est le',
      is_not: 'n’est pas le',
      from: 'depuis le',
      until: 'jusqu’au',
      between: 'du … au …',
    },
    choice: { ...operators, empty: 'jamais demandé', filled: 'a été demandé' },
  },
  purpose: {
    title: 'Finalité de la sélection',
    help: 'Elle décide qui peut figurer dans la liste.',
    none: 'Aucune prise de contact',
    noneHelp: 'Personne n’est écarté, mais la liste ne pourra pas servir à prospecter.',
    uses: {
      sms_technical: 'SMS techniques',
      sms_commercial: 'SMS commerciaux',
      mail_technical: 'Mails techniques',
      mail_commercial: 'Mails commerciaux',
      postal_commercial: 'Mailing postal',
      phone_commercial: 'Appels commerciaux',
      mail_newsletter: 'Newsletter par mail',
      mail_b2b: 'Mails entre professionnels',
      sms_partners: 'Partenaires (SMS)',
      mail_partners: 'Partenaires (mail)',
      postal_partners: 'Partenaires (postal)',
      phone_partners: 'Partenaires (téléphone)',
    } as Record<string, string>,
  },
  conditions: {
    title: 'Conditions',
    all: 'Toutes',
    any: 'Une seule',
    how: 'Conditions à réunir',
    none: 'Aucune condition\u00a0: tout le fichier.',
    add: 'Ajouter une condition',
    remove: (number: number) => `Retirer la condition ${number}`,
    field: (number: number) => `Champ ${number}`,
    operator: (number: number) => `Opérateur ${number}`,
    value: (number: number) => `Valeur ${number}`,
    from: (number: number) => `Valeur ${number}, de`,
    to: (number: number) => `Valeur ${number}, à`,
    and: 'à',
    choose: 'Choisir…',
    several: 'USSEL\u00a0; MEYMAC',
    day: 'JJ/MM/AAAA',
    notADay: 'Écrivez la date ainsi\u00a0: 31/01/2018.',
    notANumber: 'Écrivez un nombre entier.',
    incomplete: (count: number) =>
      fr.counted(
        count,
        'condition à compléter n’est pas prise en compte.',
        'conditions à compléter ne sont pas prises en compte.',
      ),
  },
  inactive: {
    show: 'Afficher les inactifs',
    hidden: (count: number) => fr.counted(count, 'fiche inactive masquée', 'fiches inactives masquées'),
    shown: 'Les fiches inactives figurent dans la liste.',
  },
  columns: {
    title: 'Colonnes',
    count: (shown: number, all: number) => `${fr.number(shown)} sur ${fr.number(all)}`,
    others: 'Autres colonnes',
  },
  saved: {
    label: 'Sélection enregistrée',
    choice: (name: string, changed: boolean) =>
      `Sélection enregistrée\u00a0: ${name}${changed ? ', modifiée' : ''}`,
    fresh: 'Nouvelle sélection',
    save: 'Enregistrer la sélection',
    saveTitle: 'Enregistrer la sélection',
    name: 'Nom',
    nameHelp: 'Le même nom remplace la sélection qui le porte.',
    done: (name: string) => `Sélection «\u00a0${name}\u00a0» enregistrée`,
    saveAs: 'Enregistrer sous un autre nom…',
    rename: (name: string) => `Renommer «\u00a0${name}\u00a0»…`,
    renameTitle: 'Renommer la sélection',
    renamed: (name: string) => `La sélection s’appelle «\u00a0${name}\u00a0»`,
    remove: (name: string) => `Supprimer «\u00a0${name}\u00a0»…`,
    removeTitle: 'Supprimer la sélection',
    removeText: (name: string) =>
      `«\u00a0${name}\u00a0» ne sera plus proposée. Les clients et les exports restent tels quels.`,
    removed: 'Sélection supprimée',
    changed: 'modifiée',
  },
  guard: {
    kept: (count: number) => fr.plural(count, 'retenu', 'retenus'),
    excluded: (count: number) => fr.plural(count, 'exclu', 'exclus'),
    clients: (count: number) => fr.plural(count, 'client', 'clients'),
    see: 'Voir les exclus',
    bar: (kept: number, excluded: number) =>
      `${fr.number(kept)} retenus et ${fr.number(excluded)} exclus sur ${fr.number(kept + excluded)}`,
    counting: 'Comptage…',
    free: 'Sans prise de contact, personne n’est exclu\u00a0: cette liste ne peut pas servir à prospecter.',
    nobody: 'Personne n’est exclu.',
    reasons,
    lacks,
    stoppedCalls: 'appels arrêtés par le client',
  },
  preview: {
    label: 'Aperçu de la sélection',
    none: 'Aucun client ne répond à ces conditions',
    noneText: 'Retirez une condition, ou affichez les inactifs.',
    allExcluded: 'Tous les clients trouvés sont exclus',
    allExcludedText: 'Voyez pourquoi, ou recueillez leur accord.',
    open: (name: string) => `Ouvrir la fiche\u00a0: ${name}`,
  },
  excluded: {
    title: 'Clients exclus',
    text: 'Ils ne figurent ni dans l’aperçu, ni dans l’export.',
    client: 'Client',
    town: 'Ville',
    why: 'Pourquoi',
    export: 'Exporter les exclus…',
    file: 'exclus',
    done: 'Liste des exclus exportée',
    none: 'Personne n’est exclu.',
  },
  keys: { refresh: 'actualiser', export: 'exporter' },
}
