//! A closed file with some clients, which runs that must not disturb each other begin with.

use std::path::PathBuf;

use tempfile::TempDir;

use crate::disk::watch;
use crate::model::Model;
use crate::random::Random;
use crate::seed;
use crate::work::{self, Mix, Places};

/// How much was done in it.
const OPERATIONS: usize = 20;

/// The file, and what it must hold.
#[derive(Debug)]
pub struct Template {
    /// Deleted with this.
    pub folder: TempDir,
    /// The file in it.
    pub path: PathBuf,
    /// Its key.
    pub key: Vec<u8>,
    /// What was confirmed.
    pub model: Model,
}

impl Template {
    /// Makes one, on the disk that fails as it is told.
    ///
    /// # Panics
    /// When it cannot be made.
    #[allow(clippy::new_without_default, reason = "it writes a file")]
    pub fn new() -> Template {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("boutique.ecrin");
        let places = Places::within(folder.path());
        drop(watch(folder.path()));
        let key = work::make_shop(&path);
        let mut model = Model::new();
        let mut random = Random::new(seed());
        let mut shop = work::open(&path, &key).expect("the file opens");
        for _ in 0..OPERATIONS {
            let operation = work::next(&mut random, &model, Mix::DATABASE);
            let receipt = work::perform(&mut shop, &model, &operation, &places).expect("the disk works");
            model.confirm(&operation, receipt).expect("what was done is what was meant");
        }
        drop(shop);
        model.begin_session();
        Template { folder, path, key, model }
    }

    /// A copy of the file, in a folder of its own.
    ///
    /// # Panics
    /// When it cannot be made.
    pub fn copy(&self) -> (TempDir, PathBuf) {
        let folder = tempfile::tempdir_in(self.folder.path()).expect("a folder");
        let path = folder.path().join("boutique.ecrin");
        std::fs::copy(&self.path, &path).expect("a copy");
        (folder, path)
    }
}
