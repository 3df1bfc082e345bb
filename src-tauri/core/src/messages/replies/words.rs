//! The words by which replies are read, folded: lower case, without accents.
//!
//! A reply is a STOP, or harmless, only if all of its words are among these; so a word that is missing here costs a person a look, and
//! never an objection.

/// Words that alone, or with what they are about, ask for an end.
pub(super) const STOPS: &str = "stop stopper stoppez stoppe stoper stopez arret arrets arreter arretez arrete aret arete areter aretez \
    arretter arrettez desinscription desinscrire desinscrivez desinscris desinscrit desabonnement desabonner desabonnez desabo \
    unsubscribe opposition quit";

/// One letter away from « stop », and something else.
pub(super) const NO_TYPOS: &str = "top stp shop step";

/// Verbs by which somebody has themselves taken off a list.
pub(super) const REMOVALS: &str = "retire retirer retires retirez retiree enleve enlever enleves enlevez enlevee raye rayer rayes rayez rayee \
    supprime supprimer supprimes supprimez supprimee efface effacer effaces effacez effacee radie radier radiez radiee oter otez \
    desabonne desabonner desabonnes desabonnez desabonnee desinscrire desinscris desinscrit desinscrite desinscrivez \
    sortir sortez remove unsubscribe";

/// « Je refuse vos SMS », « je m'oppose à vos messages ».
pub(super) const REFUSALS: &str = "refuse refusons oppose opposons";

/// Verbs of writing to somebody.
pub(super) const CONTACTS: &str = "contacter contactez contacte contactes contactee ecrire ecrivez ecris ecrives deranger derangez derange \
    solliciter sollicitez sollicite sollicitee relancer relancez relance embeter embetez importuner importunez importune";

/// Verbs of sending and receiving, which may be about anything.
pub(super) const SENDINGS: &str = "envoyer envoyez envoyes envoie envoies envoi recevoir adresser adressez";

/// Verbs of wanting.
pub(super) const WANTS: &str = "veux voulons souhaite souhaitons desire desirons voudrais aimerais veuillez demande";

/// Negations that leave no doubt; « plus » may also be « more ».
pub(super) const NEGATIONS: &str = "pas jamais aucun aucune";

/// What a shop sends.
pub(super) const MESSAGES: &str = "sms texto textos message messages msg mms mail mails envoi envois pub pubs publicite publicites promo \
    promos promotion promotions offre offres newsletter newsletters sollicitation sollicitations demarchage prospection";

/// Where a number stands, and what allows to write to it.
pub(super) const LISTS: &str =
    "liste listes fichier fichiers base repertoire numero contacts diffusion accord consentement autorisation";

/// Whoever writes.
pub(super) const ME: &str = "me m moi";

/// Words that join, and « stop » to what.
pub(super) const JOINING: &str = "a au aux de des du d la le les l ce ces cette votre vos ton ta tes tout tous toute toutes all mon ma mes en \
    par pour sur que commercial commerciale commerciaux commerciales publicitaire publicitaires promotionnel promotionnels";

/// Words of a sentence besides.
pub(super) const SENTENCE: &str = "je j nous ne n plus etre";

/// Politeness and impatience, which change nothing.
pub(super) const POLITE: &str = "bonjour bonsoir salut hello madame monsieur mme mr m merci mercii svp stp please cordialement avance \
    maintenant immediatement definitivement et ok oui";

/// Whole phrases that change nothing either.
pub(super) const PHRASES: [&str; 9] = [
    "s il vous plait",
    "s il te plait",
    "je vous prie de",
    "je vous demande de",
    "je vous prie",
    "je vous remercie de",
    "je vous remercie",
    "merci a vous",
    "j ai dit",
];

/// As these, and they make a question a request.
pub(super) const ASKING: [&str; 4] = ["pouvez vous", "pourriez vous", "peux tu", "merci de bien vouloir"];

/// A yes beside an end may be a yes to what ends, or to that end.
pub(super) const YES: &str = "oui ouii ok oki okay yes accord";

/// Thanks, greetings, a yes or a no to a request, opening hours and whether a repair is ready.
pub(super) const HARMLESS: &str = "bonjour bonsoir salut hello coucou bjr bsr madame monsieur mesdames messieurs mme mr m merci mercii thanks \
    thank you beaucoup bien infiniment avance cordialement bonne bon belle journee soiree week end weekend fete fetes annee bientot \
    oui ouii yes ok oki okay accord accepte parfait super top genial cool entendu recu note volontiers avec plaisir non no \
    je j suis a l la le les de d du ma mon c ce est et vous toi tous sur pour moi reponse \
    quelle quel quels quand heure heures horaire horaires h elle il etes ouvert ouverts ouverte ouvrez fermez combien prix tarif tarifs \
    ou adresse jusqu montre montres bague bijou bijoux reparation pret prete prets pretes \
    passe passerai viens viendrai arrive demain aujourd hui matin midi soir lundi mardi mercredi jeudi vendredi samedi dimanche";

/// Signs of thanks and of a yes; any other sign may be a no.
pub(super) const FRIENDLY: &str = "👍👌🙏😊🙂😀😃😄😁😉😍🥰😘❤💕💖👏🎉🎂🌸🌹💐✅☺";

/// Whether a list holds a word.
pub(super) fn has(list: &str, word: &str) -> bool {
    list.split_ascii_whitespace().any(|known| known == word)
}
