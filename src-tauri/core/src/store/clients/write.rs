//! Writing records. Every writing keeps the search words and the shop's counts in step.

use rusqlite::named_params;

use super::{RECENTS, name_fold};
use crate::clients::{ClientInput, ClientNumber, Inactive, NewClient};
use crate::phones::Phone;
use crate::store::{Tx, search};
use crate::text::fold;
use crate::{Error, Result};

impl Tx<'_> {
    /// Writes a new record and gives it its number.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn insert_client(&self, client: &NewClient, import: Option<i64>) -> Result<ClientNumber> {
        let input = &client.input;
        let (phone, mobile) = (Phone::parse(&input.phone), Phone::parse(&input.mobile));
        let name = name_fold(input);
        let number = self.connection.prepare_cached(include_str!("insert.sql"))?.insert(named_params! {
            ":type": input.r#type.code(),
            ":professional": input.professional,
            ":civility": input.civility,
            ":last_name": input.last_name,
            ":first_name": input.first_name,
            ":company": input.company,
            ":address_1": input.address_1,
            ":address_2": input.address_2,
            ":address_3": input.address_3,
            ":postcode": input.postcode,
            ":town": input.town,
            ":country": input.country,
            ":email": input.email,
            ":phone": phone.stored(),
            ":phone_readable": phone.is_readable(),
            ":mobile": mobile.stored(),
            ":mobile_readable": mobile.is_readable(),
            ":origins": input.origins,
            ":name_fold": name,
            ":town_fold": fold(&input.town),
            ":inactive_at": client.inactive.as_ref().map(|inactive| inactive.at),
            ":inactive_reason": client.inactive.as_ref().map_or("", |inactive| &inactive.reason),
            ":import_batch": import,
            ":created_at": client.created_at,
            ":updated_at": client.updated_at,
        })?;
        self.know_to_the_gate(number)?;
        let words = search::words(number, input, &phone, &mobile);
        search::add(self.connection, client.inactive.is_some(), number, &words)?;
        self.learn_names(&name, input)?;
        self.texts_changed(number)?;
        self.touch(number);
        Ok(number)
    }

    /// Writes beside a record what the gate reads of it.
    ///
    /// # Errors
    /// What the database may say.
    pub(super) fn know_to_the_gate(&self, number: ClientNumber) -> Result<()> {
        // Two statements: one that selects what it inserts would begin a savepoint, see the migration.
        let facts: i64 = self
            .connection
            .prepare_cached("SELECT contact_facts FROM client WHERE number = ?1")?
            .query_row([number], |row| row.get(0))?;
        self.connection
            .prepare_cached("INSERT INTO client_contact (client, facts) VALUES (?1, ?2)")?
            .execute([number, facts])?;
        Ok(())
    }

    /// Replaces the editable part of a record.
    ///
    /// # Errors
    /// `ClientNotFound`.
    pub(crate) fn update_client(&self, number: ClientNumber, inactive: bool, input: &ClientInput) -> Result<()> {
        let (phone, mobile) = (Phone::parse(&input.phone), Phone::parse(&input.mobile));
        let name = name_fold(input);
        let changed = self.connection.prepare_cached(include_str!("update.sql"))?.execute(named_params! {
            ":number": number,
            ":type": input.r#type.code(),
            ":professional": input.professional,
            ":civility": input.civility,
            ":last_name": input.last_name,
            ":first_name": input.first_name,
            ":company": input.company,
            ":address_1": input.address_1,
            ":address_2": input.address_2,
            ":address_3": input.address_3,
            ":postcode": input.postcode,
            ":town": input.town,
            ":country": input.country,
            ":email": input.email,
            ":phone": phone.stored(),
            ":phone_readable": phone.is_readable(),
            ":mobile": mobile.stored(),
            ":mobile_readable": mobile.is_readable(),
            ":origins": input.origins,
            ":name_fold": name,
            ":town_fold": fold(&input.town),
            ":updated_at": self.now(),
        })?;
        if changed == 0 {
            return Err(Error::ClientNotFound(number));
        }
        search::remove(self.connection, inactive, number)?;
        search::add(self.connection, inactive, number, &search::words(number, input, &phone, &mobile))?;
        self.learn_names(&name, input)?;
        self.texts_changed(number)?;
        self.touch(number);
        Ok(())
    }

    /// Marks a client inactive or active again, and moves their search words accordingly.
    ///
    /// # Errors
    /// `ClientNotFound`.
    pub(crate) fn set_client_inactive(&self, number: ClientNumber, inactive: Option<&Inactive>) -> Result<()> {
        let record = self.rows().client(number)?;
        self.connection.prepare_cached(include_str!("set_inactive.sql"))?.execute(named_params! {
            ":number": number,
            ":inactive_at": inactive.map(|inactive| inactive.at),
            ":inactive_reason": inactive.map_or("", |inactive| &inactive.reason),
            ":updated_at": self.now(),
        })?;
        if record.inactive.is_some() != inactive.is_some() {
            let (phone, mobile) = (Phone::parse(&record.client.phone), Phone::parse(&record.client.mobile));
            search::remove(self.connection, record.inactive.is_some(), number)?;
            search::add(
                self.connection,
                inactive.is_some(),
                number,
                &search::words(number, &record.client, &phone, &mobile),
            )?;
            self.count_clients(0, if inactive.is_some() { 1 } else { -1 })?;
        }
        self.texts_changed(number)?;
        self.touch(number);
        Ok(())
    }

    /// Keeps the shop's counts in step with its rows.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn count_clients(&self, clients: i64, inactive: i64) -> Result<()> {
        self.connection
            .prepare_cached("UPDATE shop SET clients = clients + ?1, inactive_clients = inactive_clients + ?2")?
            .execute([clients, inactive])?;
        Ok(())
    }

    /// Puts the search words of many new clients in order. Takes as long as the whole file's words, so that it is for when
    /// the new ones are a good part of them.
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn settle_search(&self) -> Result<()> {
        search::settle(self.connection)
    }

    /// Remembers that a record was opened, and forgets the oldest beyond [`RECENTS`].
    ///
    /// # Errors
    /// What the database may say.
    pub(crate) fn remember_opened(&self, number: ClientNumber) -> Result<()> {
        self.connection.execute(
            "INSERT INTO recent_view (client, at) VALUES (?1, ?2) ON CONFLICT (client) DO UPDATE SET at = excluded.at",
            [number, self.now()],
        )?;
        self.connection.execute(
            "DELETE FROM recent_view WHERE client NOT IN (SELECT client FROM recent_view ORDER BY at DESC LIMIT ?1)",
            [RECENTS],
        )?;
        Ok(())
    }
}
