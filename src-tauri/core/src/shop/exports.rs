//! Lists that leave the file, and the register of them.

use std::sync::atomic::AtomicBool;

use super::{Outcome, Shop};
use crate::clients::ClientNumber;
use crate::consents::{Channel, Indicator, Purpose};
use crate::contact::{ContactFacts, Reason, standing_noes};
use crate::documents::Language;
use crate::exports::{
    self, ExcludedOrder, ExportEntry, ExportId, ExportOrder, ExportPage, ExportRegister, ExportReport, Exported,
    ExportsOfClient, Issuer, Telling, WrittenExport, reach_by,
};
use crate::journal::{JournalChange, Operation};
use crate::lists::ContactUse;
use crate::store::StoredExport;
use crate::{Reader, Result};

/// How much of the register is read at once, at most.
const PAGE_MAX: u32 = 500;

impl Shop {
    /// Writes a list, registers it and gives it its name. `progress` is told how many clients were gone through and how many there are
    /// (0 while unknown); setting `cancel` stops it.
    ///
    /// # Errors
    /// `ExportPurposeMissing`, `NameTooLong`, `LabelsNotPostal`, `LabelBeyondSheet`, `ExportTooLong`, `ExportCancelled`; those of the list; `FileExists`, `FileMissing` (no
    /// such folder), `ReadOnly`, `DiskFull`. Neither file nor entry is left behind then.
    pub fn export(
        &mut self,
        order: &ExportOrder,
        progress: &mut dyn FnMut(u64, u64),
        cancel: &AtomicBool,
    ) -> Result<Outcome<ExportReport>> {
        let written = exports::write(&self.reader()?, order, &self.issuer()?, &mut Telling::new(progress, cancel))?;
        self.finish_export(written)
    }

    /// Writes the table of those who are left out of a list, registers it and gives it its name.
    ///
    /// # Errors
    /// As [`Shop::export`].
    pub fn export_excluded(
        &mut self,
        order: &ExcludedOrder,
        progress: &mut dyn FnMut(u64, u64),
        cancel: &AtomicBool,
    ) -> Result<Outcome<ExportReport>> {
        let telling = &mut Telling::new(progress, cancel);
        let written = exports::write_excluded(&self.reader()?, order, &self.issuer()?, telling)?;
        self.finish_export(written)
    }

    /// Some of the register, the newest first; `before` is what the previous page gave as `next`.
    ///
    /// # Errors
    /// What the database may say.
    pub fn exports(&self, before: Option<ExportId>, limit: u32, language: Language) -> Result<ExportPage> {
        self.reader()?.exports(before, limit, language)
    }

    /// The whole register, for paper and spreadsheets.
    ///
    /// # Errors
    /// What the database may say.
    pub fn export_register(&self, language: Language) -> Result<ExportRegister> {
        self.reader()?.export_register(&self.operator, self.now(), language)
    }

    /// The exports that a client figures in.
    ///
    /// # Errors
    /// `ClientNotFound`.
    pub fn exports_of_client(&self, client: ClientNumber, language: Language) -> Result<ExportsOfClient> {
        self.reader()?.exports_of_client(client, language, self.now())
    }

    /// Registers what was written, in one transaction, then gives it its name.
    ///
    /// # Errors
    /// What the database and moving a file may say.
    pub(crate) fn finish_export(&mut self, written: WrittenExport) -> Result<Outcome<ExportReport>> {
        let outcome = self.transact(Operation::Export, |tx| {
            let new = &written.new;
            let id = tx.insert_export(new)?;
            let said = [
                ("export_file", new.file_name.clone()),
                ("export_purpose", new.purpose.clone()),
                ("export_recipient", new.recipient.clone()),
                ("export_contact", new.contact.map(ContactUse::code).unwrap_or_default()),
                ("export_kept", new.kept.to_string()),
                ("export_sha256", new.sha256.clone()),
            ];
            let changes: Vec<JournalChange> = (said.into_iter())
                .filter(|(_, value)| !value.is_empty())
                .map(|(field, value)| JournalChange::new(field, "", value))
                .collect();
            tx.journal(None, None, &changes)?;
            Ok(id)
        })?;
        Ok(Outcome { value: written.place(outcome.value)?, changes: outcome.changes })
    }

    pub(super) fn issuer(&self) -> Result<Issuer> {
        Ok(Issuer {
            shop: self.store.rows().identity()?.name,
            file_id: self.identity().file_id.clone(),
            operator: self.operator.clone(),
            at: self.now(),
        })
    }
}

