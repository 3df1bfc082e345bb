//! The seal of a decision: SHA-256 over its canonical form, which begins with the seal before it.
//!
//! The canonical form is the JSON array, without white space, of
//! `["ecrin-decision-1", previous, decision, client, channel, answer, mode, detail, label, at, recorded_at, operator,
//! source, import, items, evidence]`, in UTF-8. `previous` is the seal before in 64 hexadecimal digits; before the first
//! decision it is the [`genesis`], the SHA-256 of `ecrin-chain-1:` and the file's identity. Numbers are decimal, times UTC
//! milliseconds, an absent import is `null`. In strings only `"`, `\` and characters below U+0020 are escaped, the usual
//! five in their short form. `items` and `evidence` are strings that hold JSON arrays themselves: of `[indicator id,
//! indicator code, wording name, SHA-256 of the wording's text]`, and of SHA-256s of files.
//! Any JSON library writes this form; `tests/chain/verify.py` recomputes a chain in ten lines.

use serde::Serialize;
use sha2::{Digest, Sha256};

use super::DecisionId;
use crate::clients::ClientNumber;

/// Names the form, so that a later one can be told from it.
const FORM: &str = "ecrin-decision-1";

/// A seal.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Seal(pub [u8; 32]);

impl Seal {
    /// In 64 hexadecimal digits.
    pub fn hex(&self) -> String {
        let mut hex = String::with_capacity(64);
        self.write_hex(&mut hex);
        hex
    }

    fn write_hex(&self, to: &mut String) {
        const DIGITS: &[u8; 16] = b"0123456789abcdef";
        for byte in self.0 {
            to.push(char::from(DIGITS[usize::from(byte >> 4)]));
            to.push(char::from(DIGITS[usize::from(byte & 15)]));
        }
    }
}

impl std::fmt::Debug for Seal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.hex())
    }
}

/// What stands before the first decision of a file.
pub fn genesis(file_id: &str) -> Seal {
    let mut hash = Sha256::new();
    hash.update(b"ecrin-chain-1:");
    hash.update(file_id.as_bytes());
    Seal(hash.finalize().into())
}

/// A decision as it is sealed: every column of its row but the seal itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct SealedDecision<'a> {
    /// Its number.
    pub decision: DecisionId,
    /// Whose.
    pub client: ClientNumber,
    /// `sms`, `mail`, `postal`, `phone`.
    pub channel: &'a str,
    /// `granted`, `refused`, `withdrawn`.
    pub answer: &'a str,
    /// How the agreement was obtained.
    pub mode: &'a str,
    /// More about how.
    pub detail: &'a str,
    /// What the history says.
    pub label: &'a str,
    /// UTC milliseconds.
    pub at: i64,
    /// UTC milliseconds.
    pub recorded_at: i64,
    /// Who recorded it.
    pub operator: &'a str,
    /// `counter`, `import`.
    pub source: &'a str,
    /// The import that brought it.
    pub import: Option<i64>,
    /// Indicators and wordings, a JSON array.
    pub items: &'a str,
    /// SHA-256s of its evidence, a JSON array.
    pub evidence: &'a str,
}

impl SealedDecision<'_> {
    /// Its seal after `previous`. `form` is room to write in, so that a long chain allocates once.
    pub fn seal(&self, previous: &Seal, form: &mut String) -> Seal {
        use std::fmt::Write as _;
        form.clear();
        form.push_str("[\"");
        form.push_str(FORM);
        form.push_str("\",\"");
        previous.write_hex(form);
        let _ = write!(form, "\",{},{},", self.decision, self.client);
        for text in [self.channel, self.answer, self.mode, self.detail, self.label] {
            push_string(form, text);
            form.push(',');
        }
        let _ = write!(form, "{},{},", self.at, self.recorded_at);
        push_string(form, self.operator);
        form.push(',');
        push_string(form, self.source);
        let _ = match self.import {
            Some(import) => write!(form, ",{import},"),
            None => write!(form, ",null,"),
        };
        push_string(form, self.items);
        form.push(',');
        push_string(form, self.evidence);
        form.push(']');
        Seal(Sha256::digest(form.as_bytes()).into())
    }
}

/// A JSON string with the fewest escapes.
fn push_string(form: &mut String, text: &str) {
    use std::fmt::Write as _;
    form.push('"');
    let mut copied = 0;
    for (at, byte) in text.bytes().enumerate() {
        let escape = match byte {
            b'"' => "\\\"",
            b'\\' => "\\\\",
            0x20.. => continue,
            b'\n' => "\\n",
            b'\r' => "\\r",
            b'\t' => "\\t",
            0x08 => "\\b",
            0x0c => "\\f",
            _ => "",
        };
        form.push_str(&text[copied..at]);
        copied = at + 1;
        if escape.is_empty() {
            let _ = write!(form, "\\u{byte:04x}");
        } else {
            form.push_str(escape);
        }
    }
    form.push_str(&text[copied..]);
    form.push('"');
}

/// What the recomputation of a chain found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ChainReport {
    /// How many decisions were gone through.
    pub decisions: u64,
    /// The seal of the newest one in hexadecimal, or the genesis if there is none.
    pub head: String,
    /// The first link that does not hold.
    pub broken: Option<Broken>,
}

/// Where a chain is broken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, serde::Deserialize, ts_rs::TS)]
pub struct Broken {
    /// The first decision that does not hold, or that is missing.
    #[ts(type = "number")]
    pub decision: DecisionId,
    /// What is wrong: `altered` (it, or what stands before it, is not what was sealed), `missing`, `evidence_altered`,
    /// `evidence_missing`, `wording_altered`, `indicator_altered`, `state_differs` (what the screens show is not what was decided),
    /// `unreadable`, `tail_cut` (a printed head is not in the chain).
    pub why: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(detail: &str, import: Option<i64>) -> String {
        let mut form = String::new();
        let decision = SealedDecision {
            decision: 7,
            client: 12,
            channel: "sms",
            answer: "granted",
            mode: "Accord écrit",
            detail,
            label: "Envoi de SMS techniques & commerciaux",
            at: 1_537_252_560_000,
            recorded_at: 1_537_252_560_001,
            operator: "Claire V.",
            source: "counter",
            import,
            items: r#"[[2,"SMS-COM","SMS-COM-1","ab"]]"#,
            evidence: "[]",
        };
        let _ = decision.seal(&genesis("essai"), &mut form);
        form
    }

    #[test]
    fn the_canonical_form_is_what_any_json_library_writes() {
        for (detail, import) in
            [("", None), ("« Oui »\n\"dit-elle\"\t\\ \u{8}\u{c}\r\u{1}\u{7f}\u{2028}œ😀", Some(3)), ("é/è", Some(0))]
        {
            let form = form(detail, import);
            let value: serde_json::Value = serde_json::from_str(&form).unwrap();
            assert_eq!(serde_json::to_string(&value).unwrap(), form);
            assert_eq!(value[7], detail);
            assert_eq!(value.as_array().unwrap().len(), 16);
        }
    }

    #[test]
    fn the_genesis_depends_on_the_file() {
        assert_ne!(genesis("a"), genesis("b"));
        assert_eq!(genesis("a").hex().len(), 64);
    }
}
