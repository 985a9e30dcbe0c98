//! What a failed test is told as: the verdict that was wanted, and the words that got another.
//!
//! In: a test and how it went. Out: diagnostics, drawn elsewhere.

use super::Coverage;
use super::Tested;
use super::Went;
use super::full_id;
use super::slip::Slip;
use super::slip::slip;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Label;
use crate::diagnostic::Level;
use crate::diagnostic::Snippet;
use crate::finding::Evidence;
use crate::span::Span;

/// What tests of rules are answered with: the code, and what it means.
pub const CODES: &[(&str, &str)] = &[
    (
        "test-known-gap",
        "The test has a `todo` and fails, as that says it may.",
    ),
    (
        "test-mended",
        "The test has a `todo` and passes: the gap is closed, so the `todo` goes.",
    ),
    (
        "test-missing",
        "The text should have got a verdict on the claim, and nothing in it was bound to the claim. Often a name in \
         `also`, a word in the event's `what` or in the claim's `words` is missing. `factcheck explain` shows what was \
         found and why it was left.",
    ),
    (
        "test-never-fires",
        "No text of the story's tests says anything of this claim, so nobody has seen it work.",
    ),
    (
        "test-noisy",
        "The text should not speak of the claim, and a value in it was taken for it. Give the claim `words`, or the \
         event narrower ones in `what`.",
    ),
    (
        "test-not-mutated",
        "Of a supported test fewer than four mutants could be made, so it is not known what the rule would let pass.",
    ),
    (
        "test-survivor",
        "The fact in a supported test was changed, and the rule did not call it wrong. A report could make the same \
         mistake.",
    ),
    (
        "test-wrong",
        "The text got another verdict, fault or value than the test wants.",
    ),
];

/// What the excerpt of a test's text is headed with.
const TEXT: &str = "the text of this test";

/// The words of the text that spoke of the claim.
fn of_evidence(evidence: &Evidence) -> Snippet {
    let start = evidence.sentence_offset as usize;
    let mut message = format!("{}: read as {}", evidence.verdict.word(), evidence.value);
    if let Some(speaker) = &evidence.speaker {
        message.push_str(", said by ");
        message.push_str(speaker);
    }
    Snippet {
        path: TEXT.to_owned(),
        first_line: evidence.line,
        text: evidence.sentence.to_string(),
        labels: vec![Label {
            span: Span::new(start, start + evidence.text.len()),
            message,
            primary: false,
        }],
    }
}

/// The text itself, where nothing in it speaks of the claim; with a word that is probably a slip, if there is one.
fn of_text(body: &str, slip: Option<&Slip<'_>>) -> Snippet {
    let label = match slip {
        Some(slip) => Label {
            span: slip.span,
            message: "not a word of the rules".to_owned(),
            primary: true,
        },
        None => Label {
            span: Span::new(0, 0),
            message: "nothing here speaks of the claim".to_owned(),
            primary: false,
        },
    };
    Snippet {
        path: TEXT.to_owned(),
        first_line: 1,
        text: body.trim_end().to_owned(),
        labels: vec![label],
    }
}

