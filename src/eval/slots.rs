//! Whose event an event word speaks of: the people in its own slots are the event's, and nobody else's.
//!
//! In: an event word in its sentence. Out: whether subject, object, partner and possessor of it are the event's
//! participants, or stand for them. «Braverman resigned», «the actors' strike», «met King Charles» are other events.

mod noun;
mod sole;
mod verb;
mod violence;

use super::events::Instance;
use super::identity::Who;
use super::identity::WhoIs;
use super::role;
use super::scene::Scene;
use super::syntax::Article;
use super::syntax::Link;
use super::syntax::Place;
use super::syntax::Tag;
use crate::rule::EntityKind;
use crate::rule::EventIndex;

/// Whether the people in the slots of `instance` are those of `event`.
pub(crate) fn own(scene: &Scene<'_>, instance: &Instance, event: EventIndex) -> bool {
    let known = &scene.story.events[event];
    let who = &known.who;
    // A place takes no part: «the Murrah building» says which bombing it was, as `where` does.
    let nobody = who
        .iter()
        .all(|&who| scene.story.entities[who].kind == EntityKind::Place);
    if nobody && is_named(scene, instance) {
        let sentence = scene.syntax(instance.sentence);
        let open = sentence
            .verb_at(instance.words.start)
            .is_some_and(|verb| verb.doubtful);
        if !open {
            return true;
        }
    }
    if nobody && is_some_of_many(scene, instance, event) {
        return false;
    }
    if nobody && done_by_another(scene, instance, event) {
        return false;
    }
    if nobody {
        return scene.is_placed(event);
    }
    if is_generic(scene, instance, event) {
        return false;
    }
    let asked = WhoIs::of_event(scene, instance.sentence, event);
    let home = role::home(asked.sentence, &instance.words);
    if asked.needed() > 1 && home.is_some_and(|clause| asked.stranger_acts(clause)) {
        return false;
    }
    let own = match home {
        Some(clause) => asked.verb(clause, instance),
        None => match asked.sentence.phrase_of(instance.words.end - 1) {
            Some(phrase) => asked.noun(phrase, instance),
            None => asked.named_here() && !asked.strangers_here(),
        },
    };
    own || asked.sole(instance, event)
}

/// «Leth beat Corsa 1-0 to win the cup in Lund», «… in a close final in Lund»: an infinitive or a participle, or a noun in
/// its clause, shares the people of the verb it hangs on, where that verb tells the event of its own people.
pub(crate) fn shares(scene: &Scene<'_>, instance: &Instance, event: EventIndex) -> bool {
    let who = &scene.story.events[event].who;
    let asked = WhoIs::of_event(scene, instance.sentence, event);
    let sentence = asked.sentence;
    let home = role::home(sentence, &instance.words);
    let Some(own_clause) = home.or_else(|| sentence.clause_of(instance.words.start)) else {
        return false;
    };
    // Somebody else in its own slots, or a word that sets it apart, makes it another one.
    let stranger = match home {
        Some(clause) => sentence
            .phrases_in(clause)
            .any(|phrase| asked.who_is(phrase) == Who::Other),
        None => sentence
            .phrase_of(instance.words.end - 1)
            .is_none_or(|phrase| {
                sentence
                    .noun(phrase)
                    .is_none_or(|noun| noun.owner.is_some())
                    || asked.is_set_off(phrase)
                    || (0..sentence.phrases.len()).any(|other| {
                        role::chain(sentence, other).any(|up| up == phrase)
                            && sentence.phrases[other].preposition.is_some_and(|word| {
                                matches!(scene.words.at(word), "with" | "between" | "of" | "by")
                            })
                    })
            }),
    };
    if stranger || who.is_empty() {
        return false;
    }
    let hangs_on = |top: usize| {
        // «won the cup on Saturday by beating Corsa»
        let means = &sentence.clauses[top];
        if means.link == Link::Participle
            && means.parent == home
            && home.is_some()
            && means.joint.is_some_and(|word| scene.words.at(word) == "by")
        {
            return true;
        }
        let mut clause = own_clause;
        while clause != top {
            let known = &sentence.clauses[clause];
            match known.parent {
                Some(parent)
                    if matches!(known.link, Link::Infinitive | Link::Participle)
                        && known.antecedent.is_none() =>
                {
                    clause = parent;
                }
                _ => return false,
            }
        }
        true
    };
    scene
        .instances_in(sentence.words.clone())
        .iter()
        .filter(|other| {
            other.event == Some(event) && other.other.is_none() && other.words != instance.words
        })
        .any(|other| {
            role::home(sentence, &other.words).is_some_and(hangs_on) && own(scene, other, event)
        })
}