impl Reader {
    /// See [`Shop::exports`].
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn exports(&self, before: Option<ExportId>, limit: u32, language: Language) -> Result<ExportPage> {
        let rows = self.rows();
        let asked = rows.indicators()?;
        let limit = limit.clamp(1, PAGE_MAX);
        let mut stored = rows.exports(before, limit + 1)?;
        let more = stored.len() > limit as usize;
        stored.truncate(limit as usize);
        let next = stored.last().filter(|_| more).map(|last| last.id);
        let exports = stored.into_iter().map(|one| entry(one, &asked, language)).collect();
        Ok(ExportPage { exports, total: rows.count_exports()?, next })
    }

    /// The whole register, for paper and spreadsheets, as it is at `at` (UTC milliseconds).
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn export_register(&self, operator: &str, at: i64, language: Language) -> Result<ExportRegister> {
        let rows = self.rows();
        let asked = rows.indicators()?;
        let stored = rows.exports(None, u32::MAX)?;
        Ok(ExportRegister {
            shop: rows.identity()?.name,
            entries: stored.into_iter().map(|one| entry(one, &asked, language)).collect(),
            operator: operator.to_owned(),
            at,
        })
    }

    /// See [`Shop::exports_of_client`]; `at` is now, UTC milliseconds.
    ///
    /// # Errors
    /// `ClientNotFound`.
    pub(crate) fn exports_of_client(
        &self,
        client: ClientNumber,
        language: Language,
        at: i64,
    ) -> Result<ExportsOfClient> {
        let rows = self.rows();
        let restricted_at = rows.client(client)?.restricted_at;
        let asked = rows.indicators()?;
        let stored = rows.exports_of(client)?;
        let noes = self.noes(client, &asked)?;
        let mut to_clean = Vec::new();
        // However many exports there are, few things are asked of the gate.
        let mut judged: Vec<(ContactUse, bool)> = Vec::new();
        for export in &stored {
            let Some(contact) = export.contact else {
                // Nobody was judged: what was said before it was made is no news to whoever holds it.
                let since = |at: i64| at > export.at;
                let exported = serde_json::from_str(&export.query);
                let reaches = |channel| match &exported {
                    Ok(Exported::List(query)) => reach_by(&query.columns, channel),
                    // It says how to reach nobody.
                    Ok(Exported::Table(_)) => false,
                    Err(_) => true,
                };
                if restricted_at.is_some_and(since) || noes.iter().any(|(channel, at)| since(*at) && reaches(*channel))
                {
                    to_clean.push(export.id);
                }
                continue;
            };
            let known = judged.iter().find(|(other, _)| *other == contact).map(|(_, says_no)| *says_no);
            let says_no = if let Some(known) = known {
                known
            } else {
                // They were allowed when it was made: what stands against now came since.
                let verdict = rows.may_contact(client, contact.channel, contact.purpose, at)?;
                let no = [Reason::Refused, Reason::Withdrawn, Reason::Restricted];
                let says_no = no.into_iter().any(|reason| verdict.reasons.contains(reason));
                judged.push((contact, says_no));
                says_no
            };
            if says_no {
                to_clean.push(export.id);
            }
        }
        let exports = stored.into_iter().map(|one| entry(one, &asked, language)).collect();
        Ok(ExportsOfClient { exports, to_clean })
    }

    /// Every no of a client that stands: the channel, and when it was written down.
    fn noes(&self, client: ClientNumber, asked: &[Indicator]) -> Result<Vec<(Channel, i64)>> {
        let rows = self.rows();
        let standings = rows.standings(client, asked)?;
        let facts = ContactFacts { standings: &standings, ..rows.contact_facts(client)? };
        let mut noes = Vec::new();
        for channel in Channel::ALL {
            for purpose in Purpose::ALL {
                for answer in standing_noes(&facts, channel, purpose).filter_map(|standing| standing.answer) {
                    noes.push((channel, rows.decision_recorded_at(answer.decision)?));
                }
            }
        }
        Ok(noes)
    }
}

fn entry(stored: StoredExport, asked: &[Indicator], language: Language) -> ExportEntry {
    let mut entry = ExportEntry {
        id: stored.id,
        at: stored.at,
        operator: stored.operator,
        purpose: stored.purpose,
        recipient: stored.recipient,
        contact: stored.contact,
        format: stored.format,
        file_name: stored.file_name,
        query: None,
        table: None,
        filter: String::new(),
        columns: Vec::new(),
        kept: stored.kept,
        excluded: stored.excluded,
        sha256: stored.sha256,
    };
    match serde_json::from_str(&stored.query) {
        Ok(Exported::List(query)) => entry.query = Some(query),
        Ok(Exported::Table(table)) => entry.table = Some(table),
        Err(_) => {}
    }
    entry.say(asked, language);
    entry
}
