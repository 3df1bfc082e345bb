//! One write: a change, its journal entry and what it touched, in one IMMEDIATE transaction.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeSet, HashMap};

use rusqlite::{Connection, TransactionBehavior};

use super::consents::ChainEnd;
use super::{Rows, Store, connection};
use crate::clients::ClientNumber;
use crate::consents::WordingId;
use crate::journal::{JournalChange, JournalField, Operation};
use crate::{Error, Result};

/// What a committed write touched, so that views know whether to read again.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize, ts_rs::TS)]
pub struct Changes {
    /// These records.
    #[ts(type = "number[]")]
    pub clients: BTreeSet<ClientNumber>,
    /// The shop's own facts (its operators, its last backup …).
    pub shop: bool,
    /// The outbox: messages were written, or stand elsewhere now.
    pub messages: bool,
    /// So much that everything should be read again.
    pub all: bool,
}

impl Changes {
    /// What a further write touched.
    pub(crate) fn add(&mut self, other: Changes) {
        self.clients.extend(other.clients);
        self.shop |= other.shop;
        self.messages |= other.messages;
        self.all |= other.all;
    }
}

/// Who writes, when and why.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Context<'a> {
    pub(crate) operation: Operation,
    pub(crate) operator: &'a str,
    /// UTC milliseconds.
    pub(crate) now: i64,
}

/// The right to write, for the length of one transaction.
#[derive(Debug)]
pub(crate) struct Tx<'a> {
    pub(super) connection: &'a Connection,
    pub(super) context: Context<'a>,
    pub(super) changes: RefCell<Changes>,
    journalled: Cell<bool>,
    /// Name words already known to the file, so that an import asks once for each.
    pub(super) known_words: RefCell<std::collections::HashSet<String>>,
    /// Words of names of records that it removed.
    pub(super) names_gone: RefCell<BTreeSet<String>>,
    /// Whose chain it is.
    pub(super) file_id: &'a str,
    /// The newest link, once it was read.
    pub(super) chain: Cell<Option<ChainEnd>>,
    /// Room for canonical forms.
    pub(super) form: RefCell<String>,
    /// Whose texts it wrote.
    pub(super) texts: RefCell<super::pieces::Changed>,
    /// Grants of this transaction by what they name, counted in the file at its end.
    pub(super) uses: RefCell<Uses>,
}

/// How many grants name a mode, by its label, and a wording.
#[derive(Debug, Default)]
pub(super) struct Uses {
    pub(super) modes: HashMap<String, i64>,
    pub(super) wordings: HashMap<WordingId, i64>,
}

impl Tx<'_> {
    /// When the transaction takes place, UTC milliseconds.
    pub(crate) fn now(&self) -> i64 {
        self.context.now
    }

    /// Everything that can be read, the transaction's own changes included.
    pub(crate) fn rows(&self) -> Rows<'_> {
        Rows(self.connection)
    }

    /// Says in the journal what this transaction does.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn journal(
        &self,
        client: Option<ClientNumber>,
        import: Option<i64>,
        changes: &[JournalChange],
    ) -> Result<()> {
        let known = |change: &JournalChange| JournalField::is_known(&change.field);
        debug_assert!(client.is_none() || changes.iter().all(known), "a field that has no words: {changes:?}");
        self.journalled.set(true);
        super::journal::append(self.connection, self.context, client, import, changes)
    }

    /// Whether whatever names a client names one that there is.
    fn check_references(&self) -> Result<()> {
        const NAMING_CLIENTS: &[&str] = &[
            "bank_account",
            "beneficiary",
            "carriage",
            "client",
            "client_code",
            "client_contact",
            "client_note",
            "consent",
            "decision",
            "delivery",
            "delivery_address",
            "distinct_pair",
            "follow_up",
            "holding",
            "incident",
            "invoice",
            "journal",
            "manager_note",
            "merge",
            "message",
            "movement",
            "payment",
            "recent_view",
            "reply",
            "sponsorship",
            "subscription",
            "text_unread",
        ];
        for table in NAMING_CLIENTS {
            let mut check = self.connection.prepare(&format!("PRAGMA foreign_key_check({table})"))?;
            if check.query([])?.next()?.is_some() {
                return Err(Error::Database(format!("{table} names what was deleted")));
            }
        }
        Ok(())
    }

    /// What a record shows has changed.
    pub(crate) fn touch(&self, client: ClientNumber) {
        let mut changes = self.changes.borrow_mut();
        // Past a page of records, naming them is more than reading them again.
        if changes.clients.len() < 200 {
            changes.clients.insert(client);
        } else {
            changes.all = true;
        }
    }

    /// Something of a record changed where no verb of the store says so.
    pub(crate) fn touched(&self, client: ClientNumber) {
        self.touch(client);
    }

    /// What records show everywhere has changed.
    pub(super) fn touch_consents(&self) {
        self.changes.borrow_mut().all = true;
    }

    pub(super) fn touch_messages(&self) {
        self.changes.borrow_mut().messages = true;
    }

    pub(super) fn touch_shop(&self) {
        self.changes.borrow_mut().shop = true;
    }
}

