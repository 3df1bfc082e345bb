//! The file's key: 256 random bits, wrapped by a passphrase.
//!
//! The passphrase is stretched with Argon2id (RFC 9106) and the result seals the key with XChaCha20-Poly1305, bound to
//! the file's identity. A wrong passphrase is therefore told apart from a damaged file, and changing the passphrase
//! rewrites the header, never the data.

use argon2::{Algorithm, Argon2, Params, Version};
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{Key, XChaCha20Poly1305, XNonce};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use crate::hex::hex;
use crate::{Error, Result};

/// Memory in KiB, passes and lanes. About 0.1 s on a shop's computer; RFC 9106's second recommendation is 64 MiB and
/// three passes, OWASP's minimum 19 MiB and two.
const COST: Cost = Cost { memory_kib: 32 * 1024, passes: 3, lanes: 1 };

/// The key that encrypts the database. Wiped from memory when dropped.
#[derive(Clone)]
pub struct FileKey(Zeroizing<[u8; 32]>);

impl FileKey {
    /// A new random key.
    ///
    /// # Errors
    /// When the system gives no random numbers.
    pub(crate) fn random() -> Result<FileKey> {
        Ok(FileKey(Zeroizing::new(random()?)))
    }

    /// The key kept by the system's credential store.
    pub fn from_bytes(bytes: &[u8]) -> Option<FileKey> {
        Some(FileKey(Zeroizing::new(bytes.try_into().ok()?)))
    }

    /// The bytes to keep in the system's credential store, nowhere else.
    pub fn as_bytes(&self) -> &[u8] {
        &self.0[..]
    }

    /// SQLCipher's notation of a raw key, which needs no further derivation.
    pub(super) fn pragma(&self) -> Zeroizing<String> {
        use std::fmt::Write;
        let mut text = Zeroizing::new(String::with_capacity(67));
        text.push_str("x'");
        for byte in self.0.iter() {
            let _ = write!(text, "{byte:02x}");
        }
        text.push('\'');
        text
    }
}

impl std::fmt::Debug for FileKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("FileKey")
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Cost {
    memory_kib: u32,
    passes: u32,
    lanes: u32,
}

impl Cost {
    fn argon2(self) -> Result<Argon2<'static>> {
        let params = Params::new(self.memory_kib, self.passes, self.lanes, Some(32)).map_err(|_| Error::FileCorrupt)?;
        Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
    }
}

/// What hashes whatever a person types, at the cost of the passphrase.
///
/// # Errors
/// None that a known cost meets.
pub(crate) fn argon2() -> Result<Argon2<'static>> {
    COST.argon2()
}

/// The file's key, sealed for one passphrase.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct WrappedKey {
    kdf: String,
    cost: Cost,
    salt: String,
    nonce: String,
    sealed: String,
}

impl WrappedKey {
    /// Seals `key` for `passphrase`.
    ///
    /// # Errors
    /// When the system gives no random numbers or not enough memory.
    pub(crate) fn seal(key: &FileKey, passphrase: &str, file_id: &str) -> Result<WrappedKey> {
        let salt: [u8; 16] = random()?;
        let nonce: [u8; 24] = random()?;
        let stretched = stretch(passphrase, &salt, COST)?;
        let sealed = XChaCha20Poly1305::new(&Key::from(*stretched))
            .encrypt(&XNonce::from(nonce), Payload { msg: key.as_bytes(), aad: file_id.as_bytes() })
            .map_err(|_| Error::Database("the key could not be sealed".into()))?;
        Ok(WrappedKey {
            kdf: "argon2id".into(),
            cost: COST,
            salt: hex(&salt),
            nonce: hex(&nonce),
            sealed: hex(&sealed),
        })
    }

    /// Opens the seal.
    ///
    /// # Errors
    /// `PassphraseWrong`; `FileCorrupt` if the header makes no sense.
    pub(crate) fn open(&self, passphrase: &str, file_id: &str) -> Result<FileKey> {
        // A header from elsewhere must not make us spend gigabytes or hours.
        let sane =
            self.kdf == "argon2id" && self.cost.memory_kib <= 1 << 20 && self.cost.passes <= 64 && self.cost.lanes <= 8;
        let (Some(salt), Some(nonce), Some(sealed), true) =
            (from_hex(&self.salt), from_hex(&self.nonce), from_hex(&self.sealed), sane)
        else {
            return Err(Error::FileCorrupt);
        };
        let nonce: [u8; 24] = nonce.try_into().map_err(|_| Error::FileCorrupt)?;
        let stretched = stretch(passphrase, &salt, self.cost)?;
        let opened = XChaCha20Poly1305::new(&Key::from(*stretched))
            .decrypt(&XNonce::from(nonce), Payload { msg: &sealed, aad: file_id.as_bytes() })
            .map_err(|_| Error::PassphraseWrong)?;
        FileKey::from_bytes(&Zeroizing::new(opened)).ok_or(Error::FileCorrupt)
    }
}

/// A random identity for a new file: 128 bits in hexadecimal.
///
/// # Errors
/// When the system gives no random numbers.
pub(crate) fn random_id() -> Result<String> {
    Ok(hex(&random::<16>()?))
}

fn stretch(passphrase: &str, salt: &[u8], cost: Cost) -> Result<Zeroizing<[u8; 32]>> {
    let mut stretched = Zeroizing::new([0; 32]);
    cost.argon2()?
        .hash_password_into(passphrase.as_bytes(), salt, &mut stretched[..])
        .map_err(|_| Error::FileCorrupt)?;
    Ok(stretched)
}

fn random<const N: usize>() -> Result<[u8; N]> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|_| Error::Io(std::io::ErrorKind::Other))?;
    Ok(bytes)
}

fn from_hex(text: &str) -> Option<Vec<u8>> {
    if !text.len().is_multiple_of(2) || !text.is_ascii() {
        return None;
    }
    (0..text.len()).step_by(2).map(|at| u8::from_str_radix(&text[at..at + 2], 16).ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_right_passphrase_for_the_right_file_opens_the_key() {
        let key = FileKey::random().unwrap();
        let wrapped = WrappedKey::seal(&key, "une phrase à retenir", "file-1").unwrap();
        assert_eq!(wrapped.open("une phrase à retenir", "file-1").unwrap().as_bytes(), key.as_bytes());
        assert!(matches!(wrapped.open("une phrase a retenir", "file-1"), Err(Error::PassphraseWrong)));
        assert!(matches!(wrapped.open("une phrase à retenir", "file-2"), Err(Error::PassphraseWrong)));
    }

    #[test]
    fn a_hostile_cost_is_refused_before_it_is_paid() {
        let mut wrapped = WrappedKey::seal(&FileKey::random().unwrap(), "phrase", "id").unwrap();
        wrapped.cost.memory_kib = u32::MAX;
        assert!(matches!(wrapped.open("phrase", "id"), Err(Error::FileCorrupt)));
    }
}
