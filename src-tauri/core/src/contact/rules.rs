//! The rules, one row each, with the text that each comes from and the day on which it was read.
//!
//! Exactly one row applies to a channel, a purpose, an audience and a day: law changes, and what was allowed is judged by
//! the law of its day. Texts whose present validity could not be verified give advice and never forbid. A lawyer should
//! read this table before it is relied upon.

use chrono::{NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

use super::Hours;
use crate::consents::{Audience, Channel, Purpose};

/// Which rule; the window words it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum RuleCode {
    /// Service messages: the shop asks for an agreement although they are no prospecting.
    ServiceMessage,
    /// E-mail and SMS to consumers: prior consent.
    ElectronicConsent,
    /// E-mail and SMS to those who bought something, for similar products: until opposed.
    ElectronicCustomer,
    /// E-mail and SMS to professionals, about their trade: information, and until opposed.
    ElectronicTrade,
    /// Letters: information, and until opposed.
    Post,
    /// Calls to consumers before 11 August 2026: the shop's own choice to ask first.
    PhoneShopChoice,
    /// Calls to consumers since 11 August 2026: prior consent.
    PhoneConsent,
    /// Calls related to a contract in progress.
    PhoneContract,
    /// Calls to professionals, about their trade.
    PhoneTrade,
    /// What a person is owed about their own data and agreements.
    RightsInformation,
}

/// One rule.
#[derive(Debug, PartialEq, Eq)]
pub struct Rule {
    /// Which.
    pub code: RuleCode,
    /// The channels that it is about.
    pub channels: &'static [Channel],
    /// The purposes that it is about.
    pub purposes: &'static [Purpose],
    /// The audiences that it is about.
    pub audiences: &'static [Audience],
    /// Whether silence is agreement, where the shop's indicator is an opt-out.
    pub default_stands: bool,
    /// When it allows contact; always, if absent.
    pub hours: Option<&'static Hours>,
    /// Whether the hours forbid, rather than advise.
    pub hours_bind: bool,
    /// The first day of its validity (year, month, day), if it has one.
    pub from: Option<(i32, u32, u32)>,
    /// The first day after its validity, if it has ended.
    pub until: Option<(i32, u32, u32)>,
    /// The text that it comes from.
    pub source: &'static str,
    /// When that was read, as an ISO 8601 date.
    pub read_on: &'static str,
}

/// Promotional SMS: 8:00 to 21:30. The charter recommends Monday to Saturday and tolerates Sundays and holidays; Écrin
/// takes the recommendation.
pub const SMS_HOURS: Hours =
    Hours { until: Weekday::Sat, spans: &[(8 * 60, 21 * 60 + 30)], source: "Charte Business Messaging 2026, af2m.org" };

/// Calls to consumers: Monday to Friday, 10:00 to 13:00 and 14:00 to 20:00.
const CALL_HOURS: Hours = Hours {
    until: Weekday::Fri,
    spans: &[(10 * 60, 13 * 60), (14 * 60, 20 * 60)],
    source: "C. conso. art. D.223-9 (version 2024)",
};

const PROSPECTING: &[Purpose] = &[Purpose::Commercial, Purpose::Newsletter, Purpose::Partners];
/// What the shop says of its own goods. The exceptions for customers and contracts are about these: whoever passes a file on
/// to partners needs an agreement to that.
const OWN_OFFERS: &[Purpose] = &[Purpose::Commercial, Purpose::Newsletter];
const ALL_MARKETING: &[Purpose] = &[Purpose::Commercial, Purpose::Newsletter, Purpose::Partners, Purpose::B2b];
const ALL_AUDIENCES: &[Audience] = &[Audience::Everyone, Audience::Professionals, Audience::ExistingCustomers];
const READ: &str = "2026-11-22";
/// The day on which calls to consumers began to need prior consent.
const CONSENT_TO_CALLS: (i32, u32, u32) = (2026, 8, 11);

