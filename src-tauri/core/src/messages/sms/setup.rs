//! How SMS leave, as the file keeps it: without any key, which are in the system's credential store.

use std::collections::BTreeMap;
use std::net::IpAddr;

use serde::{Deserialize, Serialize};

use super::filling;
use super::gateways::{HttpRequest, preset};
use super::hours::SmsHours;
use crate::messages::mail::{is_near, tls};

/// Whose SMS they are, and which way they go.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(default)]
pub struct SmsSetup {
    /// The name that the reader sees, three to eleven letters and digits; empty: the gateway's number.
    pub sender: String,
    /// How to object, at the end of prospecting: « STOP au 36180 ». Its number is the gateway's (Charte Business Messaging 2026).
    pub stop_text: String,
    /// When prospecting may leave, Monday to Saturday but public holidays: within the hours that the rules allow.
    pub hours: SmsHours,
    /// Which way they go.
    pub way: SmsWay,
}

/// Which way SMS go.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum SmsWay {
    /// None: they wait.
    #[default]
    None,
    /// « Carnet »: a list for each day, to be sent by hand.
    Notebook {
        /// An existing folder, or one to be made in an existing folder.
        folder: String,
    },
    /// A mail for each, to a gateway that makes an SMS of it; by the setup of mails.
    MailGateway {
        /// The address, with `{numero}` (+33639981234), `{numero_sans_plus}` or `{numero_national}`.
        address: String,
    },
    /// A gateway that is asked by HTTP.
    Http(Box<HttpGateway>),
}

/// A gateway that is asked by HTTP.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(default)]
pub struct HttpGateway {
    /// The code of the preset that it follows.
    pub preset: String,
    /// What the preset asks for and is no secret, by its code.
    pub fields: BTreeMap<String, String>,
    /// How it is asked, where that differs from the preset.
    pub own: Option<HttpRequest>,
    /// The certificate (PEM) of the authority that vouches for it, in place of the system's authorities; empty: the system's.
    pub root_certificate: String,
}

/// What is wrong with a setup, before anything is tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum SmsFault {
    /// The sender's name is not one that networks take.
    Sender,
    /// The hours go beyond those that the rules allow, or leave none.
    Hours,
    /// No folder is named.
    Folder,
    /// The gateway's address is none, or has no place for the number.
    Address,
    /// No preset has this code.
    Preset,
    /// Something that the preset asks for is missing.
    Field,
    /// The page's address is none.
    Url,
    /// Keys and texts would travel in the clear beyond the shop's own network.
    Unencrypted,
    /// A name in braces means nothing.
    Placeholder,
    /// The text or the number has no place in the request.
    Body,
    /// The certificate is not one in PEM.
    RootCertificate,
}

impl SmsFault {
    /// The code on the wire.
    pub const fn code(self) -> &'static str {
        match self {
            SmsFault::Sender => "sender",
            SmsFault::Hours => "hours",
            SmsFault::Folder => "folder",
            SmsFault::Address => "address",
            SmsFault::Preset => "preset",
            SmsFault::Field => "field",
            SmsFault::Url => "url",
            SmsFault::Unencrypted => "unencrypted",
            SmsFault::Placeholder => "placeholder",
            SmsFault::Body => "body",
            SmsFault::RootCertificate => "root_certificate",
        }
    }
}

impl SmsSetup {
    /// The codes of the secrets that its gateway asks for.
    pub fn secret_codes(&self) -> Vec<String> {
        let SmsWay::Http(gateway) = &self.way else { return Vec::new() };
        let fields = preset(&gateway.preset).map_or(&[][..], |preset| preset.fields.as_slice());
        fields.iter().filter(|field| field.secret).map(|field| field.code.clone()).collect()
    }

    /// When prospecting may leave: the shop's own hours, and within them those of its gateway.
    pub fn hours_within(&self) -> SmsHours {
        let of_gateway = match &self.way {
            SmsWay::Http(gateway) => preset(&gateway.preset).and_then(|preset| preset.hours),
            _ => None,
        };
        of_gateway.map_or(self.hours, |gateway| self.hours.within(gateway))
    }

    /// Whom the secrets are for: the code of the gateway's preset, and the host that is asked.
    pub(crate) fn secrets_for(&self) -> (String, String) {
        match &self.way {
            SmsWay::Http(gateway) => (gateway.preset.clone(), host_of(gateway)),
            _ => Default::default(),
        }
    }

