//! The attestation of a client's consents on paper: where they stand, every decision with its seal, the sentences they were
//! shown, and the head of the chain.

use std::collections::BTreeSet;

use super::words::{self, Language, day, fact, moment, typeset};
use crate::Result;
use crate::clients::ClientRecord;
use crate::consents::{ConsentSheet, ConsentState, HistoryRow, IndicatorState, Wording};
use crate::print::{self, Block, Column, Document, Fact, Lettering, Table};
use crate::shop::ShopIdentity;

/// Everything that an attestation says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attestation {
    /// The random identity of the shop file.
    pub file_id: String,
    /// Who attests.
    pub shop: ShopIdentity,
    /// Of whom.
    pub client: ClientRecord,
    /// Where they stand.
    pub sheet: ConsentSheet,
    /// Every decision of theirs, in the order of recording.
    pub decisions: Vec<HistoryRow>,
    /// How many decisions the whole chain holds.
    pub chain_length: i64,
    /// The seal of its newest one, 64 hexadecimal digits.
    pub chain_head: String,
    /// When this was so, UTC milliseconds.
    pub at: i64,
    /// Who made the document.
    pub operator: String,
}

impl Attestation {
    /// As a PDF.
    ///
    /// # Errors
    /// `Printing`.
    pub fn pdf(&self, language: Language) -> Result<Vec<u8>> {
        print::render(&self.document(language))
    }

    /// The client's name: « Mlle DUPONT Laura », or the company.
    pub fn client_name(&self) -> String {
        let client = &self.client.client;
        let person = [&client.civility, &client.last_name, &client.first_name];
        let person: Vec<&str> = person.into_iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
        match (person.is_empty(), client.company.is_empty()) {
            (false, true) => person.join(" "),
            (false, false) if !client.last_name.is_empty() => format!("{}, {}", person.join(" "), client.company),
            (_, false) => client.company.clone(),
            (true, true) => client.email.clone(),
        }
    }

    fn document(&self, language: Language) -> Document {
        let title = language.pick("Attestation de consentements", "Attestation of consents");
        let mut blocks = vec![
            Block::Title(title.into()),
            Block::Paragraph(self.opening(language)),
            Block::Facts(self.parties(language)),
            Block::Heading(language.pick("Où en sont les autorisations", "Where the authorisations stand").into()),
            Block::Table(self.states(language)),
            Block::Heading(language.pick("Historique des autorisations", "History of the authorisations").into()),
            Block::Table(self.history(language)),
        ];
        blocks.extend(self.wordings(language));
        blocks.extend(self.evidence(language));
        blocks.push(Block::KeepTogether(self.proof(language)));
        self.on_paper(title, blocks, language)
    }

    /// A document of the shop about the client.
    pub(super) fn on_paper(&self, title: &str, blocks: Vec<Block>, language: Language) -> Document {
        Document {
            title: format!("{title} – {}", self.client_name()),
            author: self.shop.name.clone(),
            language: language.of_print(),
            created_at: self.at,
            footer: Some(self.shop.address.replace('\n', ", ")).filter(|address| !address.is_empty()),
            blocks,
        }
    }

    fn opening(&self, language: Language) -> String {
        let (shop, name, at) = (&self.shop.name, self.client_name(), moment(self.at));
        match language {
            Language::French => format!(
                "{shop} atteste que son fichier contenait, le {at}, les réponses suivantes de {name} aux demandes d’autorisation de la boutique."
            ),
            Language::English => format!(
                "{shop} attests that on {at} its file held the following answers of {name} to the shop’s requests for authorisation."
            ),
        }
    }

    fn parties(&self, language: Language) -> Vec<Fact> {
        let client = &self.client.client;
        let lines = [&client.address_1, &client.address_2, &client.address_3];
        let mut address: Vec<String> = lines.into_iter().filter(|line| !line.is_empty()).cloned().collect();
        address.push(format!("{} {}", client.postcode, client.town).trim().to_owned());
        let contact: Vec<&str> = [&client.mobile, &client.phone, &client.email]
            .into_iter()
            .map(String::as_str)
            .filter(|text| !text.is_empty())
            .collect();
        let facts = [
            (language.pick("Client", "Client"), format!("{} (n° {})", self.client_name(), self.client.number)),
            (language.pick("Adresse", "Address"), address.join("\n").trim().to_owned()),
            (language.pick("Coordonnées", "Contact details"), contact.join("\n")),
            (language.pick("Responsable du traitement", "Controller"), self.shop.name.clone()),
            (language.pick("Adresse de la boutique", "Address of the shop"), self.shop.address.clone()),
            (language.pick("Pour exercer ses droits", "To exercise one’s rights"), self.shop.rights_contact.clone()),
        ];
        facts.into_iter().filter(|(_, value)| !value.is_empty()).map(|(label, value)| fact(label, value)).collect()
    }

