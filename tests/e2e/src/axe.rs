//! Accessibility, judged by axe-core in the real window against WCAG 2.2 A and AA.

use std::{fs, path::Path};

use serde_json::Value;
use thirtyfour::WebDriver;

const RUN: &str = "
    const done = arguments[arguments.length - 1]
    const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
    axe.run(document, { runOnly: rules, resultTypes: ['violations'] }).then(
      ({ violations, passes }) => done({
        passed: passes.length,
        violations: violations.map(({ id, impact, help, nodes }) =>
          ({ id, impact, help, where: nodes.slice(0, 5).map((node) => node.target.join(' ') + ' : ' + node.failureSummary) })),
      }),
      (error) => done({ error: String(error) }),
    )";

/// What axe finds serious or critical on this screen, one line each; and how many of its rules passed.
pub(crate) async fn serious(driver: &WebDriver) -> (Vec<String>, u64) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).expect("the root is two folders up");
    let source = fs::read_to_string(root.join("ui/node_modules/axe-core/axe.min.js"));
    let source = source.expect("axe-core is installed: cargo xtask test installs it");
    driver.execute(source, Vec::new()).await.expect("axe loads");
    let answer = driver.execute_async(RUN, Vec::new()).await.expect("axe answers");
    let answer = answer.json();
    assert!(answer["error"].is_null(), "axe: {}", answer["error"]);
    let violations = answer["violations"].as_array().cloned().unwrap_or_default();
    let is_serious = |violation: &&Value| matches!(violation["impact"].as_str(), Some("serious" | "critical"));
    let lines = violations.iter().filter(is_serious).map(|violation| {
        let places = violation["where"].as_array().cloned().unwrap_or_default();
        let places: Vec<&str> = places.iter().filter_map(Value::as_str).collect();
        format!("{} ({}): {}\n    {}", violation["id"], violation["impact"], violation["help"], places.join("\n    "))
    });
    (lines.collect(), answer["passed"].as_u64().unwrap_or(0))
}
