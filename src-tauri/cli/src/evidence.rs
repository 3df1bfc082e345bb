//! Writing a piece of evidence to a file of its own.

use std::io::Write;
use std::path::Path;

use serde_json::json;

use crate::arguments::Arguments;
use crate::{Refusal, answer, file, new_file};

pub(crate) fn evidence(arguments: &Arguments, id: i64, out: &Path) -> Result<(), Refusal> {
    let found = file::open(arguments)?.evidence(id)?;
    new_file::write(out, |file| Ok(file.write_all(&found.content)?))?;
    let info = &found.info;
    if arguments.json {
        answer::json(&json!({
            "id": info.id,
            "decision": info.decision,
            "name": info.name,
            "media_type": info.media_type.code(),
            "bytes": info.size,
            "sha256": info.sha256,
            "path": out.to_string_lossy(),
        }))?;
    } else {
        answer::line(&format!("{} · {} · {}", out.display(), info.media_type.code(), info.size))?;
    }
    Ok(())
}
