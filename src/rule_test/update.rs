//! Writes the verdicts that tests got into the rule files' texts.
//!
//! In: tests and how they went, and the texts. Out: the texts with other verdicts and faults; comments, order and
//! layout stay.

use std::collections::BTreeMap;
use std::io;

use toml_edit::DocumentMut;
use toml_edit::Item;
use toml_edit::TableLike;
use toml_edit::value;

use super::TestReport;
use super::Tested;
use super::Went;

/// The texts of the rule files that change, by path. `read` gives a file's text.
///
/// # Errors
/// If a file can't be read or is no longer what was tested.
pub fn updated(
    tested: &TestReport<'_>,
    read: &dyn Fn(&str) -> io::Result<String>,
) -> io::Result<BTreeMap<String, String>> {
    let mut of_file: BTreeMap<&str, Vec<&Tested<'_>>> = BTreeMap::new();
    for tested in &tested.tests {
        if tested.went.failed() {
            of_file.entry(&tested.story.path).or_default().push(tested);
        }
    }
    let mut updated = BTreeMap::new();
    for (path, tests) in of_file {
        let text = read(path)?;
        let changed = || {
            io::Error::new(
                io::ErrorKind::InvalidData,
                format!("`{path}` is not what was tested"),
            )
        };
        let mut document: DocumentMut = text.parse().map_err(|_| changed())?;
        for tested in tests {
            let (claim, nth_test) = tested.test.index;
            let tables = nth(document.get_mut("claim"), claim)
                .and_then(|claim| nth(claim.get_mut("test"), nth_test));
            write(tested, tables.ok_or_else(changed)?);
        }
        updated.insert(path.to_owned(), document.to_string());
    }
    Ok(updated)
}

/// The `index`-th table of `[[…]]` or of an inline list.
fn nth(item: Option<&mut Item>, index: usize) -> Option<&mut dyn TableLike> {
    match item? {
        Item::ArrayOfTables(tables) => tables
            .get_mut(index)
            .map(|table| table as &mut dyn TableLike),
        Item::Value(toml_edit::Value::Array(array)) => array
            .get_mut(index)?
            .as_inline_table_mut()
            .map(|table| table as &mut dyn TableLike),
        _ => None,
    }
}

fn write(tested: &Tested<'_>, table: &mut dyn TableLike) {
    if tested.went == Went::Mended {
        table.remove("todo");
        return;
    }
    set(table, "verdict", tested.verdict.word());
    if table.contains_key("fault") {
        match tested.fault {
            Some(fault) => set(table, "fault", fault.word()),
            None => {
                table.remove("fault");
            }
        }
    }
}

/// A new text where the old one stood, with the spaces and the comment around it.
fn set(table: &mut dyn TableLike, key: &str, text: &str) {
    let Some(old) = table.get_mut(key) else {
        return;
    };
    if old.as_str() == Some(text) {
        return;
    }
    let decor = old.as_value().map(|value| value.decor().clone());
    *old = value(text);
    if let (Some(decor), Some(new)) = (decor, old.as_value_mut()) {
        *new.decor_mut() = decor;
    }
}
