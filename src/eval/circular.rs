//! Facts that rest on a source that is held against them.
//!
//! In: rules and the sources of a run. Out: a warning for each claim whose `because` names one of them: such a source
//! agrees with the claim whatever is true.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::Level;
use crate::finding::SourceRecord;
use crate::rule::Claim;
use crate::rule::Expected;
use crate::rule::Place;
use crate::rule::RuleSet;

/// Shorter ids may stand in a text by chance.
const LONG_ENOUGH: usize = 8;

/// A warning for each claim that rests on a checked source.
pub fn circular(rules: &RuleSet, sources: &[SourceRecord]) -> Vec<Diagnostic> {
    let mut told = Vec::new();
    for story in &rules.stories {
        let of_story = || {
            sources
                .iter()
                .filter(|source| source.stories.contains(&story.id))
        };
        for claim in &story.claims {
            let because = becauses(claim);
            let rests_on = of_story().find(|source| {
                let file = source.path.rsplit(['/', '\\']).next().unwrap_or_default();
                let page = source.url.as_deref().map(page).unwrap_or_default();
                [&source.path, &source.id, file, page]
                    .into_iter()
                    .any(|name| because.iter().any(|because| names(because, name)))
            });
            if let Some(source) = rests_on {
                told.push(diagnostic(
                    &format!("{}/{}", story.id, claim.id),
                    &claim.place,
                    source,
                ));
            }
        }
    }
    told
}

/// Everything a claim rests on.
fn becauses(claim: &Claim) -> Vec<&str> {
    let rights = match &claim.expected {
        Expected::AnyOf(rights) | Expected::Total { rights, .. } => rights.iter().collect(),
        Expected::Timeline(timeline) => timeline.steps.iter().chain(&timeline.ahead).collect(),
        _ => Vec::new(),
    };
    let of_rights = rights
        .into_iter()
        .filter_map(|right| right.because.as_deref());
    claim
        .because
        .as_deref()
        .into_iter()
        .chain(of_rights)
        .collect()
}

fn names(because: &str, name: &str) -> bool {
    name.len() >= LONG_ENOUGH && because.contains(name)
}

/// An address as one may write it: `https`, `www` and the last slash say nothing.
fn page(url: &str) -> &str {
    let url = url.split_once("://").map_or(url, |(_, rest)| rest);
    let url = url.strip_prefix("www.").unwrap_or(url);
    url.trim_end_matches('/')
}

fn diagnostic(claim: &str, place: &Place, source: &SourceRecord) -> Diagnostic {
    let title = format!("{claim} rests on {}, which is held against it", source.id);
    let label = "its `because` names a checked source";
    let made = place.diagnostic("claim-circular", Level::Warning, title, label);
    made.with_help("say where the fact itself comes from, or leave the source out of the corpus")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rule::load_texts;

    #[test]
    fn a_claim_that_rests_on_a_checked_source_is_told_and_no_other() {
        let text = r#"[story]
id = "ferry"
[entity.orla]
name = "Orla"
kind = "thing"
[event.fire]
what = "fire"
who = "orla"
lasted = { value = "35 minutes", because = "corpus/echo-03.md, third paragraph" }
injured = { value = 31, because = "hospital statement no. 3" }
"#;
        let loaded = load_texts(&[("ferry.toml", text)]);
        let record = |path: &str, story: &str| SourceRecord {
            id: path.into(),
            path: path.into(),
            stories: vec![story.to_owned()],
            ..SourceRecord::default()
        };
        let page = SourceRecord {
            url: Some("https://www.news.example/2024/ferry/".to_owned()),
            ..record("c.md", "ferry")
        };
        let linked = text.replace(
            "hospital statement no. 3",
            "http://news.example/2024/ferry, seen on 5 March",
        );
        let by_link = circular(&load_texts(&[("ferry.toml", &linked)]).rules, &[page]);
        assert_eq!(by_link.len(), 1);
        assert!(by_link[0].title.starts_with("ferry/fire.injured rests on"));
        let elsewhere = [record("reports/echo-03.md", "ferry")];
        assert_eq!(circular(&loaded.rules, &elsewhere).len(), 1);
        let sources = [
            record("corpus/echo-03.md", "ferry"),
            record("a.md", "ferry"),
        ];
        let told = circular(&loaded.rules, &sources);
        assert_eq!(told.len(), 1);
        assert_eq!(
            told[0].title,
            "ferry/fire.lasted rests on corpus/echo-03.md, which is held against it"
        );
        assert_eq!(
            circular(&loaded.rules, &[record("corpus/echo-03.md", "other")]),
            []
        );
    }
}
