//! Writing blocks: when much of them changed, when something must leave them, and when too many are unread.

use std::collections::BTreeMap;

use rusqlite::Connection;

use super::{BLOCK, leaf_id};
use crate::Result;
use crate::clients::ClientNumber;
use crate::store::{Rows, Tx};

/// So many changes of a transaction in one block are written into it at once.
const MANY: usize = 256;
/// So many clients may be unread: each is a candidate for every question.
const MOST_UNREAD: i64 = 1_000;

/// What a transaction changed, by block.
#[derive(Debug, Default)]
pub(in crate::store) struct Changed(BTreeMap<i64, Todo>);

#[derive(Debug)]
enum Todo {
    /// These are unread from now on.
    Unread(Vec<ClientNumber>),
    /// The block is to be written.
    Write,
}

impl Tx<'_> {
    /// Remembers that a client's texts were written.
    ///
    /// # Errors
    /// What the database may say.
    pub(in crate::store) fn texts_changed(&self, client: ClientNumber) -> Result<()> {
        let block = client / BLOCK;
        {
            let mut changed = self.texts.borrow_mut();
            let todo = changed.0.entry(block).or_insert_with(|| Todo::Unread(Vec::new()));
            if let Todo::Unread(clients) = todo {
                clients.push(client);
                if clients.len() >= MANY {
                    *todo = Todo::Write;
                }
            }
            if client % BLOCK != BLOCK - 1 || matches!(todo, Todo::Unread(_)) {
                return Ok(());
            }
            changed.0.remove(&block);
        }
        // The block is full: an import or the like, whose records are still at hand.
        write_block(self.connection, block)
    }

    /// Remembers that nothing may stay of what a client's texts were.
    ///
    /// # Errors
    /// What the database may say.
    pub(in crate::store) fn texts_gone(&self, client: ClientNumber) -> Result<()> {
        self.texts.borrow_mut().0.insert(client / BLOCK, Todo::Write);
        self.connection.prepare_cached("DELETE FROM text_unread WHERE client = ?1")?.execute([client])?;
        Ok(())
    }

    /// Writes what is to be written before the transaction ends.
    ///
    /// # Errors
    /// What the database may say.
    pub(in crate::store) fn settle_texts(&self) -> Result<()> {
        let changed = std::mem::take(&mut *self.texts.borrow_mut());
        let mut noted = false;
        for (block, todo) in changed.0 {
            match todo {
                Todo::Write => write_block(self.connection, block)?,
                Todo::Unread(clients) => {
                    noted = true;
                    let mut note =
                        self.connection.prepare_cached("INSERT OR IGNORE INTO text_unread (client) VALUES (?1)")?;
                    for client in clients {
                        note.execute([client])?;
                    }
                }
            }
        }
        while noted && self.unread()? > MOST_UNREAD {
            let fullest: i64 = self.connection.query_row(
                "SELECT client / ?1 FROM text_unread GROUP BY 1 ORDER BY count(*) DESC LIMIT 1",
                [BLOCK],
                |row| row.get(0),
            )?;
            write_block(self.connection, fullest)?;
        }
        Ok(())
    }

    fn unread(&self) -> Result<i64> {
        Ok(self.connection.prepare_cached("SELECT count(*) FROM text_unread")?.query_row([], |row| row.get(0))?)
    }
}

/// Writes every block of a file.
///
/// # Errors
/// What the database may say.
pub(in crate::store) fn write_all(connection: &Connection) -> Result<()> {
    let greatest: Option<i64> = connection.query_row("SELECT max(number) FROM client", [], |row| row.get(0))?;
    greatest.map_or(Ok(()), |greatest| (0..=greatest / BLOCK).try_for_each(|block| write_block(connection, block)))
}

fn write_block(connection: &Connection, block: i64) -> Result<()> {
    let leaves = Rows(connection).pieces_of_block(block, |_| true)?.leaves();
    connection
        .prepare_cached("DELETE FROM text_leaf WHERE id >= ?1 AND id < ?2")?
        .execute([leaf_id(block, 0), leaf_id(block + 1, 0)])?;
    let mut insert = connection.prepare_cached("INSERT INTO text_leaf (id, pieces) VALUES (?1, ?2)")?;
    for (first, leaf) in leaves {
        insert.execute((leaf_id(block, first), leaf))?;
    }
    connection
        .prepare_cached("DELETE FROM text_unread WHERE client >= ?1 AND client < ?2")?
        .execute([block * BLOCK, (block + 1) * BLOCK])?;
    Ok(())
}
