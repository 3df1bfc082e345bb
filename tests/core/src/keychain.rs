//! A system's credential store in memory: a desk that opens a file by its key need not stretch the passphrase.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use ecrin_core::api::CredentialStore;

/// A system's credential store, in memory.
#[derive(Debug, Default)]
pub struct Keychain(Mutex<HashMap<String, Vec<u8>>>);

impl CredentialStore for Keychain {
    fn available(&self) -> bool {
        true
    }
    fn get(&self, file_id: &str) -> Option<Vec<u8>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).get(file_id).cloned()
    }
    fn set(&self, file_id: &str, key: &[u8]) -> bool {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(file_id.into(), key.into());
        true
    }
    fn delete(&self, file_id: &str) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).remove(file_id);
    }
}
