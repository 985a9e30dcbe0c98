//! How a text stands to each word of a sentence.
//!
//! In: the tokens of a sentence, the quoted ones among them, and who spoke last. Out: for each token a stance and, where
//! it is somebody else's word, the speaker. The stronger reservation wins: superseded, denied, conditional, planned,
//! quoted, attributed, asserted.

use std::ops::Range;

use super::attribution;
use super::attribution::Attribution;
use super::clause;
use super::clause::Under;
use super::earlier;
use super::reading::Stance;
use crate::lex::cue;
use crate::lex::fold::flag;
use crate::lex::token::Kind;
use crate::lex::token::Words;
use crate::lex::token::back;
use crate::lex::wordset::Set;
use crate::lex::wordset::set;
use crate::span::Part;
use crate::span::Span;

/// Farthest a negation reaches to deny a value, in tokens: «did not last 53 minutes», but not «did not bring peace in
/// its 53 minutes».
const DENIAL: usize = 5;

/// Cues that reserve something by themselves.
const RESERVING: u32 = cue::NEGATION
    | cue::MODAL
    | cue::IF
    | cue::FUTURE
    | cue::PLAN
    | cue::EARLY
    | cue::POSSIBLE
    | cue::FORMERLY
    | cue::CHANGE;

/// First words of what turns a whole clause round: «not true that», «instead of», «no evidence».
const TURNING: &Set = set!["not", "untrue", "false", "instead", "rather", "no"];

/// Who spoke last, from sentence to sentence.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Memory {
    /// The last speaker with a name.
    named: Option<Span>,
    /// The last speaker, for speech that goes on.
    speaker: Option<Span>,
}

impl Memory {
    /// Whoever spoke last, for a quotation that nobody else is near.
    pub(super) fn forget_speaker(&mut self) {
        self.speaker = None;
    }
}

/// Buffers of one reading.
#[derive(Default)]
pub(super) struct Stances {
    /// For each token of the sentence.
    pub(super) under: Vec<Under>,
    quoted: Vec<bool>,
    attributions: Vec<Attribution>,
}

impl Stances {
    /// Reads one sentence. `quotes` are token ranges within the sentence.
    pub(super) fn read(
        &mut self,
        words: Words<'_>,
        quotes: &[Range<usize>],
        part: Part,
        memory: &mut Memory,
    ) {
        self.under.clear();
        self.under.resize(words.len(), Under::default());
        let (flags, all) = words.list.iter().fold((0, 0), |(flags, all), token| {
            (flags | token.flags, all | token.cue)
        });
        let cued = flags & flag::STANCE != 0;
        let headline = part == Part::Headline;
        if !cued && quotes.is_empty() && !headline {
            memory.forget_speaker();
            return;
        }
        self.quoted.clear();
        self.quoted.resize(words.len(), false);
        for quote in quotes {
            self.quoted[quote.clone()].fill(true);
        }
        attribution::find(words, &self.quoted, &mut self.attributions);
        if headline {
            self.attributions.extend(headline_speaker(words));
        }
        self.speech(words, memory);
        self.quotations(words, quotes, memory);
        self.reservations(words, all);
        let early = all & cue::EARLY != 0 && earlier::is_earlier_version(words);
        if part == Part::Correction || early {
            self.correction(words);
        }
    }

    fn raise(&mut self, tokens: Range<usize>, stance: Stance) {
        let end = tokens.end.min(self.under.len());
        for under in &mut self.under[tokens.start.min(end)..end] {
            if rank(stance) > rank(under.stance) {
                under.stance = stance;
            }
        }
    }

    fn speech(&mut self, words: Words<'_>, memory: &mut Memory) {
        let mut spoke = false;
        for index in 0..self.attributions.len() {
            let Attribution {
                speaker,
                verb,
                scope,
                denies,
            } = self.attributions[index].clone();
            let span = speaker.clone().map(|range| {
                let own = words.span(range.start, range.end);
                let pronoun =
                    range.len() == 1 && words.any(range.start, set!["he", "she", "they", "it"]);
                if pronoun {
                    return memory.named.unwrap_or(own);
                }
                if range.clone().any(|at| words.capital(at)) {
                    memory.named = Some(own);
                }
                own
            });
            let stance = if denies {
                Stance::Denied
            } else {
                Stance::Attributed
            };
            let own =
                |at: usize| speaker.as_ref().is_some_and(|range| range.contains(&at)) || at == verb;
            for at in scope {
                if at < self.under.len() && !own(at) && rank(stance) >= rank(self.under[at].stance)
                {
                    self.under[at] = Under {
                        stance,
                        speaker: span,
                    };
                }
            }
            if span.is_some() && !denies {
                memory.speaker = span;
                spoke = true;
            }
        }
        if !spoke && !self.quoted.iter().any(|&quoted| quoted) {
            memory.speaker = None;
        }
    }