impl Store {
    /// The same for a write that deletes many records: what refers to them is looked for once at the end, rather than for each of them in
    /// tables that have no index for it.
    ///
    /// # Errors
    /// As [`Store::transact`]; `Database` if something refers to what was deleted.
    pub(crate) fn transact_deletions<T>(
        &mut self,
        context: Context<'_>,
        write: impl FnOnce(&Tx<'_>) -> Result<T>,
    ) -> Result<(T, Changes)> {
        self.recover()?;
        self.writer_mut().pragma_update(None, "foreign_keys", false)?;
        let written = self.transact(context, |tx| {
            let value = write(tx)?;
            tx.check_references()?;
            Ok(value)
        });
        self.writer_mut().pragma_update(None, "foreign_keys", true)?;
        written
    }

    /// Runs `write` in one transaction and commits it; on any error nothing is kept.
    ///
    /// # Errors
    /// What `write` says; `Database` if it changed something without a journal entry.
    pub(crate) fn transact<T>(
        &mut self,
        context: Context<'_>,
        write: impl FnOnce(&Tx<'_>) -> Result<T>,
    ) -> Result<(T, Changes)> {
        self.recover()?;
        if !context.operation.writes_much() {
            return self.write(context, write);
        }
        self.writer_mut().pragma_update(None, "cache_size", connection::LARGE_CACHE)?;
        let written = self.write(context, write);
        // What it held is given back; where that fails it is only memory.
        let _ = self.writer_mut().pragma_update(None, "cache_size", connection::CACHE);
        written
    }

    fn write<T>(&mut self, context: Context<'_>, write: impl FnOnce(&Tx<'_>) -> Result<T>) -> Result<(T, Changes)> {
        let file_id = self.identity().file_id.clone();
        let transaction = self.writer_mut().transaction_with_behavior(TransactionBehavior::Immediate)?;
        let before = transaction.total_changes();
        let (value, changes) = {
            let tx = Tx {
                connection: &transaction,
                context,
                changes: RefCell::default(),
                journalled: Cell::new(false),
                known_words: RefCell::default(),
                names_gone: RefCell::default(),
                file_id: &file_id,
                chain: Cell::default(),
                form: RefCell::default(),
                texts: RefCell::default(),
                uses: RefCell::default(),
            };
            let value = write(&tx)?;
            tx.count_uses()?;
            tx.settle_texts()?;
            tx.settle_names()?;
            if context.operation.is_journalled() && !tx.journalled.get() && transaction.total_changes() != before {
                return Err(Error::Database(format!("{} wrote no journal entry", context.operation.code())));
            }
            (value, tx.changes.into_inner())
        };
        transaction.commit()?;
        Ok((value, changes))
    }
}