/// «In 2011, when Sinabung erupted»: another name than that of the event's place, right before its verb, and no object: another event.
fn done_by_another(scene: &Scene<'_>, instance: &Instance, event: EventIndex) -> bool {
    let known = &scene.story.events[event];
    let asked = WhoIs::of_event(scene, instance.sentence, event);
    let sentence = asked.sentence;
    let Some(clause) = role::home(sentence, &instance.words) else {
        return false;
    };
    let object = sentence
        .phrases_in(clause)
        .any(|phrase| sentence.phrases[phrase].place == Place::Object);
    let passive = sentence.verb(clause).is_some_and(|verb| verb.passive);
    let own = |phrase: usize| {
        scene
            .entities_in(sentence.phrases[phrase].words.clone())
            .any(|mention| {
                known.who.contains(&mention.entity)
                    || known
                        .at
                        .is_some_and(|at| scene.plan.places.holds(mention.entity, at))
            })
    };
    !object
        && !passive
        && sentence.clauses[clause].subject.iter().any(|&subject| {
            sentence
                .noun(subject)
                .is_some_and(|noun| noun.tag == Tag::Name)
                && !own(subject)
        })
}

/// Whether the event word is a name of its own: «Haiyan», «Black Saturday».
pub(crate) fn is_named(scene: &Scene<'_>, instance: &Instance) -> bool {
    let capital = |at: usize| scene.words.is_capital(at);
    let all = instance.words.clone().all(capital);
    let entity = scene.entities_in(instance.words.clone()).next().is_some();
    all && (entity
        || instance.words.len() > 1
            && !super::names::title_case(scene.words, &scene.words.of_sentence(instance.sentence)))
}

/// «Fires on ferries have killed 300»: a bare plural that the author did not list is of all events of the kind.
fn is_generic(scene: &Scene<'_>, instance: &Instance, event: EventIndex) -> bool {
    let last = instance.words.end - 1;
    let word = scene.words.at(last);
    word.ends_with('s')
        && !word.ends_with("ss")
        && !is_listed(scene, last, event)
        && scene
            .syntax(instance.sentence)
            .phrase_of(last)
            .and_then(|phrase| scene.syntax(instance.sentence).noun(phrase))
            .is_some_and(|noun| noun.head == last && noun.article == Article::Bare)
}

/// Whether the author lists the word in this very form.
fn is_listed(scene: &Scene<'_>, at: usize, event: EventIndex) -> bool {
    let word = scene.words.at(at);
    let mut listed = scene.plan.events[event].listed.iter();
    listed.any(|known| known == word)
}

/// «some fifty smaller blazes»: others of the kind.
fn is_some_of_many(scene: &Scene<'_>, instance: &Instance, event: EventIndex) -> bool {
    let sentence = scene.syntax(instance.sentence);
    let last = instance.words.end - 1;
    let plural = scene.words.at(last).ends_with('s');
    plural
        && sentence.phrase_of(last).is_some_and(|phrase| {
            let words = sentence.phrases[phrase].words.clone();
            let led = sentence
                .noun(phrase)
                .is_some_and(|noun| noun.article == Article::Indefinite && noun.owner.is_none());
            let less = words.clone().any(|i| {
                i < last
                    && matches!(
                        scene.words.at(i),
                        "smaller" | "other" | "minor" | "lesser" | "more"
                    )
            });
            // «two explosions», where the author knows of several
            led && words.start < instance.words.start && !is_listed(scene, last, event) || less
        })
}

/// «in a meeting», «during the talks»
pub(super) fn known_preposition(asked: &WhoIs<'_>, phrase: usize) -> bool {
    asked.sentence.phrases[phrase]
        .preposition
        .is_some_and(|word| {
            matches!(
                asked.scene.words.at(word),
                "in" | "at" | "during" | "on" | "after"
            )
        })
}