    fn quotations(&mut self, words: Words<'_>, quotes: &[Range<usize>], memory: &Memory) {
        let spoken: usize = quotes.iter().map(Range::len).sum();
        for quote in quotes {
            let near = self
                .attributions
                .iter()
                .filter(|attribution| !attribution.denies && attribution.speaker.is_some())
                .filter(|attribution| {
                    let scope = &attribution.scope;
                    scope.start < quote.end && quote.start < scope.end
                        || attribution.verb.abs_diff(quote.end) <= 8
                })
                .min_by_key(|attribution| {
                    attribution
                        .verb
                        .abs_diff(quote.start)
                        .min(attribution.verb.abs_diff(quote.end))
                })
                .and_then(|attribution| attribution.speaker.clone());
            let speaker = if let Some(range) = near {
                let own = words.span(range.start, range.end);
                let pronoun =
                    range.len() == 1 && words.any(range.start, set!["he", "she", "they", "it"]);
                Some(if pronoun {
                    memory.named.unwrap_or(own)
                } else {
                    own
                })
            } else if let Some(range) = attribution::describer(words, &self.quoted, quote) {
                Some(words.span(range.start, range.end))
            } else if 10 * (spoken + 2 * quotes.len()) >= 7 * words.len() {
                memory.speaker
            } else {
                None
            };
            // The marks go with their words.
            for at in quote.start.saturating_sub(1)..(quote.end + 1).min(words.len()) {
                self.under[at] = Under {
                    stance: Stance::Quoted,
                    speaker,
                };
            }
        }
    }

    /// Plans, conditions, denials, and what is no longer said.
    fn reservations(&mut self, words: Words<'_>, all: u32) {
        if all & cue::RUMOUR != 0 && (0..words.len()).any(|at| words.any(at, cue::FALSEHOODS)) {
            self.raise(0..words.len(), Stance::Denied);
        }
        for (at, token) in words.list.iter().enumerate() {
            if TURNING.may_hold(token.place) || token.cue & RESERVING != 0 {
                self.reserve(words, at, token.cue);
            }
        }
    }

    /// What the word at `at` reserves. Apart from the loop over all words, of which few reserve anything.
    #[inline(never)]
    fn reserve(&mut self, words: Words<'_>, at: usize, cues: u32) {
        if words.any(at, TURNING) {
            self.turn(words, at);
        }
        if cues & RESERVING == 0 {
            return;
        }
        let end = attribution::clause_end(words, &self.quoted, at);
        let end = clause::aside_end(words, at, end).unwrap_or(end);
        if cues & cue::NEGATION != 0
            && let Some(stance) = negation(words, at)
        {
            // «without a word for the families»: of nouns, those right after it alone.
            let noun = words.is(at, "without") && !words.str(at + 1).ends_with("ing");
            self.raise(at..if noun { end.min(at + 4) } else { end }, stance);
        }
        self.conditions(words, at, cues, end);
        self.plans(words, at, cues, end);
        self.former(words, at, cues, end);
    }

    /// «may», «if», «is possible»: what is only possible from `at` to `end`.
    fn conditions(&mut self, words: Words<'_>, at: usize, cues: u32, end: usize) {
        if cues & (cue::MODAL | cue::IF) != 0 && !is_name(words, at) {
            // «a possible link»: only the noun is in doubt.
            let adjective = words.any(at, set!["possible", "potential", "likely"])
                && !words.any(at + 1, set!["to", "that"]);
            let end = if adjective { end.min(at + 3) } else { end };
            self.raise(at..end, Stance::Conditional);
        }
        if cues & cue::POSSIBLE != 0
            && let Some(from) = possible(words, at)
        {
            self.raise(from..end, Stance::Conditional);
        }
        if cues & cue::POSSIBLE != 0
            && let Some(barred) = barred(words, at, end)
        {
            self.raise(barred, Stance::Conditional);
        }
        if cues & cue::MODAL != 0
            && words.is(at, "would")
            && let Some(from) = supposed(words, at)
        {
            self.raise(from..end, Stance::Conditional);
        }
    }