    /// Looks for what is wrong.
    ///
    /// # Errors
    /// The first fault.
    pub fn check(&self) -> Result<(), SmsFault> {
        if !self.sender.is_empty() && !is_sender(&self.sender) {
            return Err(SmsFault::Sender);
        }
        if !self.hours.are_allowed() || !self.hours_within().are_allowed() {
            return Err(SmsFault::Hours);
        }
        match &self.way {
            SmsWay::Notebook { folder } if folder.trim().is_empty() => Err(SmsFault::Folder),
            SmsWay::None | SmsWay::Notebook { .. } => Ok(()),
            SmsWay::MailGateway { address } => check_address(address),
            SmsWay::Http(gateway) => gateway.check(),
        }
    }
}

impl SmsSetup {
    /// The name of the way that they go, for records.
    pub(crate) fn way_name(&self) -> String {
        match &self.way {
            SmsWay::None => "non réglée".to_owned(),
            SmsWay::Notebook { .. } => "carnet".to_owned(),
            SmsWay::MailGateway { address } => address.split('@').next_back().unwrap_or_default().to_owned(),
            SmsWay::Http(gateway) => match preset(&gateway.preset) {
                Some(preset) if !preset.name.is_empty() => preset.name.clone(),
                _ => host_of(gateway),
            },
        }
    }
}

/// Where a gateway of the shop's own is asked.
fn host_of(gateway: &HttpGateway) -> String {
    let url = gateway.request().map(|request| request.url).unwrap_or_default();
    let sample = filling::fill(&url, &|_| Some("x".to_owned()), str::to_owned);
    let uri = sample.parse::<ureq::http::Uri>().ok();
    uri.as_ref().and_then(ureq::http::Uri::host).unwrap_or_default().to_owned()
}

impl HttpGateway {
    /// How it is asked: its own way, or the preset's. `None` for an unknown preset.
    pub(super) fn request(&self) -> Option<HttpRequest> {
        self.own.clone().or_else(|| preset(&self.preset).map(|preset| preset.request.clone()))
    }

    fn check(&self) -> Result<(), SmsFault> {
        let preset = preset(&self.preset).ok_or(SmsFault::Preset)?;
        let is_given = |code: &str| self.fields.get(code).is_some_and(|value| !value.trim().is_empty());
        let request = self.own.as_ref().unwrap_or(&preset.request);
        let used = request.placeholders();
        if preset.fields.iter().any(|field| !field.secret && used.contains(&field.code) && !is_given(&field.code)) {
            return Err(SmsFault::Field);
        }
        let is_known = |name: &String| filling::is_known(name) || preset.fields.iter().any(|field| field.code == *name);
        if !used.iter().all(is_known) {
            return Err(SmsFault::Placeholder);
        }
        let has_number = used.iter().any(|name| filling::is_number(name));
        if !used.contains("texte") || !has_number {
            return Err(SmsFault::Body);
        }
        if !self.root_certificate.is_empty() && tls::certificates(&self.root_certificate).is_none() {
            return Err(SmsFault::RootCertificate);
        }
        check_url(&request.url)
    }
}

/// Three to eleven letters, digits and spaces, not all digits: what networks show as a name (3GPP TS 23.040 § 9.1.2.5).
fn is_sender(name: &str) -> bool {
    let fits = |c: char| c.is_ascii_alphanumeric() || c == ' ';
    (3..=11).contains(&name.chars().count()) && name.chars().all(fits) && name.chars().any(|c| c.is_ascii_alphabetic())
}

fn check_address(address: &str) -> Result<(), SmsFault> {
    let names = filling::placeholders(address);
    if names.is_empty() {
        return Err(SmsFault::Address);
    }
    // A mail's address holds a number and nothing else.
    if !names.iter().all(|name| filling::is_number(name)) {
        return Err(SmsFault::Placeholder);
    }
    let sample = filling::fill(address, &|_| Some("33639981234".to_owned()), str::to_owned);
    sample.parse::<lettre::Address>().map(drop).map_err(|_| SmsFault::Address)
}

