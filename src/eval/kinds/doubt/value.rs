//! Doubts that a value and the words around it give, whatever it is bound to: it is of a part, of another time, only wanted.
//!
//! In: a claim and a value in its sentence. Out: the reason for which a value that differs may not accuse.

use std::ops::Range;

use crate::eval::aged;
use crate::eval::apart;
use crate::eval::bind;
use crate::eval::caution;
use crate::eval::compare;
use crate::eval::elsewhere;
use crate::eval::exchange;
use crate::eval::kinds::Asked;
use crate::eval::kinds::ballot;
use crate::eval::kinds::count;
use crate::eval::kinds::scores;
use crate::eval::occasion;
use crate::eval::rate;
use crate::eval::scene;
use crate::eval::stray;
use crate::eval::toll;
use crate::eval::words::Gap;
use crate::rule::Expected;
use crate::rule::Kind;
use crate::value::Value;

impl Asked<'_> {
    /// What the value itself and the words around it tell, whatever it is bound to.
    pub(super) fn doubt_of_value(
        &self,
        range: &Range<usize>,
        attached: &bind::Attached,
    ) -> Option<&'static str> {
        let scene = self.scene;
        let kind = self.claim.kind;
        let (sums, figures) = (kind.is_sum(), kind.is_figure());
        if matches!(kind, Kind::Percent | Kind::Count)
            && occasion::in_part(scene, range, self.claim.event)
        {
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
        let place = kind.is_setting() && self.claim.event.is_some();
        // «Tarn, 45, could be paroled»: an age set between commas is his, whatever he could be.
        let aside = kind == Kind::Age
            && (aged::is_aside(scene, range)
                || aged::is_attributive(scene, range, &self.claim.who));
        if !place
            && !aside
            && caution::doubtful(scene.syntax_at(range.start), range)
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
        if matches!(kind, Kind::Date | Kind::Time) && caution::time::of_another_zone(scene, range) {
            return Some("it is told by the clock of another zone");
        }
        if kind == Kind::Date && caution::pictured(scene, range) {
            return Some("it may be the day of the picture");
        }
        if sums && caution::time::starts_at(scene, range) {
            return Some("it is what it started from, or was estimated at");
        }
        if kind == Kind::Quantity && caution::is_way_there(scene, range) {
            return Some("it is how far it had come by then");
        }
        if kind == Kind::Money
            && rate::is_by_the_day(scene.words, range)
            && !self.own_words().iter().any(|word| rate::is_asked_by(word))
        {
            return Some("it is a rate");
        }
        if kind == Kind::Duration && self.is_within_its_days(range) {
            return Some("it tells on how many days it was, and the claim how long");
        }
        if figures && caution::time::was_expected(scene, range) {
            return Some("it is what was expected then");
        }
        if sums && caution::misspelt_scale(scene, range) {
            return Some("the word after it may be a misspelt part of the figure");
        }
        if figures && caution::time::at_first(scene, range) {
            return Some("it is what was told at first");
        }
        if matches!(kind, Kind::Count | Kind::Quantity) && caution::is_capacity(scene, range) {
            return Some("it is what there is room for");
        }
        if figures
            && self.claim.event.is_some_and(|event| {
                caution::time::apart_in_time(scene, range, event, self.claim.words.is_empty())
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
        let short = |word: &str| {
            ["second", "minute", "hour"]
                .iter()
                .any(|unit| word.starts_with(unit))
        };
        if scene.plan.terms[self.index] && range.clone().any(|at| short(scene.words.at(at))) {
            return Some("no term is as short");
        }
        if scene.plan.terms[self.index] && caution::time::endures(scene, range) {
            return Some("it is how long the trial took, and no term");
        }
        None
    }

    /// «the one-day summit», of one that took four hours: the days that something fell on say no more than that it was over by then.
    fn is_within_its_days(&self, range: &Range<usize>) -> bool {
        const DAY: f64 = 86_400.0; // seconds
        let scene = self.scene;
        let days = matches!(scene.words.at(range.end - 1), "day" | "days")
            && scene.words.gap(range.end - 1) == Gap::Hyphen;
        let length = scene.reading.mentions.iter().find_map(|mention| {
            (scene.hedged(mention) == *range)
                .then(|| compare::measure(&mention.value))
                .flatten()
        });
        let Some(length) = length
            .map(|length| compare::point(&length))
            .filter(|_| days)
        else {
            return false;
        };
        scene::rights(self.claim)
            .filter_map(|right| compare::measure(&right.value))
            .map(|right| compare::point(&right))
            .any(|right| length - DAY < right && right < length)
    }

    /// What sets the value apart from the claim's, whatever ties it to the event.
    fn apart(&self, range: &Range<usize>) -> Option<&'static str> {
        let scene = self.scene;
        let kind = self.claim.kind;
        let figures = kind.is_figure();
        let tally = self.claim.tally.is_some();
        if matches!(kind, Kind::Count | Kind::Money | Kind::Percent)
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
        if kind == Kind::Count && apart::with_other_charges(scene, range) {
            return Some("another charge stands behind it");
        }
        if kind == Kind::Duration && apart::on_one_count(scene, range) {
            return Some("it is for one count of several");
        }
        if let Some(why) = self.of_whole_or_part(range) {
            return Some(why);
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
        if matches!(kind, Kind::Count | Kind::Percent)
            && elsewhere::place::is_one_of_several(scene, range)
        {
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
        if figures
            && self
                .claim
                .event
                .is_some_and(|event| elsewhere::figure::of_another_when(scene, range, event))
        {
            return Some("it is told of what happened at another date");
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
        if kind == Kind::Money && rate::is_for_each(scene, range, &self.own_words()) {
            return Some("it is for one of many");
        }
        if kind == Kind::Money && stray::is_of_its_books(scene, range, &self.own_words()) {
            return Some("it is what somebody has or owes");
        }
        if matches!(kind, Kind::Count | Kind::Quantity)
            && !tally
            && stray::is_lag(scene, range, &self.own_words())
        {
            return Some("it is how far one stays behind another");
        }
        if kind == Kind::Money && caution::time::of_first_offer(scene, range) {
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
        // Where the claim has words, they tell which of several it is.
        let wordless = self.claim.words.is_empty();
        let of_several = kind == Kind::Count || wordless && figures && kind != Kind::Age;
        let given = wordless && (kind == Kind::Money || scene.plan.terms[self.index]);
        if of_several && apart::added(scene, range, &self.own_words())
            || given && apart::given_beside(scene, range)
        {
            return Some("it may come to others");
        }
        if kind == Kind::Count && !tally && apart::of_two_fates(scene, range, &self.own_words()) {
            return Some("it counts those of another fate as well");
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

    /// What wholes and parts of the sentence say of a figure or a time: it is not the one that the claim asks for.
    fn of_whole_or_part(&self, range: &Range<usize>) -> Option<&'static str> {
        let scene = self.scene;
        let kind = self.claim.kind;
        let things = kind == Kind::Count && self.claim.tally.is_none();
        let of = &scene.plan.of[self.index];
        let first = |word: &str| scene.words.at(range.start) == word;
        if kind == Kind::Count && apart::whole::whole_of_some(scene, range) {
            return Some("the sentence tells only some of it");
        }
        if matches!(kind, Kind::Count | Kind::Percent)
            && rate::is_of_each_of_several(scene.words, range, &self.own_words())
        {
            return Some("it is of each of several");
        }
        if things && count::with_others(scene, range, of) {
            return Some("it counts others with them");
        }
        if things && apart::whole::of_place_in_row(scene, range, &self.own_words()) {
            return Some("it is of some of a row, told by their place in it");
        }
        if things && apart::whole::of_what_it_counts(scene, range, of) {
            return Some("something else is counted, which is only told to be of these");
        }
        // «several reports», where there were 35: as loose as it is, it denies no more.
        if things && (first("several") || first("few") || first("a")) && !self.is_more(range) {
            return Some("it is too loose a word for how many");
        }
        if things && scores::expected(*self).is_some() {
            return Some("the claim has two figures, and this is one alone");
        }
        if things && apart::whole::of_anothers(scene, range, &self.claim.who) {
            return Some("it is of somebody else, or of what was surpassed");
        }
        if things && ballot::is_of_one_side(*self, range) {
            return Some("it counts one side of the vote, and the claim all who took part");
        }
        (kind == Kind::Time && apart::whole::in_row_of_times(scene, range))
            .then_some("it is one of several times in a row")
    }

    /// «Talvo was founded in 2009», of a claim on when it was founded: what is done to anything only once has no other year.
    pub(super) fn is_of_once(&self, range: &Range<usize>) -> bool {
        let scene = self.scene;
        let words = &scene.plan.words[self.index];
        let Some((syntax, clause)) = scene.clause_of_value(range) else {
            return false;
        };
        syntax.verb(clause).is_some_and(|verb| {
            verb.passive
                && !verb.negated
                && !verb.doubtful
                && matches!(
                    scene.words.at(verb.main),
                    "born"
                        | "founded"
                        | "cofounded"
                        | "established"
                        | "incorporated"
                        | "invented"
                        | "discovered"
                        | "created"
                        | "launched"
                )
                && scene.has_phrase(verb.main..verb.main + 1, words).is_some()
        })
    }

    /// Whether a date is years from the one expected, and nothing but words of the claim ties it: «the election of 2020».
    pub(super) fn of_another_year(&self, range: &Range<usize>) -> bool {
        let scene = self.scene;
        let Expected::AnyOf(rights) = &self.claim.expected else {
            return false;
        };
        let span = scene.words.span(range.clone());
        scene
            .mentions_at(range.start)
            .iter()
            .filter(|mention| mention.span.overlaps(span))
            .any(|mention| {
                let Value::Date(date) = &mention.value else {
                    return false;
                };
                rights.iter().all(|right| match &right.value {
                    Value::Date(when) => crate::eval::when::days_apart(date, when) > 400.0,
                    _ => false,
                })
            })
    }
}
