//! For each rule, text that breaks it and text that keeps it.

/// A file as it might be written.
pub(crate) struct Sample {
    pub(crate) rule: &'static str,
    pub(crate) path: &'static str,
    text: &'static str,
    /// How often `text` is repeated.
    times: usize,
    /// How many lines break the rule.
    pub(crate) lines: usize,
}

impl Sample {
    pub(crate) fn text(&self) -> String {
        // A tilde stands where a sample would break a rule in this very file.
        self.text.replace('~', "").repeat(self.times)
    }
}

const fn breaks(rule: &'static str, path: &'static str, text: &'static str) -> Sample {
    Sample { rule, path, text, times: 1, lines: 1 }
}

const fn keeps(rule: &'static str, path: &'static str, text: &'static str) -> Sample {
    Sample { rule, path, text, times: 1, lines: 0 }
}

const SQLITE: &str = "SQLite is known to the store only";
const SQL: &str = "SQL is written in the store only";
const WINDOW: &str = "the core has no window";
const TAURI: &str = "Tauri is known to ui/src/lib/api only";
const FEATURES: &str = "features meet in pages only";
const SHORT: &str = "a file stays short";
const STYLE: &str = "no style in the markup";
const WORDS: &str = "words come from the catalogue";
const UNDONE: &str = "nothing is left undone";
const OFF: &str = "no test is switched off";
const PATHS: &str = "no path of one machine";
const PEOPLE: &str = "people in the sources are fictional";
const OPENING: &str = "a module opens with what it is for";

pub(crate) const ALL: &[Sample] = &[
    breaks(SQLITE, "src-tauri/core/src/clients/save.rs", "use rusqlite::Connection;"),
    breaks(SQLITE, "src-tauri/cli/Cargo.toml", "rusqlite.workspace = true"),
    keeps(SQLITE, "src-tauri/core/src/clients/save.rs", "// rusqlite would be the wrong place here"),
    keeps(SQLITE, "src-tauri/core/src/store/clients/read.rs", "use rusqlite::Connection;"),
    breaks(SQL, "src-tauri/src/call.rs", "let all = \"SELECT number FROM client\";"),
    breaks(SQL, "src-tauri/core/src/search/find.rs", "include_str!(\"find.sql\")"),
    keeps(SQL, "src-tauri/core/src/store/search/find.rs", "let all = \"SELECT number FROM client\";"),
    breaks(WINDOW, "src-tauri/core/src/lib.rs", "use tauri::AppHandle;"),
    breaks(WINDOW, "src-tauri/core/Cargo.toml", "tauri = \"2\""),
    keeps(WINDOW, "src-tauri/src/call.rs", "use tauri::AppHandle;"),
    keeps(WINDOW, "src-tauri/core/src/lib.rs", "//! Knows nothing of tauri."),
    breaks(TAURI, "ui/src/features/search/SearchPage.svelte", "  import { invoke } from '@tauri-apps/api/core'"),
    keeps(TAURI, "ui/src/lib/api/call.ts", "import { invoke } from '@tauri-apps/api/core'"),
    breaks(FEATURES, "ui/src/features/search/Preview.svelte", "  import Rail from '../shell/Rail.svelte'"),
    breaks(FEATURES, "ui/src/features/search/mark.ts", "import { x } from '$lib/../features/record/x'"),
    keeps(FEATURES, "ui/src/features/search/SearchPage.svelte", "  import Rail from '../shell/Rail.svelte'"),
    keeps(FEATURES, "ui/src/features/search/Preview.svelte", "  import { mark } from './mark'"),
    keeps(FEATURES, "ui/src/features/record/labels/Panel.svelte", "  import { mark } from '../mark'"),
    breaks(FEATURES, "ui/src/features/record/labels/Panel.svelte", "  import Rail from '../../shell/Rail.svelte'"),
    Sample { rule: SHORT, path: "src-tauri/src/a.rs", text: "fn a() {}\n", times: 401, lines: 1 },
    Sample { rule: SHORT, path: "src-tauri/src/a.rs", text: "fn a() {}\n", times: 400, lines: 0 },
    Sample { rule: SHORT, path: "ui/src/lib/ui/Menu.svelte", text: "<p></p>\n", times: 121, lines: 1 },
    Sample { rule: SHORT, path: "ui/src/features/record/RecordPage.svelte", text: "<p></p>\n", times: 200, lines: 0 },
    breaks(STYLE, "ui/src/lib/ui/Menu.svelte", "<p style=\"color: red\"></p>"),
    breaks(STYLE, "ui/src/lib/ui/Menu.svelte", "<p style:color={hue}></p>"),
    breaks(STYLE, "ui/src/lib/ui/Menu.svelte", "{@html name}"),
    keeps(STYLE, "ui/src/lib/ui/Menu.svelte", "<p class=\"style\">{t.style}</p>"),
    breaks(
        WORDS,
        "ui/src/lib/ui/Menu.svelte",
        "<script>\n  let a = '<b>Bonjour</b>'\n</script>\n<p>Bonjour {name}</p>",
    ),
    breaks(WORDS, "ui/src/lib/ui/Menu.svelte", "<button onclick={() => a > b} aria-label=\"Fermer\"></button>"),
    breaks(WORDS, "ui/src/lib/ui/Menu.svelte", "{#if open}<p>{t.a} fiches</p>{/if}"),
    keeps(
        WORDS,
        "ui/src/lib/ui/Menu.svelte",
        "<!-- A menu. -->\n<p class=\"menu\" title={t.a}>{t.b} · {f('x')} <kbd>Ctrl</kbd></p>",
    ),
    keeps(
        WORDS,
        "ui/src/lib/ui/Menu.svelte",
        "{#each rows as row (row.number)}<p title=\"{t.a}\">{row.name}</p>{/each}",
    ),
    breaks(UNDONE, "src-tauri/src/a.rs", "fn a() { to~do!() }"),
    breaks(UNDONE, "ui/src/lib/ui/a.ts", "// FIX~ME later"),
    keeps(UNDONE, "src-tauri/src/a.rs", "// Every method is there."),
    breaks(OFF, "tests/core/tests/a.rs", "#[ign~ore = \"slow\"]"),
    breaks(OFF, "ui/src/lib/a.test.ts", "it.on~ly('works', () => {})"),
    keeps(OFF, "ui/src/lib/a.test.ts", "it('skips what is hidden', () => {})"),
    breaks(PATHS, "README.md", "open /ro~ot/shop.ecrin"),
    breaks(PATHS, ".ci/run", "cd /wo~rk/main"),
    keeps(PATHS, "README.md", "open ~/Documents/shop.ecrin, see frame/wo~rk/main and ./ro~ot/a"),
    breaks(PEOPLE, "tests/core/tests/a.rs", "email(\"laura@gm~ail.com\")"),
    keeps(
        PEOPLE,
        "tests/core/tests/a.rs",
        "email(\"laura.dupont@boutique.example\"), \"128x128@2x.png\", \"@scure/bip39\", actions/checkout@v5",
    ),
    breaks(OPENING, "src-tauri/src/a.rs", "use std::fs;\n//! Late."),
    breaks(OPENING, "ui/src/lib/ui/Menu.svelte", "<script lang=\"ts\">"),
    keeps(OPENING, "src-tauri/src/a.rs", "//! What it is for."),
];
