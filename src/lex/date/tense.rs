//! Whether a day lies before or after publication, from the verbs around it.
//!
//! In: the tokens of a sentence and where a date stands in it. Out: a [`Direction`]. The nearest verb that tells, back
//! from the date, decides: «officials said the president will arrive on Friday» is about Friday to come. Where none
//! stands before, the first one after does: «On Friday the president will arrive». A few dozen words are looked at.

use super::calendar::Direction;
use crate::lex::irregular;
use crate::lex::token::Gap;
use crate::lex::token::Kind;
use crate::lex::token::Words;
use crate::lex::wordset::set;
use crate::lex::wordtable::Table;
use crate::lex::wordtable::table;

/// How many tokens are looked at on each side.
const REACH: usize = 40;

/// What a verb form tells.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    Past,
    Future,
    /// A participle or plain form: what stands before it tells.
    Bare,
    Nothing,
}

/// The direction of the date in the tokens from `start` to `end`.
pub(super) fn direction(words: Words<'_>, start: usize, end: usize) -> Direction {
    // «They will pay after Monday's vote»: what is after it is ahead, and the vote may be over.
    let owns = words.is(end, "'s") || words.str(end.saturating_sub(1)).ends_with("days");
    if owns && start > 0 && words.any(start - 1, set!["after", "following", "since"]) {
        return Direction::Past;
    }
    if is_day_of(words, end) {
        return Direction::Past;
    }
    if is_another(words, start) {
        return Direction::Future;
    }
    let low = start.saturating_sub(REACH);
    let mut bare = false;
    let mut behind = false;
    for i in (low..start).rev() {
        // «comes after a jury in May convicted him»: the clause has a verb of its own, behind the day.
        if words.any(i, set!["after", "because"]) && start > i + 1 && is_past_next(words, end) {
            return Direction::Past;
        }
        match form(words, i) {
            Form::Past => return Direction::Past,
            Form::Future => return Direction::Future,
            // «The town is in mourning after the fire on Friday»: what is so now came of what has been.
            Form::Bare if behind => return Direction::Past,
            Form::Bare => bare = true,
            Form::Nothing => behind |= words.any(i, set!["after", "following", "since"]),
        }
        // A new clause starts here; the verb of the one before is no guide if this one had its own.
        if bare && matches!(words.kind(i), Kind::Semicolon | Kind::Colon) {
            break;
        }
    }
    for i in end..words.len().min(end + REACH) {
        match form(words, i) {
            Form::Past => return Direction::Past,
            Form::Future => return Direction::Future,
            Form::Bare => bare = true,
            Form::Nothing => {}
        }
    }
    // «Leaders meet on Friday»: the present is for what is planned.
    if bare {
        Direction::Future
    } else {
        Direction::Unknown
    }
}

/// «above its price on Thursday, the day before it announced the bid»: what happened next to the day tells, not «would».
fn is_day_of(words: Words<'_>, end: usize) -> bool {
    /// Farthest the verb is looked for behind «before», in tokens.
    const FAR: usize = 5;
    if words.kind(end) != Kind::Comma
        || !words.is(end + 1, "the")
        || !words.any(end + 2, set!["day", "night", "week", "month"])
        || !words.any(end + 3, set!["before", "after", "when", "that"])
    {
        return false;
    }
    (end + 4..end + 4 + FAR)
        .map(|i| form(words, i))
        .find(|&form| form != Form::Nothing)
        == Some(Form::Past)
}

/// Whether the word behind a day is a verb of the past, where an adverb may stand between.
fn is_past_next(words: Words<'_>, end: usize) -> bool {
    let adverb = usize::from(words.str(end).ends_with("ly"));
    words.at(end).gap == Gap::Space && form(words, end + adverb) == Form::Past
}

/// «a rise next month and another in May», «in two weeks' time and again on Friday»: as the date before it.
fn is_another(words: Words<'_>, start: usize) -> bool {
    /// Farthest the date before it begins, in tokens.
    const FAR: usize = 5;
    let lead = start.wrapping_sub(1 + usize::from(words.any(start.wrapping_sub(1), set!["the"])));
    if !words.any(lead, set!["in", "on", "at"])
        || !words.any(
            lead.wrapping_sub(1),
            set!["another", "again", "one", "more"],
        )
        || !words.any(lead.wrapping_sub(2), set!["and", "then"])
    {
        return false;
    }
    (3..3 + FAR).any(|k| {
        let i = lead.wrapping_sub(k);
        words.is(i, "tomorrow")
            || words.is(i, "next")
                && words.date(i + 1).is_some()
                && !words.is(i.wrapping_sub(1), "the")
            || words.is(i, "time")
                && (words.is(i.wrapping_sub(1), "'s")
                    || words.kind(i.wrapping_sub(1)) == Kind::Apostrophe
                    || words.str(i.wrapping_sub(1)).ends_with(['\'', '\u{2019}']))
    })
}

