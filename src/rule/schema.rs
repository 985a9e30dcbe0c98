//! The JSON Schema of rule files, made of the words in [`keys`].
//!
//! In: nothing. Out: a schema (draft 7, which editors' TOML validators know) with an explanation and the allowed words of
//! every key. It tells shapes and words; what only `validate` can tell (ids that exist, values that can be read) is left
//! to it.

use serde_json::Map;
use serde_json::Value;
use serde_json::json;

use super::keys;
use super::keys::FACTS;
use super::keys::KINDS;
use super::keys::Key;
use super::keys::TableWords;
use super::set::Kind;

/// The schema.
pub fn json_schema() -> Value {
    let mut definitions = Map::new();
    for (word, kind, doc) in KINDS {
        let mut forms = forms(*kind);
        forms["description"] = json!(doc);
        definitions.insert((*word).to_owned(), forms);
    }
    let expect: Map<String, Value> = KINDS
        .iter()
        .map(|(word, _, doc)| ((*word).to_owned(), reference(word, doc)))
        .collect();
    let mut event = table(&keys::EVENT, &["what"]);
    for (fact, kind) in FACTS {
        let doc = doc_of(keys::EVENT.keys, fact);
        event["properties"][*fact] = reference(kind.word(), doc);
    }
    let mut claim = table(&keys::CLAIM, &["id"]);
    claim["properties"]["expect"] = json!({
        "description": doc_of(keys::CLAIM.keys, "expect"),
        "type": "object",
        "properties": expect,
        "additionalProperties": false,
        "minProperties": 1,
        "maxProperties": 1,
    });
    let test = table(&keys::TEST, &["text", "verdict"]);
    claim["properties"]["test"] = list_of(&test, doc_of(keys::CLAIM.keys, "test"));
    json!({
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "factcheck rule file",
        "description": "What is known of one story. The language by example: docs/rules.md",
        "type": "object",
        "required": ["story"],
        "additionalProperties": false,
        "properties": {
            "story": table(&keys::STORY, &["id"]),
            "entity": by_id(&table(&keys::ENTITY, &["name"]), doc_of(keys::FILE.keys, "entity")),
            "event": by_id(&event, doc_of(keys::FILE.keys, "event")),
            "claim": list_of(&claim, doc_of(keys::FILE.keys, "claim")),
            "ignore": list_of(&table(&keys::IGNORE, &["claim", "reason"]), doc_of(keys::FILE.keys, "ignore")),
        },
        "definitions": definitions,
    })
}

fn doc_of(keys: &[Key], name: &str) -> &'static str {
    keys.iter()
        .find(|key| key.name == name)
        .map_or("", |key| key.doc)
}

fn reference(word: &str, doc: &str) -> Value {
    // Beside `$ref` nothing counts in draft 7.
    json!({ "description": doc, "allOf": [{ "$ref": format!("#/definitions/{word}") }] })
}

fn by_id(table: &Value, doc: &str) -> Value {
    json!({
        "description": doc,
        "type": "object",
        "propertyNames": { "pattern": "^[a-z0-9][a-z0-9-]*$" },
        "additionalProperties": table,
    })
}

fn list_of(table: &Value, doc: &str) -> Value {
    json!({ "description": doc, "type": "array", "items": table })
}

fn table(words: &TableWords, required: &[&str]) -> Value {
    json!({
        "description": words.name,
        "type": "object",
        "properties": properties(words.keys),
        "required": required,
        "additionalProperties": false,
    })
}

fn properties(keys: &[Key]) -> Map<String, Value> {
    keys.iter()
        .map(|key| {
            let mut shape = shape(key.name);
            shape["description"] = json!(key.doc);
            (key.name.to_owned(), shape)
        })
        .collect()
}

/// What may stand behind a key, kinds and facts apart.
fn shape(key: &str) -> Value {
    let text = || json!({ "type": "string", "pattern": "\\S" });
    let texts = || json!({ "anyOf": [text(), { "type": "array", "items": text() }] });
    match key {
        "format" => json!({ "const": 1 }),
        "kind" => json!({ "enum": ["person", "body", "place", "thing"] }),
        "severity" => json!({ "enum": ["minor", "major", "critical"] }),
        "tally" => json!({ "enum": ["killed", "injured", "missing", "arrested"] }),
        "each" => json!({ "enum": ["source"] }),
        "verdict" => json!({ "enum": keys::VERDICTS }),
        "fault" => json!({ "enum": keys::FAULTS }),
        "check-name" | "rising" | "disputed" | "many" => json!({ "type": "boolean" }),
        "also" | "style" | "misspelt" | "in" | "what" | "who" | "words" | "of" | "by" | "right"
        | "loose" | "wrong" => texts(),
        "value" | "is" | "tolerance" | "ahead" => json!({}),
        "known" => json!({ "type": "array", "minItems": 1, "items": item() }),
        _ => text(),
    }
}

/// One right value with what is said of it.
fn item() -> Value {
    json!({ "type": "object", "properties": properties(keys::ITEM), "additionalProperties": false })
}

/// The short and long forms of a kind.
fn forms(kind: Kind) -> Value {
    let plain = match kind {
        Kind::Occurred => json!({ "type": "boolean" }),
        Kind::Count | Kind::Age | Kind::Percent | Kind::Total => {
            json!({ "type": ["string", "number"] })
        }
        _ => json!({ "type": "string" }),
    };
    let long = json!({ "type": "object", "properties": properties(keys::keys_of(kind)), "additionalProperties": false });
    let list =
        json!({ "type": "array", "minItems": 1, "items": { "anyOf": [plain.clone(), item()] } });
    match kind {
        Kind::Occurred => json!({ "anyOf": [plain, long] }),
        _ => json!({ "anyOf": [plain, list, long] }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_and_kind_of_the_language_is_described() {
        let schema = json_schema();
        for (word, ..) in KINDS {
            assert!(
                schema["definitions"][word]["description"].is_string(),
                "{word}"
            );
        }
        for (table, at) in [
            (
                keys::ENTITY,
                "/properties/entity/additionalProperties/properties",
            ),
            (
                keys::EVENT,
                "/properties/event/additionalProperties/properties",
            ),
            (keys::CLAIM, "/properties/claim/items/properties"),
            (
                keys::TEST,
                "/properties/claim/items/properties/test/items/properties",
            ),
        ] {
            let described = schema
                .pointer(at)
                .and_then(Value::as_object)
                .expect("a table");
            assert_eq!(described.len(), table.keys.len(), "{}", table.header);
            for key in table.keys {
                assert!(
                    described[key.name]["description"]
                        .as_str()
                        .is_some_and(|doc| !doc.is_empty()),
                    "{}",
                    key.name
                );
            }
        }
    }
}
