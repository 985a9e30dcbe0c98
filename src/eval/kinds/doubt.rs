//! Why a value that is bound to an event may still not accuse.
//!
//! In: a claim, a value and what it is bound to. Out: the reason for which a value that differs proves nothing: it may be of
//! a part, of somebody else, of another occasion. What the value is, and whether it differs, is settled elsewhere.

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
use crate::eval::apart;
use crate::eval::beside;
use crate::eval::caution;
use crate::eval::elsewhere;
use crate::eval::exchange;
use crate::eval::holding;
use crate::eval::slots;
use crate::eval::syntax::class;
use crate::eval::toll;
use crate::eval::warrant;
use crate::rule::Kind;

impl Asked<'_> {
    /// Why the value may not accuse: syntax, people or place leave another reading. `None`: it is the event's beyond doubt.
    fn doubt(&self, range: &Range<usize>, attached: &bind::Attached) -> Option<&'static str> {
        let scene = self.scene;
        let kind = self.claim.kind;
        let who = &self.claim.who;
        let counts = matches!(kind, Kind::Percent | Kind::Count);
        let sums = matches!(
            kind,
            Kind::Count | Kind::Quantity | Kind::Money | Kind::Percent
        );
        let figures = sums || kind == Kind::Duration;
        if counts && occasion::in_part(scene, range, self.claim.event) {
            return Some("it may be of a part");
        }
        if self.of_part(range) {
            return Some("it may be of a part, or for another use");
        }
        // «the first in 30 years», undated: by no clock.
        let counted_back = kind == Kind::Since
            && scene.published.is_none()
            && range.clone().any(|word| {
                let word = scene.words.at(word);
                word.starts_with("year") || word.starts_with("decade") || word.starts_with("centur")
            });
        if counted_back {
            return Some("it counts back from a day that is not known");
        }
        if let Some(apart) = self.apart(range) {
            return Some(apart);
        }
        let place =
            matches!(kind, Kind::Date | Kind::Time | Kind::Place) && self.claim.event.is_some();
        // «Tarn, 45, could be paroled»: an age set between commas is his, whatever he could be.
        let aside = kind == Kind::Age && aged::is_aside(scene, range);
        if !place
            && !aside
            && caution::doubtful(scene.syntax(scene.sentence_of(range.start)), range)
            && !self.is_done_to(range)
        {
            return Some("it is only possible");
        }
        if kind == Kind::Date && caution::names_another(scene, range, attached.instance.as_ref()) {
            return Some("it is part of the name of something else");
        }
        if kind == Kind::Count && caution::all_cast(scene, range, &self.own_words()) {
            return Some("it is of all the votes");
        }
        // «When she was elected in 2017», of a claim on the day of the next election: years away is another one.
        if kind == Kind::Date
            && !self.claim.words.is_empty()
            && self.claim.event.is_some()
            && self.of_another_year(range)
        {
            return Some("it may be of another year's");
        }
        if kind == Kind::Date && caution::pictured(scene, range) {
            return Some("it may be the day of the picture");
        }
        if sums && caution::starts_at(scene, range) {
            return Some("it is what it started from, or was estimated at");
        }
        if kind == Kind::Quantity && caution::is_way_there(scene, range) {
            return Some("it is how far it had come by then");
        }
        if kind == Kind::Money
            && apart::people::each_day(scene, range)
            && !self
                .own_words()
                .iter()
                .any(|word| apart::people::is_rate(word))
        {
            return Some("it is a rate");
        }
        if figures && caution::was_expected(scene, range) {
            return Some("it is what was expected then");
        }
        if sums && caution::misspelt_scale(scene, range) {
            return Some("the word after it may be a misspelt part of the figure");
        }
        if figures && caution::at_first(scene, range) {
            return Some("it is what was told at first");
        }
        if matches!(kind, Kind::Count | Kind::Quantity) && caution::is_capacity(scene, range) {
            return Some("it is what there is room for");
        }
        if figures
            && self.claim.event.is_some_and(|event| {
                caution::apart_in_time(scene, range, event, self.claim.words.is_empty())
            })
        {
            return Some("it is told of the time before or since");
        }
        if sums && caution::of_another_measure(scene, range, &scene.plan.words[self.index]) {
            return Some("it is of another measure");
        }
        if self.claim.tally.is_none()
            && caution::unreal(scene, kind, range)
            && !self.is_wish_itself(range)
            && !self.is_done_to(range)
        {
            return Some("it is only wanted, or a change");
        }
        if scene.plan.terms[self.index] && caution::endures(scene, range) {
            return Some("it is how long the trial took, and no term");
        }
        if kind == Kind::Since
            && let Some(event) = self.claim.event
        {
            return if occasion::elsewhere(scene, range, event) {
                Some("another place stands with it")
            } else {
                since::doubt(*self, range)
            };
        }
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
        if counts && !words.is_empty() && beside::of_other_in_pair(scene, range, words) {
            return Some("of two figures it is the other side's");
        }
        if !words.is_empty() && !beside::of_words(scene, range, words) {
            return Some("none of the claim's `words` stands in a place that ties it");
        }
        if !words.is_empty() && (figures || self.claim.event.is_none()) && self.is_parted(range) {
            return Some("another figure stands between it and the claim's words");
        }
        let Some(event) = self.claim.event else {
            if kind == Kind::Date && self.of_another_year(range) {
                return Some("it may be of another year's");
            }
            let aged = kind == Kind::Age
                && ((aged::at_age(scene, range) || aged::is_age_told(scene, range))
                    && said_of::subject_is(scene, range, who)
                    || aged::stands_as_age(scene, range)
                        && said_of::goes_on_with(scene, range, who));
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
            if kind == Kind::Duration
                && !words.is_empty()
                && beside::of_other_verb(scene, range, words)
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
                || sums
                    && !noun.is_some_and(|noun| holding::narrowed(scene, noun.end, who))
                    && !scene.plan.of[self.index].is_empty()
                    && words.is_empty()
                    && !beside::of_inner(scene, range, who)
                    && (said_of::subject_is(scene, range, who)
                        || said_of::agent_is(scene, range, who))
                    && !matches!(
                        scene.words.at(range.end),
                        "more" | "other" | "others" | "further" | "additional"
                    )
                || !words.is_empty()
                    && (said_of::clause_of(scene, range, who)
                        || said_of::alone(scene, range, who, words));
            return (!told).then_some("whom the claim is about does not stand with it; if one of them is meant, a name or role is missing in `also`");
        };
        if kind != Kind::Place && occasion::elsewhere(scene, range, event) {
            return Some("another place stands with it");
        }
        let people = &scene.story.events[event].who;
        let free = matches!(kind, Kind::Since | Kind::Notice | Kind::Total);
        let instance = attached.instance.as_ref().and_then(|words| {
            let near = scene.instances_in(words.clone());
            near.iter().find(|instance| instance.words == *words)
        });
        if figures && instance.is_none() && apart::time::other_day(scene, range, event) {
            return Some("it is told of another day");
        }
        let Some(instance) = instance else {
            let it = attached.pronoun || said_of::it(scene, range);
            let nobody = people.is_empty() && (it || !words.is_empty() || free);
            let plain = words.is_empty() && who.is_empty();
            let term = scene.plan.terms[self.index];
            let carried = nobody
                || deals::deals(scene, self.claim, range, term)
                || self.claim.tally.is_some() && said_of::bare(scene, range, event)
                || free && !words.is_empty()
                || self.claim.tally.is_some() && said_of::definite_subject(scene, range)
                || plain && attached.pronoun && self.tells_of_it(range)
                || said_of::clause_of(scene, range, people)
                || kind == Kind::Money && deals::pays_each(scene, range, people)
                || said_of::subject_is(scene, range, who);
            return (!carried).then_some("no word for the event stands in its sentence, and nobody of the event's `who` in its clause; a word of this sentence in `what`, or in the claim's `words`, would tie it");
        };
        let told_when = matches!(kind, Kind::Date | Kind::Time | Kind::Place | Kind::Duration);
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
        if figures && self.claim.tally.is_none() && caution::long_after(scene, range) {
            return Some("it is told of a time long before or after");
        }
        if occasion::is_measure_of_another(scene, instance) {
            return Some("it is what the event is compared with");
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
        if place && caution::dated_since(scene, &instance.words, range) {
            return Some("it is of the last one before");
        }
        if place && words.is_empty() && caution::said_between(scene, &instance.words, range) {
            return Some("it may be when or where it was said");
        }
        if place && occasion::of_next_event(scene, range, instance, event) {
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
        let tally = self.claim.tally.is_some();
        let placed = free
            || kind == Kind::Place && place::way::is_goal(scene, range, instance)
            || self.is_there_then(range, instance, event)
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
                || !people.is_empty() && said_of::clause_of(scene, range, people);
            if !told {
                return Some(
                    "the claim's `words` stand here, but what they tell is not told of the event's `who`",
                );
            }
            return (!self.of_who(range)).then_some("whom the claim is about does not stand with it; if one of them is meant, a name or role is missing in `also`");
        }
        // «With 88 seats, the Greens are the largest party after the election»
        let after = counts
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
        {
            return Some(
                "who does or bears the event here is none of its `who`; if it is one of them, a name or role is missing in `also`",
            );
        }
        (!self.of_who(range)).then_some("whom the claim is about does not stand with it; if one of them is meant, a name or role is missing in `also`")
    }

    /// Stems of what the claim counts and of the words it listens to.
    fn own_words(&self) -> Vec<&str> {
        let plan = self.scene.plan;
        let all = plan.of[self.index].iter().chain(&plan.words[self.index]);
        all.flatten().map(String::as_str).collect()
    }

    /// Whether the verb of a value's clause only says when, where or how long its subject, «it», is: «it lasted», not «it hopped».
    fn tells_of_it(&self, range: &Range<usize>) -> bool {
        let scene = self.scene;
        let kind = self.claim.kind;
        let sentence = scene.syntax(scene.sentence_of(range.start));
        !matches!(kind, Kind::Date | Kind::Time | Kind::Place | Kind::Duration)
            || sentence
                .clause_of(range.end - 1)
                .and_then(|clause| sentence.verb(clause))
                .is_none_or(|verb| {
                    let main = scene.words.at(verb.main);
                    verb.copula
                        || class::is_light(main)
                        || class::is_lasting(main)
                        || class::is_happening(main)
                        || class::is_ending(main)
                })
    }

    /// What sets the value apart from the claim's, whatever ties it to the event.
    fn apart(&self, range: &Range<usize>) -> Option<&'static str> {
        let scene = self.scene;
        let kind = self.claim.kind;
        let figures = matches!(
            kind,
            Kind::Count | Kind::Quantity | Kind::Money | Kind::Percent | Kind::Duration
        );
        let tally = self.claim.tally.is_some();
        if matches!(kind, Kind::Count | Kind::Money)
            && apart::time::so_far(scene, range, tally)
            && !(tally && apart::people::of_toll(scene, range))
            // «eleven countries so far», where there were four: it only grows.
            && !(kind == Kind::Count && !tally && self.is_more(range))
        {
            return Some("it is how many or how much it was by then");
        }
        if tally && let Some(why) = self.toll_apart(range) {
            return Some(why);
        }
        if kind == Kind::Count
            && !tally
            && self.claim.words.is_empty()
            && self.claim.event.is_some()
            && apart::of_other_people(scene, range, self.claim.event)
        {
            return Some("they may be others than took part");
        }
        if figures && !tally && apart::adds_up(scene, range, self.claim) {
            return Some("with another figure of the sentence it makes the whole");
        }
        if kind == Kind::Duration && apart::on_one_count(scene, range) {
            return Some("it is for one count of several");
        }
        if kind == Kind::Count && apart::whole_of_some(scene, range) {
            return Some("the sentence tells only some of it");
        }
        if kind == Kind::Count && !tally && apart::partitive(scene, range) {
            return Some("it may be some of a whole");
        }
        if tally && toll::parted(scene, range) {
            return Some("it may be the toll of one place of several");
        }
        if kind == Kind::Quantity && apart::of_one(scene, range) {
            return Some("it is of one of several");
        }
        if tally
            && self
                .claim
                .event
                .is_some_and(|event| apart::by_another_when(scene, range, event))
        {
            return Some("a clause with «when» tells of what else");
        }
        if kind == Kind::Percent && apart::other_base(scene, range, &scene.plan.words[self.index]) {
            return Some("it is a share of something else");
        }
        if matches!(kind, Kind::Count | Kind::Percent) && apart::other_places(scene, range) {
            return Some("it may be of other places");
        }
        if figures
            && self
                .claim
                .event
                .is_some_and(|event| apart::time::other_year(scene, range, event))
        {
            return Some("it is of another year");
        }
        if kind == Kind::Money && exchange::on_exchange(scene, range, &self.claim.words) {
            return Some("it is a price on an exchange");
        }
        if matches!(kind, Kind::Count | Kind::Money) && apart::on_top(scene, range) {
            return Some("it is of others, which come on top");
        }
        if matches!(kind, Kind::Count | Kind::Percent)
            && !tally
            && apart::time::before_the_count(scene, range)
        {
            return Some("it is told before all is counted");
        }
        if kind == Kind::Money && caution::of_first_offer(scene, range) {
            return Some("it is what was offered at first");
        }
        if figures && apart::time::other_stage(scene, range, self.claim.event) {
            return Some("it is told of another stage of the event than the claim's");
        }
        if figures && apart::of_what_is_in_it(scene, range, &self.claim.who) {
            return Some("it may be of something in it, or for it");
        }
        if tally && apart::each_time(scene, range) {
            return Some("it is of each of several times");
        }
        let words = &scene.plan.words[self.index];
        if kind == Kind::Age && apart::age::age_of_years_ago(scene, range, self.claim, words) {
            return Some("it is an age of years ago");
        }
        if kind == Kind::Date && apart::time::names_a_feast(scene, range) {
            return Some("it names the feast, and not the day of the event");
        }
        if kind == Kind::Count && apart::added(scene, range, &self.own_words()) {
            return Some("it may come to others");
        }
        if kind == Kind::Count && apart::time::of_a_while(scene, range) {
            return Some("it may be what was told in that time alone");
        }
        if kind == Kind::Age && apart::age::age_then(scene, range, self.claim, words) {
            return Some("it is an age at another time");
        }
        if kind == Kind::Age && apart::age::age_to_come(scene, range) {
            return Some("it is an age to come");
        }
        if kind == Kind::Age && apart::age::of_another_person(scene, range, &self.claim.who) {
            return Some("it is the age of somebody else, who stands nearer");
        }
        if kind == Kind::Age && apart::age::namesake(scene, range, &self.claim.who) {
            return Some("it may be of somebody of the same name");
        }
        None
    }

    /// Whether a date is years from the one expected, and nothing but words of the claim ties it: «the election of 2020».
    fn of_another_year(&self, range: &Range<usize>) -> bool {
        let scene = self.scene;
        let crate::rule::Expected::AnyOf(rights) = &self.claim.expected else {
            return false;
        };
        let span = scene.words.span(range.clone());
        scene
            .reading
            .mentions_of(&scene.reading.sentences[scene.sentence_of(range.start)])
            .iter()
            .filter(|mention| mention.span.overlaps(span))
            .any(|mention| {
                let crate::value::Value::Date(date) = &mention.value else {
                    return false;
                };
                rights.iter().all(|right| match &right.value {
                    crate::value::Value::Date(when) => {
                        crate::eval::when::days_apart(date, when).is_some_and(|days| days > 400.0)
                    }
                    _ => false,
                })
            })
    }

    /// The same, where the binding itself may be weak.
    pub(super) fn reason(
        &self,
        range: &Range<usize>,
        attached: &bind::Attached,
    ) -> Option<&'static str> {
        if attached.strong {
            return self.doubt(range, attached);
        }
        let sums = matches!(
            self.claim.kind,
            Kind::Count | Kind::Money | Kind::Percent | Kind::Quantity
        );
        let length = self.claim.kind == Kind::Duration;
        match self.by_words(range).filter(|_| sums || length) {
            Some(told) => self.doubt(range, &told),
            None => Some(
                "the text around it is about the event, but no word in its own sentence ties it; a word of this sentence in the event's `what`, or in the claim's `words`, would",
            ),
        }
    }
}
