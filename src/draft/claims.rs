//! Values that reports state, as drafted claims.
//!
//! In: reports and the main event. Out: claims, each with the sentence it was read in as its test. Only what a report
//! asserts of the event, in words that the rule language reads back.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::Claim;
use super::REVIEW;
use super::Report;
use super::events::Event;
use super::id_of;
use super::quoted;
use crate::lex;
use crate::text::Mention;
use crate::text::Stance;
use crate::value::Tally;
use crate::value::Value;
use crate::value::ValueKind;

/// Claims in a draft at most: more are no draft but a pile.
const MOST: usize = 24;

/// Drafts claims from the values of reports.
pub(super) fn claims(reports: &[Report], event: &Event) -> Vec<Claim> {
    let mut drafted = Vec::new();
    let mut ids: BTreeMap<String, usize> = BTreeMap::new();
    let mut values: Vec<(String, String)> = Vec::new();
    for report in reports {
        for mention in &report.reading.mentions {
            if drafted.len() == MOST {
                return drafted;
            }
            let Some(claim) = claim(report, mention, event) else {
                continue;
            };
            let key = (claim.0.clone(), claim.1.clone());
            if values.contains(&key) {
                continue;
            }
            let (kind, value, options) = claim;
            let times = ids.entry(kind.clone()).or_default();
            *times += 1;
            let id = format!("{}-{times}", kind.replace("expect.", ""));
            drafted.push(written(report, mention, &id, &kind, &value, &options));
            values.push(key);
        }
    }
    drafted
}

/// The kind, the value, and the options that bind it.
fn claim(report: &Report, mention: &Mention, event: &Event) -> Option<(String, String, String)> {
    if !matches!(mention.stance, Stance::Asserted | Stance::Attributed) {
        return None;
    }
    let body = &report.source.body;
    let sentence = report
        .reading
        .sentences
        .get(mention.sentence as usize)?
        .span
        .of(body);
    let spoken = sentence.to_lowercase();
    let near = event
        .words
        .iter()
        .any(|word| spoken.contains(word.as_str()));
    let noun = mention.noun.map(|noun| noun.of(body).to_lowercase());
    let (kind, want, options) = match &mention.value {
        Value::Duration { .. } if near => ("duration", ValueKind::Duration, String::new()),
        Value::Count {
            tally: Some(tally), ..
        } => (
            "count",
            ValueKind::Count,
            format!("tally = \"{}\"\n", fate(*tally)),
        ),
        Value::Count { tally: None, .. } if near => (
            "count",
            ValueKind::Count,
            format!("of = [{}]\n", quoted(&noun?)),
        ),
        Value::Money { .. } => ("money", ValueKind::Money, word_before(body, mention)?),
        Value::Percent { .. } => ("percent", ValueKind::Percent, word_before(body, mention)?),
        Value::Quantity { .. } if near => ("quantity", ValueKind::Quantity, String::new()),
        _ => return None,
    };
    let words = mention
        .hedge
        .map_or(mention.span, |hedge| hedge.hull(mention.span))
        .of(body);
    let value = [words, mention.span.of(body)]
        .into_iter()
        .find(|words| lex::parse_value(words, want).is_some())?;
    Some((format!("expect.{kind}"), quoted(value), options))
}

fn fate(tally: Tally) -> &'static str {
    match tally {
        Tally::Killed => "killed",
        Tally::Injured => "injured",
        Tally::Missing => "missing",
        Tally::Arrested => "arrested",
    }
}

/// The nearest long word before the value: what it is probably about.
fn word_before(body: &str, mention: &Mention) -> Option<String> {
    let before = &body[..mention.span.start as usize];
    let line = before.rsplit(['\n', '.']).next()?;
    let word = line
        .split(|c: char| !c.is_alphanumeric())
        .rfind(|word| word.len() > 4 && word.chars().all(char::is_lowercase))?;
    Some(format!("words = [{}]\n", quoted(word)))
}

fn written(
    report: &Report,
    mention: &Mention,
    id: &str,
    kind: &str,
    value: &str,
    options: &str,
) -> Claim {
    let body = &report.source.body;
    let sentence = report.reading.sentences[mention.sentence as usize]
        .span
        .of(body);
    let line = body[..mention.span.start as usize].matches('\n').count() + 1;
    let mut text = String::new();
    let _ = writeln!(
        text,
        "[[claim]]  {REVIEW}: read in {}, line {line}",
        report.source.path
    );
    let id = id_of(id);
    let _ = write!(
        text,
        "id = \"{id}\"\nevent = \"main\"\n{options}{kind} = {value}\n"
    );
    let _ = write!(
        text,
        "\n[[claim.test]]\ntext = {}\nverdict = \"supported\"\n",
        quoted(sentence)
    );
    Claim { id, text }
}
