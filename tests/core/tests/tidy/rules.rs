//! The rules, one function each.

use super::{Rule, markup, tree::Source};

type Broken = Vec<(usize, String)>;

/// The longest that a file may be.
const LINES: usize = 400;
const PAGE_LINES: usize = 200;
const COMPONENT_LINES: usize = 120;

pub(crate) const ALL: &[Rule] = &[
    Rule { name: "SQLite is known to the store only", applies: outside_the_store, broken: names_sqlite },
    Rule { name: "SQL is written in the store only", applies: outside_the_store, broken: writes_sql },
    Rule { name: "the core has no window", applies: in_the_core, broken: names_tauri },
    Rule { name: "Tauri is known to ui/src/lib/api only", applies: interface_outside_api, broken: names_tauri_api },
    Rule { name: "features meet in pages only", applies: feature_but_no_page, broken: imports_another_feature },
    Rule { name: "a file stays short", applies: is_code, broken: too_long },
    Rule { name: "no style in the markup", applies: is_svelte, broken: styles_inline },
    Rule { name: "words come from the catalogue", applies: is_svelte, broken: |source| markup::words(&source.text) },
    Rule { name: "nothing is left undone", applies: is_code, broken: left_undone },
    Rule { name: "no test is switched off", applies: is_code, broken: switched_off },
    Rule { name: "no path of one machine", applies: |_| true, broken: machine_paths },
    Rule { name: "people in the sources are fictional", applies: |_| true, broken: real_addresses },
    Rule { name: "a module opens with what it is for", applies: is_module, broken: no_opening },
];

fn outside_the_store(path: &str) -> bool {
    let allowed = [
        "src-tauri/core/src/store/",
        "src-tauri/core/src/error.rs",
        "src-tauri/core/src/types",
        "src-tauri/core/Cargo.toml",
    ];
    path.starts_with("src-tauri/") && !allowed.iter().any(|start| path.starts_with(start))
}

fn in_the_core(path: &str) -> bool {
    path.starts_with("src-tauri/core/") || path.starts_with("src-tauri/cli/")
}

fn interface_outside_api(path: &str) -> bool {
    let allowed = path.starts_with("ui/src/lib/api/") || path == "ui/src/test-setup.ts";
    (path.starts_with("ui/src/") && !allowed) && (is_svelte(path) || has_extension(path, "ts"))
}

fn feature_but_no_page(path: &str) -> bool {
    path.starts_with("ui/src/features/") && !path.ends_with("Page.svelte")
}

fn is_svelte(path: &str) -> bool {
    has_extension(path, "svelte")
}

fn is_module(path: &str) -> bool {
    is_svelte(path) || has_extension(path, "rs")
}

fn is_code(path: &str) -> bool {
    ["rs", "ts", "js", "svelte", "css", "sql", "toml", "yml", "sh"]
        .iter()
        .any(|extension| has_extension(path, extension))
}

fn has_extension(path: &str, extension: &str) -> bool {
    path.rsplit_once('.').is_some_and(|(_, own)| own == extension)
}

fn lines_with(source: &Source, words: &[&str]) -> Broken {
    let hit = |line: &str| words.iter().find(|word| line.contains(**word)).map(|word| format!("« {word} »"));
    source.code().filter_map(|(number, line)| hit(line).map(|why| (number, why))).collect()
}

fn names_sqlite(source: &Source) -> Broken {
    lines_with(source, &["rusqlite"])
}

fn writes_sql(source: &Source) -> Broken {
    lines_with(source, &["\"SELECT ", "\"INSERT INTO", "\"UPDATE ", "\"DELETE FROM", "\"PRAGMA ", ".sql\""])
}

fn names_tauri(source: &Source) -> Broken {
    lines_with(source, &["use tauri", "tauri::", "tauri =", "tauri.workspace", "tauri-plugin", "webkit2gtk"])
}

fn names_tauri_api(source: &Source) -> Broken {
    lines_with(source, &["@tauri-apps/"])
}

