//! Signatures that gateways want.

use sha1::{Digest as _, Sha1};

use crate::hex::hex;

/// `X-Ovh-Signature` of a request: « $1$ » and the SHA-1 of the application's secret, the consumer key, the method, the address, the body
/// and the time (seconds since 1970), joined by « + » (OVHcloud, « First steps with the API », read on 2026-11-28).
pub(super) fn ovh(secret: &str, consumer: &str, method: &str, url: &str, body: &str, time: i64) -> String {
    let digest = Sha1::digest(format!("{secret}+{consumer}+{method}+{url}+{body}+{time}"));
    format!("$1${}", hex(&digest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_signature_is_that_of_an_independent_sha1() {
        // printf '%s' 'AS+CK+POST+https://a.example/x+{"a":"é"}+1700000000' | sha1sum
        let signed = ovh("AS", "CK", "POST", "https://a.example/x", "{\"a\":\"é\"}", 1_700_000_000);
        assert_eq!(signed, "$1$5bf51910fa70dec99ca0c86608a80c53b3cc044f");
    }
}
