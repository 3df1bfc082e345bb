//! How messages leave: what the file keeps of it, and what only the system's credential store does.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Carriers;
use super::mail::{MailCarrier, MailSetup, MailWay, Secret};
use super::sms::{GatewayPreset, SmsCarrier, SmsHours, SmsSetup, SmsWay};
use crate::consents::Channel;

/// Everything that Administration › Messages shows of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ts_rs::TS)]
pub struct MessageSetup {
    /// How mails leave.
    pub mail: MailSetup,
    /// Whether the credential store has a password for them.
    pub mail_password: bool,
    /// How SMS leave.
    pub sms: SmsSetup,
    /// Which of the gateway's secrets the credential store has, by their codes.
    pub sms_secrets: Vec<String>,
    /// The gateways that Écrin knows; the generic one is the last.
    pub gateways: Vec<GatewayPreset>,
    /// All that the rules allow of hours for prospecting by SMS: `sms.hours` lie within.
    pub legal_sms_hours: SmsHours,
}

/// How mails shall leave.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct MailSetupRequest {
    /// Whose mails they are, and which way they go.
    pub setup: MailSetup,
    /// For the credential store; `null` leaves the one that is there.
    pub password: Option<String>,
}

/// How SMS shall leave.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct SmsSetupRequest {
    /// Whose SMS they are, and which way they go.
    pub setup: SmsSetup,
    /// For the credential store, by their codes; those left out stay as they are.
    pub secrets: BTreeMap<String, String>,
}

/// Which secret is wanted. Whom it is for belongs to its name: what was kept for one server is never told to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SecretName<'a> {
    /// The password of a mail server.
    MailPassword {
        /// The server.
        host: &'a str,
        /// Who logs in there.
        user: &'a str,
    },
    /// A secret of a gateway.
    Gateway {
        /// The code of its preset.
        preset: &'a str,
        /// The host that is asked.
        host: &'a str,
        /// The secret's code.
        code: &'a str,
    },
}

impl MailSetup {
    /// The name of its password; `None` for mails that need none.
    pub(crate) fn password_name(&self) -> Option<SecretName<'_>> {
        match &self.way {
            MailWay::Smtp(server) => Some(SecretName::MailPassword { host: server.host.trim(), user: &server.user }),
            MailWay::Folder { .. } => None,
        }
    }
}

/// Makes what takes messages away. A channel for which nothing was set up has no carrier, and keeps its messages. `secret` is asked for what the
/// file does not hold.
pub fn carriers(
    mail: &MailSetup,
    sms: &SmsSetup,
    file_id: &str,
    secret: &dyn Fn(SecretName<'_>) -> Option<Secret>,
) -> Carriers {
    let mut carriers = Carriers::new();
    let password = || mail.password_name().and_then(secret);
    let by_mail = || mail.check().is_ok().then(|| MailCarrier::new(mail, password(), file_id));
    if let Some(carrier) = by_mail() {
        carriers.push((Channel::Mail, Box::new(carrier)));
    }
    let way = match &sms.way {
        SmsWay::None => None,
        SmsWay::MailGateway { .. } => by_mail().map(Some),
        SmsWay::Notebook { .. } | SmsWay::Http(_) => Some(None),
    };
    if let Some(mail) = way.filter(|_| sms.check().is_ok()) {
        let (preset, host) = sms.secrets_for();
        let secrets = sms
            .secret_codes()
            .into_iter()
            .filter_map(|code| {
                let value = secret(SecretName::Gateway { preset: &preset, host: &host, code: &code })?;
                Some((code, value))
            })
            .collect();
        carriers.push((Channel::Sms, Box::new(SmsCarrier::new(sms, secrets, mail, file_id))));
    }
    carriers
}