const BASE: Rule = Rule {
    code: RuleCode::ServiceMessage,
    channels: &[],
    purposes: &[],
    audiences: ALL_AUDIENCES,
    default_stands: false,
    hours: None,
    hours_bind: false,
    from: None,
    until: None,
    source: "",
    read_on: READ,
};

const SMS: Rule = Rule { channels: &[Channel::Sms], hours: Some(&SMS_HOURS), hours_bind: true, ..BASE };
const MAIL: Rule = Rule { channels: &[Channel::Mail], ..BASE };
const CALL: Rule = Rule { channels: &[Channel::Phone], hours: Some(&CALL_HOURS), ..BASE };

const CONSENT: &str = "CPCE art. L.34-5 ; cnil.fr, La prospection commerciale par SMS-MMS";
const CUSTOMER: &str =
    "CPCE art. L.34-5, exception des clients pour des produits analogues ; cnil.fr/cnil-direct/question/371";
const TRADE: &str =
    "E-mail entre professionnels : information et opposition (sources secondaires : rimacs.fr, modeles.biz)";
/// What was read is about e-mail.
const TRADE_BY_CHOICE: &str =
    "Choix de la boutique, comme pour l’e-mail entre professionnels (sources secondaires : rimacs.fr, modeles.biz)";
const CALL_CONSENT: &str = "C. conso. art. L.223-1, en vigueur le 11 août 2026";

/// All rules.
pub static RULES: &[Rule] = &[
    Rule {
        code: RuleCode::ServiceMessage,
        channels: &[Channel::Sms, Channel::Mail, Channel::Postal, Channel::Phone],
        purposes: &[Purpose::Technical],
        default_stands: true,
        source: "Choix de la boutique ; messages de service hors prospection (Charte Business Messaging 2026, af2m.org)",
        ..BASE
    },
    Rule {
        code: RuleCode::ElectronicConsent,
        purposes: PROSPECTING,
        audiences: &[Audience::Everyone],
        source: CONSENT,
        ..SMS
    },
    Rule {
        code: RuleCode::ElectronicConsent,
        purposes: PROSPECTING,
        audiences: &[Audience::Everyone],
        source: CONSENT,
        ..MAIL
    },
    Rule {
        code: RuleCode::ElectronicConsent,
        purposes: &[Purpose::Partners],
        audiences: &[Audience::ExistingCustomers],
        source: CONSENT,
        ..SMS
    },
    Rule {
        code: RuleCode::ElectronicConsent,
        purposes: &[Purpose::Partners],
        audiences: &[Audience::ExistingCustomers],
        source: CONSENT,
        ..MAIL
    },
    Rule {
        code: RuleCode::ElectronicCustomer,
        purposes: OWN_OFFERS,
        audiences: &[Audience::ExistingCustomers],
        default_stands: true,
        source: CUSTOMER,
        ..SMS
    },
    Rule {
        code: RuleCode::ElectronicCustomer,
        purposes: OWN_OFFERS,
        audiences: &[Audience::ExistingCustomers],
        default_stands: true,
        source: CUSTOMER,
        ..MAIL
    },
    Rule {
        code: RuleCode::ElectronicTrade,
        purposes: ALL_MARKETING,
        audiences: &[Audience::Professionals],
        default_stands: true,
        source: TRADE_BY_CHOICE,
        ..SMS
    },
    Rule {
        code: RuleCode::ElectronicTrade,
        purposes: ALL_MARKETING,
        audiences: &[Audience::Professionals],
        default_stands: true,
        source: TRADE,
        ..MAIL
    },
    Rule {
        code: RuleCode::Post,
        channels: &[Channel::Postal],
        purposes: ALL_MARKETING,
        default_stands: true,
        source: "CNIL, 6 décembre 2019 : prospection postale, information et opposition",
        ..BASE
    },
    Rule {
        code: RuleCode::PhoneShopChoice,
        purposes: PROSPECTING,
        audiences: &[Audience::Everyone, Audience::ExistingCustomers],
        until: Some(CONSENT_TO_CALLS),
        source: "Choix de la boutique : accord demandé avant la loi",
        ..CALL
    },
    Rule {
        code: RuleCode::PhoneConsent,
        purposes: PROSPECTING,
        audiences: &[Audience::Everyone],
        from: Some(CONSENT_TO_CALLS),
        source: CALL_CONSENT,
        ..CALL
    },
    Rule {
        code: RuleCode::PhoneConsent,
        purposes: &[Purpose::Partners],
        audiences: &[Audience::ExistingCustomers],
        from: Some(CONSENT_TO_CALLS),
        source: CALL_CONSENT,
        ..CALL
    },
    Rule {
        code: RuleCode::PhoneContract,
        purposes: OWN_OFFERS,
        audiences: &[Audience::ExistingCustomers],
        from: Some(CONSENT_TO_CALLS),
        default_stands: true,
        source: "C. conso. art. L.223-1, exception du contrat en cours",
        ..CALL
    },
    Rule {
        code: RuleCode::PhoneTrade,
        channels: &[Channel::Phone],
        purposes: ALL_MARKETING,
        audiences: &[Audience::Professionals],
        default_stands: true,
        source: TRADE_BY_CHOICE,
        ..BASE
    },
];