fn form(words: Words<'_>, i: usize) -> Form {
    if words.kind(i) != Kind::Word {
        return Form::Nothing;
    }
    let text = words.str(i);
    if FUTURE.iter().any(|word| text.eq_ignore_ascii_case(word)) {
        return Form::Future;
    }
    if text.eq_ignore_ascii_case("to") {
        // «is to meet», «to be held», «due to arrive», «set to leave».
        let planned = words.any(
            i.wrapping_sub(1),
            set![
                "is",
                "are",
                "am",
                "due",
                "set",
                "scheduled",
                "expected",
                "planning",
                "plans",
                "going",
                "likely",
                "hopes",
                "ready",
                "about",
            ],
        ) || words.any(i + 1, set!["be", "take", "meet", "visit"])
            && !past_before(words, i);
        return if planned { Form::Future } else { Form::Nothing };
    }
    if words.any(
        i,
        set![
            "scheduled",
            "slated",
            "planned",
            "due",
            "expected",
            "upcoming",
            "forthcoming",
        ],
    ) {
        let was = words.any(i.wrapping_sub(1), set!["was", "were", "been"]);
        return if was { Form::Nothing } else { Form::Future };
    }
    // «said that the verdict comes on Friday»
    if words.any(
        i,
        set!["comes", "starts", "begins", "ends", "expires", "resumes"],
    ) {
        return Form::Future;
    }
    if words.any(i, set!["is", "are", "am", "'s", "'re", "'m"]) && !words.is(i, "'s") {
        return Form::Bare;
    }
    if SAME.iter().any(|verb| text.eq_ignore_ascii_case(verb)) {
        return same(words, i);
    }
    if is_past(text) {
        // «will be held», «to be opened».
        if words.any(i.wrapping_sub(1), set!["be", "get"]) {
            return Form::Nothing;
        }
        // «is held», «are expected»: the present.
        if words.any(i.wrapping_sub(1), set!["is", "are"]) {
            return Form::Bare;
        }
        return Form::Past;
    }
    Form::Nothing
}

/// A verb whose past is like its present: past, unless a modal makes it plain or an article a noun.
fn same(words: Words<'_>, i: usize) -> Form {
    let adverb = usize::from(words.any(
        i.wrapping_sub(1),
        set!["not", "also", "soon", "then", "never"],
    ));
    let before = i.wrapping_sub(1 + adverb);
    let plain = words.any(
        before,
        set![
            "to", "will", "would", "shall", "should", "can", "could", "may", "might", "must",
            "cannot", "be", "get", "won't", "can't", "don't", "doesn't", "didn't", "do", "does",
            "did", "'ll", "i'll", "we'll", "they'll", "he'll", "she'll", "it'll",
        ],
    );
    let noun = words.any(
        before,
        set![
            "the", "a", "an", "this", "that", "its", "their", "his", "her", "our", "of", "in",
            "for", "at", "tax", "job", "rate", "pay", "budget", "spending", "big", "no", "'s",
        ],
    );
    if plain || noun {
        return Form::Nothing;
    }
    // «Set a date for Friday», «please put it on Friday».
    if i == 0 || words.any(before, set!["is", "are", "am", "please"]) {
        return Form::Bare;
    }
    Form::Past
}

fn past_before(words: Words<'_>, i: usize) -> bool {
    (i.saturating_sub(4)..i).any(|k| words.kind(k) == Kind::Word && is_past(words.str(k)))
}

const FUTURE: &[&str] = &[
    "will", "shall", "'ll", "won't", "shan't", "tomorrow", "would", "gonna", "i'll", "we'll",
    "he'll", "she'll", "they'll", "it'll", "you'll",
];

