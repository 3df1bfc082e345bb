//! What a shop of fictional clients has made of them: a few saved lists, and a campaign that was sent.

use chrono::Months;

use super::Shop;
use crate::clients::ClientField as C;
use crate::consents::{Channel, Purpose};
use crate::documents::day_of;
use crate::lists::{Condition, ContactUse, ListField as F, ListQuery, ListSort, NewSavedList, Operator};
use crate::messages::{CampaignRequest, Context, Delivery, NewCampaign};
use crate::{Error, Result};

impl Shop {
    /// Saves a few lists, and writes a campaign to the clients of Ussel, which nobody needs to deliver: it is said to have left.
    ///
    /// # Errors
    /// `NameTaken` in a file that has such lists; what the database may say.
    pub fn add_fictional_lists(&mut self) -> Result<()> {
        let today = day_of(self.now());
        let before = |months: u32| today.checked_sub_months(Months::new(months)).unwrap_or(today).to_string();
        let town = condition(F::Record(C::Postcode), Operator::Is, "19200");
        let name = [F::Number, F::Record(C::Civility), F::Record(C::LastName), F::Record(C::FirstName)];
        let lists = [
            ("Clients d’Ussel", vec![town.clone()], None, vec![F::Record(C::Mobile), F::Record(C::Email)]),
            (
                "Offres par SMS",
                Vec::new(),
                Some((Channel::Sms, Purpose::Commercial)),
                vec![F::Record(C::Mobile), F::ContactMode, F::ContactDate],
            ),
            (
                "Mailing postal",
                Vec::new(),
                Some((Channel::Postal, Purpose::Commercial)),
                [C::Address1, C::Address2, C::Postcode, C::Town].map(F::Record).to_vec(),
            ),
            (
                "Nouveaux clients (douze mois)",
                vec![condition(F::CreatedAt, Operator::From, &before(12))],
                None,
                vec![F::Record(C::Town), F::Record(C::Origins), F::CreatedAt],
            ),
            (
                "Sans nouvelles depuis trois ans",
                vec![condition(F::UpdatedAt, Operator::Until, &before(36))],
                None,
                vec![F::Record(C::Town), F::UpdatedAt],
            ),
        ];
        for (list_name, conditions, contact, columns) in lists {
            let query = ListQuery {
                conditions,
                any: false,
                include_inactive: false,
                contact: contact.map(|(channel, purpose)| ContactUse { channel, purpose }),
                columns: [&name[..], &columns].concat(),
                sort: ListSort { by: F::Record(C::LastName), descending: false },
            };
            self.save_list(&NewSavedList { id: None, name: list_name.into(), query })?;
        }
        self.send_fictional_campaign(town)
    }

    fn send_fictional_campaign(&mut self, town: Condition) -> Result<()> {
        let of_mails = |template: &crate::messages::Template| {
            template.text.channel == Channel::Mail && template.text.context == Context::Selection
        };
        let Some(template) = self.templates()?.into_iter().find(of_mails) else { return Ok(()) };
        let query = ListQuery {
            conditions: vec![town],
            any: false,
            include_inactive: false,
            contact: None,
            columns: vec![F::Number],
            sort: ListSort { by: F::Number, descending: false },
        };
        let request = CampaignRequest { query, template: template.id };
        match self.start_campaign(&NewCampaign { name: "Anniversaires, Ussel".into(), request }) {
            Ok(_) => {}
            Err(Error::CampaignEmpty) => return Ok(()),
            Err(error) => return Err(error),
        }
        while self.write_campaigns()?.value {}
        while let Some(message) = self.claim_next(Channel::Mail)?.value {
            self.settle(&message, &Delivery::Sent { receipt: "démonstration".into() })?;
        }
        Ok(())
    }
}

fn condition(field: F, operator: Operator, value: &str) -> Condition {
    Condition { field, operator, values: vec![value.to_owned()] }
}