fn check_url(url: &str) -> Result<(), SmsFault> {
    let sample = filling::fill(url, &|_| Some("x".to_owned()), str::to_owned);
    let uri: ureq::http::Uri = sample.parse().map_err(|_| SmsFault::Url)?;
    let host = uri.host().filter(|host| !host.is_empty()).ok_or(SmsFault::Url)?;
    let bare = host.trim_start_matches('[').trim_end_matches(']');
    match uri.scheme_str() {
        Some("https") => Ok(()),
        Some("http") if bare == "localhost" || bare.parse::<IpAddr>().is_ok_and(is_near) => Ok(()),
        Some("http") => Err(SmsFault::Unencrypted),
        _ => Err(SmsFault::Url),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn http(change: impl FnOnce(&mut HttpGateway, &mut HttpRequest)) -> Result<(), SmsFault> {
        let mut gateway = HttpGateway { preset: "generic".into(), ..HttpGateway::default() };
        let mut request = gateway.request().unwrap();
        change(&mut gateway, &mut request);
        gateway.own = Some(request);
        SmsSetup { way: SmsWay::Http(Box::new(gateway)), ..SmsSetup::default() }.check()
    }

    #[test]
    fn every_preset_is_ready_once_its_fields_are_filled() {
        for preset in super::super::gateways::presets() {
            let mut gateway = HttpGateway { preset: preset.code.clone(), ..HttpGateway::default() };
            for field in preset.fields.iter().filter(|field| !field.secret) {
                gateway.fields.insert(field.code.clone(), "sms-ab1234-1".into());
            }
            let setup =
                SmsSetup { sender: "Ecrin".into(), way: SmsWay::Http(Box::new(gateway)), ..SmsSetup::default() };
            assert_eq!(setup.check(), Ok(()), "{}", preset.code);
        }
        let ovh = HttpGateway { preset: "ovh".into(), ..HttpGateway::default() };
        assert_eq!(SmsSetup { way: SmsWay::Http(Box::new(ovh)), ..SmsSetup::default() }.check(), Err(SmsFault::Field));
    }

    #[test]
    fn the_first_fault_of_a_gateway_is_named() {
        assert_eq!(http(|_, _| ()), Ok(()));
        assert_eq!(http(|gateway, _| gateway.preset = "autre".into()), Err(SmsFault::Preset));
        assert_eq!(http(|_, r| r.url = "passerelle".into()), Err(SmsFault::Url));
        assert_eq!(http(|_, r| r.url = "http://passerelle.example/".into()), Err(SmsFault::Unencrypted));
        assert_eq!(http(|_, r| r.url = "http://192.168.1.9:8080/sms".into()), Ok(()));
        assert_eq!(http(|_, r| r.url = "http://127.0.0.1/{texte}".into()), Ok(()));
        assert_eq!(http(|_, r| r.url = "https://a.example/{clef}".into()), Err(SmsFault::Placeholder));
        assert_eq!(http(|_, r| r.body = serde_json::json!({ "to": "{numero}" })), Err(SmsFault::Body));
        assert_eq!(http(|g, _| g.root_certificate = "x".into()), Err(SmsFault::RootCertificate));
    }

    #[test]
    fn a_mail_gateway_s_address_needs_a_place_for_the_number() {
        let check = |address: &str| {
            SmsSetup { way: SmsWay::MailGateway { address: address.into() }, ..SmsSetup::default() }.check()
        };
        assert_eq!(check("{numero}@sms.example"), Ok(()));
        assert_eq!(check("envoi+{numero_sans_plus}@sms.example"), Ok(()));
        assert_eq!(check("envoi@sms.example"), Err(SmsFault::Address));
        assert_eq!(check("{numero}"), Err(SmsFault::Address));
        assert_eq!(check("{numero}.{autre}@sms.example"), Err(SmsFault::Placeholder));
        assert_eq!(check("{numero}.{texte}@sms.example"), Err(SmsFault::Placeholder), "it would never be filled in");
        assert_eq!(check("{reference}@sms.example"), Err(SmsFault::Placeholder));
    }

    #[test]
    fn a_sender_is_a_name_that_networks_take() {
        let check = |sender: &str| SmsSetup { sender: sender.into(), ..SmsSetup::default() }.check();
        for good in ["", "Ecrin", "LA BOUTIQUE", "Bijou3"] {
            assert_eq!(check(good), Ok(()), "{good}");
        }
        let late = SmsHours { to: 1320, ..SmsHours::legal() };
        assert_eq!(SmsSetup { hours: late, ..SmsSetup::default() }.check(), Err(SmsFault::Hours));
        for bad in ["Écrin", "ab", "Bijouterie Ecrin", "36180", "+33639981234", "A-B"] {
            assert_eq!(check(bad), Err(SmsFault::Sender), "{bad}");
        }
    }
}
