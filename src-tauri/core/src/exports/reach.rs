//! Which fields of a record reach a person, and by which channel.
//!
//! A list that serves one channel holds the coordinates of that channel and of no other: the guard let people through for that one, and
//! may well have a no of theirs for another. A postcode, a town and a country alone reach nobody, and stay.

use crate::clients::ClientField as F;
use crate::consents::Channel;
use crate::lists::{ContactUse, HeldField, ListField};

/// The channels that a field of the record serves; none for what reaches nobody.
pub(crate) const fn channels(field: ListField) -> &'static [Channel] {
    match field {
        ListField::Record(F::Phone | F::Mobile) => &[Channel::Sms, Channel::Phone],
        ListField::Record(F::Email) => &[Channel::Mail],
        // An instruction leads to a door.
        ListField::Record(F::Address1 | F::Address2 | F::Address3)
        | ListField::Held(HeldField::CarriageInstruction) => &[Channel::Postal],
        _ => &[],
    }
}

/// Whether a field may stand in a list that serves this.
pub(super) fn suits(field: ListField, contact: Option<ContactUse>) -> bool {
    let channels = channels(field);
    channels.is_empty() || contact.is_none_or(|contact| channels.contains(&contact.channel))
}

/// Whether columns hold coordinates of a channel.
pub(crate) fn reach_by(columns: &[ListField], channel: Channel) -> bool {
    columns.iter().any(|field| channels(*field).contains(&channel))
}
