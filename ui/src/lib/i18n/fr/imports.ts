// Importing a table: choose the file, check what was understood, run, read the report.
import { fr } from '../locale'

const lines = (count: number) => fr.counted(count, 'ligne', 'lignes')
const records = (count: number) => fr.counted(count, 'fiche', 'fiches')

export const imports = {
  title: 'Importer des clients',
  steps: { file: 'Fichier', check: 'Vérification', run: 'Import', report: 'Compte rendu' },
  step: (number: number, of: number, name: string) => `Étape ${number} sur ${of}\u00a0: ${name}`,
  file: {
    title: 'Quel tableau importer\u00a0?',
    about:
      'Un fichier CSV ou Excel (.xlsx), une ligne par client. Rien n’est enregistré avant que vous ayez vérifié.',
    drop: 'Déposez ici un fichier CSV ou Excel',
    path: 'Chemin du fichier',
    submit: 'Lire le fichier',
    reading: 'Lecture du fichier…',
    empty: 'Indiquez le fichier à importer.',
    unchanged: 'Le fichier d’origine n’est jamais modifié.',
  },
  check: {
    another: 'Autre fichier',
    format: 'Format',
    formats: { csv: 'CSV', xlsx: 'Excel' },
    encoding: 'Encodage',
    separator: 'Séparateur',
    separators: {
      ';': 'Point-virgule',
      ',': 'Virgule',
      '\t': 'Tabulation',
      '|': 'Barre verticale',
    } as Record<string, string>,
    header: 'Première ligne',
    header_yes: 'Noms des colonnes',
    header_no: 'Déjà un client',
    sheet: 'Feuille',
    detected: (choice: string) => `${choice} (détecté)`,
    rows: lines,
    rereading: 'Nouvelle lecture…',
    left_out: (count: number) =>
      `${fr.plural(count, 'Une colonne ne sera pas importée', `${fr.number(count)} colonnes ne seront pas importées`)}\u00a0:`,
    left_out_more: (count: number) => `et ${fr.counted(count, 'autre', 'autres')}`,
    left_out_see: 'Les voir',
    consent: (names: string) => `Les accords de ce fichier (${names}) ne sont pas importés.`,
    consent_about:
      'Cette version d’Écrin ne reprend pas encore les accords\u00a0: aucun client n’est considéré comme ayant dit oui ou non. Gardez le fichier d’origine.',
    column: 'Colonne du fichier',
    samples: 'Premières valeurs',
    field: 'Champ de la fiche',
    unnamed: (number: number) => `Colonne ${number}`,
    empty_value: '(vide)',
    skip: 'Ne pas importer',
    choose_field: (column: string) => `Champ de la fiche pour la colonne ${column}`,
    twice: (field: string) =>
      `«\u00a0${field}\u00a0» est déjà pris par une autre colonne. Gardez-en une seule.`,
    filter: 'Colonnes montrées',
    filters: { all: 'Toutes', taken: 'Importées', left_out: 'Non importées' },
    none_here: 'Aucune colonne dans cette liste.',
    page: (first: number, last: number, total: number) =>
      `Colonnes ${fr.number(first)} à ${fr.number(last)} sur ${fr.number(total)}`,
    page_before: 'Colonnes précédentes',
    page_after: 'Colonnes suivantes',
    preview: 'Aperçu de la fiche',
    preview_of: (row: number, of: number) => `Ligne ${row} sur les ${of} premières`,
    preview_before: 'Ligne précédente',
    preview_after: 'Ligne suivante',
    preview_as_written:
      'Tel qu’écrit dans le fichier. Les numéros et les dates sont mis en forme à l’import.',
    nameless: 'Sans nom',
    remarks: 'Remarques sur le fichier',
    summary: (rows: number, taken: number, of: number) =>
      `${lines(rows)}, ${fr.number(taken)} ${fr.plural(taken, 'colonne importée', 'colonnes importées')} sur ${fr.number(of)}`,
    try: 'Essai à blanc',
    try_about: 'Lit tout le fichier et fait le compte rendu, sans rien enregistrer.',
    run: (rows: number) => `Importer ${lines(rows)}`,
    problems: {
      no_name_column:
        'Indiquez la colonne du nom, de la société ou de l’email\u00a0: sans elle, les fiches ne se distingueraient pas.',
      column_twice: (fields: string) =>
        `Deux colonnes vont vers le même champ (${fields}). Gardez-en une seule.`,
    },
  },
  run: {
    title: (file: string) => `Import de ${file}`,
    title_try: (file: string) => `Essai à blanc de ${file}`,
    progress: (done: number, total: number) => `${fr.number(done)} sur ${lines(total)}`,
    so_far: lines,
    starting: 'Lecture du fichier…',
    finishing: 'Enregistrement…',
    all_or_nothing:
      'Tout est enregistré d’un coup, à la fin. D’ici là, rien n’est écrit dans votre fichier clients.',
    nothing_written: 'C’est un essai\u00a0: rien ne sera enregistré.',
    stop: 'Arrêter',
    stop_about: 'Arrêter\u00a0: rien ne sera enregistré.',
    stopping: 'Arrêt en cours…',
    stay: 'L’import est en cours. Arrêtez-le ou attendez la fin.',
  },
  report: {
    done: (count: number) => `${records(count)} ${fr.plural(count, 'importée', 'importées')}`,
    done_try: (count: number) =>
      `Essai\u00a0: ${records(count)} ${fr.plural(count, 'serait importée', 'seraient importées')}`,
    nothing: 'Aucune fiche importée',
    nothing_try: 'Essai\u00a0: aucune fiche ne serait importée',
    stopped: 'Import arrêté',
    stopped_about: 'Rien n’a été enregistré. Votre fichier clients est resté tel qu’il était.',
    failed: 'L’import n’a pas abouti',
    failed_about: 'Rien n’a été enregistré. Votre fichier clients est resté tel qu’il était.',
    nothing_saved: 'Rien n’a été enregistré\u00a0: c’était un essai.',
    from: (file: string, elapsed: string) => `${file}, lu en ${elapsed}`,
    seconds: (seconds: number) => `${fr.number(seconds)}\u00a0s`,
    rows: 'Lignes lues',
    imported: 'Importées',
    would_import: 'À importer',
    rejected: 'Rejetées',
    duplicates: 'Doublons probables',
    duplicates_about: (count: number) =>
      `${records(count)} ${fr.plural(count, 'ressemble', 'ressemblent')} à une autre (même téléphone, même email ou même nom au même endroit). ${fr.plural(count, 'Elle est importée', 'Elles sont importées')} aussi\u00a0: rien n’est fusionné sans vous.`,
    why: 'Lignes rejetées, par motif',
    reason: 'Motif',
    count: 'Lignes',
    rejects_title: (count: number) =>
      `${fr.counted(count, 'ligne rejetée est', 'lignes rejetées sont')} dans un fichier à part`,
    rejects_about: 'Chaque ligne y est telle qu’elle était, avec son motif. Corrigez-le et réimportez-le.',
    reveal: 'Afficher dans le dossier',
    import_corrected: 'Importer le fichier corrigé',
    rejects_try: 'Le fichier des rejets sera écrit lors de l’import.',
    remarks: 'Remarques',
    remarks_about: 'Ces lignes sont importées.',
    see_clients: 'Voir les clients',
    run_now: 'Importer maintenant',
    back_to_check: 'Revenir à la vérification',
    another: 'Importer un autre fichier',
  },
  at_lines: (shown: string, more: number) =>
    more > 0 ? `lignes ${shown} et ${fr.counted(more, 'autre', 'autres')}` : `lignes ${shown}`,
  at_line: (line: string) => `ligne ${line}`,
  /** Why a row was refused. The codes are those of the reject file. */
  reasons: {
    no_name: 'Ni nom, ni société, ni email',
    email_malformed: 'Adresse email incorrecte',
    too_long: 'Une valeur est trop longue',
    control_character: 'Une valeur contient un caractère invisible',
    nul_byte: 'La ligne contient un octet nul (fichier abîmé)',
    unclosed_quote: 'Un guillemet n’est jamais refermé',
    too_few_columns: 'Il manque des colonnes',
    too_many_columns: 'Il y a trop de colonnes (un séparateur en trop)',
    date_unreadable: 'Date illisible',
    inactive_unreadable: 'La colonne «\u00a0Inactif\u00a0» ne dit ni oui ni non',
    professional_unreadable: 'La colonne «\u00a0Profil\u00a0» ne dit ni particulier ni professionnel',
    type_unknown: 'Type de contact inconnu',
  } as Record<string, string>,
  other_reason: (code: string) => `Autre motif (code ${code})`,
  /** What was noticed in the file, and rejects nothing. */
  notes: {
    mixed_encoding: 'Des lignes n’ont pas le même encodage que le reste. Chacune a été lue selon le sien.',
    trimmed: 'Des espaces en trop autour des valeurs sont retirés.',
    postcode_unusual: 'Code postal inhabituel, gardé tel quel.',
    postcode_padded: 'Code postal de quatre chiffres\u00a0: le zéro perdu par le tableur est remis devant.',
    phone_unreadable: 'Téléphone illisible, gardé tel quel et signalé sur la fiche.',
    empty_row: 'Ligne vide, passée.',
  } as Record<string, string>,
  other_note: (code: string) => `Remarque (code ${code})`,
}