fn imports_another_feature(source: &Source) -> Broken {
    let own = source.path.split('/').nth(3).unwrap_or_default();
    // From a folder inside a feature, as many steps up as it is deep end in the same feature.
    let inside = source.path.split('/').count().saturating_sub(5);
    let way_out = format!("'{}", "../".repeat(inside + 1));
    let other = |line: &str| {
        if !line.contains("import") && !line.contains("from ") {
            return None;
        }
        let target = line.split("features/").nth(1).or_else(|| line.split(way_out.as_str()).nth(1))?;
        let feature = target.split(['/', '\'']).next()?;
        (feature != own && feature != "..").then(|| format!("« {own} » imports « {feature} »"))
    };
    source.code().filter_map(|(number, line)| other(line).map(|why| (number, why))).collect()
}

fn too_long(source: &Source) -> Broken {
    let limit = match source.path.as_str() {
        path if path.ends_with("Page.svelte") => PAGE_LINES,
        path if is_svelte(path) => COMPONENT_LINES,
        // Written by a program, for a program to compare.
        path if path.contains("/migrations/fixtures/") || path.ends_with("/migrations/golden.sql") => usize::MAX,
        _ => LINES,
    };
    let lines = source.text.lines().count();
    if lines > limit { vec![(lines, format!("{lines} lines, at most {limit}"))] } else { Vec::new() }
}

fn styles_inline(source: &Source) -> Broken {
    lines_with(source, &[" style=", " style:", "\tstyle=", "{@html"])
}

fn left_undone(source: &Source) -> Broken {
    // Put together here, so that this file keeps its own rule.
    let words = [concat!("TO", "DO"), concat!("FIX", "ME"), concat!("to", "do!("), concat!("unimple", "mented!(")];
    let hit = |line: &str| words.iter().find(|word| line.contains(**word)).map(|word| format!("« {word} »"));
    source.lines().filter_map(|(number, line)| hit(line).map(|why| (number, why))).collect()
}

fn switched_off(source: &Source) -> Broken {
    let words =
        [concat!("#[ign", "ore"), concat!("test.sk", "ip("), concat!("it.sk", "ip("), concat!("describe.sk", "ip(")];
    let more =
        [concat!("test.on", "ly("), concat!("it.on", "ly("), concat!("describe.on", "ly("), concat!("it.to", "do(")];
    lines_with(source, &[words, more].concat())
}

fn machine_paths(source: &Source) -> Broken {
    let folders = [concat!("/ro", "ot/"), concat!("/wo", "rk/"), concat!("/Us", "ers/"), concat!("/home/", "runner")];
    let starts = |line: &str, folder: &str| {
        line.match_indices(folder)
            .any(|(at, _)| !line[..at].ends_with(|c: char| c.is_alphanumeric() || c == '.' || c == '}'))
    };
    let hit = |line: &str| folders.iter().find(|folder| starts(line, folder)).map(|folder| format!("« {folder} »"));
    source.lines().filter_map(|(number, line)| hit(line).map(|why| (number, why))).collect()
}

/// Domains that can belong to nobody (RFC 2606), and the words that name a form rather than a person.
const NOBODYS: &[&str] =
    &[".example", "example.com", "example.org", "example.net", ".invalid", ".test", "domain.com", "domaine.fr"];

fn real_addresses(source: &Source) -> Broken {
    let hit = |line: &str| {
        line.match_indices('@').find_map(|(at, _)| {
            let allowed = |c: char| c.is_alphanumeric() || "._-+".contains(c);
            let local = line[..at].ends_with(allowed);
            let domain: String = line[at + 1..].chars().take_while(|c| allowed(*c)).collect();
            let domain = domain.trim_end_matches('.').to_lowercase();
            let top = domain.rsplit_once('.').map_or("", |(_, top)| top);
            let is_domain =
                top.len() > 1 && top.chars().all(char::is_alphabetic) && !["png", "js", "ts", "svg"].contains(&top);
            (local && is_domain && !NOBODYS.iter().any(|end| domain.ends_with(end)))
                .then(|| format!("address at « {domain} »"))
        })
    };
    source.lines().filter_map(|(number, line)| hit(line).map(|why| (number, why))).collect()
}

fn no_opening(source: &Source) -> Broken {
    let opening = if is_svelte(&source.path) { "<!--" } else { "//! " };
    if source.text.starts_with(opening) { Vec::new() } else { vec![(1, format!("does not begin with « {opening}»"))] }
}
