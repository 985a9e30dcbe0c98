//! What is being written at a place of a rule file.
//!
//! In: a text, broken as a text under the hand is, and a byte offset. Out: which table it is in, and whether a key or a
//! value is wanted there. It goes by lines, for there may be no TOML yet.

use crate::rule::Kind;
use crate::rule::keys;
use crate::rule::keys::Key;

/// What is wanted at a place.
#[derive(Clone, Debug)]
pub(super) enum Wanted {
    /// A table header: after `[`.
    Header,
    /// A key of a table.
    Key(&'static [Key]),
    /// A kind, after `expect.`.
    Kind,
    /// A value of the key so named; whether quotation marks are open.
    Value(String, bool),
}

/// What is wanted at byte `offset` of `text`.
pub(super) fn wanted(text: &str, offset: usize) -> Option<Wanted> {
    let before = &text[..offset];
    let line = before.rsplit('\n').next().unwrap_or("");
    let trimmed = line.trim_start();
    if trimmed.starts_with('#') {
        return None;
    }
    if trimmed.starts_with('[') && !trimmed.contains('=') {
        return Some(Wanted::Header);
    }
    let table = table_of(before);
    if let Some((key, open)) = inline_value(trimmed) {
        return Some(Wanted::Value(key, open));
    }
    if let Some(kind) = inline_table(trimmed) {
        return Some(Wanted::Key(keys::keys_of(kind)));
    }
    if trimmed.starts_with("expect.") {
        return Some(Wanted::Kind);
    }
    Some(Wanted::Key(table))
}

/// The keys of the table that the end of `before` is in.
fn table_of(before: &str) -> &'static [Key] {
    let header = before
        .lines()
        .rev()
        .map(str::trim)
        .find(|line| {
            line.starts_with('[')
                && (line.ends_with(']') || line.contains("] ") || line.contains("]\t"))
        })
        .unwrap_or("");
    let name = header.trim_start_matches('[');
    let tables = [
        ("claim.test", &keys::TEST),
        ("claim", &keys::CLAIM),
        ("entity", &keys::ENTITY),
        ("event", &keys::EVENT),
        ("story", &keys::STORY),
        ("ignore", &keys::IGNORE),
        ("ruling", &keys::RULING),
        ("outlet", &keys::OUTLET),
    ];
    tables
        .iter()
        .find(|(start, _)| name.starts_with(start))
        .map_or(keys::FILE.keys, |(_, words)| words.keys)
}

/// `key = …` up to the end of `line`: the key whose value is being written there, and whether a text is open.
fn inline_value(line: &str) -> Option<(String, bool)> {
    let open = line.bytes().filter(|&byte| byte == b'"').count() % 2 == 1;
    let written = if open {
        &line[..line.rfind('"')?]
    } else {
        line
    };
    let equals = written.rfind('=')?;
    let between = &written[equals + 1..];
    // After `{` or a comma of a table another key is wanted.
    let list = between.contains('[') && !between.contains(']');
    if !open && (between.contains('{') || (between.contains(',') && !list)) {
        return None;
    }
    let key = written[..equals].trim_end();
    let start = key
        .rfind(|c: char| !(c.is_alphanumeric() || matches!(c, '-' | '_' | '.')))
        .map_or(0, |at| at + 1);
    Some((key[start..].to_owned(), open))
}

/// `lasted = { …` up to the end of `line`: the kind whose table is open there.
fn inline_table(line: &str) -> Option<Kind> {
    if line.matches('{').count() <= line.matches('}').count() {
        return None;
    }
    let key = line[..line.find('=')?].trim();
    kind_of(key)
}

/// The kind that a key asks for: a fact's, or that after `expect.`.
pub(super) fn kind_of(key: &str) -> Option<Kind> {
    let word = key.strip_prefix("expect.").unwrap_or(key);
    let fact = keys::FACTS
        .iter()
        .find(|(fact, _)| *fact == word)
        .map(|(_, kind)| *kind);
    fact.or_else(|| {
        keys::KINDS
            .iter()
            .find(|(kind, ..)| *kind == word)
            .map(|(_, kind, _)| *kind)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> String {
        let offset = text.find('|').expect("a cursor");
        match wanted(&text.replace('|', ""), offset) {
            None => "nothing".to_owned(),
            Some(Wanted::Key(keys)) => format!("a key like {}", keys[0].name),
            Some(other) => format!("{other:?}"),
        }
    }

    #[test]
    fn keys_kinds_and_values_are_told_apart() {
        insta::assert_debug_snapshot!([
            at("[|"),
            at("[entity.a]\nna|"),
            at("[[claim]]\nid = \"x\"\n|"),
            at("[[claim]]\nexpect.|"),
            at("[[claim]]\nevent = |"),
            at("[event.a]\nwho = [\"b\", \"|"),
            at("[event.a]\nlasted = { va|"),
            at("[event.a]\nlasted = { value = \"3 hours\", |"),
            at("[[claim.test]]\nverdict = \"|"),
            at("# a rem|"),
        ], @r#"
        [
            "Header",
            "a key like name",
            "a key like id",
            "Kind",
            "Value(\"event\", false)",
            "Value(\"who\", true)",
            "a key like value",
            "a key like value",
            "Value(\"verdict\", true)",
            "nothing",
        ]
        "#);
    }
}
