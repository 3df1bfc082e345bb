//! The simple HTML of a mail: paragraphs, line breaks, and links that can be clicked. Everything else is the text itself, escaped.

/// The HTML of a text in which an empty line begins a paragraph.
pub(super) fn of(text: &str) -> String {
    let mut html = String::from("<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"></head><body>\n");
    let text = text.replace("\r\n", "\n");
    for paragraph in paragraphs(&text) {
        let lines: Vec<String> = paragraph.iter().map(|line| linked(line)).collect();
        html.push_str("<p>");
        html.push_str(&lines.join("<br>\n"));
        html.push_str("</p>\n");
    }
    html.push_str("</body></html>\n");
    html
}

fn paragraphs(text: &str) -> Vec<Vec<&str>> {
    let mut paragraphs: Vec<Vec<&str>> = vec![Vec::new()];
    for line in text.lines() {
        match paragraphs.last_mut() {
            Some(open) if !line.trim().is_empty() => open.push(line.trim_end()),
            Some(open) if !open.is_empty() => paragraphs.push(Vec::new()),
            _ => {}
        }
    }
    paragraphs.retain(|paragraph| !paragraph.is_empty());
    paragraphs
}

/// A line, escaped, in which addresses of pages are links.
fn linked(line: &str) -> String {
    let mut written = String::new();
    let mut rest = line;
    while let Some(start) = link_start(rest) {
        written.push_str(&escaped(&rest[..start]));
        rest = &rest[start..];
        let address = &rest[..link_length(rest)];
        let safe = escaped(address);
        written.push_str("<a href=\"");
        written.push_str(&safe);
        written.push_str("\">");
        written.push_str(&safe);
        written.push_str("</a>");
        rest = &rest[address.len()..];
    }
    written.push_str(&escaped(rest));
    written
}

fn link_start(text: &str) -> Option<usize> {
    let starts = ["https://", "http://"].into_iter().filter_map(|scheme| {
        let mut found = text.match_indices(scheme);
        found.find(|(at, _)| text[at + scheme.len()..].starts_with(char::is_alphanumeric)).map(|(at, _)| at)
    });
    starts.min()
}

/// How long the address at the start of the text is: up to a space or a bracket, without the punctuation of the sentence.
fn link_length(text: &str) -> usize {
    let end = text.find(|c: char| c.is_whitespace() || "<>\"«»“”".contains(c)).unwrap_or(text.len());
    let mut link = text[..end].trim_end_matches(|c: char| ".,;:!?'’…".contains(c));
    if link.ends_with(')') && !link.contains('(') {
        link = link.trim_end_matches(')').trim_end_matches(|c: char| ".,;:!?".contains(c));
    }
    link.len()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn check(text: &str, body: &str) {
        let html = of(text);
        let inside = html.split_once("<body>\n").and_then(|(_, rest)| rest.split_once("</body>")).map(|(body, _)| body);
        assert_eq!(inside, Some(body));
    }

    #[test]
    fn an_empty_line_begins_a_paragraph_and_a_line_break_breaks_the_line() {
        check("Bonjour,\n\n\nVotre bijou\nest prêt.\n", "<p>Bonjour,</p>\n<p>Votre bijou<br>\nest prêt.</p>\n");
        check("Un\r\n \r\nDeux", "<p>Un</p>\n<p>Deux</p>\n");
        check("", "");
    }

    #[test]
    fn what_could_be_markup_is_text() {
        check("<b>A & B</b> \"x\"", "<p>&lt;b&gt;A &amp; B&lt;/b&gt; &quot;x&quot;</p>\n");
    }

    #[test]
    fn addresses_of_pages_can_be_clicked() {
        let link = |url: &str| format!("<a href=\"{url}\">{url}</a>");
        check(
            "Voir https://boutique.example/a?b=1.",
            &format!("<p>Voir {}.</p>\n", link("https://boutique.example/a?b=1")),
        );
        check("(http://a.example) fin", &format!("<p>({}) fin</p>\n", link("http://a.example")));
        check("https://a.example/x_(y)", &format!("<p>{}</p>\n", link("https://a.example/x_(y)")));
        check("https://a.example/?a&b", &format!("<p>{}</p>\n", link("https://a.example/?a&amp;b")));
        check("javascript:alert(1) https:// ", "<p>javascript:alert(1) https://</p>\n");
        check("https://a.example\"onclick=x", &format!("<p>{}&quot;onclick=x</p>\n", link("https://a.example")));
    }

    proptest! {
        #[test]
        fn no_text_opens_a_tag_of_its_own(text in "[<>\"'&a-z:/ht ps.\n]{0,80}") {
            let html = of(&text);
            let tags = html.split('<').skip(1).map(|rest| rest.split(['>', ' ']).next().unwrap_or_default());
            let known = ["!DOCTYPE", "html", "head", "meta", "/head", "body", "/body", "/html", "p", "/p", "br", "a", "/a"];
            for tag in tags {
                prop_assert!(known.contains(&tag), "<{tag}");
            }
        }
    }
}
