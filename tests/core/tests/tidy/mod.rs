//! The rules of the house, checked over every source file.
//!
//! ARCHITECTURE.md says why each exists. A rule is a function over one file; each is also shown a sample that breaks it, so that a rule
//! that no longer sees anything fails here.

mod markup;
mod rules;
mod samples;
mod tree;

use tree::Source;

/// One rule of the house.
struct Rule {
    /// What it says.
    name: &'static str,
    /// Which files it speaks about, by their path from the root.
    applies: fn(&str) -> bool,
    /// The lines of a file that break it, with a word of explanation each.
    broken: fn(&Source) -> Vec<(usize, String)>,
}

impl Rule {
    fn complaints(&self, source: &Source) -> Vec<String> {
        if !(self.applies)(&source.path) {
            return Vec::new();
        }
        let broken = (self.broken)(source);
        broken.into_iter().map(|(line, why)| format!("{}:{line}: {why} ({})", source.path, self.name)).collect()
    }
}

#[test]
fn every_file_keeps_the_rules() {
    let sources = tree::sources();
    assert!(sources.iter().any(|source| source.path == "src-tauri/core/src/lib.rs"), "the tree was not found");
    assert!(sources.iter().any(|source| source.path == "ui/src/App.svelte"), "the interface was not found");
    let complaints: Vec<String> =
        sources.iter().flat_map(|source| rules::ALL.iter().flat_map(|rule| rule.complaints(source))).collect();
    assert!(complaints.is_empty(), "{} broken rules:\n{}", complaints.len(), complaints.join("\n"));
}

#[test]
fn every_rule_sees_a_sample_that_breaks_it_and_passes_one_that_keeps_it() {
    for rule in rules::ALL {
        let samples: Vec<_> = samples::ALL.iter().filter(|sample| sample.rule == rule.name).collect();
        assert!(samples.iter().any(|sample| sample.lines > 0), "no sample breaks « {} »", rule.name);
        assert!(samples.iter().any(|sample| sample.lines == 0), "no sample keeps « {} »", rule.name);
        for sample in samples {
            let source = Source { path: sample.path.into(), text: sample.text() };
            let complaints = rule.complaints(&source);
            assert_eq!(complaints.len(), sample.lines, "« {} » on\n{}\n{complaints:#?}", rule.name, source.text);
        }
    }
    for sample in samples::ALL {
        assert!(rules::ALL.iter().any(|rule| rule.name == sample.rule), "no rule « {} »", sample.rule);
    }
}