    pub(super) fn states(&self, language: Language) -> Table {
        let shown = |one: &&IndicatorState| one.suits && (one.visible || one.decision.is_some());
        let rows = (self.sheet.indicators.iter().filter(shown))
            .map(|one| {
                let mut state = words::state(one.state, language).to_owned();
                if one.unproven && one.state == ConsentState::Granted {
                    state.push_str(language.pick(", sans preuve", ", without proof"));
                }
                vec![typeset(&one.name), state, one.mode.clone(), one.since.map(moment).unwrap_or_default()]
            })
            .collect();
        Table {
            columns: vec![
                Column::new(language.pick("Indicateur", "Indicator"), 4.0),
                Column::new(language.pick("État", "State"), 3.0),
                Column::new(language.pick("Type d’accord", "Kind of agreement"), 2.6),
                Column::new(language.pick("Depuis le", "Since"), 2.4),
            ],
            rows,
            when_empty: String::new(),
            fitted: false,
        }
    }

    fn history(&self, language: Language) -> Table {
        let rows = (self.decisions.iter())
            .map(|row| {
                let mut label = typeset(&row.label);
                if !row.detail.is_empty() {
                    label = format!("{label}\n{}", row.detail);
                }
                vec![
                    row.decision.to_string(),
                    label,
                    row.mode.clone(),
                    moment(row.at),
                    row.operator.clone(),
                    row.seal.clone(),
                ]
            })
            .collect();
        Table {
            columns: vec![
                Column::new(language.pick("N°", "No."), 0.8).right(),
                Column::new(language.pick("Type de communication client", "Kind of communication"), 3.4),
                Column::new(language.pick("Type d’accord", "Kind of agreement"), 1.7),
                Column::new(language.pick("Date de l’accord", "Date of agreement"), 2.1),
                Column::new(language.pick("Recueilli par", "Recorded by"), 1.4),
                Column::new(language.pick("Empreinte (SHA-256)", "Seal (SHA-256)"), 3.4).fingerprints(),
            ],
            rows,
            when_empty: language
                .pick("Aucune réponse n’a encore été enregistrée.", "No answer was recorded yet.")
                .into(),
            fitted: false,
        }
    }

    fn wordings(&self, language: Language) -> Vec<Block> {
        let mut seen = BTreeSet::new();
        let shown: Vec<&Wording> =
            (self.decisions.iter().flat_map(|row| &row.wordings)).filter(|wording| seen.insert(wording.id)).collect();
        if shown.is_empty() {
            return Vec::new();
        }
        let mut blocks = vec![Block::Heading(
            language.pick("Formulations présentées au client", "Wordings shown to the client").into(),
        )];
        for wording in shown {
            let from = day(wording.effective_from);
            let name = match language {
                Language::French => format!("{}, en vigueur le {from}", wording.name),
                Language::English => format!("{}, in force from {from}", wording.name),
            };
            blocks.push(Block::KeepTogether(vec![
                Block::Quote(format!("«\u{a0}{}\u{a0}»", wording.text)),
                Block::Note(name),
            ]));
        }
        blocks
    }

    fn evidence(&self, language: Language) -> Vec<Block> {
        let rows: Vec<Vec<String>> = (self.decisions.iter().flat_map(|row| &row.evidence))
            .map(|piece| {
                let name = if piece.name.is_empty() { language.pick("Signature", "Signature") } else { &piece.name };
                vec![piece.decision.to_string(), name.to_owned(), piece.sha256.clone()]
            })
            .collect();
        if rows.is_empty() {
            return Vec::new();
        }
        vec![
            Block::Heading(language.pick("Pièces conservées", "Evidence kept").into()),
            Block::Table(Table {
                columns: vec![
                    Column::new(language.pick("N°", "No."), 0.8).right(),
                    Column::new(language.pick("Pièce", "Piece"), 4.0),
                    Column::new(language.pick("Empreinte de la pièce (SHA-256)", "SHA-256 of the piece"), 5.0)
                        .fingerprints(),
                ],
                rows,
                when_empty: String::new(),
                fitted: false,
            }),
        ]
    }

    fn proof(&self, language: Language) -> Vec<Block> {
        let head = Fact {
            label: language.pick("Tête de la chaîne", "Head of the chain").into(),
            value: self.chain_head.clone(),
            lettering: Lettering::Fingerprint,
        };
        vec![
            Block::Heading(language.pick("Preuve", "Proof").into()),
            Block::Facts(vec![
                fact(language.pick("Décisions dans la chaîne", "Decisions in the chain"), self.chain_length.to_string()),
                head,
                fact(language.pick("Identité du fichier", "Identity of the file"), self.file_id.clone()),
                fact(language.pick("Établie le", "Made on"), moment(self.at)),
                fact(language.pick("Établie par", "Made by"), self.operator.clone()),
            ]),
            Block::Note(
                language
                    .pick(
                        "Chaque décision porte une empreinte calculée sur son contenu et sur l’empreinte de la précédente. Modifier, retirer ou couper une décision change toutes les suivantes : la tête imprimée ici ne se retrouverait plus dans le fichier. Les heures sont celles de l’ordinateur de la boutique ({offset} de l’heure universelle le jour de l’attestation).",
                        "Each decision bears a seal computed from its content and from the seal before it. Altering, removing or cutting off a decision changes all that follow: the head printed here would no longer be found in the file. Times are those of the shop’s computer ({offset} from universal time on the day of the attestation).",
                    )
                    .replace(" :", "\u{a0}:")
                    .replace("{offset}", &words::local(self.at).format("%:z").to_string()),
            ),
        ]
    }
}
