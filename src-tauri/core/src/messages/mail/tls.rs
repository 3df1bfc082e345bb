//! Whom an encrypted connection trusts: the system's authorities, or in their place the one that the setup names.
//!
//! rustls with ring: a C compiler is all that it takes to build, on each system. Certificates are judged by the system's own verifier, since
//! Windows fetches authorities only when they are asked for, and shops behind a proxy of their own have added theirs there.

use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject as _;

/// The certificates in a text, at least one; `None` if there is none or something is unreadable.
pub(in crate::messages) fn certificates(pem: &str) -> Option<Vec<CertificateDer<'static>>> {
    let read: Result<Vec<_>, _> = CertificateDer::pem_slice_iter(pem.as_bytes()).collect();
    let certificates = read.ok().filter(|certificates| !certificates.is_empty())?;
    let mut store = rustls::RootCertStore::empty();
    certificates.iter().all(|certificate| store.add(certificate.clone()).is_ok()).then_some(certificates)
}

/// What rustls found wrong, if it is at the bottom of an error of input or output.
pub(in crate::messages) fn fault(error: &std::io::Error) -> Option<&rustls::Error> {
    error.get_ref().and_then(|inner| inner.downcast_ref::<rustls::Error>())
}

/// A fault in words that say what to do, and hold nothing personal.
pub(in crate::messages) fn words(fault: &rustls::Error) -> String {
    use rustls::CertificateError as Why;
    let rustls::Error::InvalidCertificate(why) = fault else { return fault.to_string() };
    match why {
        Why::Expired | Why::ExpiredContext { .. } => "the certificate has expired: the server needs a new one".to_owned(),
        Why::NotValidYet | Why::NotValidYetContext { .. } => {
            "the certificate is not valid yet: is this computer's clock right?".to_owned()
        }
        Why::NotValidForName | Why::NotValidForNameContext { .. } => {
            "the certificate is for another name: write the server's name as its certificate does".to_owned()
        }
        Why::UnknownIssuer => {
            "nobody whom this computer trusts vouches for the certificate: for a server of the shop's own, add the certificate of its \
             authority"
                .to_owned()
        }
        Why::Revoked => "the certificate was revoked: the server needs a new one".to_owned(),
        // The verifier has no code for it.
        Why::Other(why) if format!("{why:?}").contains("CaUsedAsEndEntity") => {
            "the server shows the certificate of an authority (self-signed) as its own: it needs one that the authority signed".to_owned()
        }
        why => format!("certificate: {why:?}"),
    }
}
