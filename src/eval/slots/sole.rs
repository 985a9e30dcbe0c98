//! Whether an event is its own because there is nobody else in the sentence.
//!
//! In: an event word, and the participants of its event. Out: yes or no. It asks no slot of who stands in it.

use super::WhoIs;
use crate::eval::events::Instance;
use crate::eval::identity::Who;
use crate::eval::role;
use crate::eval::syntax::Article;
use crate::eval::syntax::Place;
use crate::rule::EntityKind;
use crate::rule::EventIndex;

impl WhoIs<'_> {
    /// Whether the sentence names the participants and nobody else, and one event: there is nobody whose else it could be.
    pub(super) fn sole(&self, instance: &Instance, event: EventIndex) -> bool {
        let words = self.sentence.words.clone();
        let mut all = self
            .who
            .iter()
            .filter(|&&who| self.needed() > 1 || self.scene.acts(who));
        let named = self.named_here()
            && all.all(|who| {
                self.scene
                    .entities_in(words.clone())
                    .any(|mention| mention.entity == *who)
            });
        let one = self
            .scene
            .instances_in(words)
            .iter()
            .all(|found| found.event == Some(event) && found.other.is_none());
        if !instance.sure
            || !named
            || !one
            || self.is_only_landmark()
            || self.strangers_here()
            || self.has_partner()
        {
            return false;
        }
        let clause = match role::home(self.sentence, &instance.words) {
            Some(clause) => Some(clause),
            None => self.clause_of_own_noun(instance),
        };
        clause.is_some_and(|clause| self.nobody_else_has(clause, instance))
    }

    /// «A ship sank near the Ringway Bridge»: a thing that only says where.
    fn is_only_landmark(&self) -> bool {
        let apart = |phrase: usize| {
            let lead = self.sentence.phrases[phrase].preposition;
            lead.is_some_and(|word| {
                matches!(
                    self.scene.words.at(word),
                    "near" | "beside" | "outside" | "past" | "toward" | "towards" | "behind"
                )
            })
        };
        self.scene
            .entities_in(self.sentence.words.clone())
            .filter(|mention| self.who.contains(&mention.entity))
            .all(|mention| {
                !self.scene.acts(mention.entity)
                    && self
                        .sentence
                        .phrase_of(mention.words.end - 1)
                        .is_some_and(apart)
            })
    }

    /// Whether a phrase is people without a name.
    fn is_somebody(&self, phrase: usize) -> bool {
        matches!(self.who_is(phrase), Who::Indefinite | Who::Definite) && self.is_people(phrase)
    }

    /// «her meeting with the king»: somebody else, where all participants have their names.
    fn has_partner(&self) -> bool {
        self.needed() > 1
            && (0..self.sentence.phrases.len()).any(|phrase| {
                let known = &self.sentence.phrases[phrase];
                let lead = known
                    .preposition
                    .map_or("", |word| self.scene.words.at(word));
                (known.place == Place::Object || matches!(lead, "with" | "between"))
                    && self.is_somebody(phrase)
            })
    }

    /// The clause of the event's noun, unless that is «a» one or somebody else's.
    fn clause_of_own_noun(&self, instance: &Instance) -> Option<usize> {
        let phrase = self.sentence.phrase_of(instance.words.end - 1)?;
        let noun = self.sentence.noun(phrase)?;
        let own = noun
            .owner
            .as_ref()
            .is_none_or(|owner| match self.owner(owner) {
                Who::Own | Who::Nobody => true,
                Who::Pronoun => self.stands_for_owner(phrase),
                _ => false,
            });
        (own && noun.article != Article::Indefinite).then_some(self.sentence.phrases[phrase].clause)
    }

    /// Whether nobody and nothing in a clause but the participants can do or bear its event.
    fn nobody_else_has(&self, clause: usize, instance: &Instance) -> bool {
        let known = &self.sentence.clauses[clause];
        let pronoun = known
            .subject
            .iter()
            .any(|&phrase| self.who_is(phrase) == Who::Pronoun);
        // «bought a factory from Velm»: of two, both must do or bear it.
        let thing = self.needed() > 1
            && self.sentence.phrases_in(clause).any(|phrase| {
                let at = &self.sentence.phrases[phrase];
                at.place == Place::Object
                    && self.who_is(phrase) == Who::Indefinite
                    && !at.words.contains(&instance.words.start)
            });
        !thing
            && !known
                .subject
                .iter()
                .any(|&subject| self.is_somebody(subject) || self.is_beside_own(subject))
            && (!pronoun || self.stands_for(clause))
            && !self
                .sentence
                .phrases_in(clause)
                .any(|phrase| self.is_somebody(phrase) && self.who_is(phrase) == Who::Indefinite)
    }

    /// «Shares in the owner of the Star sank», «the wife of Kao came»: what has to do with a participant is none.
    fn is_beside_own(&self, subject: usize) -> bool {
        let phrases = || 0..self.sentence.phrases.len();
        let person = |phrase: usize| {
            self.scene
                .entities_in(self.sentence.phrases[phrase].words.clone())
                .any(|mention| self.scene.story.entities[mention.entity].kind == EntityKind::Person)
        };
        let holds_own = |phrase: usize| {
            phrases().any(|named| {
                self.who_plain(named) == Who::Own
                    && (named == phrase || role::chain(self.sentence, named).any(|up| up == phrase))
            })
        };
        self.who_is(subject) != Who::Own
            && phrases().any(|phrase| {
                let below = &self.sentence.phrases[phrase];
                below.after == Some(subject)
                    && (!below.preposition_is_of || person(phrase))
                    && below.preposition.is_some()
                    && holds_own(phrase)
            })
    }
}
