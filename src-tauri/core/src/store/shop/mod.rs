//! The shop's own facts: its name, who works at the counter, how many clients it has, when it was last backed up.

use rusqlite::{OptionalExtension, params};

use super::{Rows, Tx};
use crate::Result;
use crate::shop::ShopIdentity;

/// How many clients the shop has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Counts {
    pub(crate) clients: i64,
    pub(crate) inactive: i64,
}

/// What the status bar says of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ShopFacts {
    pub(crate) name: String,
    pub(crate) counts: Counts,
    /// UTC milliseconds.
    pub(crate) saved_at: Option<i64>,
    /// UTC milliseconds.
    pub(crate) backed_up_at: Option<i64>,
}

impl Rows<'_> {
    /// The shop's facts.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn shop(&self) -> Result<ShopFacts> {
        let saved_at =
            self.0.query_row("SELECT at FROM journal ORDER BY id DESC LIMIT 1", [], |row| row.get(0)).optional()?;
        Ok(self.0.query_row("SELECT name, clients, inactive_clients, backed_up_at FROM shop", [], |row| {
            Ok(ShopFacts {
                name: row.get("name")?,
                counts: Counts { clients: row.get("clients")?, inactive: row.get("inactive_clients")? },
                saved_at,
                backed_up_at: row.get("backed_up_at")?,
            })
        })?)
    }

    /// How many clients there are, without counting them.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn counts(&self) -> Result<Counts> {
        Ok(self
            .0
            .prepare_cached("SELECT clients, inactive_clients FROM shop")?
            .query_row([], |row| Ok(Counts { clients: row.get(0)?, inactive: row.get(1)? }))?)
    }

    /// Those who work at the counter, in the order in which they were added.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn operators(&self) -> Result<Vec<String>> {
        Ok(self
            .0
            .prepare("SELECT name FROM operator ORDER BY id")?
            .query_map([], |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()?)
    }
}

impl Tx<'_> {
    /// Names a new shop, and says since when it has been keeping its file (UTC milliseconds).
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn name_shop(&self, name: &str, since: i64) -> Result<()> {
        self.connection.execute("INSERT INTO shop (id, name, created_at) VALUES (1, ?1, ?2)", params![name, since])?;
        self.touch_shop();
        Ok(())
    }

    /// Adds a name to those who work at the counter; says whether it was new.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn add_operator(&self, name: &str) -> Result<bool> {
        let added = self
            .connection
            .execute("INSERT OR IGNORE INTO operator (name, created_at) VALUES (?1, ?2)", params![name, self.now()])?;
        self.touch_shop();
        Ok(added > 0)
    }

    /// Remembers when the file was last backed up.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn backed_up(&self) -> Result<()> {
        self.connection.execute("UPDATE shop SET backed_up_at = ?1", [self.now()])?;
        self.touch_shop();
        Ok(())
    }
}

impl Rows<'_> {
    /// Who the shop is.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn identity(&self) -> Result<ShopIdentity> {
        Ok(self.0.query_row("SELECT name, address, rights_contact, privacy_notice FROM shop", [], |row| {
            Ok(ShopIdentity {
                name: row.get("name")?,
                address: row.get("address")?,
                rights_contact: row.get("rights_contact")?,
                privacy_notice: row.get("privacy_notice")?,
            })
        })?)
    }
}

impl Tx<'_> {
    /// Says who the shop is.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn set_identity(&self, identity: &ShopIdentity) -> Result<()> {
        let ShopIdentity { name, address, rights_contact, privacy_notice } = identity;
        self.connection.execute(
            "UPDATE shop SET name = ?1, address = ?2, rights_contact = ?3, privacy_notice = ?4",
            params![name, address, rights_contact, privacy_notice],
        )?;
        self.touch_shop();
        Ok(())
    }
}
