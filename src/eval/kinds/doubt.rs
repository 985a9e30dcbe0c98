//! Why a value that is bound to an event may still not accuse.
//!
//! In: a claim, a value and what it is bound to. Out: the reason for which a value that differs proves nothing: it may be of
//! a part, of somebody else, of another occasion. What its own sentence says against it is in [`value`], and what stands right beside it in [`neighbours`].
//! What the value is, and whether it differs, is settled elsewhere.

mod neighbours;
mod value;

use std::borrow::Cow;
use std::ops::Range;

use super::Asked;
use super::bind;
use super::counted;
use super::deals;
use super::occasion;
use super::occurred;
use super::place;
use super::said_of;
use super::since;
use super::whose;
use crate::eval::aged;
use crate::eval::another;
use crate::eval::apart;
use crate::eval::beside;
use crate::eval::called_off;
use crate::eval::caution;
use crate::eval::elsewhere;
use crate::eval::events::Instance;
use crate::eval::holding;
use crate::eval::inner;
use crate::eval::measured;
use crate::eval::rate;
use crate::eval::scene::Scene;
use crate::eval::slots;
use crate::eval::stray;
use crate::eval::syntax::Link;
use crate::eval::syntax::Place;
use crate::eval::syntax::class;
use crate::eval::tally;
use crate::eval::warrant;
use crate::eval::words::Gap;
use crate::rule::EventIndex;
use crate::rule::Kind;

const WHO_IS_MISSING: &str = "whom the claim is about does not stand with it; if one of them is meant, a name or role is missing in `also`";

/// Whether values of a kind need no word for the event right beside them.
fn is_free(kind: Kind) -> bool {
    matches!(kind, Kind::Since | Kind::Notice | Kind::Total)
}

/// «the May 13 explosion»: a date that stands before the event's word as one with it.
fn is_one_with(scene: &Scene<'_>, range: &Range<usize>, instance: &Instance) -> bool {
    bind::is_attributive(scene, range)
        && range.end == instance.words.start
        && scene.words.gap(instance.words.start) <= Gap::Comma
}

