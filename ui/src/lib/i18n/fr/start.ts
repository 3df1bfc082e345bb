// The welcome screen: create a client file, open one, import into one, or look around in the demonstration.
import { fr } from '../locale'

export const start = {
  promise: ['La fiche client', 'que vous pouvez prouver.'],
  safety:
    'Chaque modification est datée et porte le nom de son auteur. Vos données restent sur ce poste, chiffrées, sans connexion.',
  title: 'Pour commencer',
  options: {
    create: {
      name: 'Créer un fichier clients',
      about: 'Nom de la boutique, phrase de passe, et c’est prêt.',
    },
    open: { name: 'Ouvrir un fichier existant', about: 'Un fichier .ecrin, sur ce poste ou une clé USB.' },
    import: { name: 'Importer des clients', about: 'CSV ou Excel. Vous vérifiez avant d’enregistrer.' },
    demonstration: {
      name: 'Explorer avec des données de démonstration',
      about: '500 clients fictifs, rien à effacer ensuite.',
    },
  },
  recent: 'Ouvert récemment',
  clients: (count: number) => fr.counted(count, 'fiche', 'fiches'),
  missing: 'Introuvable',
  demonstration: 'Démonstration',
  forget: (file: string) => `Retirer ${file} de la liste (le fichier n’est pas supprimé)`,
  forgotten: (file: string) => `${file} est retiré de la liste. Le fichier est toujours sur le disque.`,
  version: (version: string) => `Version\u00a0${version}`,
  language: 'Langue',
  languages: { system: (name: string) => `Langue du système (${name})`, fr: 'Français', en: 'English' },
  theme: 'Apparence',
  themes: { system: 'Apparence du système', light: 'Claire', dark: 'Sombre' },
  create: {
    title: 'Créer un fichier clients',
    then_import: (file: string) => `L’import de ${file} suivra, dans ce nouveau fichier.`,
    open_instead: 'Importer dans un fichier existant',
    shop_name: 'Nom de la boutique',
    place: 'Emplacement du fichier',
    change_place: 'Changer…',
    passphrase: 'Phrase de passe',
    again: 'La même, encore une fois',
    show: 'Afficher la phrase de passe',
    hide: 'Masquer la phrase de passe',
    rule: 'Au moins 7\u00a0mots, ou 12\u00a0caractères mêlant minuscules, majuscules, chiffres et signes (14 s’il manque une sorte).',
    ratings: {
      too_short:
        'Encore trop courte. Ajoutez des mots\u00a0: une phrase de 7\u00a0mots se retient mieux qu’un code.',
      too_simple:
        'Trop simple. Ajoutez des mots, ou une autre sorte de caractères (majuscule, chiffre, signe).',
      fine: 'Assez solide.',
    },
    suggest: 'Proposer une phrase',
    suggest_again: 'En proposer une autre',
    suggested: 'Huit mots tirés au hasard, placés dans les deux champs. Notez-les avant de continuer.',
    remember: 'Ne plus demander sur ce poste',
    remember_about:
      'La clé est confiée au trousseau du système, dans votre session\u00a0: qui ouvre votre session sur ce poste peut alors ouvrir le fichier.',
    warning_title: 'Notez cette phrase et rangez-la en lieu sûr.',
    warning: 'Sans elle, personne ne peut ouvrir ce fichier, pas même nous.',
    submit: 'Créer le fichier',
    submitting: 'Création…',
    problems: {
      shop_name: 'Indiquez le nom de la boutique.',
      place: 'Indiquez où enregistrer le fichier.',
      passphrase: 'Choisissez une phrase de passe.',
      different: 'Les deux phrases sont différentes. Retapez la seconde, ou affichez-les pour comparer.',
    },
  },
  open: {
    title: 'Ouvrir un fichier existant',
    drop: 'Déposez ici un fichier .ecrin',
    path: 'Chemin du fichier',
    submit: 'Ouvrir',
    submitting: 'Ouverture…',
    empty: 'Indiquez le fichier à ouvrir.',
    then_import: (file: string) => `L’import de ${file} suivra, dans le fichier que vous ouvrez.`,
    untouched: 'Le fichier n’a pas été modifié.',
  },
  table: {
    title: 'Importer des clients',
    about: 'Choisissez le tableau à importer. Vous indiquerez ensuite le fichier clients qui le reçoit.',
    drop: 'Déposez ici un fichier CSV ou Excel (.xlsx)',
    path: 'Chemin du fichier',
    into: 'Dans quel fichier clients\u00a0?',
    into_new: 'Un nouveau fichier',
    into_existing: 'Un fichier existant',
    empty: 'Indiquez le fichier à importer.',
  },
  unlock: {
    title: 'Phrase de passe',
    about: 'Ce fichier est chiffré. Saisissez sa phrase de passe pour l’ouvrir.',
    submit: 'Ouvrir',
    empty: 'Saisissez la phrase de passe.',
    wrong: 'Cette phrase de passe n’ouvre pas le fichier. Le fichier n’a pas été modifié.',
    check: [
      'La touche Verr. Maj est-elle active\u00a0?',
      'Le clavier est-il dans la bonne langue (AZERTY ou QWERTY)\u00a0?',
      'Les espaces et les accents sont-ils ceux d’origine\u00a0?',
    ],
    caps_lock: 'La touche Verr. Maj est active.',
  },
  demo: {
    title: 'Préparation de la démonstration',
    about: 'Écrin crée 500 clients fictifs dans un fichier à part. Vos propres fichiers ne sont pas touchés.',
    progress: (done: number, total: number) =>
      `${fr.number(done)} sur ${fr.counted(total, 'fiche', 'fiches')}`,
  },
  file: {
    browse: 'Parcourir…',
    or: 'ou',
  },
}
