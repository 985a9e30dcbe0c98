//! Who has what is counted.
//!
//! In: a number with the noun it counts, and people or things. Out: whether the sentence says that one of them has, holds or
//! carries so many: «the ship carried 300 crates», «the ship's crew of 20», «all 20 crew members on the ship». What is only
//! done to some («lost 14 crates», «14 crates on it were crushed») is no figure of what it holds.

use std::ops::Range;

use super::identity::Who;
use super::identity::WhoIs;
use super::scene::Scene;
use super::syntax::Link;
use super::syntax::Place;
use super::syntax::Verb;
use super::syntax::verb;
use super::words::Gap;
use crate::value::Value;

/// Whether one of `who` has all of what is counted at `range`; `noun` is the noun that is counted, or the group that the
/// number tells the size of: «a crew of 20».
pub(crate) fn held_by(
    scene: &Scene<'_>,
    range: &Range<usize>,
    noun: &Range<usize>,
    who: &[usize],
) -> bool {
    let words = scene.words;
    let asked = WhoIs::new(scene, scene.sentence_of(range.start), who);
    let sentence = asked.sentence;
    let (Some(counted), Some(value)) = (
        sentence.phrase_of(noun.end - 1),
        sentence.phrase_of(range.end - 1),
    ) else {
        return false;
    };
    let group = noun.end <= range.start;
    // «14 damaged crates», «56 crates of powder» are some of them.
    let whole = group && words.near(range.start, -1) == "of" || noun.start == range.end;
    let end = if group { range.end } else { noun.end };
    if !whole || narrowed(scene, end, who) {
        return false;
    }
    // «her night crew of four» is a part of the crew.
    let plain = matches!(
        words.near(noun.start, -1),
        "s" | "a" | "the" | "its" | "their" | "his" | "her" | "total" | "whole" | "full"
    );
    if group && !plain {
        return false;
    }
    if let Some(owner) = sentence.noun(counted).and_then(|noun| noun.owner.clone()) {
        let last = scene.entities_in(owner.clone()).last();
        return last.is_some_and(|mention| {
            who.contains(&mention.entity) && mention.words.end + 1 >= owner.end
        });
    }
    let held = Held {
        scene,
        asked,
        counted,
        noun,
    };
    held.by_verb()
        || held
            .by_with()
            .unwrap_or_else(|| held.by_place(value, group))
}

/// What is counted, and who may have it.
struct Held<'a> {
    scene: &'a Scene<'a>,
    asked: WhoIs<'a>,
    /// Its phrase.
    counted: usize,
    noun: &'a Range<usize>,
}

impl Held<'_> {
    /// Whether the subject of its clause has it.
    fn is_subjects(&self) -> bool {
        let sentence = self.asked.sentence;
        let clause = sentence.phrases[self.counted].clause;
        let subjects = self.asked.all(&sentence.clauses[clause].subject);
        !subjects.contains(&Who::Other)
            && (subjects.contains(&Who::Own)
                || subjects.contains(&Who::Pronoun) && self.asked.stands_for(clause))
    }

    /// The verb of its clause, where that tells what is.
    fn verb(&self) -> Option<&Verb> {
        let sentence = self.asked.sentence;
        sentence
            .verb(sentence.phrases[self.counted].clause)
            .filter(|verb| !verb.passive && !verb.modal && !verb.doubtful && !verb.negated)
    }

    /// «carried 300 crates», «had a crew of 20»; «has attracted 30 million users»: what it has got it has.
    fn by_verb(&self) -> bool {
        let words = self.scene.words;
        let start = self.noun.start;
        let has = |verb: &Verb| {
            let main = words.at(verb.main);
            is_having(main)
                || verb.perfect
                    && is_getting(main)
                    && (start.saturating_sub(8)..start)
                        .any(|at| matches!(words.at(at), "has" | "have"))
        };
        self.asked.sentence.phrases[self.counted].place == Place::Object
            && self.verb().is_some_and(has)
            && self.is_subjects()
    }

    /// «laden with 300 crates»; «The ship, with a crew of 20, left». `None`: no «with» leads to it.
    fn by_with(&self) -> Option<bool> {
        let words = self.scene.words;
        let sentence = self.asked.sentence;
        let with = sentence.phrases[self.counted]
            .preposition
            .filter(|&word| words.at(word) == "with")?;
        let before = with.checked_sub(1)?;
        if is_laden(words.at(before)) {
            return Some(self.is_subjects());
        }
        let before = sentence.phrase_of(before);
        Some(before.is_some_and(|before| self.asked.who_is(before) == Who::Own))
    }

    /// «all 20 crew members on the ship», «there were 300 crates on the ship»; `value` is the number's phrase.
    fn by_place(&self, value: usize, group: bool) -> bool {
        let words = self.scene.words;
        let sentence = self.asked.sentence;
        let first = |phrase: usize| words.at(sentence.phrases[phrase].words.start);
        let all = matches!(first(value), "the" | "all") && !group;
        let there = || {
            let clause = sentence.phrases[self.counted].clause;
            let subject = sentence.clauses[clause].subject.first();
            self.verb()
                .is_some_and(|verb| verb::is_be(words.at(verb.main)))
                && subject.is_some_and(|&subject| first(subject) == "there")
        };
        (all || there())
            && (0..sentence.phrases.len()).any(|other| {
                let place = &sentence.phrases[other];
                let on = place.preposition.is_some_and(|word| {
                    matches!(words.at(word), "on" | "aboard" | "of" | "in" | "inside")
                });
                on && place.after == Some(value) && self.asked.who_is(other) == Who::Own
            })
    }
}

