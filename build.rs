//! Turns the model of the part-of-speech tagger into tables that need no reading.
//!
//! In: the model that harper-brill carries, JSON of 660 kB. Out, in `OUT_DIR`: `words.bin`, a hash table from words to their
//! most frequent part of speech, and `patches.rs`, the rules that mend it, as constants. `src/eval/syntax/tagger.rs` uses both, and
//! its tests hold it against the original.

use std::env;
use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use serde_json::Value;

#[path = "src/eval/syntax/tagger/table.rs"]
mod table;

fn main() -> Result<(), Box<dyn Error>> {
    let model = serde_json::to_value(&*harper_brill::brill_tagger())?;
    let out = env::var_os("OUT_DIR").ok_or("no OUT_DIR")?;
    let words = model["base"]["mapping"].as_object().ok_or("no words")?;
    fs::write(Path::new(&out).join("words.bin"), words_table(words)?)?;
    let patches = model["patches"].as_array().ok_or("no patches")?;
    fs::write(Path::new(&out).join("patches.rs"), patches_source(patches)?)?;
    Ok(())
}

/// Slots, each where its word stands among the entries behind them; then the entries: part of speech, length, letters.
fn words_table(words: &serde_json::Map<String, Value>) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut slots = vec![table::EMPTY; table::SLOTS];
    let mut entries: Vec<u8> = Vec::new();
    for (word, class) in words {
        let mut slot = table::slot(word);
        while slots[slot] != table::EMPTY {
            slot = table::next(slot);
        }
        slots[slot] = u32::try_from(entries.len())?;
        entries.push(u8::try_from(class_number(class)?)?);
        entries.push(u8::try_from(word.len())?);
        entries.extend(word.as_bytes());
    }
    let slots = slots.into_iter().flat_map(u32::to_le_bytes);
    Ok(slots.chain(entries).collect())
}

fn class_number(class: &Value) -> Result<usize, Box<dyn Error>> {
    let name = class.as_str().ok_or("a class is a name")?;
    let known = table::CLASSES.iter().position(|class| *class == name);
    known.ok_or_else(|| format!("unknown class {name}").into())
}

/// The patches in the order they are applied, and the words they ask for.
fn patches_source(patches: &[Value]) -> Result<String, Box<dyn Error>> {
    let mut words: Vec<String> = Vec::new();
    let mut list = String::new();
    for patch in patches {
        let mut conditions = Vec::new();
        flatten(&patch["criteria"], &mut words, &mut conditions)?;
        // The word first: it tells where to look.
        conditions.sort_by_key(|condition| !condition.starts_with("Condition::Word"));
        writeln!(
            list,
            "    Patch {{ from: {}, to: {}, conditions: &[{}] }},",
            class(&patch["from"])?,
            class(&patch["to"])?,
            conditions.join(", ")
        )?;
    }
    Ok(format!(
        "static PATCH_WORDS: [&str; {}] = {words:?};\nstatic PATCHES: [Patch; {}] = [\n{list}];\n",
        words.len(),
        patches.len()
    ))
}

/// The conditions that must all hold.
fn flatten(
    criteria: &Value,
    words: &mut Vec<String>,
    conditions: &mut Vec<String>,
) -> Result<(), Box<dyn Error>> {
    let (kind, what) = criteria
        .as_object()
        .and_then(|criteria| criteria.iter().next())
        .ok_or("a criterion is a table")?;
    let number = |key: &str| what[key].as_i64().ok_or("no number");
    match kind.as_str() {
        "Combined" => {
            flatten(&what["a"], words, conditions)?;
            flatten(&what["b"], words, conditions)?;
        }
        "WordIs" => {
            let word = what["word"].as_str().ok_or("no word")?.to_ascii_lowercase();
            let index = words.iter().position(|known| *known == word);
            let index = index.unwrap_or_else(|| {
                words.push(word);
                words.len() - 1
            });
            let relative = number("relative")?;
            conditions.push(format!("Condition::Word({relative}, {index})"));
        }
        "WordIsTaggedWith" => conditions.push(format!(
            "Condition::Class({}, {})",
            number("relative")?,
            class(&what["is_tagged"])?
        )),
        "AnyWordIsTaggedWith" => conditions.push(format!(
            "Condition::Within({}, {})",
            number("max_relative")?,
            class(&what["is_tagged"])?
        )),
        "SandwichTaggedWith" => conditions.push(format!(
            "Condition::Between({}, {})",
            class(&what["prev_word_tagged"])?,
            class(&what["post_word_tagged"])?
        )),
        other => return Err(format!("unknown criterion {other}").into()),
    }
    Ok(())
}

fn class(class: &Value) -> Result<String, Box<dyn Error>> {
    Ok(format!("Class::ALL[{}]", class_number(class)?))
}
