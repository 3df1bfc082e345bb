//! The files that people wrote: everything but what tools make, fetch or lock.

use std::{fs, path::Path};

/// One text file.
pub(crate) struct Source {
    /// From the root, with `/`.
    pub(crate) path: String,
    pub(crate) text: String,
}

impl Source {
    /// Lines with their numbers, from 1.
    pub(crate) fn lines(&self) -> impl Iterator<Item = (usize, &str)> {
        self.text.lines().enumerate().map(|(index, line)| (index + 1, line))
    }

    /// Lines without their comment; a whole comment line is left out.
    pub(crate) fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        self.lines().filter_map(|(number, line)| {
            let start = line.trim_start();
            let comment = start.starts_with("//") || start.starts_with("<!--") || start.starts_with("* ");
            let code = line.split(" // ").next().unwrap_or(line);
            (!comment && !code.trim().is_empty()).then_some((number, code))
        })
    }
}

/// Made or fetched by tools, at any depth.
const NOT_OURS: &[&str] = &["target", "node_modules", "dist", "gen", "permissions", ".git", ".svelte-kit", "coverage"];
/// Written by tools, or data.
const GENERATED: &[&str] = &["Cargo.lock", "package-lock.json", "bindings.ts"];
const TEXT: &[&str] =
    &["rs", "toml", "ts", "js", "svelte", "css", "html", "sql", "json", "md", "yml", "yaml", "sh", "svg", "snap"];

/// Every text file of ours.
pub(crate) fn sources() -> Vec<Source> {
    let root =
        Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).expect("the root is two folders up").to_path_buf();
    let mut found = Vec::new();
    collect(&root, &root, &mut found);
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

fn collect(root: &Path, folder: &Path, found: &mut Vec<Source>) {
    let entries = fs::read_dir(folder).expect("a folder of the tree can be read");
    for path in entries.map(|entry| entry.expect("an entry of the tree can be read").path()) {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if path.is_dir() {
            if !NOT_OURS.contains(&name.as_str()) {
                collect(root, &path, found);
            }
        } else if is_text(&path)
            && !GENERATED.contains(&name.as_str())
            && let Ok(text) = fs::read_to_string(&path)
        {
            found.push(Source { path: from_root(root, &path), text });
        }
    }
}

fn is_text(path: &Path) -> bool {
    let extension = path.extension().map(|extension| extension.to_string_lossy().into_owned());
    // Scripts without an extension live in .ci only.
    extension.map_or_else(
        || path.parent().is_some_and(|folder| folder.file_name().is_some_and(|name| name == ".ci")),
        |e| TEXT.contains(&e.as_str()),
    )
}

fn from_root(root: &Path, path: &Path) -> String {
    let relative = path.strip_prefix(root).expect("the walk stays below the root");
    relative.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
}
