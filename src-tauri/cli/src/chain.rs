//! Exporting the chain of decisions, for whoever wants to recompute it without Écrin (`tests/chain/verify.py` does).

use std::io::{self, BufWriter, Write};
use std::path::Path;

use ecrin_core::consents::{ChainHeader, ChainLine};
use ecrin_core::shop::Shop;
use serde_json::json;

use crate::arguments::Arguments;
use crate::language::Language;
use crate::{Refusal, answer, consent_words, file, new_file};

pub(crate) fn chain(arguments: &Arguments, language: Language, out: &Path) -> Result<(), Refusal> {
    let shop = file::open(arguments)?;
    if out == Path::new("-") {
        let mut out = BufWriter::new(io::stdout().lock());
        export(&shop, &mut out)?;
        return Ok(out.flush()?);
    }
    let header = new_file::write(out, |file| export(&shop, file))?;
    if arguments.json {
        let path = out.to_string_lossy();
        answer::json(&json!({ "path": path, "decisions": header.decisions, "head": header.head }))?;
    } else {
        answer::line(&format!(
            "{} · {}",
            out.display(),
            consent_words::decisions(language, header.decisions, &header.head)
        ))?;
    }
    Ok(())
}

fn export(shop: &Shop, out: &mut dyn Write) -> Result<ChainHeader, Refusal> {
    shop.export_chain(&mut |line: &ChainLine<'_>| {
        let text = serde_json::to_string(line).map_err(io::Error::from)?;
        Ok::<_, Refusal>(writeln!(out, "{text}")?)
    })
}
