//! Rules, prepared once for all sources.
//!
//! In: a [`RuleSet`]. Out: a [`Plan`]: one automaton over all stories' names and event words, which is the gate, and the
//! matchers of each story. A source costs one pass at the gate, however many stories there are, and then only the
//! stories it speaks of.

use aho_corasick::AhoCorasick;
use aho_corasick::MatchKind;

use super::events::EventWords;
use super::identity::Called;
use super::names::Names;
use super::names::spelt_out;
use super::place::Places;
use super::stem::stem;
use super::words;
use crate::rule::Claim;
use crate::rule::EntityKind;
use crate::rule::Kind;
use crate::rule::Outlet;
use crate::rule::RuleSet;
use crate::rule::Story;

/// A rule set, prepared.
pub struct Plan<'r> {
    /// What was prepared.
    pub rules: &'r RuleSet,
    gate: AhoCorasick,
    /// The stories that each pattern of the gate opens.
    opens: Vec<Vec<u32>>,
    pub(crate) stories: Vec<StoryPlan>,
}

/// One story, prepared.
#[derive(Debug)]
pub(crate) struct StoryPlan {
    pub(crate) names: Names,
    /// How it calls those in it.
    pub(crate) called: Called,
    /// What lies in what.
    pub(crate) places: Places,
    pub(crate) events: Vec<EventWords>,
    /// Stems of each claim's `words`.
    pub(crate) words: Vec<Vec<Vec<String>>>,
    /// Stems of each claim's `of`.
    pub(crate) of: Vec<Vec<Vec<String>>>,
    /// Of each claim: whether its length is a term that its event gave, «sentenced to 25 years», and not how long it took.
    pub(crate) terms: Vec<bool>,
}

impl<'r> Plan<'r> {
    /// Prepares `rules`.
    ///
    /// # Panics
    /// If the names together are longer than an automaton can hold (gigabytes).
    pub fn new(rules: &'r RuleSet) -> Self {
        let mut patterns: Vec<(String, u32)> = Vec::new();
        for (index, story) in rules.stories.iter().enumerate() {
            gate_patterns(
                story,
                u32::try_from(index).unwrap_or(u32::MAX),
                &mut patterns,
            );
        }
        patterns.sort_by(|a, b| a.0.cmp(&b.0));
        let mut names: Vec<String> = Vec::new();
        let mut opens: Vec<Vec<u32>> = Vec::new();
        for (name, open) in patterns {
            if names.last() == Some(&name) {
                if let Some(last) = opens.last_mut() {
                    last.push(open);
                }
            } else {
                names.push(name);
                opens.push(vec![open]);
            }
        }
        let gate = AhoCorasick::builder()
            .ascii_case_insensitive(true)
            .match_kind(MatchKind::Standard)
            .build(&names)
            .expect("names are short");
        Self {
            rules,
            gate,
            opens,
            stories: rules.stories.iter().map(StoryPlan::new).collect(),
        }
    }

    /// Whether `text` may speak of any story.
    pub fn passes(&self, text: &str) -> bool {
        !self.stories_of(text).is_empty()
    }

    /// The outlet of `outlets.toml` that goes by `name`.
    pub(crate) fn outlet(&self, name: &str) -> Option<&Outlet> {
        let same = |known: &String| known.eq_ignore_ascii_case(name);
        self.rules
            .outlets
            .iter()
            .find(|outlet| same(&outlet.name) || outlet.also.iter().any(same))
    }

    /// The stories that `text` may speak of, in order.
    pub(crate) fn stories_of(&self, text: &str) -> Vec<usize> {
        let mut found = std::collections::BTreeSet::new();
        self.pass(text, &mut found);
        // Letters with diacritics, with marks between them that nobody sees, or with blanks and hyphens at which no line may
        // break: a name may stand there that the rules write without.
        let letters = || {
            text.bytes()
                .any(|byte| matches!(byte, 0xc3..=0xcd | 0xd8 | 0xe1))
        };
        let marks = || text.contains('\u{a0}') || text.contains('\u{2011}') || has_unseen(text);
        if !text.is_ascii() && (letters() || marks()) {
            let mut folded = String::with_capacity(text.len());
            let ends = |c: char| !(c.is_alphanumeric() || words::is_mark(c));
            for word in text.split_inclusive(ends) {
                match word.char_indices().next_back() {
                    Some((end, last)) if ends(last) => {
                        words::fold_into(&word[..end], &mut folded);
                        folded.push(match last {
                            '\u{a0}' => ' ',
                            '\u{2011}' => '-',
                            last => last,
                        });
                    }
                    _ => words::fold_into(word, &mut folded),
                }
            }
            self.pass(&folded, &mut found);
        }
        found.into_iter().map(|story| story as usize).collect()
    }

