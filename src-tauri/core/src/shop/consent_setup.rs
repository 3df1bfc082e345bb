//! Administration › Rgpd: the questions, the ways of agreeing and the sentences of the shop.

use super::{Outcome, Shop};
use crate::consents::{
    AgreementMode, Indicator, IndicatorId, ModeId, NewIndicator, NewMode, Removal, WORDING_MAX, Wording, checked_name,
    legible,
};
use crate::journal::{JournalChange, Operation};
use crate::store::Tx;
use crate::{Error, Result};

/// An indicator in Administration.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize, ts_rs::TS)]
pub struct IndicatorSetup {
    /// The indicator.
    pub indicator: Indicator,
    /// Whether decisions name it: deleting it archives it.
    pub has_history: bool,
}

/// Everything that Administration › Rgpd shows.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize, ts_rs::TS)]
pub struct ConsentSetup {
    /// In the shop's order, archived ones last.
    pub indicators: Vec<IndicatorSetup>,
    /// In the order of their number keys.
    pub modes: Vec<AgreementMode>,
    /// By indicator, the newest first.
    pub wordings: Vec<Wording>,
}

impl Shop {
    /// What Administration › Rgpd shows.
    ///
    /// # Errors
    /// What the database may say.
    pub fn consent_setup(&self) -> Result<ConsentSetup> {
        self.store.rows().consent_setup()
    }

    /// Adds a question.
    ///
    /// # Errors
    /// See [`NewIndicator::checked`]; `NameTaken`.
    pub fn create_indicator(&mut self, new: &NewIndicator) -> Result<Outcome<IndicatorId>> {
        let new = new.clone().checked()?;
        self.set_up(|tx| {
            let id = tx.insert_indicator(&new)?;
            Ok((id, JournalChange::new("indicator", "", &new.name)))
        })
    }

    /// Renames a question; sealed rows keep the name of their day.
    ///
    /// # Errors
    /// `NameMissing`, `NameTooLong`, `NameTaken`, `IndicatorNotFound`.
    pub fn rename_indicator(&mut self, id: IndicatorId, name: &str) -> Result<Outcome<()>> {
        let name = checked_name(name)?;
        self.set_up(|tx| {
            let before = tx.rows().indicator(id)?.name;
            tx.rename_indicator(id, &name)?;
            Ok(((), JournalChange::new("indicator", &before, &name)))
        })
    }

    /// Shows or hides a question in records. Answers already given go on counting.
    ///
    /// # Errors
    /// `IndicatorNotFound`.
    pub fn show_indicator(&mut self, id: IndicatorId, visible: bool) -> Result<Outcome<()>> {
        self.set_up(|tx| {
            let before = tx.rows().indicator(id)?;
            tx.show_indicator(id, visible)?;
            let said = |visible: bool| format!("{} : {visible}", before.name);
            Ok(((), JournalChange::new("indicator_visible", said(before.visible), said(visible))))
        })
    }