    /// «will», «is due to», «hopes to»: what is still to come from `at` to `end`.
    fn plans(&mut self, words: Words<'_>, at: usize, cues: u32, end: usize) {
        if cues & cue::FUTURE != 0 && !is_name(words, at) {
            self.raise(at..end, Stance::Planned);
        }
        if cues & cue::PLAN == 0 {
            return;
        }
        if is_wish(words, at) {
            self.raise(at..end, Stance::Conditional);
        }
        if let Some(reach) = plan(words, at) {
            // «had been set for 16 May, was put off»: nobody plans it any more.
            let past = words.is(at.wrapping_sub(1), "been") || words.is(at.wrapping_sub(2), "been");
            let had = (2..=4).any(|back| words.is(at.wrapping_sub(back), "had"));
            let stance = if past && had {
                Stance::Superseded
            } else {
                Stance::Planned
            };
            self.raise(at..reach.unwrap_or(end), stance);
        }
        if let Some(from) = awaited(words, at) {
            self.raise(from..end, Stance::Planned);
        }
    }

    /// «initially», «originally», «up from»: what was said and is no longer.
    fn former(&mut self, words: Words<'_>, at: usize, cues: u32, end: usize) {
        if cues & cue::EARLY != 0
            && let Some(old) = earlier::early(words, &self.quoted, at)
        {
            self.raise(old, Stance::Superseded);
        }
        if cues & cue::FORMERLY != 0 && earlier::is_of_telling(words, at) {
            let end = earlier::reach(words, &self.quoted, at);
            let planned = (at..end).any(|k| words.cue(k) & cue::PLAN != 0);
            let stance = if planned {
                Stance::Planned
            } else {
                Stance::Superseded
            };
            self.raise(at..end, stance);
        }
        if cues & cue::CHANGE != 0
            && let Some(old) = earlier::superseded(words, at, end)
        {
            self.raise(old, Stance::Superseded);
        }
    }

    /// What turns the whole of a clause round, from the word at `at`.
    fn turn(&mut self, words: Words<'_>, at: usize) {
        // «It is not true that after six hours, they left»: whatever clause the rest has.
        let untrue = words.phrase(at, set!["not", "true", "that"]).is_some()
            || words.any(at, set!["untrue", "false"]) && words.is(at + 1, "that");
        if untrue {
            self.raise(at..words.len(), Stance::Denied);
        }
        let instead = words.is(at, "instead") && words.is(at + 1, "of")
            || words.is(at, "rather") && words.is(at + 1, "than");
        if instead {
            self.raise(
                at..(at + 2 + DENIAL).min(attribution::clause_end(words, &self.quoted, at)),
                Stance::Denied,
            );
        }
        let no = words.is(at, "no")
            && words.any(
                at + 1,
                set!["evidence sign signs indication confirmation proof suggestion plans plan"],
            );
        if no {
            self.raise(at..words.len(), Stance::Conditional);
        }
    }

    /// A correction: what the earlier version said is superseded, the rest stands.
    fn correction(&mut self, words: Words<'_>) {
        let said = (0..words.len()).find(|&at| {
            words.cue(at) & cue::SAY != 0
                || words.any(at, set!["misstated gave put misspelled misspelt misidentified incorrectly wrongly had described listed referred"])
        });
        let Some(said) = said else { return };
        if earlier::is_earlier_version(words) || words.any(said, set!["incorrectly", "wrongly"]) {
            let end = attribution::clause_end(words, &self.quoted, said);
            for under in &mut self.under[said..end] {
                *under = Under {
                    stance: Stance::Superseded,
                    speaker: None,
                };
            }
        }
    }
}

