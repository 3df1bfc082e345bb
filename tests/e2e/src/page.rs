//! Questions to the page, asked with one small script.

use serde_json::Value;
use thirtyfour::{WebDriver, WebElement, error::WebDriverResult, session::scriptret::ScriptRet};

const SCRIPT: &str = include_str!("page.js");

async fn ask(driver: &WebDriver, what: &str, with: &str) -> WebDriverResult<ScriptRet> {
    driver.execute(SCRIPT, vec![Value::from(what), Value::from(with)]).await
}

async fn element(driver: &WebDriver, what: &str, with: &str) -> Option<WebElement> {
    let answer = ask(driver, what, with).await.ok()?;
    if answer.json().is_null() { None } else { answer.element().ok() }
}

/// The control that a person would call `name`.
pub(crate) async fn control(driver: &WebDriver, name: &str) -> Option<WebElement> {
    element(driver, "control", name).await
}

/// The first row of a table or list that holds `words`.
pub(crate) async fn row(driver: &WebDriver, words: &str) -> Option<WebElement> {
    element(driver, "row", words).await
}

/// Whether `words` are on the screen.
pub(crate) async fn shows(driver: &WebDriver, words: &str) -> bool {
    ask(driver, "words", words).await.is_ok_and(|answer| answer.json() == &Value::Bool(true))
}

/// The value of a field by its label; "true" or "false" for a box.
pub(crate) async fn value(driver: &WebDriver, label: &str) -> Option<String> {
    ask(driver, "value", label).await.ok()?.json().as_str().map(str::to_owned)
}

/// The name of what has the focus.
pub(crate) async fn focused(driver: &WebDriver) -> String {
    let answer = ask(driver, "focused", "").await;
    answer.ok().and_then(|answer| answer.json().as_str().map(str::to_owned)).unwrap_or_default()
}

/// Everything on the screen as text, then every control, for a message about what was not found.
pub(crate) async fn describe(driver: &WebDriver) -> String {
    let mut out = String::new();
    for what in ["screen", "controls"] {
        if let Ok(answer) = ask(driver, what, "").await {
            out += answer.json().as_str().unwrap_or_default();
            out += "\n----\n";
        }
    }
    out
}
