//! The terminal's language: French where the system says so, English elsewhere.

use std::io::ErrorKind;

use ecrin_core::{Error, documents};

use crate::consent_words;

#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Language {
    #[value(name = "fr")]
    French,
    #[value(name = "en")]
    English,
}

impl Language {
    /// The same for what is printed.
    pub(crate) const fn of_documents(self) -> documents::Language {
        match self {
            Language::French => documents::Language::French,
            Language::English => documents::Language::English,
        }
    }

    /// From the variables that POSIX gives precedence in this order.
    pub(crate) fn of_system() -> Language {
        let set = ["LC_ALL", "LC_MESSAGES", "LANG"]
            .iter()
            .find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()));
        if set.is_some_and(|value| value.starts_with("fr")) { Language::French } else { Language::English }
    }

    pub(crate) fn pick<T>(self, french: T, english: T) -> T {
        match self {
            Language::French => french,
            Language::English => english,
        }
    }

    /// What happened and what to do.
    pub(crate) fn error(self, error: &Error) -> String {
        let sentence = match error {
            Error::ClientNotFound(number) => {
                return format!("{} {number}", self.pick("aucun client ne porte le numéro", "there is no client number"));
            }
            Error::FileNewer { .. } => self.pick(
                "ce fichier vient d’une version plus récente d’Écrin. Il n’a pas été modifié : mettez Écrin à jour",
                "this file comes from a later version of Écrin. It was not modified: update Écrin",
            ),
            Error::FileMissing => self.pick("fichier ou dossier introuvable : vérifiez le chemin", "no such file or folder: check the path"),
            Error::FileExists => self.pick(
                "ce fichier existe déjà. Rien n’a été remplacé : choisissez un autre nom",
                "the file exists already. Nothing was replaced: choose another name",
            ),
            Error::NotEcrin => self.pick("ce n’est pas un fichier Écrin. Il n’a pas été modifié", "this is not an Écrin file. It was not modified"),
            Error::FileCorrupt => self.pick(
                "le fichier est endommagé. Il n’a pas été modifié : ouvrez la dernière sauvegarde",
                "the file is damaged. It was not modified: open the last backup",
            ),
            Error::FileBusy => self.pick(
                "un autre programme occupe le fichier : fermez-le, puis recommencez",
                "another program holds the file: close it, then try again",
            ),
            Error::ReadOnly => self.pick(
                "le fichier ou son dossier est en lecture seule : vérifiez les droits, ou choisissez un autre dossier",
                "the file or its folder is read-only: check its permissions, or choose another folder",
            ),
            Error::DiskFull => self.pick(
                "le disque est plein. Rien n’a été enregistré : libérez de la place, puis recommencez",
                "the disk is full. Nothing was saved: free some space, then try again",
            ),
            Error::PassphraseWrong => self.pick("la phrase de passe n’est pas la bonne", "the passphrase is wrong"),
            Error::ImportEmpty => self.pick("le fichier ne contient aucune ligne à importer", "the file holds no row to import"),
            Error::ImportNotATable => self.pick(
                "ce fichier n’est ni un CSV ni un classeur Excel lisible : enregistrez-le de nouveau depuis votre tableur",
                "this file is neither a readable CSV nor an Excel workbook: save it again from your spreadsheet",
            ),
            Error::ImportNoNameColumn => self.pick(
                "aucune colonne de nom ni de société n’est reconnue : donnez un titre aux colonnes (nom, prenom, cp, ville …)",
                "no column of names or companies is recognised: give the columns a title (last name, first name, postcode, town …)",
            ),
            Error::ImportColumnTwice => self.pick("deux colonnes portent le même titre", "two columns have the same title"),
            Error::ImportTooLarge => self.pick("ce fichier est trop grand : coupez-le en plusieurs", "this file is too large: split it"),
            Error::Invalid(_) => self.pick("la fiche contient une valeur refusée", "the record holds a refused value"),
            Error::PassphraseWeak => self.pick("la phrase de passe est vide", "the passphrase is empty"),
            Error::Io(ErrorKind::InvalidData) => self.pick(
                "ce fichier n’est pas un texte en UTF-8 : enregistrez-le dans cet encodage",
                "this file is not a text in UTF-8: save it in that encoding",
            ),
            Error::Io(ErrorKind::IsADirectory) => self.pick("c’est un dossier : indiquez un fichier", "this is a folder: name a file"),
            Error::Io(ErrorKind::InvalidFilename) => self.pick("ce nom de fichier est trop long : raccourcissez-le", "this file name is too long: shorten it"),
            Error::Io(kind) => return format!("{} ({kind})", self.pick("la lecture ou l’écriture a échoué", "reading or writing failed")),
            Error::Database(detail) => {
                return format!("{} ({detail})", self.pick("la base a refusé l’opération. Rien n’a été enregistré", "the database refused the operation. Nothing was saved"));
            }
            other => return consent_words::error(self, other),
        };
        sentence.to_owned()
    }
}