/// The stance of a value whose first token is `start`: that of its words, but a negation reaches only so far.
pub(super) fn at_value(words: Words<'_>, under: &[Under], start: usize) -> Stance {
    let stance = under
        .get(start)
        .map_or(Stance::Asserted, |under| under.stance);
    if stance != Stance::Denied || under[start].speaker.is_some() {
        return stance;
    }
    let near = (start.saturating_sub(DENIAL)..start).any(|at| {
        words.cue(at) & cue::NEGATION != 0 || words.any(at, set!["instead", "rather", "than", "of"])
    });
    let rumour = (0..words.len()).any(|at| words.cue(at) & cue::RUMOUR != 0);
    if near || rumour {
        Stance::Denied
    } else {
        Stance::Conditional
    }
}

fn rank(stance: Stance) -> u8 {
    match stance {
        Stance::Asserted => 0,
        Stance::Attributed => 1,
        Stance::Quoted => 2,
        Stance::Planned => 3,
        Stance::Conditional => 4,
        Stance::Denied => 5,
        Stance::Superseded => 6,
    }
}

/// «May 4», «Will Hale»: a month or a name.
fn is_name(words: Words<'_>, at: usize) -> bool {
    words.capital(at) && (at > 0 || words.capital(at + 1) || words.kind(at + 1) == Kind::Digits)
}

/// What a negation does to the rest of its clause; `None` for «not only», «no later than» and their like.
fn negation(words: Words<'_>, at: usize) -> Option<Stance> {
    if words.is(at, "without") {
        return Some(Stance::Denied);
    }
    let harmless = set![
        "only just until least less fewer later more far long unlike surprisingly alone necessarily yet"
    ];
    if words.any(at + 1, harmless) {
        return (words.is(at + 1, "yet")).then_some(Stance::Conditional);
    }
    let unknown = set![
        "say said confirm confirmed know known clear specify disclose disclosed immediately rule comment give elaborate verify verified provide sure certain"
    ];
    Some(if (at + 1..at + 4).any(|k| words.any(k, unknown)) {
        Stance::Conditional
    } else {
        Stance::Denied
    })
}

/// «is built to withstand», «was thought to be», «are feared dead»: from where on nothing is told as having happened.
fn possible(words: Words<'_>, at: usize) -> Option<usize> {
    let be = words.cue(at.wrapping_sub(1)) & cue::BE != 0 && at > 0;
    if words.any(at, set!["built designed engineered meant supposed"]) {
        return words.is(at + 1, "to").then_some(at);
    }
    if words.is(at, "capable") {
        return words.is(at + 1, "of").then_some(at);
    }
    // «the agency fears that», «amid fears that»
    if words.any(at, set!["feared fears fear worried worries"]) && words.is(at + 1, "that") {
        return Some(at);
    }
    if words.is(at, "feared") {
        // «forty are feared dead», «at least six feared dead»
        let dead = words.any(at + 1, set!["dead", "drowned", "killed", "lost", "trapped"]);
        return (be || dead).then(|| clause_start(words, at));
    }
    let past = words.any(at.wrapping_sub(1), set!["was", "were", "been"])
        || words.str(at.wrapping_sub(1)).ends_with("ly")
            && words.any(at.wrapping_sub(2), set!["was", "were", "been"]);
    (past && at > 0 && words.any(at + 1, set!["to", "that"])).then_some(at)
}

/// «was limited from owning more than 15 percent», «is barred from spending 2 million»: what somebody may not do; how long, or
/// until when, he may not is told.
fn barred(words: Words<'_>, at: usize, end: usize) -> Option<Range<usize>> {
    let verb = set!["limited barred banned prevented prohibited blocked precluded forbidden"];
    let doing = words.is(at + 1, "from") && words.str(at + 2).ends_with("ing");
    (words.any(at, verb) && doing).then(|| {
        let until = set!["for until till since"];
        let stop = (at + 3..end).find(|&k| words.any(k, until));
        at + 2..stop.unwrap_or(end)
    })
}

/// «A quake of magnitude 7 would bring it down»: what an indefinite subject would do is only thought of, subject and all.
fn supposed(words: Words<'_>, at: usize) -> Option<usize> {
    let start = clause_start(words, at);
    let verb = (start..at).any(|k| words.cue(k) & (cue::SAY | cue::BE | cue::DENY) != 0);
    (!verb && words.any(start, set!["a", "an", "any", "another"])).then_some(start)
}

/// Where the clause of `at` starts by the words alone.
fn clause_start(words: Words<'_>, at: usize) -> usize {
    (0..=at)
        .rev()
        .find(|&k| clause::bounds(words, k))
        .unwrap_or(0)
}