    /// Puts the questions in this order.
    ///
    /// # Errors
    /// What the database may say.
    pub fn order_indicators(&mut self, order: &[IndicatorId]) -> Result<Outcome<()>> {
        self.set_up(|tx| {
            let names = |tx: &Tx<'_>| -> Result<String> {
                Ok(tx.rows().indicators()?.into_iter().map(|indicator| indicator.code).collect::<Vec<_>>().join(", "))
            };
            let before = names(tx)?;
            tx.order_indicators(order)?;
            Ok(((), JournalChange::new("indicator_order", &before, &names(tx)?)))
        })
    }

    /// Deletes a question that nobody ever answered, archives any other.
    ///
    /// # Errors
    /// `IndicatorNotFound`.
    pub fn remove_indicator(&mut self, id: IndicatorId) -> Result<Outcome<Removal>> {
        self.set_up(|tx| {
            let before = tx.rows().indicator(id)?.name;
            let removal = tx.remove_indicator(id)?;
            Ok((removal, JournalChange::new("indicator", &before, "")))
        })
    }

    /// Adds an agreement mode.
    ///
    /// # Errors
    /// `NameMissing`, `NameTooLong`, `NameTaken`.
    pub fn create_mode(&mut self, new: &NewMode) -> Result<Outcome<ModeId>> {
        let new = new.checked()?;
        self.set_up(|tx| Ok((tx.insert_mode(&new)?, JournalChange::new("agreement_mode", "", &new.label))))
    }

    /// Gives a mode other words; decisions keep those of their day.
    ///
    /// # Errors
    /// `NameMissing`, `NameTooLong`, `NameTaken`, `ModeNotFound`.
    pub fn rename_mode(&mut self, id: ModeId, new: &NewMode) -> Result<Outcome<()>> {
        let new = new.checked()?;
        self.set_up(|tx| {
            let before = mode(tx, id)?.label;
            tx.rename_mode(id, &new)?;
            Ok(((), JournalChange::new("agreement_mode", &before, &new.label)))
        })
    }

    /// Puts the modes in this order, which is that of their number keys.
    ///
    /// # Errors
    /// What the database may say.
    pub fn order_modes(&mut self, order: &[ModeId]) -> Result<Outcome<()>> {
        self.set_up(|tx| {
            let names = |tx: &Tx<'_>| -> Result<String> {
                Ok(tx.rows().modes()?.into_iter().map(|mode| mode.name).collect::<Vec<_>>().join(", "))
            };
            let before = names(tx)?;
            tx.order_modes(order)?;
            Ok(((), JournalChange::new("agreement_mode_order", &before, &names(tx)?)))
        })
    }

    /// Deletes a mode that no grant names.
    ///
    /// # Errors
    /// `ModeInUse`, `LastMode`, `ModeNotFound`.
    pub fn remove_mode(&mut self, id: ModeId) -> Result<Outcome<()>> {
        self.set_up(|tx| {
            let before = mode(tx, id)?.label;
            tx.remove_mode(id)?;
            Ok(((), JournalChange::new("agreement_mode", &before, "")))
        })
    }

    /// Adds the next version of an indicator's wording, shown from a day on (UTC milliseconds).
    ///
    /// # Errors
    /// `IndicatorNotFound`; `NameMissing` without a text, `NameTooLong` beyond 1,000 characters.
    pub fn create_wording(&mut self, indicator: IndicatorId, text: &str, effective_from: i64) -> Result<Outcome<()>> {
        let text = text.trim();
        if legible(text).is_empty() {
            return Err(Error::NameMissing);
        }
        if text.chars().count() > WORDING_MAX {
            return Err(Error::NameTooLong(1000));
        }
        self.set_up(|tx| {
            let asked = tx.rows().indicator(indicator)?;
            if asked.archived_at.is_some() {
                return Err(Error::IndicatorNotFound);
            }
            tx.insert_wording(indicator, text, effective_from)?;
            Ok(((), JournalChange::new("wording", &asked.code, text)))
        })
    }

    fn set_up<T>(&mut self, write: impl FnOnce(&Tx<'_>) -> Result<(T, JournalChange)>) -> Result<Outcome<T>> {
        self.transact(Operation::SetUpConsents, |tx| {
            let (value, change) = write(tx)?;
            tx.journal(None, None, &[change])?;
            Ok(value)
        })
    }
}

impl crate::store::Rows<'_> {
    pub(crate) fn consent_setup(&self) -> Result<ConsentSetup> {
        let indicators = self
            .indicators()?
            .into_iter()
            .map(|indicator| Ok(IndicatorSetup { has_history: self.indicator_has_history(indicator.id)?, indicator }))
            .collect::<Result<_>>()?;
        Ok(ConsentSetup { indicators, modes: self.modes()?, wordings: self.wordings()? })
    }
}

fn mode(tx: &Tx<'_>, id: ModeId) -> Result<AgreementMode> {
    tx.rows().modes()?.into_iter().find(|mode| mode.id == id).ok_or(Error::ModeNotFound)
}
