//! Checking a shop file: whether it is whole, and whether its chain of decisions holds.

use ecrin_core::Error;
use serde_json::json;

use crate::arguments::Arguments;
use crate::language::Language;
use crate::{Refusal, answer, consent_words, file};

/// `known_head` is a seal from a printed attestation or list: it must be in the chain, or decisions were cut off.
pub(crate) fn verify(arguments: &Arguments, language: Language, known_head: Option<&str>) -> Result<(), Refusal> {
    let checked = file::open(arguments).and_then(|shop| {
        let problems = shop.verify()?;
        let chain = match shop.check_chain(known_head) {
            Ok(chain) => Some(chain),
            // What is unreadable was said already.
            Err(_) if !problems.is_empty() => None,
            Err(error) => return Err(error.into()),
        };
        Ok((problems, shop.clients()?, chain))
    });
    let (problems, clients, chain) = match checked {
        Ok(checked) => checked,
        Err(Refusal::Core(Error::FileCorrupt)) => (vec!["file is damaged".to_owned()], 0, None),
        Err(other) => return Err(other),
    };
    let broken = chain.as_ref().and_then(|chain| chain.broken.clone());
    let ok = problems.is_empty() && broken.is_none();
    let printed = if arguments.json {
        answer::json(&json!({
            "integrity": if ok { "ok" } else { "broken" },
            "clients": clients,
            "problems": problems,
            "decisions": chain.as_ref().map(|chain| chain.decisions),
            "head": chain.as_ref().map(|chain| &chain.head),
            "broken": broken,
        }))
    } else {
        let whole = problems.is_empty().then(|| {
            answer::line(&format!("{} · {clients}", language.pick("fichier intact", "file is whole")))?;
            chain
                .iter()
                .try_for_each(|chain| answer::line(&consent_words::decisions(language, chain.decisions, &chain.head)))
        });
        whole.unwrap_or_else(|| problems.iter().try_for_each(|problem| answer::line(problem)))
    };
    // A damaged file is said to be one even if nobody reads the details.
    match broken {
        Some(broken) => Err(Refusal::BrokenChain(broken)),
        None if !ok => Err(Refusal::Broken),
        None => Ok(printed?),
    }
}
