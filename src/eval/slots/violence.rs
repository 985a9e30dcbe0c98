//! Attacks told without their author: «12 people were killed in the air strike», «gunmen stormed the school».
//!
//! In: an event word of one author (`who`), in a sentence that does not name it. Out: whether it is still this event: those whom it
//! befell are no authors of it, and unnamed armed people at the event's own place are whoever did it.

use crate::eval::events::Instance;
use crate::eval::identity::Who;
use crate::eval::identity::WhoIs;
use crate::eval::role;
use crate::eval::syntax::Article;
use crate::eval::syntax::Link;
use crate::eval::syntax::Place;
use crate::eval::tally::lexicon::word_tally;
use crate::lex::wordtable::Table;
use crate::lex::wordtable::table;
use crate::rule::EntityKind;
use crate::rule::EventIndex;

/// People of whom a report knows what they did before it knows whose they are.
const ARMED: &Table = table![
    "gunmen",
    "attackers",
    "assailants",
    "militants",
    "fighters",
    "insurgents",
    "raiders",
    "bombers",
    "extremists",
    "jihadists",
    "terrorists",
    "rebels",
    "warplanes",
    "jets",
    "aircraft",
    "planes",
    "helicopters",
    "drones"
];

/// The last sentence of a lead, where headline, day and credit stand before it.
const LEAD: usize = 4;

impl WhoIs<'_> {
    /// «12 people were killed», «12 people died»: the subject bears what is told, and does nothing.
    pub(super) fn suffers(&self, clause: usize) -> bool {
        self.sentence.verb(clause).is_some_and(|verb| {
            let words = self.scene.words;
            let main = words.at(verb.main);
            // «12 people were among those killed»
            let among = verb.copula
                && words.near(verb.main, 1) == "among"
                && (2..=4).any(|ahead| word_tally(words.near(verb.main, ahead)).is_some());
            let participle = self.sentence.clauses[clause].link == Link::Participle
                && word_tally(main).is_some()
                && !main.ends_with("ing");
            among
                || participle
                || verb.passive && word_tally(main).is_some()
                || matches!(main, "died" | "die" | "perished")
        })
    }

    /// «12 people were killed in the air strike»: the one that all was told of so far, or one at the event's own place.
    pub(super) fn is_borne_here(&self, phrase: usize, instance: &Instance) -> bool {
        let Some(event) = instance.event else {
            return false;
        };
        let known = &self.sentence.phrases[phrase];
        let Some(noun) = self.sentence.noun(phrase) else {
            return false;
        };
        // «today's bombing»
        let owned = noun
            .owner
            .as_ref()
            .is_some_and(|owner| self.owner(owner) != Who::Nobody);
        if self.needed() > 1 || owned || !self.suffers(known.clause) {
            return false;
        }
        match noun.article {
            _ if noun.owner.is_some() => self.is_all_told(event) || self.names_place(event),
            Article::Definite => self.is_all_told(event) || self.names_place(event),
            Article::Bare | Article::Indefinite => {
                self.scene.main == Some(event)
                    && self.index <= LEAD
                    && self.is_led_to_place(phrase, event)
            }
        }
    }

    /// «Gunmen stormed the school»: at the event's own place, and nobody with a name does it.
    pub(super) fn is_done_by_armed(&self, clause: usize, instance: &Instance) -> bool {
        let Some(event) = instance.event else {
            return false;
        };
        let known = &self.sentence.clauses[clause];
        let mut who = self.who.iter();
        let bodies = who.all(|&who| self.scene.story.entities[who].kind == EntityKind::Body);
        let active = self
            .sentence
            .verb(clause)
            .is_some_and(|verb| !verb.passive && !verb.negated && !verb.doubtful);
        let armed = !known.subject.is_empty()
            && known.subject.iter().all(|&subject| {
                self.sentence
                    .noun(subject)
                    .is_some_and(|noun| ARMED.has(self.scene.words.at(noun.head)))
                    && matches!(self.who_is(subject), Who::Indefinite | Who::Definite)
            });
        bodies && active && armed && self.scene.main == Some(event) && {
            let own = |phrase: usize| {
                let at = &self.sentence.phrases[phrase];
                matches!(at.place, Place::Object | Place::Adverbial)
                    && self.is_place_of(phrase, event)
            };
            // «Gunmen attacked around 5:30 am», «the gunmen attacked the institution»: nothing new is told of.
            let known = || {
                self.is_all_told(event)
                    && self.sentence.phrases_in(clause).all(|phrase| {
                        let at = &self.sentence.phrases[phrase];
                        at.place != Place::Object
                            || matches!(self.who_is(phrase), Who::Definite | Who::Nobody)
                                && self
                                    .sentence
                                    .noun(phrase)
                                    .is_none_or(|noun| noun.article == Article::Definite)
                    })
            };
            self.sentence.phrases_in(clause).any(own) || known()
        }
    }

    /// Whether every event word up to this sentence, and one of them surely, tells of the event that the source is about.
    fn is_all_told(&self, event: EventIndex) -> bool {
        let scene = self.scene;
        let told = scene.instances_in(0..scene.words.of_sentence(self.index).end);
        scene.main == Some(event)
            && told.iter().any(|instance| instance.sure)
            && told
                .iter()
                .all(|instance| instance.event == Some(event) && instance.other.is_none())
    }

    /// «air strikes on the clinic in Selvik»: the place is told of the event word itself.
    fn is_led_to_place(&self, phrase: usize, event: EventIndex) -> bool {
        // «air strikes across the country, among them that on the clinic»
        let spread = (0..self.sentence.phrases.len()).any(|other| {
            let known = &self.sentence.phrases[other];
            let lead = known
                .preposition
                .map_or("", |word| self.scene.words.at(word));
            matches!(lead, "across" | "throughout" | "over" | "around" | "among")
        });
        !spread
            && (0..self.sentence.phrases.len()).any(|other| {
                role::chain(self.sentence, other).any(|up| up == phrase)
                    && self.is_place_of(other, event)
            })
    }

    /// Whether the event's place, or the declared one that holds it, stands in the sentence.
    fn names_place(&self, event: EventIndex) -> bool {
        (0..self.sentence.phrases.len()).any(|phrase| self.is_place_of(phrase, event))
    }

    /// Whether a phrase names the event's place, one in it, or the one that directly holds it.
    fn is_place_of(&self, phrase: usize, event: EventIndex) -> bool {
        let scene = self.scene;
        let Some(at) = scene.story.events[event].at else {
            return false;
        };
        let places = &scene.plan.places;
        scene
            .entities_in(self.sentence.phrases[phrase].words.clone())
            .any(|mention| {
                scene.story.entities[mention.entity].kind == EntityKind::Place
                    && (places.holds(at, mention.entity) || places.holds(mention.entity, at))
            })
    }
}
