//! `factcheck explain CODE`: what a diagnostic means, a file that makes it, and the same file mended.

use std::io::Write;

use crate::cli::codes;
use crate::cli::output;
use crate::report;
use crate::rule;
use crate::rule::codes::CODES;
use crate::rule_test;

/// What each verdict and each ledger means, and what it counts as.
const VERDICTS: &[(&str, &str)] = &[
    (
        "supported",
        "The report says what the rule expects. It counts as right.",
    ),
    (
        "contradicted",
        "The report says something that can't be true if the rule is. It counts as wrong; its fault is value, speaker, \
         time, arithmetic or quote. Spelling and wording are faults too, in a ledger of their own.",
    ),
    (
        "mixed",
        "The report says both in its own voice: half right, half wrong.",
    ),
    (
        "outdated",
        "The report says what was right before, and later than the `grace` of the rule allows. It counts as near.",
    ),
    (
        "vague",
        "What the report says is true, but too wide to tell right from wrong, or leaves open what would tell it: \
         «in March» for 4 March. It isn't counted.",
    ),
    (
        "stated",
        "The report says something, and there is nothing to hold it against: the rule gives no value, or the speaker is \
         none of those it lists. It isn't counted.",
    ),
    (
        "pending",
        "The report is from before the fact could be known (`known-from`), and says nothing of it. It isn't counted.",
    ),
    (
        "silent",
        "Nothing in the report could be tied to the claim. `factcheck explain CLAIM REPORT` shows what was read, and \
         why it was left.",
    ),
    (
        "misspelt",
        "A name is spelt in another way than the rule says: `s` in the table of claims and sources, «spelling» among names and \
         words. It is listed apart and counts in no score of facts. In `--fail-on` it is called `misspelt`, and it makes the \
         exit code 1 unless you leave it out. A spelling that is right goes into the entity's `also`.",
    ),
    (
        "wording",
        "A word stands in the `loose` or the `wrong` list of a choice, or a name in the `style` of its entity, and the \
         fact is right: `w` in the table of claims and sources. It is listed apart and counts in no score of facts. In `--fail-on` \
         it is called `wording`.",
    ),
    (
        "ignored",
        "A finding that an `[[ignore]]` of a rule file leaves out, or that a ruling has overturned: `i` in the table. It counts \
         neither in the exit code nor in a score.",
    ),
    (
        "unreviewed",
        "No person has looked yet at the accusations behind an outlet's score. A `[[ruling]]` in `rulings.toml` confirms \
         or overturns each, with a name and a reason.",
    ),
    (
        "unchecked",
        "A value that was read and held against no claim. `--unchecked` lists them, each with what the likeliest claim says of it.",
    ),
];

/// Other words for the same.
const ALSO: &[(&str, &str)] = &[
    ("spelling", "misspelt"),
    ("worded", "wording"),
    ("loose", "wording"),
    ("loosely", "wording"),
    ("style", "wording"),
];

/// The verdict, ledger or code that was probably meant.
pub(super) fn nearest(word: &str) -> Option<&'static str> {
    let known = VERDICTS.iter().map(|(word, _)| *word);
    let known = known
        .chain(ALSO.iter().map(|(word, _)| *word))
        .chain(CODES.iter().map(|code| code.code))
        .chain(rule_test::CODES.iter().map(|(code, _)| *code))
        .chain(codes::CODES.iter().map(|(code, ..)| *code));
    rule::keys::nearest(word, known)
}

/// Writes what a verdict means, if `word` is one.
///
/// # Errors
/// If `out` is closed.
pub(super) fn verdict(word: &str, out: &mut dyn Write) -> anyhow::Result<bool> {
    let word = word.to_lowercase();
    let meant = ALSO.iter().find(|(other, _)| *other == word);
    let meant = meant.map_or(word.as_str(), |(_, verdict)| verdict);
    let Some((verdict, what)) = VERDICTS.iter().find(|(verdict, _)| *verdict == meant) else {
        return Ok(false);
    };
    writeln!(out, "{verdict}\n\n{}", paragraph(what))?;
    Ok(true)
}

/// Whether `word` has the shape of a code: `rule-unknown-key`, `test-wrong`.
pub(super) fn is_code(word: &str) -> bool {
    let prefixes = ["rule-", "test-", "source-", "ignore-", "ruling-"];
    !word.contains('/') && prefixes.iter().any(|prefix| word.starts_with(prefix))
}

/// Writes what is known of a code.
///
/// # Errors
/// If there is no such code, or `out` is closed.
pub(super) fn run(word: &str, out: &mut dyn Write) -> anyhow::Result<()> {
    if let Some((code, what)) = rule_test::CODES.iter().find(|(code, _)| *code == word) {
        writeln!(out, "{code}\n\n{}", paragraph(what))?;
        return Ok(());
    }
    if let Some((code, what, wrong, right)) = codes::CODES.iter().find(|(code, ..)| *code == word) {
        writeln!(out, "{code}\n\n{}", paragraph(what))?;
        writeln!(
            out,
            "\nWrong:\n\n{}\nRight:\n\n{}",
            indented(wrong),
            indented(right)
        )?;
        return Ok(());
    }
    let Some(code) = CODES.iter().find(|code| code.code == word) else {
        let known = CODES.iter().map(|code| code.code);
        let known = known
            .chain(rule_test::CODES.iter().map(|(code, _)| *code))
            .chain(codes::CODES.iter().map(|(code, ..)| *code));
        match rule::keys::nearest(word, known) {
            Some(nearest) => anyhow::bail!("no code `{word}`; did you mean `{nearest}`?"),
            None => anyhow::bail!("no code `{word}`"),
        }
    };
    writeln!(out, "{}\n\n{}", code.code, paragraph(code.what))?;
    if let Some(example) = code.example {
        writeln!(out, "\nA file that makes it:\n\n{}", indented(example))?;
        let files = code.files(example);
        let files: Vec<(&str, &str)> = files
            .iter()
            .map(|(path, text)| (&**path, &**text))
            .collect();
        for found in rule::load_texts(&files).diagnostics {
            if found.code == code.code {
                writeln!(out, "{}", report::diagnostic(&found, output::width(true)))?;
            }
        }
    }
    if let Some(mended) = code.mended {
        writeln!(out, "The same, mended:\n\n{}", indented(mended))?;
    }
    Ok(())
}

fn paragraph(text: &str) -> String {
    report::hang(text, output::width(true), 0)
}

fn indented(text: &str) -> String {
    text.trim_end().lines().fold(String::new(), |all, line| {
        let margin = if line.is_empty() { "" } else { "    " };
        all + margin + line + "\n"
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_verdict_is_explained() {
        for word in rule::keys::VERDICTS {
            let mut out = Vec::new();
            assert!(verdict(word, &mut out).expect("written"), "{word}");
        }
    }
}
