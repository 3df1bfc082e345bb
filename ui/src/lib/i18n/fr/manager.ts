// The manager code: asked for where the manager answers for what is done; chosen in Administration › Sécurité.
import { fr } from '../locale'

const seconds = (left: number) => fr.counted(left, 'seconde', 'secondes')
const minutes = (left: number) => fr.counted(Math.ceil(left / 60), 'minute', 'minutes')
const wait = (left: number) => (left < 90 ? seconds(left) : minutes(left))

export const manager = {
  title: 'Code du responsable',
  text: 'Cette action engage la boutique. Le code vaut dix minutes\u00a0; le comptoir n’en a jamais besoin.',
  code: 'Code',
  give: 'Valider',
  empty: 'Saisissez le code.',
  wrong: 'Ce n’est pas le code du responsable.',
  waiting: (left: number) => `Prochain essai dans ${wait(left)}.`,
  forgotten: 'Code oublié…',
  forgottenTitle: 'Remplacer le code oublié',
  forgottenText: 'La phrase de passe du fichier permet de choisir un nouveau code.',
  passphrase: 'Phrase de passe du fichier',
  passphraseWrong: 'Cette phrase de passe n’ouvre pas le fichier.',
  back: 'Retour au code',
  security: 'Sécurité',
  card: {
    title: 'Code du responsable',
    text: 'Demandé pour exporter, fusionner, supprimer et changer les réglages. La recherche, les fiches et les accords restent libres.',
    none: 'Aucun code\u00a0: chacun peut exporter, fusionner, supprimer et régler.',
    set: 'Un code est en place.',
    unlocked: (time: string) => `Donné\u00a0: il vaut jusqu’à ${time}.`,
    held: (left: number) => `Trop d’essais. ${wait(left)} à attendre avant le prochain.`,
    choose: 'Choisir un code…',
    change: 'Changer le code…',
    remove: 'Retirer le code…',
    lock: 'Redemander le code dès maintenant',
    locked: 'Le code sera redemandé',
    rule: 'Après trois essais manqués, l’attente double à chaque fois, jusqu’à un quart d’heure. Fermer Écrin n’y change rien.',
  },
  dialog: {
    choose: 'Choisir un code',
    change: 'Changer le code',
    remove: 'Retirer le code',
    removeText: 'Exporter, fusionner, supprimer et régler ne demanderont plus rien.',
    removeNow: 'Retirer le code',
    current: 'Code actuel',
    fresh: 'Nouveau code',
    freshHelp: 'De 4 à 12 chiffres, ou un mot de 4 à 40 caractères.',
    repeat: 'Le même, encore une fois',
    differs: 'Les deux codes ne sont pas les mêmes.',
    set: 'Code enregistré',
    removed: 'Code retiré',
  },
}