/// «had hoped for 45 percent», «asked for 25 years», «wanted 5 billion»: a figure that is wished for.
fn is_wish(words: Words<'_>, at: usize) -> bool {
    let number = |from: usize, to: usize| (from..to).any(|k| words.has(k, flag::NUMBER));
    let wishes = words.any(
        at,
        set!["hoped hopes hoping asked asks asking called calling aimed aims wished longed bid"],
    );
    let wants = words.any(
        at,
        set!["wanted wants demanded demands demanding sought seeks seeking requested"],
    );
    wishes && words.is(at + 1, "for") && number(at + 2, at + 6) || wants && number(at + 1, at + 5)
}

/// How far a plan reaches: `Some(None)` to the end of its clause, `Some(Some(token))` over one value only.
#[expect(
    clippy::option_option,
    reason = "three answers: no plan, so far, the whole clause"
)]
fn plan(words: Words<'_>, at: usize) -> Option<Option<usize>> {
    if words.kind(at.wrapping_sub(1)) == Kind::Dash && words.glued(at) {
        return None; // «longer-than-expected»
    }
    let next = |list: &Set| words.any(at + 1, list);
    let passive = words.cue(at.wrapping_sub(1)) & cue::BE != 0
        || (words.str(at.wrapping_sub(1)).ends_with("ly")
            && words.cue(at.wrapping_sub(2)) & cue::BE != 0);
    if words.any(at, set!["asked asks asking called calling"]) {
        return None;
    }
    if words.any(at, set!["set going ready wants hopes hoped hoping aims aimed preparing prepares prepared intends intended expects expecting poised"]) {
        return (next(set!["to"]) || (words.is(at, "set") && passive && next(set!["for"])))
            .then_some(None);
    }
    if words.is(at, "due") {
        return (next(set!["to"]) && words.kind(at + 2) == Kind::Word && passive
            || next(set!["on", "in", "at", "for", "back"]))
        .then_some(None);
    }
    if next(set!["to", "for", "on", "in", "at"]) || passive {
        return Some(None);
    }
    // «its scheduled 90 minutes», «the planned two-day visit»
    let adjective = words.any(
        at,
        set!["scheduled planned expected proposed projected upcoming forthcoming intended"],
    );
    let number = (at + 1..at + 3).any(|k| words.has(k, flag::NUMBER));
    (adjective && number).then_some(Some(at + 5))
}

/// «40 mm of rain is expected tonight»: where nothing is said of what it is to do, the subject itself is still to come.
fn awaited(words: Words<'_>, at: usize) -> Option<usize> {
    let before = if words.str(back(at)).ends_with("ly") {
        back(back(at))
    } else {
        back(at)
    };
    let now = words.any(before, set!["is", "are", "be"]);
    let then = words.any(before, set!["was", "were", "been"]);
    let future = words.any(at, set!["expected", "projected", "due"]);
    let set_for = words.any(at, set!["planned", "scheduled"]);
    let deed = words.any(at + 1, set!["to", "that"]);
    (!deed && (future && (now || then) || set_for && now)).then(|| clause_start(words, at))
}

/// «Quake kills ten: officials», «Officials: ten dead», «Ten dead - state TV».
fn headline_speaker(words: Words<'_>) -> Option<Attribution> {
    let mark = (1..words.len()).find(|&at| {
        matches!(words.kind(at), Kind::Colon | Kind::Dash)
            && !words.glued(at + 1)
            && (words.kind(at) == Kind::Colon || !words.glued(at))
    })?;
    let bodies = set![
        "officials official police report reports tv media ministry minister governor mayor agency government authorities sources source survey army military monitor spokesman spokeswoman president hospital survivor witness witnesses un study poll"
    ];
    let speaks = |range: Range<usize>| {
        (1..=4).contains(&range.len()) && range.clone().any(|at| words.any(at, bodies))
    };
    let all = words.len();
    if speaks(mark + 1..all) {
        return Some(Attribution {
            speaker: Some(mark + 1..all),
            verb: mark,
            scope: 0..mark,
            denies: false,
        });
    }
    speaks(0..mark).then(|| Attribution {
        speaker: Some(0..mark),
        verb: mark,
        scope: mark + 1..all,
        denies: false,
    })
}
