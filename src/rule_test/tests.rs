use super::TestReport;
use super::Went;
use super::mutate::WANTED;
use super::mutate::mutate;
use super::run;
use super::updated;
use crate::diagnostic::Level;
use crate::rule::Loaded;
use crate::rule::load_texts;

/// One claim with `tests`, and one that no text speaks of.
fn loaded(tests: &str) -> Loaded {
    let text = format!(
        r#"[story]
id = "ferry"

[entity.orla]
name = "Orla"
kind = "thing"
also = ["the ferry"]

[event.fire]
what = ["fire", "blaze"]
who = "orla"
lasted = "35 minutes"
injured = 31

[[claim]]
id = "fire.lasted"
{tests}"#
    );
    let loaded = load_texts(&[("ferry.toml", &text)]);
    let error = loaded
        .diagnostics
        .iter()
        .find(|found| found.level == Level::Error);
    assert!(error.is_none(), "{error:?}");
    loaded
}

fn all(loaded: &Loaded) -> TestReport<'_> {
    run(&loaded.rules, &|_, _| true)
}

const RIGHT: &str = r#"
[[claim.test]]
text = "The fire on the Orla lasted 35 minutes."
verdict = "supported"
"#;

#[test]
fn a_test_is_right_wrong_missing_or_noisy() {
    let loaded = loaded(
        r#"
[[claim.test]]
text = "The fire on the Orla lasted 35 minutes."
verdict = "supported"
value = "35 minutes"
[[claim.test]]
text = "The fire on the Orla lasted 35 minutes."
verdict = "contradicted"
[[claim.test]]
text = "The Orla was built in Skagen."
verdict = "supported"
[[claim.test]]
text = "The fire on the Orla lasted 35 minutes."
verdict = "silent"
[[claim.test]]
text = "The fire on the Orla lasted 53 minutes."
verdict = "contradicted"
fault = "speaker"
[[claim.test]]
text = "The fire on the Orla lasted 53 minutes."
verdict = "contradicted"
value = "35 minutes"
"#,
    );
    let went: Vec<Went> = all(&loaded)
        .tests
        .iter()
        .map(|tested| tested.went)
        .collect();
    assert_eq!(
        went,
        [
            Went::Right,
            Went::Wrong,
            Went::Missing,
            Went::Noisy,
            Went::Wrong,
            Went::Wrong
        ]
    );
}

#[test]
fn a_missing_test_says_why_its_values_were_left() {
    let loaded = loaded(
        r#"
[[claim.test]]
text = "The fire on the Orla broke out 53 minutes after the drill."
verdict = "supported"
[[claim.test]]
text = "The fire on the Berit lasted 53 minutes."
verdict = "contradicted"
"#,
    );
    let report = all(&loaded);
    let left: Vec<&[String]> = report
        .tests
        .iter()
        .map(|tested| tested.left.as_slice())
        .collect();
    assert!(left[0][0].starts_with("«53 minutes»"), "{left:?}");
    assert!(left[1][0].contains("names nobody"), "{left:?}");
}

#[test]
fn a_known_gap_fails_once_it_is_mended() {
    let loaded = loaded(
        r#"
[[claim.test]]
text = "The Orla was built in Skagen."
verdict = "supported"
todo = "would need a crystal ball"
[[claim.test]]
text = "The fire on the Orla lasted 35 minutes."
verdict = "supported"
todo = "numbers"
"#,
    );
    let report = all(&loaded);
    let went: Vec<Went> = report.tests.iter().map(|tested| tested.went).collect();
    assert_eq!(went, [Went::KnownGap, Went::Mended]);
    assert!(report.failed());
}

#[test]
fn a_claim_that_no_text_makes_speak_is_told_with_its_place() {
    let loaded = loaded(RIGHT);
    let report = all(&loaded);
    let told: Vec<_> = report
        .coverage
        .iter()
        .filter_map(|covered| covered.diagnostic(Level::Warning))
        .collect();
    assert_eq!(told.len(), 1);
    assert_eq!(told[0].title, "no test makes ferry/fire.injured speak");
    assert_eq!((told[0].line, told[0].column), (13, 11));
}

