//! Completions in a rule file.
//!
//! In: a text, a place in it, the ids it has. Out: the words that fit there, each with one line of explanation.

use lsp_types::CompletionItem;
use lsp_types::CompletionItemKind;

use super::context::Wanted;
use super::context::wanted;
use crate::rule;
use crate::rule::Names;
use crate::rule::keys;
use crate::rule::keys::Key;

/// What fits at byte `offset` of `text`.
pub(super) fn complete(text: &str, offset: usize) -> Vec<CompletionItem> {
    match wanted(text, offset) {
        None => Vec::new(),
        Some(Wanted::Header) => headers(),
        Some(Wanted::Key(list)) => list.iter().map(key).collect(),
        Some(Wanted::Kind) => keys::KINDS
            .iter()
            .map(|(word, _, doc)| item(word, doc, CompletionItemKind::ENUM_MEMBER))
            .collect(),
        Some(Wanted::Value(key, open)) => values(text, &key, open),
    }
}

fn item(label: &str, doc: &str, kind: CompletionItemKind) -> CompletionItem {
    CompletionItem {
        label: label.to_owned(),
        kind: Some(kind),
        detail: Some(doc.to_owned()),
        ..CompletionItem::default()
    }
}

fn key(key: &Key) -> CompletionItem {
    let mut made = item(key.name, key.doc, CompletionItemKind::PROPERTY);
    made.insert_text = Some(format!("{} = ", key.name));
    made
}

fn headers() -> Vec<CompletionItem> {
    keys::TABLES
        .iter()
        .map(|table| {
            let mut made = item(table.header, table.name, CompletionItemKind::STRUCT);
            made.filter_text = Some(table.header.trim_matches(['[', ']']).to_owned());
            made.insert_text = Some(
                table
                    .header
                    .trim_start_matches('[')
                    .trim_end_matches(']')
                    .to_owned(),
            );
            made
        })
        .collect()
}

/// Ids and words that the key `key` takes.
fn values(text: &str, key: &str, open: bool) -> Vec<CompletionItem> {
    let fixed: &[&str] = match key {
        "verdict" => keys::VERDICTS,
        "fault" => keys::FAULTS,
        "kind" => &["person", "body", "place", "thing"],
        "severity" => &["minor", "major", "critical"],
        "tally" => &["killed", "injured", "missing", "arrested"],
        "each" => &["source"],
        "occurred" | "rising" | "disputed" | "many" | "check-name" | "expect.occurred" => {
            return ["true", "false"]
                .iter()
                .map(|word| item(word, "", CompletionItemKind::VALUE))
                .collect();
        }
        _ => &[],
    };
    if !fixed.is_empty() {
        return fixed.iter().map(|word| quoted(word, "", open)).collect();
    }
    let wanted = match key {
        "who" | "where" | "by" | "first" | "in" | "expect.place" | "expect.name" => Names::Entity,
        "event" | "expect.order" => Names::Event,
        "of" | "claim" | "id" => Names::Claim,
        _ => return Vec::new(),
    };
    let ids = rule::outline(text)
        .into_iter()
        .filter(|id| id.declared && id.names == wanted);
    let mut items: Vec<_> = ids.map(|id| quoted(&id.id, "", open)).collect();
    if key == "id" {
        // Options of an event's own facts, and of names.
        items.clear();
        for id in rule::outline(text).into_iter().filter(|id| id.declared) {
            match id.names {
                Names::Event => items.extend(keys::FACTS.iter().map(|(fact, _)| {
                    quoted(&format!("{}.{fact}", id.id), "the event's own fact", open)
                })),
                Names::Entity => items.push(quoted(
                    &format!("name.{}", id.id),
                    "how the name is written",
                    open,
                )),
                Names::Claim => {}
            }
        }
    }
    items
}

fn quoted(word: &str, doc: &str, open: bool) -> CompletionItem {
    let mut made = item(word, doc, CompletionItemKind::VALUE);
    if !open {
        made.insert_text = Some(format!("\"{word}\""));
    }
    made
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Vec<String> {
        let offset = text.find('|').expect("a cursor");
        let items = complete(&text.replace('|', ""), offset);
        items
            .into_iter()
            .map(|item| item.insert_text.unwrap_or(item.label))
            .take(4)
            .collect()
    }

    #[test]
    fn ids_are_offered_where_they_fit() {
        let file = "[entity.pier]\nname = \"Pier 4\"\n[event.fire]\nwhat = [\"fire\"]\n";
        assert_eq!(at(&format!("{file}who = [\"|")), ["pier"]);
        assert_eq!(at(&format!("{file}[[claim]]\nevent = |")), ["\"fire\""]);
        assert_eq!(
            at(&format!("{file}[[claim]]\nid = \"|"))[..2],
            ["name.pier", "fire.occurred"]
        );
        assert_eq!(at(&format!("{file}[[claim]]\nexpect.|"))[0], "duration");
        assert_eq!(at("[story]\n|")[0], "id = ");
    }
}