    fn pass(&self, text: &str, found: &mut std::collections::BTreeSet<u32>) {
        let bytes = text.as_bytes();
        let boundary = |at: Option<&u8>| at.is_none_or(|byte| !byte.is_ascii_alphanumeric());
        for hit in self.gate.find_overlapping_iter(text) {
            if !boundary(hit.start().checked_sub(1).and_then(|at| bytes.get(at)))
                || !boundary(bytes.get(hit.end()))
            {
                continue;
            }
            found.extend(&self.opens[hit.pattern().as_usize()]);
        }
    }
}

/// Whether a text has characters that nobody sees, told by their bytes: most texts have none, and are not read for it.
fn has_unseen(text: &str) -> bool {
    let bytes = text.as_bytes();
    memchr::memchr3_iter(0xc2, 0xe2, 0xef, bytes).any(|at| {
        matches!(
            &bytes[at..],
            [0xc2, 0xad, ..]
                | [0xe2, 0x80, 0x8b..=0x8f | 0xaa..=0xae, ..]
                | [0xe2, 0x81, 0xa0..=0xaf, ..]
                | [0xef, 0xbb, 0xbf, ..]
                | [0xef, 0xb8, 0x8e | 0x8f, ..]
        )
    })
}

fn gate_patterns(story: &Story, index: u32, patterns: &mut Vec<(String, u32)>) {
    let mut add = |name: &str| {
        let name = name.strip_prefix("the ").unwrap_or(name).to_lowercase();
        let folded = words::fold(&name).join(" ");
        // «Lac - Mégantic» in tokenised text; a name that goes on in the next line.
        if name.contains('-') {
            patterns.push((name.replace('-', " - "), index));
        }
        for (at, blank) in name.match_indices(' ') {
            let after = &name[at + blank.len()..];
            patterns.push((format!("{}\n{after}", &name[..at]), index));
            patterns.push((format!("{}\r\n{after}", &name[..at]), index));
        }
        if folded != name && !folded.is_empty() {
            patterns.push((folded, index));
        }
        if !name.is_empty() {
            patterns.push((name, index));
        }
    };
    for entity in &story.entities {
        for name in std::iter::once(&entity.name)
            .chain(&entity.also)
            .chain(&entity.style)
            .chain(&entity.misspelt)
            .chain(&entity.family)
        {
            add(name);
            if let Some(spelt) = spelt_out(name) {
                add(&spelt);
            }
        }
        if entity.kind == EntityKind::Person
            && let Some(last) = entity.name.split_whitespace().next_back()
        {
            add(last);
        }
    }
    // A story without names is known by its events' words.
    if story.entities.is_empty() {
        for word in story.events.iter().flat_map(|event| &event.what) {
            add(word);
        }
    }
}

impl StoryPlan {
    fn new(story: &Story) -> Self {
        let stems = |list: &[String]| -> Vec<Vec<String>> {
            list.iter()
                .map(|phrase| {
                    words::fold(phrase)
                        .iter()
                        .map(|word| stem(word).into_owned())
                        .collect()
                })
                .collect()
        };
        Self {
            names: Names::new(&story.entities),
            called: Called::new(&story.entities),
            places: Places::new(story),
            events: story
                .events
                .iter()
                .map(|event| {
                    let on_a_thing = event
                        .who
                        .iter()
                        .any(|&who| story.entities[who].kind == EntityKind::Thing);
                    EventWords::new(&event.what, on_a_thing)
                })
                .collect(),
            words: story
                .claims
                .iter()
                .map(|claim| stems(&claim.words))
                .collect(),
            of: story.claims.iter().map(|claim| stems(&claim.of)).collect(),
            terms: story
                .claims
                .iter()
                .map(|claim| is_term(story, claim))
                .collect(),
        }
    }
}

/// Whether a claim's length is what its event gave. An event's own `lasted` is how long it took.
fn is_term(story: &Story, claim: &Claim) -> bool {
    const GIVING: [&str; 7] = [
        "sentence", "jail", "imprison", "convict", "trial", "ban", "suspend",
    ];
    let gives = |phrase: &String| {
        let words = words::fold(phrase);
        words
            .iter()
            .any(|word| GIVING.iter().any(|giving| stem(giving) == stem(word)))
    };
    claim.kind == Kind::Duration
        && !claim.id.ends_with(".lasted")
        && claim
            .event
            .is_some_and(|event| story.events[event].what.iter().any(gives))
}