#[test]
fn a_failure_shows_the_verdict_that_was_wanted_and_the_words_that_got_another() {
    let loaded = loaded(
        r#"
[[claim.test]]
text = "Nobody slept. The blaze on the Orla lasted 53 minutes."
verdict = "supported"
why = "thirty-five is fifty-three in a mirror"
"#,
    );
    let report = all(&loaded);
    let told = report.tests[0].diagnostic().expect("is told");
    assert_eq!(told.code, "test-wrong");
    assert_eq!(
        told.title,
        "fire.lasted: wanted supported, got contradicted (value)"
    );
    let words = |nth: usize| {
        told.snippets[nth].labels[0]
            .span
            .of(&told.snippets[nth].text)
    };
    assert_eq!(words(0), "\"supported\"");
    assert_eq!(words(1), "53 minutes");
    assert_eq!(
        told.notes.last().map(String::as_str),
        Some("why: thirty-five is fifty-three in a mirror")
    );
}

#[test]
fn updating_writes_verdicts_and_keeps_comments_and_layout() {
    let text = r#"[story]
id = "ferry"   # short

[entity.orla]
name = "Orla"
kind = "thing"

[event.fire]
what = "fire"
who = ["orla"]
lasted = "35 minutes"

[[claim]]
id = "fire.lasted"
    [[claim.test]]   # indented
    text = "The fire on the Orla lasted 35 minutes."
    verdict   = "contradicted"   # was it?
    fault = "value"

    [[claim.test]]
    text = "The fire on the Orla lasted 53 minutes."
    verdict = "contradicted"
"#;
    let loaded = load_texts(&[("ferry.toml", text)]);
    let report = all(&loaded);
    let written = updated(&report, &|_| Ok(text.to_owned())).expect("is what was tested");
    let expected = text
        .replace(
            "verdict   = \"contradicted\"   # was",
            "verdict   = \"supported\"   # was",
        )
        .replace("    fault = \"value\"\n", "");
    assert_eq!(written.get("ferry.toml"), Some(&expected));
    assert!(updated(&report, &|_| Ok("[story]\n".to_owned())).is_err());
}

#[test]
fn every_mutant_of_a_plain_fact_is_killed() {
    let loaded = loaded(RIGHT);
    let report = all(&loaded);
    let mutated = mutate(&report.tests, &loaded.rules);
    assert_eq!(mutated.len(), 1);
    assert!(mutated[0].mutants >= WANTED);
    assert_eq!(
        mutated[0].killed, mutated[0].mutants,
        "{:?}",
        mutated[0].survivors
    );
}

#[test]
fn a_rule_that_lets_anything_pass_has_survivors() {
    let text = r#"[story]
id = "ferry"
[entity.orla]
name = "Orla"
kind = "thing"
[event.fire]
what = "fire"
who = "orla"
lasted = { disputed = true, value = "35 minutes" }
[[claim]]
id = "fire.lasted"
[[claim.test]]
text = "The fire on the Orla lasted 35 minutes."
verdict = "stated"
[[claim]]
id = "cause"
event = "fire"
expect.choice = "short circuit"
[[claim.test]]
text = "The fire on the Orla began with a short circuit."
verdict = "supported"
"#;
    let loaded = load_texts(&[("ferry.toml", text)]);
    let report = all(&loaded);
    assert!(!report.failed(), "{:?}", report.tests);
    // Nothing is wrong by this choice: only denials can be made of it.
    let mutated = mutate(&report.tests, &loaded.rules);
    assert_eq!(mutated.len(), 1, "only what is supported is mutated");
    assert_eq!(mutated[0].mutants, WANTED);
}

#[test]
fn every_code_of_tests_is_explained() {
    let sources = [include_str!("show.rs"), include_str!("mutate/mod.rs")];
    for rest in sources
        .iter()
        .flat_map(|source| source.split("\"test-").skip(1))
    {
        let code = format!("test-{}", rest.split('"').next().unwrap_or_default());
        assert!(
            super::CODES.iter().any(|(known, _)| *known == code),
            "{code}"
        );
    }
}
