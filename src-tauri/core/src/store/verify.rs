//! Whether the file is whole: its pages, its references, its search words and its counts.

use super::Rows;
use crate::Result;

impl Rows<'_> {
    /// Everything wrong with the file, in words for a support call, without personal data; nothing if all is well.
    ///
    /// # Errors
    /// `FileCorrupt` when the file cannot even be read.
    pub(crate) fn problems(&self) -> Result<Vec<String>> {
        let mut problems = Vec::new();
        for check in ["PRAGMA cipher_integrity_check", "PRAGMA integrity_check(20)"] {
            for line in self.0.prepare(check)?.query_map([], |row| row.get::<_, String>(0))? {
                let line = line?;
                if line != "ok" {
                    problems.push(line);
                }
            }
            if !problems.is_empty() {
                // What is unreadable cannot be checked further.
                return Ok(problems);
            }
        }
        let violations =
            self.0.prepare("PRAGMA foreign_key_check")?.query_map([], |row| row.get::<_, String>(0))?.count();
        if violations > 0 {
            problems.push(format!("{violations} reference(s) without a target"));
        }
        let counts = self.counts()?;
        for (what, expected, query) in [
            ("clients", counts.clients, "SELECT count(*) FROM client WHERE removed_at IS NULL"),
            (
                "inactive clients",
                counts.inactive,
                "SELECT count(*) FROM client WHERE inactive_at IS NOT NULL AND removed_at IS NULL",
            ),
            ("active search entries", counts.clients - counts.inactive, "SELECT count(*) FROM active_words_docsize"),
            (
                "clients known to the gate as they are",
                counts.clients,
                "SELECT count(*) FROM client JOIN client_contact ON client = number WHERE facts = contact_facts AND removed_at IS NULL",
            ),
            ("clients known to the gate", counts.clients, "SELECT count(*) FROM client_contact"),
            ("inactive search entries", counts.inactive, "SELECT count(*) FROM inactive_words_docsize"),
        ] {
            let found: i64 = self.0.query_row(query, [], |row| row.get(0))?;
            if found != expected {
                problems.push(format!("{what}: {found} found, {expected} expected"));
            }
        }
        problems.extend(self.subscription_problems()?);
        problems.extend(self.account_problems()?);
        Ok(problems)
    }
}
