// The GDPR register: the chain of sealed decisions, and the agreements that must be asked for again.
import { fr } from '../locale'

export const register = {
  title: 'Registre RGPD',
  tabsLabel: 'Parties du registre',
  tabs: { chain: 'Accords' },
  chain: {
    title: 'Chaîne des décisions',
    printDay: 'Imprimer la liste du jour',
    dayFile: 'autorisations',
    daySaved: 'Liste du jour enregistrée',
    decisions: (count: number) => fr.counted(count, 'décision scellée', 'décisions scellées'),
    none: 'Aucune décision n’est encore enregistrée.',
    holding: (count: number) => fr.counted(count, 'décision au sceau intact', 'décisions au sceau intact'),
    holdingHead: 'Empreinte de la dernière d’entre elles',
    head: 'Empreinte de la dernière décision',
    genesis: 'Empreinte de départ du fichier',
    copyHead: 'Copier l’empreinte',
    printed: 'Empreinte imprimée',
    printedHelp:
      'Celle d’une attestation ou d’une liste, pour vérifier qu’aucune décision n’a été retirée depuis.',
    printedPlaceholder: '9f3c 41d0 …',
    printedMalformed: 'Une empreinte compte 64 caractères, de 0 à 9 et de a à f. Recopiez-la en entier.',
    check: 'Vérifier',
    checking: 'Vérification en cours…',
    intact: (count: number, time: string) =>
      `${fr.counted(count, 'décision', 'décisions')}, chaîne intacte, vérifiée à ${time}`,
    headFound: 'L’empreinte imprimée figure dans la chaîne.',
    broken: (decision: number, time: string) =>
      `La chaîne est rompue à la décision n°\u00a0${decision}, vérifiée à ${time}.`,
    headMissing: (time: string) => `L’empreinte imprimée n’est pas dans la chaîne, vérifiée à ${time}.`,
    advice: [
      'Gardez ce fichier tel quel\u00a0: il sert de preuve.',
      'Ouvrez la dernière sauvegarde et vérifiez-y la chaîne.',
      'Appelez le support avec le numéro de la décision.',
    ],
    adviceTail: [
      'Gardez ce fichier tel quel\u00a0: il sert de preuve.',
      'Ouvrez la dernière sauvegarde et vérifiez-y la même empreinte.',
      'Appelez le support, le document imprimé en main.',
    ],
    whys: {
      altered: 'Cette décision, ou celle qui la précède, n’est plus ce qui a été scellé.',
      missing: 'Cette décision manque\u00a0: elle a été retirée du fichier.',
      evidence_altered: 'Une pièce jointe à cette décision a été modifiée.',
      evidence_missing: 'Une pièce jointe à cette décision manque.',
      wording_altered: 'La formulation citée par cette décision n’est plus celle qui a été montrée.',
      indicator_altered: 'L’indicateur cité par cette décision n’est plus celui qui a été demandé.',
      state_differs: 'Les fiches affichent autre chose que ce qui a été décidé.',
      unreadable: 'Cette décision est illisible.',
      tail_cut:
        'Vérifiez d’abord qu’elle est bien recopiée et qu’elle vient de ce fichier. Si c’est le cas, des décisions ont été retirées de la fin.',
    },
    whyOther: 'Cette décision ne correspond plus à ce qui a été scellé.',
  },
  unproven: {
    title: 'À re-demander',
    text: 'Accords venus d’un fichier importé, sans preuve. Demandez-les à nouveau au prochain passage du client.',
    empty: 'Aucun accord importé n’attend de preuve.',
    columns: {
      name: 'Client',
      town: 'Ville',
      consents: 'Accords sans preuve',
      file: 'Fichier',
      at: 'Date',
    },
    openRecord: (name: string) => `Ouvrir la fiche de ${name}`,
    numbered: (number: number) => `Client n°\u00a0${number}`,
    more: 'Afficher la suite',
    shown: (shown: number, total: number) =>
      `${fr.number(shown)} sur ${fr.counted(total, 'client', 'clients')}`,
  },
}
