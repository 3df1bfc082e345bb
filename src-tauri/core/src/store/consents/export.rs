//! Reading the whole chain for an export.

use super::chain::Link;
use crate::consents::{CHAIN_FORM, ChainHeader, ChainLine, ChainLink, genesis};
use crate::store::Rows;
use crate::{Error, Result};

impl Rows<'_> {
    /// Hands a header, then every decision, to `write`. All is read at one moment, so that what others record meanwhile
    /// does not contradict the header. Nothing is judged: a broken chain is exported as it is.
    ///
    /// # Errors
    /// What `write` or the database may say.
    pub(crate) fn export_chain<E: From<Error>>(
        &self,
        file_id: &str,
        write: &mut dyn FnMut(&ChainLine<'_>) -> Result<(), E>,
    ) -> Result<ChainHeader, E> {
        let moment = self.0.unchecked_transaction().map_err(Error::from)?;
        let decisions: i64 =
            moment.query_row("SELECT count(*) FROM decision", [], |row| row.get(0)).map_err(Error::from)?;
        let mut previous = genesis(file_id).hex();
        let header = ChainHeader {
            form: CHAIN_FORM,
            file_id: file_id.to_owned(),
            genesis: previous.clone(),
            decisions: decisions.unsigned_abs(),
            head: self.chain_end(file_id)?.seal.hex(),
        };
        write(&ChainLine::Header(header.clone()))?;
        let mut select = moment.prepare(include_str!("chain.sql")).map_err(Error::from)?;
        let mut rows = select.query([]).map_err(Error::from)?;
        while let Some(row) = rows.next().map_err(Error::from)? {
            let Link { sealed, seal } = Link::read(row)?;
            let seal = seal.hex();
            write(&ChainLine::Link(ChainLink { sealed, previous, seal: seal.clone() }))?;
            previous = seal;
        }
        Ok(header)
    }
}
