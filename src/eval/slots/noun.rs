//! The slots of a noun: «Brandt's resignation», «talks with Wang», «held a meeting».
//!
//! In: a noun phrase that tells the event. Out: whether owner, partner and subject are the event's people.

use super::known_preposition;
use crate::eval::events::Instance;
use crate::eval::identity::Who;
use crate::eval::identity::WhoIs;
use crate::eval::role;
use crate::eval::syntax::Article;
use crate::eval::syntax::Noun;
use crate::eval::syntax::Place;
use crate::eval::syntax::class;
use crate::rule::EntityKind;
use crate::rule::EventIndex;

impl WhoIs<'_> {
    /// Whether the event's place, or one in it, stands right behind its noun.
    fn is_placed_by(&self, phrase: usize, event: EventIndex) -> bool {
        let scene = self.scene;
        let Some(at) = scene.story.events[event].at else {
            return false;
        };
        (0..self.sentence.phrases.len()).any(|other| {
            let known = &self.sentence.phrases[other];
            known.after == Some(phrase)
                && known.preposition.is_some_and(|word| {
                    matches!(
                        scene.words.at(word),
                        "in" | "at" | "near" | "off" | "outside"
                    )
                })
                && scene
                    .entities_in(known.words.clone())
                    .any(|mention| scene.plan.places.holds(at, mention.entity))
        })
    }

    /// «Brandt's resignation», «talks with Wang», «held a meeting»: whether the slots of a noun are the event's people's.
    pub(super) fn noun(&self, phrase: usize, instance: &Instance) -> bool {
        let Some(noun) = self.sentence.noun(phrase) else {
            return false;
        };
        let Some(inside) = self.in_phrase(phrase, noun) else {
            return false;
        };
        // «A gunman killed 12»: the event's word is who does it.
        let doer = self.needed() == 1 && self.who_plain(phrase) == Who::Own;
        if doer
            || self.is_placed_thing(phrase, noun, instance)
            || self.is_placed_theme(phrase, noun, instance)
        {
            return true;
        }
        let Some(owns) = self.in_clause(phrase, noun, instance, inside) else {
            return false;
        };
        if owns > 0 && (self.needed() == 1 || owns > 1 || self.all_named())
            || self.is_agent(self.sentence.phrases[phrase].clause)
        {
            return true;
        }
        self.is_carried(phrase, noun, instance)
    }

    /// Whether people or bodies take part in the event, and not things alone.
    fn acting(&self) -> bool {
        self.who.iter().any(|&who| self.scene.acts(who))
    }

    /// How many of the event's people the noun's own phrase names: «Brandt's resignation», «the Brandt-Kao meeting», «talks with
    /// Wang». `None`: somebody else's.
    fn in_phrase(&self, phrase: usize, noun: &Noun) -> Option<usize> {
        let acting = self.acting();
        let mut owns = 0;
        if let Some(owner) = &noun.owner {
            match self.owner(owner) {
                Who::Own => owns += 1,
                Who::Other | Who::Indefinite | Who::Definite if acting => return None,
                Who::Pronoun if self.stands_for_owner(phrase) => owns += 1,
                Who::Pronoun => return None,
                _ => {}
            }
        }
        // «the Brandt-Kao meeting»
        let words = self.sentence.phrases[phrase].words.clone();
        for mention in self.scene.entities_in(words.clone()) {
            if self.who.contains(&mention.entity) {
                owns += 1;
            } else if self.scene.acts(mention.entity) {
                return None;
            }
        }
        for other in 0..self.sentence.phrases.len() {
            let known = &self.sentence.phrases[other];
            if !role::chain(self.sentence, other).any(|up| up == phrase) {
                continue;
            }
            let preposition = known
                .preposition
                .map_or("", |word| self.scene.words.at(word));
            // «a memorial service for Mandela», «the verdict on Breivik», «handed down to Breivik»
            if matches!(preposition, "for" | "on" | "against" | "to")
                && self.needed() == 1
                && self.who_is(other) == Who::Own
            {
                owns += 1;
                continue;
            }
            // «levied a fine against Harlo», «imposed sanctions on Velm»: of two, who bears it.
            if matches!(preposition, "on" | "against")
                && self.needed() > 1
                && self.is_imposed(phrase)
                && self.who_is(other) == Who::Own
            {
                owns += 1;
                continue;
            }
            if !matches!(preposition, "with" | "between" | "of" | "by") {
                continue;
            }
            let direct = role::chain(self.sentence, other)
                .take_while(|&up| up != phrase)
                .all(|up| {
                    self.who_is(up) == Who::Nobody
                        || self.sentence.phrases[up].row.is_some()
                        || known.row == Some(up)
                });
            match self.who_is(other) {
                Who::Own => owns += 1,
                Who::Other if direct => return None,
                Who::Indefinite
                    if direct
                        && acting
                        && self.is_people(other)
                        && matches!(preposition, "with" | "between" | "by") =>
                {
                    return None;
                }
                // «the collapse of a bridge»
                Who::Indefinite
                    if direct && preposition == "of" && noun.article != Article::Definite =>
                {
                    return None;
                }
                _ => {}
            }
        }
        Some(owns)
    }

    /// «the derailment near Lund»: of a thing, the place behind it says which one is meant.
    fn is_placed_thing(&self, phrase: usize, noun: &Noun, instance: &Instance) -> bool {
        let things = self
            .who
            .iter()
            .all(|&who| self.scene.story.entities[who].kind == EntityKind::Thing);
        things
            && self.needed() == 1
            && noun.article == Article::Definite
            && noun.owner.is_none()
            && instance
                .event
                .is_some_and(|event| self.is_placed_by(phrase, event))
    }

    /// Whether a noun is what the report is about, with nobody else beside it in the sentence.
    fn is_theme(&self, noun: &Noun, instance: &Instance) -> bool {
        self.needed() == 1
            && instance.event.is_some()
            && instance.event == self.scene.main
            && noun.owner.is_none()
            && !self.strangers_here()
    }

    /// «12 dead in mass shooting on the Castra promenade»: a headline or a first sentence names the event by its place.
    fn is_placed_theme(&self, phrase: usize, noun: &Noun, instance: &Instance) -> bool {
        self.index < 3
            && noun.article != Article::Indefinite
            && self.is_theme(noun, instance)
            && instance
                .event
                .is_some_and(|event| self.is_placed_by(phrase, event))
    }

    /// How many of the event's people the noun's phrase and clause name: `inside` it, and as who does it or is given it.
    /// `None`: somebody else does it.
    fn in_clause(
        &self,
        phrase: usize,
        noun: &Noun,
        instance: &Instance,
        inside: usize,
    ) -> Option<usize> {
        let clause = self.sentence.phrases[phrase].clause;
        let known = &self.sentence.clauses[clause];
        // «Canning, whose 119 days in office ended»
        if known
            .joint
            .is_some_and(|word| self.scene.words.at(word) == "whose")
            && let Some(antecedent) = known.antecedent
            && self.who_is(antecedent) != Who::Own
        {
            return None;
        }
        let mut owns = inside + self.by_light_verb(phrase, clause)?;
        owns += usize::from(self.is_given(phrase, clause));
        let place = self.sentence.phrases[phrase].place;
        if owns == 0 && !known.subject.is_empty() && place != Place::Subject {
            owns += self.by_subject(phrase, noun, instance)?;
        }
        Some(owns)
    }

    /// «held talks», «declared a week of mourning»: how many of the event's people do it. `None`: somebody else does.
    fn by_light_verb(&self, phrase: usize, clause: usize) -> Option<usize> {
        let light = self.sentence.verb(clause).is_some_and(|verb| {
            let main = self.scene.words.at(verb.main);
            class::is_light(main) || class::is_decreeing(main)
        }) || self.needed() > 1 && self.is_imposed(phrase);
        let place = self.sentence.phrases[phrase].place;
        if !light || !matches!(place, Place::Object | Place::Adverbial) || self.is_set_off(phrase) {
            return Some(0);
        }
        let acting = self.acting();
        let subjects = self.all(&self.sentence.clauses[clause].subject);
        let passive = self.sentence.verb(clause).is_some_and(|verb| verb.passive);
        let number = subjects.iter().filter(|one| **one == Who::Own).count();
        let owns = if number > 0 {
            number
        } else if acting
            && subjects.contains(&Who::Other)
            && place == Place::Object
            && !passive
            // «Judge Brandt handed down Tarn's sentence», «a court handed Tarn a term»: who passes it does not bear it.
            && !class::is_passing(self.scene.verb_of(self.sentence, clause))
        {
            return None;
        } else if subjects.contains(&Who::Pronoun) && self.stands_for(clause) {
            1
        } else if self.needed() > 1 && self.is_the_two(clause) {
            2
        } else {
            0
        };
        // «held talks in Bali with Wang»
        let partner = self.sentence.phrases_in(clause).any(|other| {
            let at = &self.sentence.phrases[other];
            at.preposition
                .is_some_and(|word| self.scene.words.at(word) == "with")
                && self.who_is(other) == Who::Other
        });
        (!partner || !acting || self.needed() <= 1).then_some(owns)
    }

    /// «handed Orsini a prison sentence»: who is given it bears it.
    fn is_given(&self, phrase: usize, clause: usize) -> bool {
        let own = &self.sentence.phrases[phrase];
        own.place == Place::Object
            && self.sentence.phrases_in(clause).any(|other| {
                let at = &self.sentence.phrases[other];
                at.place == Place::Object
                    && at.words.end <= own.words.start
                    && self.who_is(other) == Who::Own
            })
            && matches!(
                self.scene.verb_of(self.sentence, clause),
                "gave" | "give" | "gives" | "handed" | "hands" | "hand"
            )
    }

    /// «Canning, who had been in office»: how many of the event's people the clause is said of. `None`: of somebody else.
    fn by_subject(&self, phrase: usize, noun: &Noun, instance: &Instance) -> Option<usize> {
        let acting = self.acting();
        let clause = self.sentence.phrases[phrase].clause;
        let said_of = self.all(&self.sentence.clauses[clause].subject);
        if said_of.iter().all(|one| *one == Who::Own)
            && known_preposition(self, phrase)
            && (acting || noun.article == Article::Definite || self.comes_after(phrase))
        {
            // «Xi told Blinken in a meeting of two hours»
            let others = self.sentence.phrases_in(clause).filter(|&other| {
                self.sentence.phrases[other].place == Place::Object
                    && self.who_is(other) == Who::Own
            });
            return Some(said_of.len() + others.count());
        }
        let strange = || {
            let stranger = |one: &Who| matches!(one, Who::Other | Who::Indefinite);
            !self.suffers(clause) && said_of.iter().any(stranger)
        };
        let pronoun = || said_of.contains(&Who::Pronoun) && !self.stands_for(clause);
        let other = acting && (strange() || pronoun());
        (!other || self.only_tells_when(phrase, noun, instance)).then_some(0)
    }

    /// «During the visit Cho gave Dvorin …»: it only tells when, and its people are in the clause. «After the shooting on
    /// Friday, police arrested a man»: so does what is over in a moment, before a clause of whoever it is.
    fn only_tells_when(&self, phrase: usize, noun: &Noun, instance: &Instance) -> bool {
        let known = &self.sentence.phrases[phrase];
        let lead = known
            .preposition
            .map_or("", |word| self.scene.words.at(word));
        let definite = noun.article == Article::Definite && noun.owner.is_none();
        let agents = &self.sentence.clauses[known.clause].subject;
        definite
            && instance.sure
            && match lead {
                "during" => self
                    .sentence
                    .phrases_in(known.clause)
                    .any(|other| self.who_is(other) == Who::Own),
                "after" | "following" | "since" => {
                    crate::eval::thesaurus::is_sudden(self.scene.words.stem(noun.head))
                        && agents.iter().all(|&agent| {
                            self.sentence.phrases[agent].words.start > noun.head
                                && self.who_is(agent) != Who::Other
                        })
                }
                _ => false,
            }
    }

    /// «The probe landed after a seven-hour descent»: what its subject has behind it.
    fn comes_after(&self, phrase: usize) -> bool {
        let known = &self.sentence.phrases[phrase];
        known
            .preposition
            .is_some_and(|word| matches!(self.scene.words.at(word), "after" | "following"))
            && self
                .sentence
                .verb(known.clause)
                .is_some_and(|verb| !verb.passive && !verb.negated && !verb.doubtful)
    }

    /// «mourning was proclaimed by the palace»
    fn is_agent(&self, clause: usize) -> bool {
        self.sentence.verb(clause).is_some_and(|verb| verb.passive)
            && self.sentence.phrases_in(clause).any(|other| {
                self.sentence.phrases[other]
                    .preposition
                    .is_some_and(|word| self.scene.words.at(word) == "by")
                    && self.who_is(other) == Who::Own
            })
    }

    /// Whether a noun in whose slots nobody stands goes on with what was told of the event's people, or strikes its thing.
    fn is_carried(&self, phrase: usize, noun: &Noun, instance: &Instance) -> bool {
        let acting = self.acting();
        if self.needed() == 1 && !acting && self.stricken(phrase) {
            return true;
        }
        if acting && self.is_borne_here(phrase, instance) {
            return true;
        }
        // Two of several are named, or somebody else is: it may be another meeting of one of them.
        if self.needed() > 1 && (self.strangers_here() || !self.all_named()) {
            return false;
        }
        let definite = noun.article == Article::Definite;
        // «The shutdown, which lasted 35 days, …»
        let place = self.sentence.phrases[phrase].place;
        if definite
            && matches!(place, Place::Subject | Place::Object)
            && self.is_theme(noun, instance)
        {
            return true;
        }
        if definite && (instance.carried || instance.sure || self.last_named_are_own()) {
            return true;
        }
        if definite || noun.article == Article::Bare {
            return self.all_named() && (!self.strangers_here() || instance.sure);
        }
        // «a blaze on the Sonna», told of beside the fire on the Aldora
        if !acting && self.strangers_here() {
            return false;
        }
        // «a meeting» told of by its own people
        let before = self.sentence.words.start..instance.words.start;
        self.who.iter().all(|who| {
            self.scene
                .entities_in(before.clone())
                .any(|mention| mention.entity == *who)
        }) || (instance.linked && self.all_named())
    }

    /// Whether a noun is the object of a verb that lays it on somebody: «levied a fine», «imposed sanctions».
    fn is_imposed(&self, phrase: usize) -> bool {
        let known = &self.sentence.phrases[phrase];
        known.place == Place::Object
            && self.sentence.verb(known.clause).is_some_and(|verb| {
                let main = self.scene.words.at(verb.main);
                !verb.passive && (class::is_imposing(main) || class::is_passing(main))
            })
    }

    /// «A fire on the Aldora», «a fire tore through the Aldora»: what a thing or place of the event's stands with, in the
    /// event word's own phrase or its clause.
    fn stricken(&self, phrase: usize) -> bool {
        let clause = self.sentence.phrases[phrase].clause;
        let mut found = false;
        for (other, known) in self.sentence.phrases.iter().enumerate() {
            let below = role::chain(self.sentence, other).any(|up| up == phrase);
            let object = known.clause == clause
                && self.sentence.phrases[phrase].place == Place::Subject
                && matches!(known.place, Place::Object | Place::Adverbial);
            if !below && !object {
                continue;
            }
            let lead = known
                .preposition
                .map_or("", |word| self.scene.words.at(word));
            let inside = matches!(
                lead,
                "" | "on"
                    | "aboard"
                    | "in"
                    | "at"
                    | "through"
                    | "of"
                    | "inside"
                    | "across"
                    | "over"
                    | "against"
            );
            match self.who_is(other) {
                Who::Own if inside => found = true,
                Who::Other if inside => return false,
                _ => {}
            }
        }
        found
    }
}
