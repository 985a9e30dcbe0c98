//! Whether an event is its own by the slots of its verb: who does it, to whom, with whom.
//!
//! In: the clause of an event word that is a verb. Out: yes or no. Nouns are for [`super::noun`].

use super::WhoIs;
use crate::eval::events::Instance;
use crate::eval::identity::Who;
use crate::eval::role;
use crate::eval::syntax::Link;
use crate::eval::syntax::Place;
use crate::eval::syntax::Tag;
use crate::rule::EntityKind;

/// Who stands in the slots of a verb.
#[derive(Default)]
struct Slots {
    subjects: Vec<Who>,
    objects: Vec<Who>,
    partners: Vec<Who>,
}

impl WhoIs<'_> {
    /// «They met», «Judge Kaplan sentenced him»: the slots of a verb.
    pub(super) fn verb(&self, clause: usize, instance: &Instance) -> bool {
        let slots = self.slots(clause, instance);
        if self.needed() == 1 {
            return self.one_has_it(clause, instance, &slots);
        }
        let Slots {
            subjects,
            objects,
            partners,
        } = &slots;
        if [subjects, objects, partners]
            .iter()
            .any(|list| list.contains(&Who::Other))
        {
            return false;
        }
        let owns = subjects
            .iter()
            .chain(objects)
            .chain(partners)
            .filter(|one| **one == Who::Own)
            .count();
        if objects.contains(&Who::Indefinite) && owns < 2 {
            return false;
        }
        let mut others = objects.iter().chain(partners);
        // «met the king before her talks with Kao»: who is named in the sentence is not «the king».
        let rest = others.any(|one| matches!(one, Who::Definite | Who::Pronoun))
            && !self.elsewhere_named(clause);
        owns >= 2
            || (owns == 1 && !self.elsewhere_named(clause) && (rest || self.others_named()))
            || self.has_pronoun(subjects, clause)
            || (subjects.contains(&Who::Definite) && owns == 0 && self.known_before(instance))
            || (subjects.is_empty() && self.named_here() && !self.strangers_here())
    }

    /// Who stands in the slots of a clause's verb.
    fn slots(&self, clause: usize, instance: &Instance) -> Slots {
        let known = &self.sentence.clauses[clause];
        let mut slots = Slots {
            subjects: self.all(&known.subject),
            ..Slots::default()
        };
        for phrase in self.sentence.phrases_in(clause) {
            match self.sentence.phrases[phrase].place {
                Place::Object => slots.objects.extend(self.object(phrase, instance)),
                Place::Adverbial => self.adverbial(phrase, &mut slots),
                Place::Subject | Place::Apposed => {}
            }
        }
        // «Lee Hsien Loong, whom he met»
        if known.link == Link::Relative
            && let Some(antecedent) = known.antecedent
            && !known.subject.contains(&antecedent)
            && known.joint.is_none_or(|word| {
                matches!(self.scene.words.at(word), "who" | "whom" | "which" | "that")
            })
        {
            slots.objects.push(self.who_is(antecedent));
        }
        slots
    }

    /// Who an object is, if it is anybody.
    fn object(&self, phrase: usize, instance: &Instance) -> Option<Who> {
        let named = || {
            self.sentence
                .noun(phrase)
                .is_some_and(|noun| noun.tag == Tag::Name)
        };
        match self.who_is(phrase) {
            // «beat the Netherlands»: what is met or beaten is no place.
            Who::Nobody if self.needed() > 1 && named() => Some(Who::Other),
            // «lost the Republican primary»: the event's own noun is nobody.
            Who::Other if !self.is_people(phrase) && self.tells_the_event(phrase, instance) => None,
            one => Some(one),
        }
    }

    /// Who stands behind a preposition that makes a partner or an object of a verb.
    fn adverbial(&self, phrase: usize, slots: &mut Slots) {
        let at = &self.sentence.phrases[phrase];
        let preposition = at.preposition.map_or("", |word| self.scene.words.at(word));
        // «before her talks with Kao» is no partner of the verb.
        let direct = || {
            at.after
                .is_none_or(|after| self.sentence.phrases[after].place != Place::Object)
                && !role::chain(self.sentence, phrase).any(|up| self.is_set_off(up))
        };
        match preposition {
            "with" | "between" | "by" if direct() => slots.partners.push(self.who_is(phrase)),
            // «A cargo ship crashed into the Ringway Bridge»
            "into" if direct() && self.who_is(phrase) == Who::Own => slots.objects.push(Who::Own),
            _ => {}
        }
    }

    /// Whether there is a pronoun among `list` that stands for the participants.
    fn has_pronoun(&self, list: &[Who], clause: usize) -> bool {
        list.contains(&Who::Pronoun) && self.stands_for(clause)
    }

    /// Of an event that any one participant tells: whether one does it or bears it.
    fn one_has_it(&self, clause: usize, instance: &Instance, slots: &Slots) -> bool {
        let Slots {
            subjects, objects, ..
        } = slots;
        let passive = || self.sentence.verb(clause).is_some_and(|verb| verb.passive);
        let own = |list: &[Who]| list.contains(&Who::Own) || self.has_pronoun(list, clause);
        if own(subjects) || own(objects) && !passive() {
            return true;
        }
        if subjects.is_empty() {
            return self.named_here() && !self.strangers_here();
        }
        if self.is_done_by_armed(clause, instance) {
            return true;
        }
        // «the building came down»
        let thing = self
            .who
            .iter()
            .all(|&who| self.scene.story.entities[who].kind != EntityKind::Person);
        thing
            // «the house sold works for 785 million»: borne by something else.
            && !objects.contains(&Who::Indefinite)
            && subjects.iter().all(|one| *one == Who::Definite)
            && self.known_before(instance)
    }
}
