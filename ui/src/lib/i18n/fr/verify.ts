// The dialog that checks the open file.
import { fr } from '../locale'

export const verify = {
  verifying: 'Vérification en cours…',
  verified: 'Le fichier est intact',
  verifiedClients: (count: number) => `${fr.counted(count, 'fiche vérifiée', 'fiches vérifiées')}.`,
  broken: 'Le fichier est endommagé',
  brokenAdvice: 'Faites une copie du fichier et reprenez la dernière sauvegarde.',
  chainWhole: (count: number) =>
    `${fr.counted(count, 'décision relue', 'décisions relues')}\u00a0: la chaîne est intacte.`,
  chainHead: 'Empreinte de la dernière décision',
  copyHead: 'Copier l’empreinte',
  chainBroken: (decision: number) =>
    `La chaîne des décisions ne tient plus à la décision ${fr.number(decision)}`,
  chainWhy: {
    altered: 'Cette décision, ou ce qui la précède, n’est pas ce qui a été scellé.',
    missing: 'Cette décision manque.',
    evidence_altered: 'Une pièce jointe à cette décision a été modifiée ou ajoutée.',
    evidence_missing: 'Une pièce jointe à cette décision manque.',
    wording_altered: 'La formulation montrée au client n’est plus celle qui a été scellée.',
    indicator_altered: 'L’indicateur de cette décision n’est plus celui qui a été scellé.',
    state_differs: 'Les fiches ne montrent pas ce qui a été décidé.',
    unreadable: 'Cette décision est illisible.',
    tail_cut: 'L’empreinte imprimée n’est pas dans la chaîne\u00a0: des décisions récentes manquent.',
  } as Record<string, string>,
  chainAdvice:
    'Ne corrigez rien\u00a0: gardez une copie du fichier comme preuve, puis comparez avec la dernière sauvegarde.',
}
