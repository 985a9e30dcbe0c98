//! What every kind asks of a claim in its scene: whether a value is the claim's, and what becomes of one that is.
//!
//! In: a claim in its scene, a value in its words. Out: how the value is tied to the claim, or the judged evidence.

use std::ops::Range;

use super::Asked;
use super::FAR;
use super::accuses;
use super::by_stance;
use super::counted;
use super::no_evidence;
use super::sibling;
use crate::eval::aged;
use crate::eval::as_of;
use crate::eval::beside;
use crate::eval::bind;
use crate::eval::bind::Bound;
use crate::eval::bind::Gathered;
use crate::eval::bind::Reach;
use crate::eval::caution;
use crate::eval::compare::Relation;
use crate::eval::deals;
use crate::eval::denial;
use crate::eval::judge;
use crate::eval::judge::Judged;
use crate::eval::other::Other;
use crate::eval::said_of;
use crate::eval::syntax::class;
use crate::finding::Fault;
use crate::rule::EventIndex;
use crate::rule::Expected;
use crate::rule::Kind;
use crate::rule::Right;
use crate::text::Mention;
use crate::text::Stance;
use crate::value::Measure;
use crate::value::Value;

impl Asked<'_> {
    /// Stems of what the claim counts and of the words it listens to.
    pub(super) fn own_words(&self) -> Vec<&str> {
        let plan = self.scene.plan;
        let all = plan.of[self.index].iter().chain(&plan.words[self.index]);
        all.flatten().map(String::as_str).collect()
    }

    /// Whether the claim is of a template, which binds to each source's own main incident.
    pub(super) fn is_of_each_source(&self) -> bool {
        let events = &self.scene.story.events;
        self.claim
            .event
            .is_some_and(|event| events[event].each_source)
    }

    /// Whether one of the claim's `words` stands near the value, and whom it is about in the sentence; and no other claim
    /// of the kind stands nearer. Notes what is missing.
    pub(super) fn words_near(&self, range: &Range<usize>, out: &mut Gathered) -> bool {
        let scene = self.scene;
        let phrases = &scene.plan.words[self.index];
        let sentence = scene.sentence_at(range.start);
        let from = range.start.saturating_sub(14).max(sentence.start);
        let to = (range.end + 14).min(sentence.end);
        let told = || phrases.is_empty() || scene.has_phrase(from..to, phrases).is_some();
        let who = &self.claim.who;
        let named = || {
            self.claim.event.is_none()
                || self.is_named(who, &sentence)
                || beside::of_pair(scene, range, who) == Some(true)
                // «… died on Friday. He was 74.»
                || self.claim.kind == Kind::Age && said_of::subject_is(scene, range, who)
        };
        let missing = if !told() {
            FAR
        } else if !named() {
            "left: whom the claim is about is not named in its sentence"
        } else if self.of_sibling(range, &sentence) {
            "left: the words or people of another claim stand nearer"
        } else {
            return true;
        };
        let reach = if missing == FAR {
            Reach::Far
        } else {
            Reach::Other
        };
        out.note_at(reach, scene.words.span(range.clone()), missing);
        false
    }

    /// Whether one of `who`, if there are any, is named in a sentence.
    pub(super) fn is_named(&self, who: &[usize], sentence: &Range<usize>) -> bool {
        let mut named = self.scene.entities_in(sentence.clone());
        who.is_empty() || named.any(|mention| who.contains(&mention.entity))
    }

    /// Whether syntax ties the value to the words or the people of a claim.
    pub(super) fn tied(&self, index: usize, range: &Range<usize>) -> bool {
        let scene = self.scene;
        let words = &scene.plan.words[index];
        let who = &scene.story.claims[index].who;
        if let (false, Some(pair)) = (who.is_empty(), beside::of_pair(scene, range, who)) {
            return pair;
        }
        !words.is_empty() && beside::of_words(scene, range, words)
            || !who.is_empty()
                && (beside::of_entity(scene, self.claim.kind, range, who)
                    || said_of::subject_is(scene, range, who))
    }

    /// Whether the words or people of another claim of the same kind on the same event stand nearer to the value.
    fn of_sibling(&self, range: &Range<usize>, sentence: &Range<usize>) -> bool {
        let scene = self.scene;
        let far = |found: &Range<usize>| {
            if found.end <= range.start {
                2 * (range.start - found.end)
            } else {
                // What follows a number is its own sooner than what went before the next one.
                2 * found.start.saturating_sub(range.end) + 1
            }
        };
        let taken = |found: &Range<usize>| self.taken(range, found);
        let nearest = |index: usize| {
            let mut best = usize::MAX;
            for phrase in &scene.plan.words[index] {
                for found in scene.find_phrases(sentence.clone(), phrase) {
                    if !taken(&found) {
                        best = best.min(far(&found));
                    }
                }
            }
            let who = &scene.story.claims[index].who;
            scene
                .entities_in(sentence.clone())
                .filter(|mention| who.contains(&mention.entity) && !taken(&mention.words))
                .map(|mention| far(&mention.words))
                .fold(best, usize::min)
        };
        // A claim on another toll, on other things or on somebody who is not named could not take the value.
        let near =
            range.start.saturating_sub(6).max(sentence.start)..(range.end + 6).min(sentence.end);
        let rivals = || {
            let claims = scene.story.claims.iter().enumerate();
            claims.filter(|&(index, other)| {
                let of = &scene.plan.of[index];
                index != self.index
                    && other.kind == self.claim.kind
                    && other.event == self.claim.event
                    && other.tally == self.claim.tally
                    && (of.is_empty() || scene.has_phrase(near.clone(), of).is_some())
                    && self.is_named(&other.who, sentence)
            })
        };
        if rivals().next().is_none() {
            return false;
        }
        // «Osten won against Duarte with 50.9%»: the subject's, whoever stands nearer.
        let subject = |who: &[usize]| !who.is_empty() && said_of::subject_is(scene, range, who);
        // «Osten took 50.9%, Duarte 49.1%»
        let other_before = scene
            .entities_in(range.start.saturating_sub(1)..range.start)
            .any(|mention| !self.claim.who.contains(&mention.entity));
        if self.claim.words.is_empty()
            && !other_before
            && subject(&self.claim.who)
            && !rivals().any(|(_, other)| subject(&other.who))
        {
            return false;
        }
        if self.tied(self.index, range) {
            return self.claim.words.is_empty()
                && rivals().any(|(index, _)| {
                    self.tied(index, range) && nearest(index) < nearest(self.index)
                });
        }
        let own = nearest(self.index).min(
            if self.scene.plan.words[self.index].is_empty() && self.claim.who.is_empty() {
                12
            } else {
                usize::MAX
            },
        );
        rivals().any(|(index, other)| {
            (!scene.plan.words[index].is_empty() || !other.who.is_empty()) && nearest(index) < own
        })
    }

    /// Whether the word at `found` stands by another value of the kind, and is that one's: «$13.9 billion, or $25 a share».
    pub(super) fn taken(&self, range: &Range<usize>, found: &Range<usize>) -> bool {
        self.another_between(range, found) || beside::of_another(self.scene, found, range)
    }

    /// Whether another value like the one at `range` stands between it and `found`.
    pub(super) fn another_between(&self, range: &Range<usize>, found: &Range<usize>) -> bool {
        let scene = self.scene;
        let between = if found.end <= range.start {
            found.end..range.start
        } else {
            range.end..found.start
        };
        if between.is_empty() {
            return false;
        }
        let sentence = scene.sentence_of(range.start);
        let mentions = scene.mentions_of(sentence);
        let Some(own) = mentions.iter().find(|mention| {
            let words = scene.words_of(mention);
            words.start >= range.start && words.end <= range.end
        }) else {
            return false;
        };
        mentions.iter().any(|other| {
            let words = scene.words_of(other);
            let plain = |value: &Value| matches!(value, Value::Number(_) | Value::Count { .. });
            (std::mem::discriminant(&other.value) == std::mem::discriminant(&own.value)
                || plain(&other.value) && plain(&own.value))
                && words.start >= between.start
                && words.end <= between.end
        })
    }

    /// The event's people do what the claim's words tell, in the clause of the value: it needs no event word.
    pub(super) fn by_words(&self, range: &Range<usize>) -> Option<bind::Attached> {
        let scene = self.scene;
        let event = self.claim.event?;
        let who = &scene.story.events[event].who;
        let words = &scene.plan.words[self.index];
        let told = !words.is_empty()
            && !who.is_empty()
            && beside::of_words(scene, range, words)
            && said_of::clause_of_event(scene, range, event);
        told.then(|| {
            bind::Attached::alone(
                true,
                "the claim's words stand with it, and the event's people in its clause",
            )
        })
    }

    /// «10 houses in Lund and 25 houses in the valley»: the nearest of `words` ends the phrase of the figure before.
    pub(super) fn belong_to_one_before(&self, range: &Range<usize>, words: &[Vec<String>]) -> bool {
        let scene = self.scene;
        let sentence = scene.sentence_at(range.start);
        let nearest = words
            .iter()
            .flat_map(|phrase| scene.find_phrases(sentence.clone(), phrase))
            .min_by_key(|found| {
                if found.start >= range.end {
                    found.start - range.end
                } else {
                    range.start.saturating_sub(found.end)
                }
            });
        nearest.is_some_and(|found| {
            let joined = found.end < range.start
                && range.start - found.end <= 3
                && scene.words.at(found.end) == "and";
            joined
                && (sentence.start..found.start)
                    .rev()
                    .take(5)
                    .any(|at| crate::eval::tally::is_number(scene, at))
        })
    }

    /// Whether one of `words` stands with no figure between, and is not told of the figure before it: «10 houses in Lund and 25 houses
    /// in Visby».
    fn stands_alone_with(&self, range: &Range<usize>, words: &[Vec<String>]) -> bool {
        let scene = self.scene;
        let sentence = scene.sentence_at(range.start);
        let figure = |mut at: Range<usize>| at.any(|at| crate::eval::tally::is_number(scene, at));
        words.iter().any(|phrase| {
            scene.find_phrases(sentence.clone(), phrase).any(|found| {
                if found.start >= range.end {
                    !figure(range.end..found.start)
                } else {
                    found.end <= range.start && !figure(sentence.start..range.start)
                }
            })
        })
    }

    /// «Nearly 450 miners had been rescued»: what is counted and what is told of them are the claim's, in a report that has
    /// spoken of nothing else so far.
    pub(super) fn by_all_its_words(&self, range: &Range<usize>) -> Option<bind::Attached> {
        let scene = self.scene;
        let event = self.claim.event?;
        let words = &scene.plan.words[self.index];
        let told = !words.is_empty()
            && counted::noun_of(scene, range, &scene.plan.of[self.index]).is_some()
            && beside::of_words(scene, range, words)
            && self.stands_alone_with(range, words)
            && scene.speaks_of_one(event, scene.sentence_of(range.start));
        told.then(|| {
            bind::Attached::alone(
                true,
                "what is counted and the claim's words stand with it, and the report speaks of nothing else",
            )
        })
    }

    /// The event's people do to each other what the event is, in a frame of its kind: «Harrow paid two billion for Velm»,
    /// «Orsini got nine years».
    pub(super) fn by_frame(&self, range: &Range<usize>) -> Option<bind::Attached> {
        let term = self.scene.plan.terms[self.index];
        // A report that tells of another occasion of the kind may mean that one.
        let other = self.scene.instances.iter().any(|instance| {
            matches!(instance.other, Some(Other::Time { .. }))
                && self
                    .claim
                    .event
                    .is_some_and(|event| instance.candidates.contains(&event))
        });
        deals::deals(self.scene, self.claim, range, term).then(|| bind::Attached {
            strong: !other,
            why: "its people do what the event is".to_owned(),
            instance: None,
            pronoun: false,
            // What is to be served or paid is told ahead.
            stance: matches!(
                self.scene.stance(range.start).0,
                Stance::Planned | Stance::Conditional
            )
            .then_some(Stance::Asserted),
        })
    }

    /// The one speaker of those the claim lists who stands before the value in its clause with a word of saying: «which
    /// the survey put at 7».
    fn listed_speaker(&self, range: &Range<usize>) -> Option<usize> {
        let scene = self.scene;
        let Expected::AnyOf(rights) = &self.claim.expected else {
            return None;
        };
        let words = scene.words;
        let sentence = scene.sentence_at(range.start);
        let listed = |entity: usize| rights.iter().any(|right| right.by.contains(&entity));
        // «almost 2 million, according to the organisers»
        let told = (range.end..(range.end + 5).min(sentence.end))
            .find(|&i| words.at(i) == "according" && words.near(i, 1) == "to");
        if let Some(told) = told {
            return scene
                .entities_in(told + 2..(told + 6).min(sentence.end))
                .map(|mention| mention.entity)
                .find(|&entity| listed(entity));
        }
        let mention = scene
            .entities_in(sentence.start..range.start)
            .filter(|mention| listed(mention.entity))
            .last()?;
        let between = mention.words.end..range.start;
        let said = between.clone().any(|i| {
            matches!(
                words.at(i),
                "put"
                    | "puts"
                    | "said"
                    | "says"
                    | "measured"
                    | "gave"
                    | "gives"
                    | "reported"
                    | "estimated"
                    | "counted"
                    | "recorded"
                    | "registered"
                    | "reading"
                    | "figure"
                    | "count"
                    | "has"
                    | "claimed"
                    | "spoke"
                    | "speaks"
            )
        });
        let to = words.near(mention.words.start, -1) == "to"
            && words.near(mention.words.start, -2) == "according"
            || words.near(mention.words.start, -2) == "to"
                && words.near(mention.words.start, -3) == "according";
        (between.len() <= 12 && (said || to)).then_some(mention.entity)
    }

    /// What becomes of a judgement on words with a stance; or why they are no evidence: a plan, or an accusation in doubt.
    pub(super) fn settled(
        &self,
        range: &Range<usize>,
        attached: &bind::Attached,
        judged: Judged,
        stance: Stance,
    ) -> Result<Judged, String> {
        let why = &attached.why;
        let judged = by_stance(judged, stance)
            .ok_or_else(|| format!("{why}, but {}", no_evidence(stance)))?;
        let frames = self.claim.kind.is_setting() || self.claim.kind == Kind::Since;
        if stance == Stance::Denied
            && frames
            && accuses(&judged)
            && !denial::is_of_frame(self.scene, range, attached.instance.as_ref())
        {
            return Err(format!(
                "{why}, but what is denied is not that it was then or there"
            ));
        }
        match accuses(&judged)
            .then(|| self.reason(range, attached))
            .flatten()
        {
            Some(doubt) => Err(format!(
                "{why}, but not surely enough to call it wrong: {doubt}"
            )),
            None => Ok(judged),
        }
    }

    /// «the 7.1 quake», of a story with two quakes of one place: the value is right for an event that people and word don't tell
    /// from this one.
    fn is_right_of_a_twin(
        &self,
        relate: &dyn Fn(&Right) -> Relation,
        attached: &bind::Attached,
    ) -> bool {
        let scene = self.scene;
        let (Some(event), Some(words)) = (self.claim.event, &attached.instance) else {
            return false;
        };
        let twin = |other: EventIndex| {
            other != event
                && bind::are_twins(scene.story, event, other)
                && scene.instances_in(words.clone()).iter().any(|instance| {
                    instance.words == *words && instance.candidates.contains(&other)
                })
        };
        scene.story.claims.iter().any(|claim| {
            claim.kind == self.claim.kind
                && claim.tally == self.claim.tally
                && claim.event.is_some_and(twin)
                && matches!(&claim.expected, Expected::AnyOf(rights)
                    if rights.iter().any(|right| relate(right) == Relation::Agrees))
        })
    }

    /// «Prosecutors requested 15 years», of a claim on what they requested: that it is wished for or planned is what the claim
    /// says, and no reservation.
    pub(super) fn is_wish_itself(&self, range: &Range<usize>) -> bool {
        let scene = self.scene;
        let wishing = |word: &str| {
            class::is_wishing(word)
                || matches!(
                    word,
                    "planned"
                        | "scheduled"
                        | "intended"
                        | "supposed"
                        | "due"
                        | "maximum"
                        | "minimum"
                )
        };
        if !self
            .claim
            .words
            .iter()
            .any(|phrase| phrase.split(' ').any(|word| wishing(&word.to_lowercase())))
        {
            return false;
        }
        let sentence = scene.syntax_at(range.start);
        let all = scene.sentence_at(range.start);
        let Some(own) = sentence.clause_of(range.end - 1) else {
            return false;
        };
        let open = (all.start..range.start).any(|i| {
            matches!(
                scene.words.at(i),
                "if" | "unless" | "whether" | "could" | "might" | "not" | "never"
            )
        });
        let above = sentence.clauses[own].parent;
        let near = |found: &Range<usize>| {
            sentence
                .clause_of(found.start)
                .is_some_and(|clause| clause == own || Some(clause) == above)
        };
        !open
            && scene.plan.words[self.index].iter().any(|phrase| {
                scene.find_phrase(all.clone(), phrase).is_some_and(|found| {
                    near(&found) && found.clone().any(|word| wishing(scene.words.at(word)))
                })
            })
    }

    /// Judges a bound value and remembers it, unless its stance or a weak binding keeps it out.
    pub(super) fn bind(
        &self,
        out: &mut Gathered,
        mention: &Mention,
        relate: &dyn Fn(&Right) -> Relation,
        number: Option<&Measure>,
        attached: &bind::Attached,
    ) {
        let scene = self.scene;
        let range = scene.hedged(mention);
        let span = mention
            .hedge
            .map_or(mention.span, |hedge| hedge.hull(mention.span));
        let stance = attached
            .stance
            .unwrap_or_else(|| bind::stance(scene, mention, &range));
        let stance = if stance == Stance::Denied && caution::presupposed(scene, &range) {
            Stance::Asserted
        } else {
            stance
        };
        let reserved = matches!(stance, Stance::Planned | Stance::Conditional);
        // «could be seen with 91-year-old Castellan»: how old he is is not open.
        let aged =
            || self.claim.kind == Kind::Age && aged::is_attributive(scene, &range, &self.claim.who);
        let stance = if reserved && (self.is_wish_itself(&range) || aged()) {
            Stance::Asserted
        } else {
            stance
        };
        let said_by = scene.stance(range.start).1;
        let mut speaker = bind::speaker(scene, stance, said_by);
        let after = (0..5).any(|ahead| scene.words.at(range.end + ahead) == "according");
        if let Some(who) = self.listed_speaker(&range)
            && (after || speaker.names().is_none_or(<[_]>::is_empty))
        {
            speaker = judge::Speaker::Somebody(vec![who]);
        }
        let known_at = as_of::known_at(scene, &range);
        let judged = judge::judge(scene, self.claim, relate, number, &speaker, known_at);
        if accuses(&judged) && self.is_right_of_a_twin(relate, attached) {
            return out.note(
                span,
                format!(
                    "{}, but it may be of another event that its words tell as well",
                    attached.why
                ),
            );
        }
        // The figure of another speaker of the list is this claim's, whatever else has it.
        let own = judged.fault == Some(Fault::Speaker);
        if accuses(&judged)
            && !own
            && (sibling::is_right_elsewhere(*self, &range, relate)
                || sibling::is_told_of_the_like(*self, &range, relate))
        {
            return out.note(span, "left: it is what another claim of the story expects");
        }
        let judged = match self.settled(&range, attached, judged, stance) {
            Ok(judged) => judged,
            Err(why) => return out.doubted(span, why),
        };
        out.note(span, attached.why.clone());
        out.bound.push(Bound {
            hedge: number.and_then(|number| number.hedge),
            number: number.map(crate::eval::compare::point),
            ..Bound::new(scene, span, stance, said_by, judged)
        });
    }
}