/// Whether a word is a past tense: a regular one by its ending, or a common irregular one.
fn is_past(text: &str) -> bool {
    if text.len() > 4 && text.ends_with("ed") && text.is_ascii() {
        let lower = !text.as_bytes()[0].is_ascii_uppercase();
        return lower && !NO_VERB.iter().any(|word| text.eq_ignore_ascii_case(word));
    }
    if text.len() > 10 {
        return false;
    }
    let mut buffer = [0_u8; 10];
    let lower = &mut buffer[..text.len()];
    lower.copy_from_slice(text.as_bytes());
    lower.make_ascii_lowercase();
    let Ok(lower) = std::str::from_utf8(lower) else {
        return false;
    };
    let irregular = irregular::is_tense(lower) || irregular::is_both(lower);
    let clear = !SAME.contains(&lower) && !AMBIGUOUS.contains(&lower);
    irregular && clear || OTHER_PASTS.has(lower)
}

/// Verbs whose past is like their plain form.
const SAME: &[&str] = &[
    "beat", "bid", "burst", "cast", "cost", "cut", "hit", "hurt", "let", "put", "quit", "rid",
    "set", "shed", "shut", "split", "spread",
];

const NO_VERB: &[&str] = &[
    "united",
    "hundred",
    "indeed",
    "sacred",
    "armed",
    "alleged",
    "need",
    "exceed",
    "proceed",
    "succeed",
    "speed",
    "aged",
    "unmanned",
    "so-called",
];

/// Pasts that are as often nouns or adjectives: «bound for Oslo», «the Fed».
const AMBIGUOUS: &[&str] = &["bet", "bound", "fed", "ground", "lay", "wound"];

/// Forms that tell of the past, beside irregular past tenses: of «be», «have» and «do», and participles that headlines use.
const OTHER_PASTS: &Table = table![
    "been", "did", "died", "gone", "had", "relaid", "reran", "resat", "seen", "spelt", "spoilt",
    "sprung", "taken", "was", "were",
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lex::scan;
    use crate::lex::token;

    fn direction_in(text: &str) -> Direction {
        let mut tokens = Vec::new();
        scan::tokens(text, 0..text.len(), &mut tokens);
        let stretch = token::Stretch::new(text, &tokens);
        let words = stretch.words();
        let day = (0..words.len())
            .find(|&i| words.any(i, set!["friday", "march"]))
            .expect("a day");
        direction(words, day, day + 1)
    }

    #[test]
    fn the_nearest_verb_decides() {
        assert_eq!(direction_in("They met on Friday."), Direction::Past);
        assert_eq!(
            direction_in("She will arrive on Friday."),
            Direction::Future
        );
        assert_eq!(
            direction_in("Aides said the envoy will land on Friday."),
            Direction::Future
        );
        assert_eq!(
            direction_in("The envoy, who will land later, said on Friday he was tired."),
            Direction::Past
        );
        assert_eq!(
            direction_in("On Friday, the court will rule."),
            Direction::Future
        );
        assert_eq!(direction_in("On Friday, the court ruled."), Direction::Past);
    }

    #[test]
    fn verbs_without_a_form_of_the_past_are_past_after_a_subject() {
        let past = [
            "The chancellor quit on Friday.",
            "Two storms hit on Friday.",
            "They cut rates on Friday.",
        ];
        for text in past {
            assert_eq!(direction_in(text), Direction::Past, "{text}");
        }
        assert_eq!(
            direction_in("The storm will hit on Friday."),
            Direction::Future
        );
        assert_eq!(
            direction_in("The bank is to cut rates on Friday."),
            Direction::Future
        );
        assert_eq!(direction_in("A rate cut on Friday"), Direction::Unknown);
    }

    #[test]
    fn a_participle_after_be_is_not_the_past() {
        assert_eq!(
            direction_in("A vote will be held on Friday."),
            Direction::Future
        );
        assert_eq!(
            direction_in("A vote is to be held on Friday."),
            Direction::Future
        );
        assert_eq!(direction_in("A vote was held on Friday."), Direction::Past);
        assert_eq!(
            direction_in("A vote is scheduled for Friday."),
            Direction::Future
        );
    }

    #[test]
    fn what_the_present_comes_after_has_been() {
        assert_eq!(
            direction_in("Five people are in hospital after a crash on Friday."),
            Direction::Past
        );
        assert_eq!(
            direction_in("The town is in mourning following the fire on Friday."),
            Direction::Past
        );
        assert_eq!(
            direction_in("She is to speak after the talks on Friday."),
            Direction::Future
        );
        assert_eq!(
            direction_in("A ruling is expected after the hearing on Friday."),
            Direction::Future
        );
    }

    #[test]
    fn the_present_is_for_plans_and_no_verb_tells_nothing() {
        assert_eq!(direction_in("The vote is on Friday."), Direction::Future);
        assert_eq!(direction_in("Friday afternoon"), Direction::Unknown);
    }
}
