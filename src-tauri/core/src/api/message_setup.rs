//! How messages leave: what the file keeps, and the passwords that the system's credential store keeps for it.

use super::clients::tell;
use super::desk::CredentialStore;
use super::{ApiError, Desk, Empty};
use crate::messages::mail::{ConnectionProblem, Secret, test_connection};
use crate::messages::sms::{SmsHours, presets};
use crate::messages::{MailSetupRequest, MessageSetup, SecretName, SmsSetupRequest};

/// The name of a secret in the credential store.
fn entry(file_id: &str, name: SecretName<'_>) -> String {
    match name {
        SecretName::MailPassword { host, user } => format!("{file_id}/mail/{}/{user}", host.to_lowercase()),
        SecretName::Gateway { preset, host, code } => format!("{file_id}/sms/{preset}/{}/{code}", host.to_lowercase()),
    }
}

/// Asks the credential store for a secret of the file with this identity.
pub(super) fn secret(store: &dyn CredentialStore, file_id: &str, name: SecretName<'_>) -> Option<Secret> {
    let kept = store.get(&entry(file_id, name))?;
    String::from_utf8(kept).ok().map(Secret::new)
}

fn keep(desk: &Desk, file_id: &str, name: SecretName<'_>, value: &str) {
    let entry = entry(file_id, name);
    if value.is_empty() {
        desk.credentials().delete(&entry);
    } else {
        desk.credentials().set(&entry, value.as_bytes());
    }
}

pub(super) fn message_setup(desk: &Desk, _: Empty) -> Result<MessageSetup, ApiError> {
    let open = desk.open_shop()?;
    let (mail, sms) = {
        let reading = open.reading();
        (reading.rows().mail_setup()?, reading.rows().sms_setup()?)
    };
    let has = |name: SecretName<'_>| secret(desk.credentials(), &open.file_id, name).is_some();
    let (preset, host) = sms.secrets_for();
    let is_there = |code: &String| has(SecretName::Gateway { preset: &preset, host: &host, code });
    let sms_secrets = sms.secret_codes().into_iter().filter(is_there).collect();
    let mail_password = mail.password_name().is_some_and(has);
    Ok(MessageSetup {
        mail,
        mail_password,
        sms,
        sms_secrets,
        gateways: presets().to_vec(),
        legal_sms_hours: SmsHours::legal(),
    })
}

pub(super) fn set_mail_setup(desk: &Desk, request: MailSetupRequest) -> Result<MessageSetup, ApiError> {
    let open = desk.open_shop()?;
    let outcome = open.writing().set_mail_setup(&request.setup)?;
    if let (Some(password), Some(name)) = (request.password, request.setup.password_name()) {
        keep(desk, &open.file_id, name, &Secret::new(password));
    }
    tell(desk, outcome);
    desk.ring();
    message_setup(desk, Empty {})
}

pub(super) fn set_sms_setup(desk: &Desk, request: SmsSetupRequest) -> Result<MessageSetup, ApiError> {
    let open = desk.open_shop()?;
    let outcome = open.writing().set_sms_setup(&request.setup)?;
    let (preset, host) = request.setup.secrets_for();
    for (code, value) in request.secrets {
        let name = SecretName::Gateway { preset: &preset, host: &host, code: &code };
        keep(desk, &open.file_id, name, &Secret::new(value));
    }
    tell(desk, outcome);
    desk.ring();
    message_setup(desk, Empty {})
}

/// « Tester la connexion »: as far as a server goes without a mail. `null`: all is well. A kept password is told only to the host that it was
/// kept for.
pub(super) fn test_mail_setup(desk: &Desk, request: MailSetupRequest) -> Result<Option<ConnectionProblem>, ApiError> {
    let open = desk.open_shop()?;
    let password = match request.password {
        Some(password) => Some(Secret::new(password)),
        None => request.setup.password_name().and_then(|name| secret(desk.credentials(), &open.file_id, name)),
    };
    Ok(test_connection(&request.setup, password).err())
}