/// Verbs of which the perfect says that their subject has something now.
fn is_getting(verb: &str) -> bool {
    matches!(
        verb,
        "attracted"
            | "amassed"
            | "gained"
            | "won"
            | "gathered"
            | "garnered"
            | "acquired"
            | "reached"
    )
}

/// «In 2019 it carried 900 crates», «it usually carries 900», «on her last voyage»: what something has at another time, or
/// any. «Since its launch in 2010 it has won 900», «founded in 2010, it has 900»: what it has now.
pub(crate) fn at_another_time(scene: &Scene<'_>, range: &Range<usize>) -> bool {
    let words = scene.words;
    let index = scene.sentence_of(range.start);
    let all = words.of_sentence(index);
    let syntax = scene.syntax(index);
    let own = syntax.clause_of(range.end - 1);
    let group = own
        .and_then(|clause| syntax.clauses[clause].verb)
        .map(|verb| syntax.chunks[verb].words.clone());
    let opens = |word: &str| {
        group
            .as_ref()
            .is_some_and(|group| words.at(group.start) == word)
    };
    let rule = all.clone().any(|i| match words.at(i) {
        "usually" | "often" | "once" | "normally" | "regularly" | "typically" | "sometimes"
        | "always" | "originally" | "previously" | "formerly" | "earlier" | "ago" | "voyage"
        | "voyages" => true,
        // «with 30 million users, who send five million pictures every day»
        "each" | "every" | "per" => own.is_none() || syntax.clause_of(i) == own,
        "a" => i == range.end + 1 && words.gap(i) == Gap::Space,
        "like" => i < range.start,
        _ => false,
    });
    let now = opens("has") || opens("have");
    // «since its launch in 2010», «founded in 2010, it has»
    let led = |date: &Range<usize>| {
        let since = (all.start..date.start)
            .rev()
            .take(6)
            .take_while(|&at| words.gap(at + 1) < Gap::Comma)
            .any(|at| words.at(at) == "since");
        let clause = syntax.clause_of(date.start);
        let participle =
            clause.is_some_and(|clause| syntax.clauses[clause].link == Link::Participle);
        now && (since || participle && clause != own)
    };
    let dated = scene
        .mentions_of(index)
        .iter()
        .any(|mention| match &mention.value {
            Value::Date(date) => {
                let other = match (date.stated.from, scene.published) {
                    (Some(from), Some(published)) => {
                        let now = published.zone.to_datetime(published.earliest).year();
                        !date.relative && from.year() != now
                    }
                    (Some(_), None) => !date.relative,
                    (None, _) => false,
                };
                other && !led(&scene.words_of(mention))
            }
            _ => false,
        });
    let had = group.as_ref().is_some_and(|group| group.len() > 1) && opens("had");
    rule || dated || had
}

/// «56 crates of powder», «crates that burned»: what follows the noun at once makes it some of them.
pub(crate) fn narrowed(scene: &Scene<'_>, end: usize, who: &[usize]) -> bool {
    let words = scene.words;
    let own = || {
        scene
            .entities_in(end + 1..end + 3)
            .any(|mention| who.contains(&mention.entity))
    };
    words.gap(end) < Gap::Comma
        && match words.at(end) {
            "of" => !own(),
            "with" | "that" | "which" | "who" | "whose" | "holding" | "containing" | "full"
            | "bound" | "destined" | "left" | "remaining" | "short" | "over" => true,
            _ => false,
        }
}

/// Verbs that tell what something has in it or with it.
fn is_having(verb: &str) -> bool {
    matches!(
        verb,
        "had"
            | "has"
            | "have"
            | "having"
            | "carried"
            | "carries"
            | "carry"
            | "carrying"
            | "held"
            | "holds"
            | "hold"
            | "holding"
            | "transported"
            | "transporting"
            | "contained"
            | "contains"
            | "containing"
            | "comprised"
            | "comprises"
            | "employed"
            | "employs"
            | "housed"
            | "houses"
            | "numbered"
            | "numbers"
            | "bore"
    )
}

fn is_laden(word: &str) -> bool {
    matches!(
        word,
        "laden" | "loaded" | "packed" | "stacked" | "filled" | "crewed" | "manned" | "staffed"
    )
}