/// Requests for an agreement, confirmations, information on rights: no agreement comes first, since they are what one rests on. They are no
/// purpose of [`RULES`], but asked about by [`super::may_write`].
pub static RIGHTS_INFORMATION: Rule = RIGHTS;

const RIGHTS: Rule = Rule {
    code: RuleCode::RightsInformation,
    channels: &[Channel::Sms, Channel::Mail],
    default_stands: true,
    source: "RGPD art. 7 et 12 à 14 : information et recueil du consentement (texte à vérifier sur l’original)",
    ..BASE
};

/// The same by SMS about an agreement to prospecting: it is asked when prospecting would be allowed.
pub static RIGHTS_REQUEST_BY_SMS: Rule =
    Rule { channels: &[Channel::Sms], hours: Some(&SMS_HOURS), hours_bind: true, ..RIGHTS };

/// The rule that applies on a day. A question for professionals that is no prospecting of theirs follows the rule for all.
pub fn rule_for(channel: Channel, purpose: Purpose, audience: Audience, day: NaiveDate) -> &'static Rule {
    let audience = if purpose == Purpose::B2b { Audience::Professionals } else { audience };
    RULES.iter().find(|rule| rule.applies(channel, purpose, audience, day)).unwrap_or(&STRICTEST)
}

/// What applies to a purpose that no row of [`RULES`] has on that channel (the shop can ask no such question): consent first, within the
/// hours. A gap in the table must never allow.
static STRICTEST: Rule = Rule { code: RuleCode::ElectronicConsent, source: CONSENT, ..SMS };

impl Rule {
    /// Whether this is the rule for such a contact on a day.
    pub fn applies(&self, channel: Channel, purpose: Purpose, audience: Audience, day: NaiveDate) -> bool {
        let date = |(year, month, day)| NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default();
        self.channels.contains(&channel)
            && self.purposes.contains(&purpose)
            && self.audiences.contains(&audience)
            && self.from.is_none_or(|from| date(from) <= day)
            && self.until.is_none_or(|until| day < date(until))
    }
}

impl RuleCode {
    /// The code on the wire.
    pub const fn code(self) -> &'static str {
        match self {
            RuleCode::ServiceMessage => "service_message",
            RuleCode::ElectronicConsent => "electronic_consent",
            RuleCode::ElectronicCustomer => "electronic_customer",
            RuleCode::ElectronicTrade => "electronic_trade",
            RuleCode::Post => "post",
            RuleCode::PhoneShopChoice => "phone_shop_choice",
            RuleCode::PhoneConsent => "phone_consent",
            RuleCode::PhoneContract => "phone_contract",
            RuleCode::PhoneTrade => "phone_trade",
            RuleCode::RightsInformation => "rights_information",
        }
    }
}