impl WhoIs<'_> {
    /// Whether a phrase without a name of the story ends in a word for the same event: «the Republican primary».
    fn tells_the_event(&self, phrase: usize, instance: &Instance) -> bool {
        let words = self.sentence.phrases[phrase].words.clone();
        let last = words.end;
        self.scene.instances_in(words.clone()).iter().any(|other| {
            other.words.end == last && other.event == instance.event && other.other.is_none()
        }) && self
            .scene
            .entities_in(words)
            .all(|mention| !self.scene.acts(mention.entity))
    }

    /// «The archbishop, who met Castro last week, hopes that Obama …»: somebody acts who is none of the participants, since all of
    /// them have their names in the sentence.
    fn stranger_acts(&self, clause: usize) -> bool {
        let mut subjects = self.sentence.clauses[clause].subject.iter();
        let one = |subject: usize| {
            self.sentence
                .noun(subject)
                .is_some_and(|noun| !self.scene.words.at(noun.head).ends_with('s'))
        };
        let passive = self.sentence.verb(clause).is_some_and(|verb| verb.passive);
        !passive
            && subjects.any(|&subject| self.who_is(subject) == Who::Definite && one(subject))
            && self.who.iter().all(|who| {
                self.scene
                    .entities_in(self.sentence.words.clone())
                    .any(|mention| mention.entity == *who)
            })
    }

    /// Whether a participant is named in the sentence outside a clause's own slots.
    fn elsewhere_named(&self, clause: usize) -> bool {
        let object = self.sentence.phrases_in(clause).any(|phrase| {
            self.sentence.phrases[phrase].place == Place::Object
                && self.who_is(phrase) == Who::Definite
                && self.is_person(phrase)
        });
        object
            && self.who.iter().all(|who| {
                self.scene
                    .entities_in(self.sentence.words.clone())
                    .any(|mention| mention.entity == *who)
            })
    }

    /// Whether a phrase is set off in time from its clause: «a year after a blaze», «before her talks».
    fn is_set_off(&self, phrase: usize) -> bool {
        self.sentence.phrases[phrase]
            .preposition
            .is_some_and(|word| {
                matches!(
                    self.scene.words.at(word),
                    "after" | "before" | "since" | "until" | "till" | "ahead" | "following"
                )
            })
    }

    /// «The two leaders held a meeting»: those who were named last, past sentences that name nobody, are the participants
    /// and no others.
    fn is_the_two(&self, clause: usize) -> bool {
        let group = self.sentence.clauses[clause].subject.iter().all(|&phrase| {
            let told = self
                .sentence
                .phrases
                .iter()
                .any(|other| other.after == Some(phrase) && other.preposition_is_of);
            self.who_is(phrase) == Who::Definite
                && super::said_of::is_group(self.scene, self.sentence, phrase)
                && !told
        });
        let acting = |back: usize| {
            let sentence = self.index.checked_sub(back)?;
            let asked = self.in_sentence(sentence);
            let words = self.scene.words.of_sentence(sentence);
            let mut all: Vec<_> = self
                .scene
                .entities_in(words)
                .filter(|mention| self.scene.acts(mention.entity))
                .map(|mention| mention.entity)
                .collect();
            all.sort_unstable();
            all.dedup();
            (!all.is_empty() || asked.strangers_here()).then(|| {
                !asked.strangers_here()
                    && all.len() == 2
                    && all.iter().all(|entity| self.who.contains(entity))
            })
        };
        group
            && !self.sentence.clauses[clause].subject.is_empty()
            && (1..=3).find_map(acting) == Some(true)
    }

    /// Whether all participants are named in this sentence or the one before.
    fn others_named(&self) -> bool {
        let from = self.index.saturating_sub(1);
        self.who.iter().all(|who| {
            (from..=self.index).any(|sentence| {
                self.scene
                    .entities_in(self.scene.words.of_sentence(sentence))
                    .any(|mention| mention.entity == *who)
            })
        })
    }

    /// Whether the event goes on from before, or its participants are named earlier in the sentence and nobody else.
    fn known_before(&self, instance: &Instance) -> bool {
        let here = self
            .scene
            .entities_in(self.sentence.words.start..instance.words.start)
            .any(|mention| self.who.contains(&mention.entity));
        instance.carried || here || instance.sure || self.last_named_are_own()
    }
}