impl Tested<'_> {
    /// What it wanted: «contradicted (value)».
    fn wanted(&self) -> String {
        match &self.test.fault {
            Some(fault) => format!("{} ({fault})", self.test.verdict),
            None => self.test.verdict.clone(),
        }
    }

    /// What it got.
    fn got(&self) -> String {
        match self.fault {
            Some(fault) => format!("{} ({})", self.verdict.word(), fault.word()),
            None => self.verdict.word().to_owned(),
        }
    }

    /// What to tell of it; nothing where it went as it should.
    pub fn diagnostic(&self) -> Option<Diagnostic> {
        let claim = self.claim();
        let (code, level) = match self.went {
            Went::Right => return None,
            Went::Wrong => ("test-wrong", Level::Error),
            Went::Missing => ("test-missing", Level::Error),
            Went::Noisy => ("test-noisy", Level::Error),
            Went::Mended => ("test-mended", Level::Error),
            Went::KnownGap => ("test-known-gap", Level::Note),
        };
        let place = &self.test.place;
        let (wanted, got) = (self.wanted(), self.got());
        if self.went == Went::Mended {
            let title = format!("{}: this test passes now", claim.id);
            let label = "has a `todo`".to_owned();
            return Some(
                place
                    .diagnostic(code, level, title, label)
                    .with_help("take the `todo` out"),
            );
        }
        let other_value = self.verdict.word() == self.test.verdict;
        let title = match self.test.value.as_ref().filter(|_| other_value) {
            Some(value) => format!("{}: {got}, but not by the value {}", claim.id, value.text),
            None => format!("{}: wanted {wanted}, got {got}", claim.id),
        };
        let made = place.diagnostic(code, level, title, format!("wanted {wanted}"));
        let mut made = self.with_text(made);
        let expected = self
            .finding
            .as_ref()
            .and_then(|finding| finding.expected.as_ref());
        if let Some(expected) = expected {
            made = made.with_note(format!("the claim expects {expected}"));
        }
        for reason in &self.left {
            made = made.with_note(reason);
        }
        if let Some(why) = &self.test.why {
            made = made.with_note(format!("why: {why}"));
        }
        if let Some(todo) = &self.test.todo {
            made = made.with_note(format!("todo: {todo}"));
        }
        Some(made)
    }

    /// Shows the evidence in the test's text; without any the whole text, and a slip in it that may be why.
    fn with_text(&self, mut made: Diagnostic) -> Diagnostic {
        if let Some(finding) = &self.finding
            && !finding.evidence.is_empty()
        {
            let evidence = finding.evidence.iter().map(of_evidence);
            made.snippets.extend(evidence);
            return made;
        }
        let slip = (self.went == Went::Missing)
            .then(|| slip(self.story, self.claim(), &self.body))
            .flatten();
        made.snippets.push(of_text(&self.body, slip.as_ref()));
        match slip {
            Some(slip) => made.with_help(format!("did you mean `{}`?", slip.meant)),
            None => made,
        }
    }
}

impl Coverage<'_> {
    /// A claim that nobody has seen speak.
    pub fn diagnostic(&self, level: Level) -> Option<Diagnostic> {
        if !self.verdicts.is_empty() {
            return None;
        }
        let title = format!("no test makes {} speak", full_id(self.story, self.claim));
        let label = "never held against a text".to_owned();
        let made = self
            .claim
            .place
            .diagnostic("test-never-fires", level, title, label);
        Some(made.with_help(format!(
            "write a `[[claim.test]]` for it, below `[[claim]]` with `id = \"{}\"`",
            self.claim.id
        )))
    }
}

/// Claims of a story that are each told alone before they are told together.
const ALONE: usize = 3;

/// Many claims that never speak, as one diagnostic a file: the author of a new file knows that its tests are to come.
pub fn together(silent: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let mut by_file: Vec<Vec<Diagnostic>> = Vec::new();
    for one in silent {
        match by_file.last_mut() {
            Some(last) if last[0].path == one.path => last.push(one),
            _ => by_file.push(vec![one]),
        }
    }
    let mut told = Vec::new();
    for mut file in by_file {
        if file.len() <= ALONE {
            told.extend(file);
            continue;
        }
        let id = |one: &Diagnostic| {
            let words = one.title.split(' ');
            let full = words.into_iter().find(|word| word.contains('/'));
            full.unwrap_or_default().to_owned()
        };
        let ids: Vec<String> = file.iter().map(id).collect();
        let mut first = file.swap_remove(0);
        first.title = format!("no test makes {} claims speak", ids.len());
        first
            .notes
            .push(format!("never held against a text: {}", ids.join(", ")));
        first.help =
            Some("write a `[[claim.test]]` for each, below `[[claim]]` with its `id`".to_owned());
        told.push(first);
    }
    told
}
