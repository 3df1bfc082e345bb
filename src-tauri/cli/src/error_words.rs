//! What went wrong and what to do, for people at a terminal: every error of the core, in both languages.
//!
//! One `match` without a wildcard: an error that nobody worded does not compile.

use std::io::ErrorKind;

use ecrin_core::Error as E;
use ecrin_core::lists::ListField;
use ecrin_core::messages::known_fields;

use crate::language::Language;
use crate::{answer, consent_words, list_words, movement_words, subscription_words};

/// What happened and what to do.
#[allow(clippy::too_many_lines, reason = "one arm for each: the table is as long as what it words")]
pub(crate) fn sentence(language: Language, error: &E) -> String {
    let say = |french: &str, english: &str| language.pick(french, english).to_owned();
    let either = |french: String, english: String| language.pick(french, english);
    match error {
        E::Invalid(_) => say("la fiche contient une valeur refusée", "the record holds a refused value"),
        E::ClientNotFound(number) => {
            either(format!("aucun client ne porte le numéro {number}"), format!("there is no client number {number}"))
        }
        E::MergeWithItself => {
            say("une fiche ne se fusionne pas avec elle-même", "a record cannot be merged with itself")
        }
        E::MergeNotFound => say("cette fusion n’existe pas", "there is no such merge"),
        E::MergeSuperseded => say(
            "l’une des deux fiches a changé depuis : la fusion ne peut plus être annulée",
            "one of the two records has changed since: the merge can no longer be taken back",
        ),
        E::NameDiffers => say(
            "ce n’est pas ce qu’il fallait taper. Rien n’a été supprimé",
            "this is not what was to be typed. Nothing was deleted",
        ),
        E::DuplicatesRunning => {
            say("une recherche de doublons est déjà en cours", "a search for duplicates is running already")
        }
        E::DuplicatesCancelled => {
            say("la recherche de doublons a été arrêtée", "the search for duplicates was stopped")
        }
        E::ImportNotFound => say("aucun import ne porte ce numéro", "there is no such import"),
        E::ImportUndone => say("cet import a déjà été annulé", "this import has been undone already"),
        E::ManagerCodeNeeded => say(
            "il faut le code responsable : --manager-code CODE, ou la variable ECRIN_MANAGER_CODE",
            "the manager code is needed: --manager-code CODE, or the variable ECRIN_MANAGER_CODE",
        ),
        E::ManagerCodeWrong(0) => say("ce n’est pas le code responsable", "this is not the manager code"),
        E::ManagerCodeWrong(seconds) => either(
            format!("ce n’est pas le code responsable : réessayez dans {seconds} s"),
            format!("this is not the manager code: try again in {seconds} s"),
        ),
        E::ManagerCodeWait(seconds) => either(
            format!("code responsable non essayé : trop de codes erronés, attendez {seconds} s"),
            format!("manager code not tried: too many wrong ones, wait {seconds} s"),
        ),
        E::ManagerCodeUnfit => say(
            "un code responsable a 4 à 12 chiffres, ou 4 à 40 caractères",
            "a manager code has 4 to 12 digits, or 4 to 40 characters",
        ),
        E::ChangedElsewhere(number) => either(
            format!("la fiche {number} a été modifiée entre-temps. Rien n’a été enregistré"),
            format!("record {number} was changed meanwhile. Nothing was saved"),
        ),
        E::NothingToUndo => say("il n’y a rien à annuler", "there is nothing to undo"),
        E::UndoSuperseded(number) => either(
            format!("la fiche {number} a changé depuis : rien n’a été annulé"),
            format!("record {number} has changed since: nothing was undone"),
        ),
        E::ClientRemoved(number, at) => {
            let day = answer::date(*at);
            either(
                format!("la fiche {number} a été supprimée le {day}"),
                format!("record {number} was deleted on {day}"),
            )
        }
        E::ClientMerged(number, into) => either(
            format!("la fiche {number} a été fusionnée avec la fiche {into}"),
            format!("record {number} was merged into record {into}"),
        ),
        E::ModeMissing => say(
            "un accord doit dire comment il a été obtenu : ajoutez --mode, par exemple --mode \"Accord écrit\". Rien n’a été enregistré",
            "a grant must say how it was obtained: add --mode, such as --mode \"Accord écrit\". Nothing was saved",
        ),
        E::DetailMissing => say(
            "ce mode d’accord demande une précision : ajoutez --detail. Rien n’a été enregistré",
            "this agreement mode needs more words: add --detail. Nothing was saved",
        ),
        E::ModeNotFound => say(
            "ce mode d’accord n’existe pas. Rien n’a été enregistré",
            "there is no such agreement mode. Nothing was saved",
        ),
        E::ModeInUse(uses) => either(
            format!("ce mode d’accord figure dans {uses} décision(s) : il ne peut pas être supprimé"),
            format!("this agreement mode stands in {uses} decision(s): it cannot be deleted"),
        ),
        E::LastMode => say(
            "c’est le dernier mode d’accord : il ne peut pas être supprimé",
            "this is the last agreement mode: it cannot be deleted",
        ),
        E::DecisionDate => say(
            "le client n’a pas pu répondre à cette date : --at va de 1970 à maintenant. Rien n’a été enregistré",
            "the client cannot have answered then: --at goes from 1970 to now. Nothing was saved",
        ),
        E::IndicatorUnsuited => say(
            "cela ne se demande pas à ce client par ce canal. Rien n’a été enregistré",
            "this is not asked of this client on this channel. Nothing was saved",
        ),
        E::IndicatorAmbiguous => say(
            "plusieurs indicateurs ont cette finalité : nommez-les avec --indicator. Rien n’a été enregistré",
            "several indicators have this purpose: name them with --indicator. Nothing was saved",
        ),
        E::IndicatorNotFound => say(
            "cet indicateur n’existe pas, ou n’est plus demandé. Rien n’a été enregistré",
            "there is no such indicator, or it is no longer asked. Nothing was saved",
        ),
        E::OptOutForbidden(_) => say(
            "sur ce canal, prospecter un particulier exige son accord préalable (CPCE L.34-5, C. conso. L.223-1)",
            "on this channel consumers must have agreed before (CPCE L.34-5, C. conso. L.223-1)",
        ),
        E::NameMissing => say("il manque un nom. Rien n’a été enregistré", "a name is missing. Nothing was saved"),
        E::NameTooLong(max) => either(
            format!("un texte est trop long : {max} caractères au plus. Rien n’a été enregistré"),
            format!("a text is too long: {max} characters at most. Nothing was saved"),
        ),
        E::NameTaken => say("ce nom est déjà pris", "this name is taken"),
        E::WordingNotFound => {
            say("cette formulation n’existe pas pour cet indicateur", "this indicator has no such wording")
        }
        E::EvidenceTooLarge => say(
            "cette pièce dépasse 10 Mo : réduisez-la. Rien n’a été enregistré",
            "this piece of evidence is larger than 10 MB: make it smaller. Nothing was saved",
        ),
        E::EvidenceTypeUnknown => say(
            "cette pièce n’est ni une image (PNG, JPEG, WebP) ni un PDF. Rien n’a été enregistré",
            "this piece of evidence is neither a picture (PNG, JPEG, WebP) nor a PDF. Nothing was saved",
        ),
        E::EvidenceTooMany => say(
            "dix pièces au plus par décision. Rien n’a été enregistré",
            "ten pieces of evidence at most for one decision. Nothing was saved",
        ),
        E::EvidenceNotFound => say(
            "aucune pièce ne porte ce numéro : « consents --json » les nomme",
            "no piece of evidence has this number: \"consents --json\" names them",
        ),
        E::TemplateMalformed => {
            say("une accolade est seule : un champ s’écrit {nom}", "a brace stands alone: a field is written {nom}")
        }
        E::TemplateUnsuited => say(
            "ce contexte ne convient pas à ce modèle. Rien n’a été enregistré",
            "this context does not suit this template. Nothing was saved",
        ),
        E::TemplateNotFound => say("ce modèle n’existe pas sur ce canal", "there is no such template on this channel"),
        E::TextMissing => {
            say("il manque le texte, ou l’objet d’un mail", "the text is missing, or the subject of a mail")
        }
        E::ShopNameMissing => say(
            "un SMS commercial dit de qui il vient : ajoutez {boutique} au modèle",
            "a commercial SMS says who sends it: add {boutique} to the template",
        ),
        E::IndicatorMissing => say(
            "ce modèle parle d’un accord : dites lequel avec --indicator. Rien n’a été enregistré",
            "this template speaks of an agreement: say of which with --indicator. Nothing was saved",
        ),
        E::AgreementMissing => say(
            "ce modèle confirme un accord que le client n’a pas donné. Rien n’a été enregistré",
            "this template confirms an agreement that the client has not given. Nothing was saved",
        ),
        E::MessageNotFound => say("ce message n’existe pas", "there is no such message"),
        E::MessageSettled => {
            say("ce message est déjà parti, ou en train de partir", "this message has left, or is leaving")
        }
        E::ListNotFound => say("cette sélection n’existe pas", "there is no such list"),
        E::CampaignNotFound => say("cet envoi n’existe pas", "there is no such campaign"),
        E::CampaignEmpty => say(
            "personne de cette sélection ne peut recevoir ce message. Rien n’a été enregistré",
            "nobody of this list may receive this message. Nothing was saved",
        ),
        E::CampaignSettled => {
            say("cet envoi est terminé, ou déjà dans cet état", "this campaign is over, or stands so already")
        }
        E::RepliesNoNumber => say(
            "aucune colonne de numéros n’est reconnue : est-ce bien le fichier des réponses de votre passerelle ?",
            "no column of numbers is recognised: is this your gateway’s file of replies?",
        ),
        E::RepliesNoText => say(
            "aucune colonne de messages n’est reconnue : est-ce bien le fichier des réponses de votre passerelle ?",
            "no column of texts is recognised: is this your gateway’s file of replies?",
        ),
        E::FieldUnknown(field) => {
            let known = known_fields();
            either(
                format!("le champ « {field} » n’existe pas. Ceux qui existent : {known}"),
                format!("there is no field \"{field}\". Those that there are: {known}"),
            )
        }
        E::MessageBlocked(reason) => {
            let reason = consent_words::reason(language, *reason);
            either(
                format!("ce message ne peut pas partir : {reason}. Rien n’a été enregistré"),
                format!("this message cannot be sent: {reason}. Nothing was saved"),
            )
        }
        E::CarrierInvalid { fault, .. } => either(
            format!("ces réglages d’envoi sont incomplets ({fault}). Rien n’a été enregistré"),
            format!("these settings for sending are incomplete ({fault}). Nothing was saved"),
        ),
        E::ListInvalid { problem, field, .. } => {
            let choices = list_words::choices(*problem, ListField::from_code(field));
            list_words::sentence(language, *problem, field, &choices)
        }
        E::CodeNotFound => say("ce code de sélection n’existe pas", "there is no such selection code"),
        E::CodeNameUnfit => say(
            "le nom d’un code ne contient ni virgule, ni point-virgule, ni barre verticale",
            "the name of a code holds no comma, semicolon or vertical bar",
        ),
        E::LabelNotFound => say("cet élément n’est plus sur la fiche", "this is no longer on the record"),
        E::LabelChanged => say(
            "cet élément a changé entre-temps. Rien n’a été enregistré",
            "this was changed meanwhile. Nothing was saved",
        ),
        E::DaysReversed => say("la fin vient avant le début", "the end comes before the beginning"),
        E::DayUnlikely => {
            say("cette date est hors de portée : vérifiez l’année", "this day is out of reach: check the year")
        }
        E::RankUnfit => say("l’ordre de tournée va de 1 à 99 999", "a place in a round goes from 1 to 99,999"),
        E::AddressMissing => {
            say("il faut une ligne d’adresse ou une ville", "a line of the address or a town is needed")
        }
        E::NoteOfAnother => say("cette note est d’une autre personne", "this note is somebody else’s"),
        E::BankAccountInvalid(fault) => either(
            format!("ces informations bancaires ne conviennent pas ({}). Rien n’a été enregistré", fault.code()),
            format!("this bank account cannot be so ({}). Nothing was saved", fault.code()),
        ),
        E::OfferNotFound => say("cette offre n’existe pas", "there is no such offer"),
        E::SubscriptionNotFound => say("cet abonnement n’existe pas", "there is no such subscription"),
        E::InvoiceNotFound => say(
            "cette facture n’existe pas, ou n’est pas celle de ce client",
            "there is no such invoice, or it is not this client’s",
        ),
        E::PaymentNotFound => say("ce règlement n’existe pas", "there is no such payment"),
        E::DeliveryNotFound => say("cette livraison n’existe pas", "there is no such delivery"),
        E::SponsorshipNotFound => say("ce parrainage n’existe pas", "there is no such sponsorship"),
        E::AmountUnfit => say("ce montant n’est pas possible", "this amount is not possible"),
        E::MovementNotFound => say("ce mouvement n’existe pas", "there is no such movement"),
        E::RepairEnded => say(
            "cette réparation a été rendue : elle est terminée. Rien n’a été enregistré",
            "this repair was collected, which ends it. Nothing was saved",
        ),
        E::RepairMissing => say(
            "ce modèle annonce une réparation prête, et ce client n’en a pas. Rien n’a été enregistré",
            "this template says that a repair is ready, and this client has none. Nothing was saved",
        ),
        E::Refused(rule) => subscription_words::rule(language, *rule).to_owned(),
        E::MovementInvalid(problem) => movement_words::problem(language, *problem).to_owned(),
        E::FileMissing => {
            say("fichier ou dossier introuvable : vérifiez le chemin", "no such file or folder: check the path")
        }
        E::FileExists => say(
            "ce fichier existe déjà. Rien n’a été remplacé : choisissez un autre nom",
            "the file exists already. Nothing was replaced: choose another name",
        ),
        E::NotEcrin => say(
            "ce n’est pas un fichier Écrin. Il n’a pas été modifié",
            "this is not an Écrin file. It was not modified",
        ),
        E::FileNewer { .. } => say(
            "ce fichier vient d’une version plus récente d’Écrin. Il n’a pas été modifié : mettez Écrin à jour",
            "this file comes from a later version of Écrin. It was not modified: update Écrin",
        ),
        E::FileCorrupt => say(
            "le fichier est endommagé. Il n’a pas été modifié : ouvrez la dernière sauvegarde",
            "the file is damaged. It was not modified: open the last backup",
        ),
        E::FileBusy => say(
            "un autre programme occupe le fichier : fermez-le, puis recommencez",
            "another program holds the file: close it, then try again",
        ),
        E::ReadOnly => say(
            "le fichier ou son dossier est en lecture seule : vérifiez les droits, ou choisissez un autre dossier",
            "the file or its folder is read-only: check its permissions, or choose another folder",
        ),
        E::DiskFull => say(
            "le disque est plein. Rien n’a été enregistré : libérez de la place, puis recommencez",
            "the disk is full. Nothing was saved: free some space, then try again",
        ),
        E::NoShopOpen => say("aucun fichier n’est ouvert", "no file is open"),
        E::PassphraseNeeded => say("il faut la phrase de passe de ce fichier", "the passphrase of this file is needed"),
        E::PassphraseWrong => say("la phrase de passe n’est pas la bonne", "the passphrase is wrong"),
        E::PassphraseWeak => say("la phrase de passe est vide", "the passphrase is empty"),
        E::ImportEmpty => say("le fichier ne contient aucune ligne à importer", "the file holds no row to import"),
        E::ImportNotATable => say(
            "ce fichier n’est ni un CSV ni un classeur Excel lisible : enregistrez-le de nouveau depuis votre tableur",
            "this file is neither a readable CSV nor an Excel workbook: save it again from your spreadsheet",
        ),
        E::ImportNoNameColumn => say(
            "aucune colonne de nom ni de société n’est reconnue : donnez un titre aux colonnes (nom, prenom, cp, ville …)",
            "no column of names or companies is recognised: give the columns a title (last name, first name, postcode, town …)",
        ),
        E::ImportColumnTwice => say("deux colonnes portent le même titre", "two columns have the same title"),
        E::ImportTooLarge => {
            say("ce fichier est trop grand : coupez-le en plusieurs", "this file is too large: split it")
        }
        E::ImportCancelled => say(
            "l’import est arrêté. Le fichier clients est resté tel qu’il était",
            "the import was stopped. The client file is as it was",
        ),
        E::ImportRunning => say("un import est déjà en cours", "an import is running already"),
        E::ExportPurposeMissing => say(
            "dites pourquoi cette liste est exportée : --purpose. Rien n’a été écrit",
            "say why this list is exported: --purpose. Nothing was written",
        ),
        E::ExportTooLong(max) => either(
            format!("trop de clients pour ce format : {max} au plus. Rien n’a été écrit"),
            format!("too many clients for this format: {max} at most. Nothing was written"),
        ),
        E::LabelsNotPostal => say(
            "les étiquettes vont avec des courriers : --contact postal:…, ou aucun --contact. Rien n’a été écrit",
            "labels go with letters: --contact postal:…, or no --contact. Nothing was written",
        ),
        E::LabelBeyondSheet(labels) => either(
            format!("cette planche a {labels} étiquettes : --start va de 1 à {labels}. Rien n’a été écrit"),
            format!("this sheet has {labels} labels: --start goes from 1 to {labels}. Nothing was written"),
        ),
        E::ExportCancelled => {
            say("l’export est arrêté. Aucun fichier n’a été écrit", "the export was stopped. No file was written")
        }
        E::ExportRunning => say("un export est déjà en cours", "an export is running already"),
        E::Interrupted => {
            say("une demande plus récente a pris la place de celle-ci", "a newer request took the place of this one")
        }
        E::Printing => say(
            "le document n’a pas pu être mis en PDF : signalez-le",
            "the document could not be made into a PDF: please report it",
        ),
        E::BadRequest(what) => {
            either(format!("demande non comprise : {what}"), format!("request not understood: {what}"))
        }
        E::Io(kind) => in_or_out(language, *kind),
        E::Database(detail) => either(
            format!("la base a refusé l’opération. Rien n’a été enregistré ({detail})"),
            format!("the database refused the operation. Nothing was saved ({detail})"),
        ),
    }
}

/// What reading or writing says beyond what the core tells apart.
fn in_or_out(language: Language, kind: ErrorKind) -> String {
    match kind {
        ErrorKind::InvalidData => language
            .pick(
                "ce fichier n’est pas un texte en UTF-8 : enregistrez-le dans cet encodage",
                "this file is not a text in UTF-8: save it in that encoding",
            )
            .to_owned(),
        ErrorKind::IsADirectory => {
            language.pick("c’est un dossier : indiquez un fichier", "this is a folder: name a file").to_owned()
        }
        ErrorKind::InvalidFilename => language
            .pick("ce nom de fichier est trop long : raccourcissez-le", "this file name is too long: shorten it")
            .to_owned(),
        other => {
            format!("{} ({other})", language.pick("la lecture ou l’écriture a échoué", "reading or writing failed"))
        }
    }
}

#[cfg(test)]
mod tests;
