//! The lists of what is in a package, in the format of CycloneDX 1.5 (<https://cyclonedx.org/docs/1.5/json/>).
//!
//! One for the Rust crates that the programs of this system are built from, with licence and SHA-256 as locked; one for the interface's
//! npm packages, written by npm itself, those that only build it included.

use std::{collections::BTreeMap, fmt::Write, fs, path::Path};

use crate::{
    Outcome, Stop,
    interface::npm,
    package::quoted,
    program::{self, cargo},
    steps::Steps,
};

/// Writes both into `folder`.
pub(crate) fn write(steps: &mut Steps, folder: &Path) -> Outcome {
    let mut tree =
        cargo(["tree", "--locked", "--quiet", "--package", "ecrin", "--package", "ecrin-cli", "--prefix", "none"]);
    tree.args(["--edges", "normal,build", "--format", "{p}|{l}"]);
    let (success, crates) = steps.attempt(tree);
    if !success {
        return Err(Stop::because(format!("cargo tree does not list the crates:\n{crates}")));
    }
    let lock =
        fs::read_to_string(program::root().join("Cargo.lock")).map_err(|error| Stop::because(error.to_string()))?;
    let version = env!("CARGO_PKG_VERSION");
    let list = crate_list(&crates, &lock, version);
    put(&folder.join(format!("ecrin-{version}-rust.cdx.json")), &list)?;

    let mut sbom = npm(["sbom", "--package-lock-only", "--sbom-format", "cyclonedx", "--sbom-type", "application"]);
    sbom.env("NPM_CONFIG_LOGLEVEL", "error");
    let (success, packages) = steps.attempt(sbom);
    if !success || !packages.trim_start().starts_with('{') {
        return Err(Stop::because(format!("npm does not list the interface's packages:\n{packages}")));
    }
    put(&folder.join(format!("ecrin-{version}-npm.cdx.json")), &packages)?;
    steps.note(&format!(
        "components: {} crates, {} npm packages",
        list.matches("\"purl\"").count() - 1,
        packages.matches("\"purl\"").count() - 1
    ));
    Ok(())
}

fn put(path: &Path, text: &str) -> Outcome {
    fs::write(path, text).map_err(|error| Stop::because(format!("{}: {error}", path.display())))
}

/// The crates of `tree` ("name vVERSION (where)|LICENCE" a line, repeated ones too) with the digests of `lock`.
fn crate_list(tree: &str, lock: &str, version: &str) -> String {
    let digests = digests(lock);
    let mut components = BTreeMap::new();
    for line in tree.lines() {
        let Some((package, licence)) = line.trim_end_matches(" (*)").split_once('|') else { continue };
        let mut words = package.split(' ');
        let (Some(name), Some(number)) = (words.next(), words.next().and_then(|word| word.strip_prefix('v'))) else {
            continue;
        };
        let purl = quoted(&format!("pkg:cargo/{name}@{number}"));
        let mut component = format!(
            "{{\"type\":\"library\",\"bom-ref\":{purl},\"name\":{},\"version\":{},\"purl\":{purl}",
            quoted(name),
            quoted(number)
        );
        if !licence.is_empty() {
            // Before SPDX expressions, a slash meant a choice.
            let expression = quoted(&licence.replace('/', " OR "));
            let _ = write!(component, ",\"licenses\":[{{\"expression\":{expression}}}]");
        }
        if let Some(digest) = digests.get(&(name, number)) {
            let _ = write!(component, ",\"hashes\":[{{\"alg\":\"SHA-256\",\"content\":{}}}]", quoted(digest));
        }
        components.insert((name, number), component + "}");
    }
    let components: Vec<String> = components.into_values().collect();
    let itself = quoted(&format!("pkg:generic/ecrin@{version}"));
    format!(
        "{{\n\"bomFormat\":\"CycloneDX\",\n\"specVersion\":\"1.5\",\n\"version\":1,\n\"metadata\":{{\"component\":{{\"type\":\"application\",\
         \"bom-ref\":{itself},\"name\":\"ecrin\",\"version\":{},\"purl\":{itself}}}}},\n\"components\":[\n{}\n]\n}}\n",
        quoted(version),
        components.join(",\n")
    )
}

/// SHA-256 by name and version, from `Cargo.lock`; our own crates have none.
fn digests(lock: &str) -> BTreeMap<(&str, &str), &str> {
    let value = |part: &'static str, package: &'_ str| {
        let start = package.find(&format!("\n{part} = \""))? + part.len() + 5;
        Some(start..start + package[start..].find('"')?)
    };
    let packages = lock.split("[[package]]").skip(1);
    let entries = packages.filter_map(|package| {
        let (name, version) = (value("name", package)?, value("version", package)?);
        Some(((&package[name], &package[version]), &package[value("checksum", package)?]))
    });
    entries.collect()
}

#[cfg(test)]
mod tests {
    use super::crate_list;

    #[test]
    fn each_crate_is_listed_once_with_its_licence_and_digest() {
        let tree = "ours v0.1.0 (/where/it/is)|MIT\nserde v1.0.1|MIT/Apache-2.0\n\nserde v1.0.1|MIT/Apache-2.0 (*)\nmacros v2.0.0 (proc-macro)|\n";
        let lock = "version = 4\n\n[[package]]\nname = \"ours\"\nversion = \"0.1.0\"\n\n[[package]]\nname = \"serde\"\nversion = \"1.0.1\"\n\
                    source = \"registry\"\nchecksum = \"abc123\"\n";
        let list = crate_list(tree, lock, "0.1.0");
        let lines: Vec<&str> = list.lines().filter(|line| line.starts_with("{\"type\"")).collect();
        assert_eq!(
            lines,
            [
                r#"{"type":"library","bom-ref":"pkg:cargo/macros@2.0.0","name":"macros","version":"2.0.0","purl":"pkg:cargo/macros@2.0.0"},"#,
                r#"{"type":"library","bom-ref":"pkg:cargo/ours@0.1.0","name":"ours","version":"0.1.0","purl":"pkg:cargo/ours@0.1.0","licenses":[{"expression":"MIT"}]},"#,
                r#"{"type":"library","bom-ref":"pkg:cargo/serde@1.0.1","name":"serde","version":"1.0.1","purl":"pkg:cargo/serde@1.0.1","licenses":[{"expression":"MIT OR Apache-2.0"}],"hashes":[{"alg":"SHA-256","content":"abc123"}]}"#,
            ]
        );
    }
}