impl Asked<'_> {
    /// Why the value may not accuse: syntax, people or place leave another reading. `None`: it is the event's beyond doubt.
    fn doubt(&self, range: &Range<usize>, attached: &bind::Attached) -> Option<&'static str> {
        if let Some(why) = self.doubt_of_value(range, attached) {
            return Some(why);
        }
        if let Some(why) = self.doubt_of_neighbours(range) {
            return Some(why);
        }
        if self.claim.kind == Kind::Since
            && let Some(event) = self.claim.event
        {
            return if elsewhere::place::stands_with_another(self.scene, range, event) {
                Some("another place stands with it")
            } else {
                since::doubt(*self, range)
            };
        }
        if let Some(why) = self.doubt_of_words(range) {
            return Some(why);
        }
        match self.claim.event {
            Some(event) => self.doubt_of_event(range, attached, event),
            None => self.doubt_without_event(range),
        }
    }

    /// Whether the claim's `words`, where it has any, stand where they tie the value.
    fn doubt_of_words(&self, range: &Range<usize>) -> Option<&'static str> {
        let scene = self.scene;
        let kind = self.claim.kind;
        let figures = kind.is_figure();
        let place = kind.is_setting() && self.claim.event.is_some();
        let words = &scene.plan.words[self.index];
        if (figures || place && kind != Kind::Place)
            && !words.is_empty()
            && beside::has_own(scene, range, words)
        {
            return Some("the claim's words have a value of their own");
        }
        if place && !words.is_empty() && beside::of_main_verb(scene, range, words) {
            return Some("it says when or where something else was done");
        }
        if matches!(kind, Kind::Date | Kind::Time)
            && !words.is_empty()
            && measured::of_clause_verb(scene, range, words)
        {
            return Some("it says when something else was done");
        }
        if matches!(kind, Kind::Percent | Kind::Count)
            && !words.is_empty()
            && beside::of_other_in_pair(scene, range, words)
        {
            return Some("of two figures it is the other side's");
        }
        if kind.is_setting() && !words.is_empty() && inner::only_leads(scene, range, words) {
            return Some("the claim's word only leads it");
        }
        if kind == Kind::Money
            && !words.is_empty()
            && stray::is_of_both(scene, range, &self.own_words())
        {
            return Some("it is of two kinds together");
        }
        if kind == Kind::Count && self.belong_to_one_before(range, words) {
            return Some("the claim's words are told of the figure before");
        }
        if kind == Kind::Count && !words.is_empty() && self.is_carried_along(range) {
            return Some(
                "it is told of what the sentence only adds, where none of the claim's `words` stands",
            );
        }
        if !words.is_empty() && !beside::of_words(scene, range, words) {
            return Some("none of the claim's `words` stands in a place that ties it");
        }
        if !words.is_empty() && (figures || self.claim.event.is_none()) && self.is_parted(range) {
            return Some("another figure stands between it and the claim's words");
        }
        None
    }

    /// «Rescue work began after the ship, carrying 458 people, sank»: a participle has the value for its object, and none of the
    /// claim's words stands with it.
    fn is_carried_along(&self, range: &Range<usize>) -> bool {
        let scene = self.scene;
        let Some((syntax, value)) = scene.phrase_of_value(range) else {
            return false;
        };
        let known = &syntax.phrases[value];
        let clause = &syntax.clauses[known.clause];
        let own = |at: usize| syntax.clause_of(at) == Some(known.clause);
        clause.link == Link::Participle
            && known.place == Place::Object
            && !scene.plan.words[self.index].iter().any(|phrase| {
                scene
                    .find_phrases(scene.sentence_at(range.start), phrase)
                    .any(|found| own(found.start) || known.words.contains(&found.start))
            })
    }

    /// Of a claim without an event: whether whom it is about stands with the value, and nothing else ties it closer.
    fn doubt_without_event(&self, range: &Range<usize>) -> Option<&'static str> {
        let scene = self.scene;
        let kind = self.claim.kind;
        let who = &self.claim.who;
        let words = &scene.plan.words[self.index];
        if kind == Kind::Date && self.of_another_year(range) && !self.is_of_once(range) {
            return Some("it may be of another year's");
        }
        let aged = kind == Kind::Age
            && ((aged::at_age(scene, range) || aged::is_age_told(scene, range))
                && said_of::subject_is(scene, range, who)
                || aged::stands_for(scene, range, who));
        let noun = counted::noun_of(scene, range, &scene.plan.of[self.index]);
        if matches!(kind, Kind::Quantity | Kind::Duration | Kind::Count)
            && self.claim.tally.is_none()
            && !words.is_empty()
            && beside::of_an_event(scene, range, words)
        {
            return Some("a word for an event stands nearer than the claim's words");
        }
        if kind == Kind::Count && words.is_empty() && holding::at_another_time(scene, range) {
            return Some("it may be of another time");
        }
        if kind == Kind::Duration && !words.is_empty() && beside::of_other_verb(scene, range, words)
        {
            return Some("its verb tells something else than the claim's words");
        }
        if kind == Kind::Duration
            && !who.is_empty()
            && let Some(why) = whose::doubt(*self, range)
        {
            return Some(why);
        }
        if beside::of_other_object(scene, range, words, who) {
            return Some("what the claim's words are done to is another thing");
        }
        let told = who.is_empty()
            || beside::of_entity(scene, kind, range, who)
            || aged
            || kind == Kind::Count
                && noun
                    .as_ref()
                    .is_some_and(|noun| holding::held_by(scene, range, noun, who))
            || kind.is_sum()
                && !noun.is_some_and(|noun| holding::narrowed(scene, noun.end, who))
                && !scene.plan.of[self.index].is_empty()
                && words.is_empty()
                && !beside::of_inner(scene, range, who)
                && (said_of::subject_is(scene, range, who) || said_of::agent_is(scene, range, who))
                && !matches!(
                    scene.words.at(range.end),
                    "more" | "other" | "others" | "further" | "additional"
                )
            || !words.is_empty()
                && (said_of::clause_of(scene, range, who)
                    || said_of::alone(scene, range, who, words));
        (!told).then_some(WHO_IS_MISSING)
    }

    /// Of a claim on an event: whether the value is of this one, and of all of it.
    fn doubt_of_event(
        &self,
        range: &Range<usize>,
        attached: &bind::Attached,
        event: EventIndex,
    ) -> Option<&'static str> {
        let scene = self.scene;
        let kind = self.claim.kind;
        if another::is_older(scene, range, event) {
            return Some("the report is older than the event");
        }
        if another::is_of_unnamed(scene, range, event) {
            return Some("somebody without whom the event can't be is not named in the report");
        }
        if another::is_of_namesake(scene, event) {
            return Some("the report gives another name with the noun for the event's thing");
        }
        if kind != Kind::Place && elsewhere::place::stands_with_another(scene, range, event) {
            return Some("another place stands with it");
        }
        if kind != Kind::Place && elsewhere::place::opens_the_report(scene, range, event) {
            return Some("the report opens with another place, and has not named the event's yet");
        }
        let instance = attached.instance.as_ref().and_then(|words| {
            let near = scene.instances_in(words.clone());
            near.iter().find(|instance| instance.words == *words)
        });
        if kind.is_figure() && instance.is_none() && apart::time::other_day(scene, range, event) {
            return Some("it is told of another day");
        }
        if kind == Kind::Duration
            && self.claim.words.is_empty()
            && inner::is_of_a_part(scene, range, instance, event)
        {
            return Some("it may be how long a part of it took");
        }
        match instance {
            Some(instance) => self
                .doubt_of_occasion(range, instance, event)
                .or_else(|| self.doubt_of_role(range, instance, event)),
            None => self.doubt_without_word(range, attached, event),
        }
    }

    /// Where no word for the event stands in the sentence: whether its people, or a pronoun, carry it there.
    fn doubt_without_word(
        &self,
        range: &Range<usize>,
        attached: &bind::Attached,
        event: EventIndex,
    ) -> Option<&'static str> {
        let scene = self.scene;
        let kind = self.claim.kind;
        let who = &self.claim.who;
        let words = &scene.plan.words[self.index];
        let people = &scene.story.events[event].who;
        let free = is_free(kind);
        if kind == Kind::Count
            && self.claim.tally.is_none()
            && rate::is_in_a_routine(scene.words, &scene.sentence_at(range.start))
        {
            return Some("it is how many at a time, or to how many");
        }
        let it = attached.pronoun || said_of::it(scene, range);
        let nobody = people.is_empty() && (it || !words.is_empty() || free);
        let counted = kind == Kind::Count && self.by_all_its_words(range).is_some();
        let plain = words.is_empty() && who.is_empty();
        let term = scene.plan.terms[self.index];
        let carried = nobody
            || counted
            || deals::deals(scene, self.claim, range, term)
            || self.claim.tally.is_some() && said_of::bare(scene, range, event)
            || self.claim.tally.is_some()
                && tally::of_known(scene, range)
                && elsewhere::place::is_the_only_one(scene, range, event)
            || free && !words.is_empty()
            || kind.is_figure() && self.is_said_of_words(range, event)
            || self.claim.tally.is_some() && said_of::definite_subject(scene, range)
            || plain && attached.pronoun && self.tells_of_it(range)
            || said_of::clause_of_event(scene, range, event)
            || kind == Kind::Money && deals::pays_each(scene, range, people)
            || said_of::subject_is(scene, range, who)
            || self.is_anchored(range);
        (!carried).then_some("no word for the event stands in its sentence, and nobody of the event's `who` in its clause; a word of this sentence in `what`, or in the claim's `words`, would tie it")
    }

    /// Whether the event word may tell another occasion than the claim's, or only a part of it.
    fn doubt_of_occasion(
        &self,
        range: &Range<usize>,
        instance: &Instance,
        event: EventIndex,
    ) -> Option<&'static str> {
        let scene = self.scene;
        let kind = self.claim.kind;
        let figures = kind.is_figure();
        let words = &scene.plan.words[self.index];
        let told_when = kind.is_setting() || kind == Kind::Duration;
        if (told_when && words.is_empty() || self.claim.tally.is_some())
            && occasion::counted(scene, instance)
        {
            return Some("it may be of an earlier one: the first, the last");
        }
        if (told_when || kind == Kind::Money) && occasion::outdone(scene, instance) {
            return Some("it is of one that was the most until then");
        }
        if told_when && words.is_empty() && occasion::another::had_been(scene, instance) {
            return Some("it may be of an earlier one, which had been before");
        }
        if figures && self.claim.tally.is_none() && occasion::another::done_before(scene, instance)
        {
            return Some("it may be of an earlier one, which had been before");
        }
        if figures && self.claim.tally.is_none() && caution::time::long_after(scene, range) {
            return Some("it is told of a time long before or after");
        }
        if occasion::is_measure_of_another(scene, instance) {
            return Some("it is what the event is compared with");
        }
        if another::is_done_by_another(scene, instance, event) {
            return Some("somebody else does it, whom the event's `who` does not know");
        }
        if told_when && let Some(why) = self.doubt_of_inner(range, instance, event) {
            return Some(why);
        }
        if told_when
            && occasion::new_in_another_year(scene, range, instance, event)
            && !elsewhere::slip::vouched(scene, instance, event)
        {
            return Some("it may be another one, of another year");
        }
        if occasion::brought_in_anew(scene, instance, event) {
            return Some("it may be of another one, brought in with «a» or «an»");
        }
        if occasion::one_of_several(scene, instance) {
            return Some("it is one of several");
        }
        let there = || {
            let sentence = scene.syntax(instance.sentence);
            kind == Kind::Place && warrant::is_where(scene, sentence, range, instance)
        };
        if told_when && occasion::where_else(scene, instance, event) && !there() {
            return Some("it is told of another place");
        }
        if told_when && occasion::in_part_done(scene, instance) {
            return Some("it may be done to a part, or to another thing");
        }
        if kind.is_setting() && caution::time::dated_since(scene, &instance.words, range) {
            return Some("it is of the last one before");
        }
        if kind.is_setting()
            && words.is_empty()
            && caution::time::said_between(scene, &instance.words, range)
        {
            return Some("it may be when or where it was said");
        }
        if kind == Kind::Place && place::way::is_where_they_died(scene, range, instance) {
            return Some("it may be where some of them died, as where it struck stands before");
        }
        if kind == Kind::Place && apart::time::other_day_in_clause(scene, range, event) {
            return Some("it is told of another day");
        }
        if kind.is_setting() && occasion::of_next_event(scene, range, instance, event) {
            return Some("another event of the story stands between");
        }
        if kind != Kind::Occurred && occurred::denied(*self, instance) {
            return Some("the event is said not to have been");
        }
        if occasion::compared(scene, range, event) {
            return Some("it is what the event is compared with");
        }
        if occasion::another::another_occasion(scene, range, instance, event, kind) {
            return Some("day or place may be another occasion's");
        }
        if kind == Kind::Place && occasion::topic::is_topic(scene, range, instance) {
            return Some("it is where that was what was talked of");
        }
        if kind == Kind::Place
            && occasion::another::is_place_of_another(scene, range, instance, event)
        {
            return Some(
                "it is the place of another event of the story, whose people stand here or are the same",
            );
        }
        None
    }

    /// Whether a day, a place or a length may hang on something else that its sentence tells.
    fn doubt_of_inner(
        &self,
        range: &Range<usize>,
        instance: &Instance,
        event: EventIndex,
    ) -> Option<&'static str> {
        let scene = self.scene;
        let kind = self.claim.kind;
        if kind.is_setting() && called_off::is_put_off(scene, instance) {
            return Some("the event was put off or called off");
        }
        if another::is_numbered(scene, instance, event) {
            return Some("an ordinal says that it may be another one");
        }
        if kind.is_setting() && another::is_only_wished(scene, instance) {
            return Some("it may be when or where that was wished for");
        }
        if kind == Kind::Place && apart::time::other_year(scene, range, event) {
            return Some("it is told of another year");
        }
        if another::is_kind_of_another(scene, instance, event) {
            return Some("the event's word only says what kind of other thing happened");
        }
        if kind.is_setting() && inner::of_another_happening(scene, range, instance, event) {
            return Some("it may be when or where another thing happened, named right before it");
        }
        if kind == Kind::Place && inner::has_another_day(scene, range, event) {
            return Some("another day stands right behind it");
        }
        if kind.is_setting() && inner::before_its_answer(scene, range, instance, event) {
            return Some("it may be when or where somebody answered for it");
        }
        if kind == Kind::Duration && inner::is_done_with_it(scene, range, instance) {
            return Some("it may be how long something was done with the event");
        }
        None
    }

    /// Whether syntax ties the value to the event word, and the event word to the event's people.
    fn doubt_of_role(
        &self,
        range: &Range<usize>,
        instance: &Instance,
        event: EventIndex,
    ) -> Option<&'static str> {
        let scene = self.scene;
        let kind = self.claim.kind;
        let who = &self.claim.who;
        let words = &scene.plan.words[self.index];
        let people = &scene.story.events[event].who;
        let tally = self.claim.tally.is_some();
        let placed = is_free(kind)
            || kind == Kind::Place && place::way::is_goal(scene, range, instance)
            || kind == Kind::Date && is_one_with(scene, range, instance)
            || self.is_there_then(range, instance, event)
            || kind.is_setting() && bind::is_first_to(scene, range, &instance.words)
            || warrant::of_event(scene, kind, tally, range, instance);
        if !words.is_empty() {
            // «Musk is paying $54.20 a share for Twitter»: its people do what the claim's words tell.
            let beside = placed || beside::beside(scene, kind, range, instance);
            // Nobody takes part: the sentence must speak of this event alone.
            let alone = people.is_empty()
                && scene
                    .instances_in(scene.words.of_sentence(instance.sentence))
                    .iter()
                    .all(|found| found.event == Some(event) && found.other.is_none());
            let told = (beside || alone) && slots::own(scene, instance, event)
                || !people.is_empty() && said_of::clause_of_event(scene, range, event);
            if !told {
                return Some(
                    "the claim's `words` stand here, but what they tell is not told of the event's `who`",
                );
            }
            return (!self.of_who(range)).then_some(WHO_IS_MISSING);
        }
        // «With 88 seats, the Greens are the largest party after the election»
        let after = matches!(kind, Kind::Percent | Kind::Count)
            && !who.is_empty()
            && said_of::subject_is(scene, range, who)
            && beside::follows(scene, range, instance);
        if !placed && !after && !warrant::sole(scene, kind, range, instance, event) {
            return Some(
                "no word for the event stands right with it, as its noun, its verb or what it is said of, so it may be told of something else; the words beside it as the claim's `words` would tie it",
            );
        }
        if !slots::own(scene, instance, event)
            && !slots::shares(scene, instance, event)
            && !self.in_slot(range, instance, event)
            && !self.is_part_taken(range, instance, event)
        {
            return Some(
                "who does or bears the event here is none of its `who`; if it is one of them, a name or role is missing in `also`",
            );
        }
        (!self.of_who(range)).then_some(WHO_IS_MISSING)
    }

    /// Whether the verb of a value's clause only says when, where or how long its subject, «it», is: «it lasted», not «it hopped».
    fn tells_of_it(&self, range: &Range<usize>) -> bool {
        let scene = self.scene;
        let kind = self.claim.kind;
        let sentence = scene.syntax_at(range.start);
        !(kind.is_setting() || kind == Kind::Duration)
            || sentence.verb_at(range.end - 1).is_none_or(|verb| {
                let main = scene.words.at(verb.main);
                verb.copula
                    || class::is_light(main)
                    || class::is_lasting(main)
                    || class::is_happening(main)
                    || class::is_ending(main)
            })
    }

    /// Why a value that clashes with the claim does not accuse, if anything keeps it from that.
    pub(super) fn reason(
        &self,
        range: &Range<usize>,
        attached: &bind::Attached,
    ) -> Option<&'static str> {
        match self.accusing_tie(range, attached) {
            Some(tie) => self.doubt(range, &tie),
            None => Some(
                "the text around it is about the event, but no word in its own sentence ties it; a word of this sentence in the event's `what`, or in the claim's `words`, would",
            ),
        }
    }

    /// The tie by which a value may accuse: the first there is of
    ///
    /// 1. its own, where that is strong;
    /// 2. its own though weak, where the report counts nothing else of the kind: [`Self::is_anchored`];
    /// 3. the claim's words, with the event's people in its clause, of figures and times: [`Self::by_words`];
    /// 4. the claim's words and what it counts, with nothing else spoken of so far, of figures: [`Self::by_all_its_words`].
    ///
    /// A tie is weak where the event word is far, and where its kind found something against it; so whatever must not accuse in
    /// any case is asked by [`Self::doubt`], which all four have to pass.
    fn accusing_tie<'t>(
        &self,
        range: &Range<usize>,
        own: &'t bind::Attached,
    ) -> Option<Cow<'t, bind::Attached>> {
        if own.strong || self.is_anchored(range) {
            return Some(Cow::Borrowed(own));
        }
        let figure = self.claim.kind.is_figure();
        // «was pronounced dead at 10:07»: the claim's words tell what was done then, and the event's people did or bore it.
        // «invited him to a talk planned for June» tells when the talk is.
        let timed = || {
            let antecedent = || {
                let (syntax, clause) = self.scene.clause_of_value(range)?;
                syntax.clauses[clause].antecedent
            };
            matches!(self.claim.kind, Kind::Date | Kind::Time) && antecedent().is_none()
        };
        if (figure || timed())
            && let Some(told) = self.by_words(range)
        {
            return Some(Cow::Owned(told));
        }
        if figure {
            return self.by_all_its_words(range).map(Cow::Owned);
        }
        None
    }
}
