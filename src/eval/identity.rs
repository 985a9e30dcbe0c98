//! Whose event an event word speaks of: the people in its own slots are the event's, and nobody else's.
//!
//! In: an event word in its sentence. Out: whether subject, object, partner and possessor of it are the event's
//! participants, or stand for them. «Braverman resigned», «the actors' strike», «met King Charles» are other events.

use std::ops::Range;

use super::events::Instance;
use super::gazetteer;
use super::role;
use super::scene::Scene;
use super::syntax::Article;
use super::syntax::Link;
use super::syntax::Place;
use super::syntax::Sentence;
use super::syntax::Tag;
use super::syntax::verb;
use crate::rule::EntityKind;
use crate::rule::EventIndex;

/// Who a phrase is, seen from an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Who {
    /// A participant.
    Own,
    /// Somebody else with a name, or somebody's somebody.
    Other,
    /// «they», «it».
    Pronoun,
    /// «the two leaders», «the building».
    Definite,
    /// «a bridge», «officials».
    Indefinite,
    /// A place, a time, a value: nobody.
    Nobody,
}

/// Who is who in one sentence, seen from the participants of an event.
pub(crate) struct WhoIs<'s> {
    pub(crate) scene: &'s Scene<'s>,
    pub(crate) sentence: &'s Sentence,
    pub(crate) index: usize,
    pub(crate) who: &'s [usize],
}

/// Whether the people in the slots of `instance` are those of `event`.
pub(crate) fn own(scene: &Scene<'_>, instance: &Instance, event: EventIndex) -> bool {
    let known = &scene.story.events[event];
    let who = &known.who;
    if who.is_empty() && is_named(scene, instance) {
        let sentence = scene.syntax(instance.sentence);
        let open = sentence
            .clause_of(instance.words.start)
            .and_then(|clause| sentence.verb(clause))
            .is_some_and(|verb| verb.doubtful);
        if !open {
            return true;
        }
    }
    if who.is_empty() && is_some_of_many(scene, instance) {
        return false;
    }
    if who.is_empty() {
        // Nobody tells it from others of its kind: its place must be named.
        return *scene.placed[event].get_or_init(|| {
            known.at.is_none_or(|at| {
                // It, or a place that holds it: «Morocco's Interior Ministry» names Morocco.
                let named = |name: &String| {
                    let name = super::words::phrase(&super::words::fold(name));
                    scene.words.folded().contains(&name)
                };
                scene.plan.places.chain(at).iter().any(named)
                    || scene.entities.iter().any(|mention| {
                        scene.story.entities[mention.entity].kind == EntityKind::Place
                    })
            })
        });
    }
    if is_generic(scene, instance, event) {
        return false;
    }
    let asked = WhoIs::new(scene, instance.sentence, who);
    let own = match role::home(asked.sentence, &instance.words) {
        Some(clause) => asked.verb(clause, instance),
        None => match asked.sentence.phrase_of(instance.words.end - 1) {
            Some(phrase) => asked.noun(phrase, instance),
            None => asked.named_here() && !asked.strangers_here(),
        },
    };
    own || asked.sole(instance, event)
}

/// Whether the event word is a name of its own: «Haiyan», «Black Saturday».
pub(crate) fn is_named(scene: &Scene<'_>, instance: &Instance) -> bool {
    let capital = |at: usize| scene.words.get(at).is_some_and(|word| word.capital);
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
    let listed = scene.plan.events[event]
        .listed
        .iter()
        .any(|known| known == word);
    word.ends_with('s')
        && !word.ends_with("ss")
        && !listed
        && scene
            .syntax(instance.sentence)
            .phrase_of(last)
            .and_then(|phrase| scene.syntax(instance.sentence).noun(phrase))
            .is_some_and(|noun| noun.head == last && noun.article == Article::Bare)
}

/// «some fifty smaller blazes»: others of the kind.
fn is_some_of_many(scene: &Scene<'_>, instance: &Instance) -> bool {
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
            led && words.start < instance.words.start || less
        })
}

impl<'s> WhoIs<'s> {
    /// Of the sentence at `index`.
    pub(crate) fn new(scene: &'s Scene<'s>, index: usize, who: &'s [usize]) -> Self {
        let sentence = scene.syntax(index);
        Self {
            scene,
            sentence,
            index,
            who,
        }
    }

    /// How many of the participants a clause must name: of two people or bodies both, of a thing and its parts any.
    pub(crate) fn needed(&self) -> usize {
        let acting = self.who.iter().filter(|&&who| self.scene.acts(who)).count();
        acting.clamp(1, 2)
    }

    /// Whether a common noun means people, by its ending: «officials», «ministers», «union leaders», not «results».
    pub(crate) fn is_people(&self, phrase: usize) -> bool {
        const ENDINGS: &[&str] = &[
            "er", "ers", "or", "ors", "ist", "ists", "man", "men", "woman", "women", "ial", "ials",
            "ian", "ians", "ant", "ants", "ent", "ents", "ive", "ives", "eat", "eats", "at", "ats",
            "king", "kings", "queen", "people", "pope", "part", "parts", "chief", "chiefs",
            "envoy", "envoys", "others",
        ];
        self.sentence.noun(phrase).is_some_and(|noun| {
            let head = self.scene.words.at(noun.head);
            ENDINGS.iter().any(|ending| head.ends_with(ending))
        })
    }

    /// Who a phrase is; «leaders of the guild» act for it.
    pub(crate) fn who_is(&self, phrase: usize) -> Who {
        let plain = self.who_plain(phrase);
        if !matches!(plain, Who::Definite | Who::Indefinite | Who::Other) {
            return plain;
        }
        let acts_for = self.sentence.phrases.iter().enumerate().any(|(at, other)| {
            other.after == Some(phrase)
                && other.preposition_is_of
                && self.who_plain(at) == Who::Own
                && self.sentence.noun(at).is_some_and(|noun| {
                    self.scene
                        .entities_in(noun.head..noun.head + 1)
                        .any(|mention| {
                            self.scene.story.entities[mention.entity].kind != EntityKind::Person
                        })
                })
        });
        if acts_for { Who::Own } else { plain }
    }

    fn who_plain(&self, phrase: usize) -> Who {
        let Some(noun) = self.sentence.noun(phrase) else {
            return Who::Nobody;
        };
        let story = self.scene.story;
        if let Some(mention) = self.scene.entities_in(noun.head..noun.head + 1).next() {
            return if self.who.contains(&mention.entity) {
                Who::Own
            } else if story.entities[mention.entity].kind == EntityKind::Place {
                Who::Nobody
            } else {
                Who::Other
            };
        }
        // «Writers Guild of America members», «Twitter staff»: a common noun after the name.
        let words = self.sentence.phrases[phrase].words.clone();
        match noun.tag {
            Tag::Time | Tag::Value | Tag::Number => Who::Nobody,
            Tag::Pronoun => Who::Pronoun,
            Tag::Name => {
                let name: Vec<&str> = words
                    .clone()
                    .filter(|&word| self.scene.words.get(word).is_some_and(|word| word.capital))
                    .map(|word| self.scene.words.at(word))
                    .collect();
                if gazetteer::known(&name.join(" ")) {
                    Who::Nobody
                } else {
                    Who::Other
                }
            }
            _ => {
                let owner = noun.owner.clone().unwrap_or(0..0);
                let thing = self.scene.entities_in(words.clone()).any(|mention| {
                    self.who.contains(&mention.entity)
                        && self.scene.story.entities[mention.entity].kind == EntityKind::Thing
                        && !owner.contains(&mention.words.start)
                });
                if thing {
                    // «a second Jeju Air plane»
                    let second = words.clone().any(|word| {
                        matches!(
                            self.scene.words.at(word),
                            "second"
                                | "another"
                                | "other"
                                | "third"
                                | "different"
                                | "earlier"
                                | "previous"
                        )
                    });
                    return if second { Who::Other } else { Who::Own };
                }
                let owned = noun.owner.as_ref().is_some_and(|owner| {
                    self.scene
                        .entities_in(owner.clone())
                        .any(|mention| self.scene.acts(mention.entity))
                });
                let named = self
                    .scene
                    .entities_in(words.clone())
                    .find(|mention| self.scene.acts(mention.entity));
                // «Putin's plane landed»: it brings him. «The ship's owner paid»: for the ship.
                let head = self.scene.words.at(noun.head);
                let brought = (owned && is_carriage(head) || !owned && is_keeper(head))
                    && noun.owner.as_ref().is_some_and(|owner| {
                        self.scene
                            .entities_in(owner.clone())
                            .last()
                            .is_some_and(|mention| {
                                self.who.contains(&mention.entity)
                                    && mention.words.end + 1 >= owner.end
                            })
                            // «his cargo plane» brings others.
                            && (owner.end..noun.head).all(|word| {
                                matches!(
                                    self.scene.words.at(word),
                                    "s" | "own" | "private" | "presidential" | "official" | "registered"
                                )
                            })
                    });
                if brought {
                    return Who::Own;
                }
                // «the union's members» act for it.
                let members = owned
                    && matches!(
                        self.scene.words.at(noun.head),
                        "members"
                            | "workers"
                            | "employees"
                            | "players"
                            | "staff"
                            | "forces"
                            | "troops"
                            | "delegates"
                    );
                match named {
                    Some(mention)
                        if members
                            && self.who.contains(&mention.entity)
                            && story.entities[mention.entity].kind == EntityKind::Body =>
                    {
                        Who::Own
                    }
                    // «the Jeju Air plane» is it, «Biden's aides» are not.
                    Some(mention) if !owned && self.who.contains(&mention.entity) => Who::Own,
                    Some(_) => Who::Other,
                    None if self.foreign(words) => Who::Other,
                    None if noun.article == Article::Definite && noun.owner.is_none() => {
                        Who::Definite
                    }
                    None => Who::Indefinite,
                }
            }
        }
    }

    /// «the Danish minister», of a story without a Danish anything: a name before the noun that no entity has in its own.
    fn foreign(&self, words: Range<usize>) -> bool {
        let scene = self.scene;
        words.clone().any(|at| {
            let Some(word) = scene.words.get(at).filter(|word| word.capital) else {
                return false;
            };
            if matches!(
                word.gap,
                super::words::Gap::Sentence | super::words::Gap::Hyphen
            ) {
                return false;
            }
            let written = scene.words.at(at);
            let stem: String = written.chars().take(4).collect();
            stem.chars().count() == 4
                && written != "president"
                && !scene.story.entities.iter().any(|entity| {
                    std::iter::once(&entity.name)
                        .chain(&entity.also)
                        .chain(&entity.within)
                        .any(|name| {
                            super::words::fold(name)
                                .iter()
                                .any(|part| part.starts_with(&stem))
                        })
                })
        })
    }

    pub(crate) fn all(&self, phrases: &[usize]) -> Vec<Who> {
        phrases.iter().map(|&phrase| self.who_is(phrase)).collect()
    }

    /// Whose a thing is, where that is a person or body with a name: «Ardern's resignation».
    fn possessor(&self, phrase: usize) -> Option<Who> {
        let noun = self.sentence.noun(phrase)?;
        let owner = noun.owner.clone()?;
        let mention = self.scene.entities_in(owner).last()?;
        if noun.tag != Tag::Noun || self.is_people(phrase) || !self.scene.acts(mention.entity) {
            return None;
        }
        Some(if self.who.contains(&mention.entity) {
            Who::Own
        } else {
            Who::Other
        })
    }

    /// Whether one of the participants is named in the sentence.
    pub(crate) fn named_here(&self) -> bool {
        self.scene
            .entities_in(self.sentence.words.clone())
            .any(|mention| self.who.contains(&mention.entity))
    }

    pub(crate) fn strangers_here(&self) -> bool {
        (0..self.sentence.phrases.len()).any(|phrase| self.who_is(phrase) == Who::Other)
    }

    /// Whether a pronoun in `clause` stands for the participants: they are the last subjects before it.
    pub(crate) fn stands_for(&self, clause: usize) -> bool {
        let before = |limit: usize, sentence: &Sentence, asked: &WhoIs<'_>| -> Option<bool> {
            let mut seen = Vec::new();
            for phrase in 0..sentence.phrases.len() {
                if sentence.phrases[phrase].words.start >= limit {
                    break;
                }
                // «Ardern's resignation, which she announced»
                let one = asked
                    .possessor(phrase)
                    .unwrap_or_else(|| asked.who_is(phrase));
                if matches!(one, Who::Own | Who::Other) {
                    seen.push((sentence.phrases[phrase].place, one));
                }
            }
            let subjects: Vec<Who> = seen
                .iter()
                .filter(|(place, _)| *place == Place::Subject)
                .map(|&(_, one)| one)
                .collect();
            let all: Vec<Who> = if subjects.is_empty() {
                seen.iter().map(|&(_, one)| one).collect()
            } else {
                subjects
            };
            if all.is_empty() {
                return None;
            }
            Some(all.contains(&Who::Own) && !all.contains(&Who::Other))
        };
        let first = self.sentence.clauses[clause]
            .subject
            .first()
            .map_or(self.sentence.words.start, |&phrase| {
                self.sentence.phrases[phrase].words.start
            });
        if let Some(found) = before(first, self.sentence, self) {
            return found;
        }
        for back in 1..=2 {
            let Some(index) = self.index.checked_sub(back) else {
                break;
            };
            let sentence = self.scene.syntax(index);
            let asked = WhoIs::new(self.scene, index, self.who);
            if let Some(found) = before(usize::MAX, sentence, &asked) {
                return found;
            }
        }
        false
    }

    /// «They met», «Judge Kaplan sentenced him»: the slots of a verb.
    fn verb(&self, clause: usize, instance: &Instance) -> bool {
        let known = &self.sentence.clauses[clause];
        let group = self.sentence.verb(clause);
        let passive = group.is_some_and(|verb| verb.passive);
        let subjects = self.all(&known.subject);
        let mut objects = Vec::new();
        let mut partners = Vec::new();
        for phrase in self.sentence.phrases_in(clause) {
            let at = &self.sentence.phrases[phrase];
            let one = self.who_is(phrase);
            match at.place {
                // «beat the Netherlands»: what is met or beaten is no place.
                Place::Object
                    if one == Who::Nobody
                        && self.needed() > 1
                        && self
                            .sentence
                            .noun(phrase)
                            .is_some_and(|noun| noun.tag == Tag::Name) =>
                {
                    objects.push(Who::Other);
                }
                Place::Object => objects.push(one),
                Place::Adverbial => {
                    let preposition = at.preposition.map_or("", |word| self.scene.words.at(word));
                    // «before her talks with Kao» is no partner of the verb.
                    let direct = at
                        .after
                        .is_none_or(|after| self.sentence.phrases[after].place != Place::Object)
                        && !role::chain(self.sentence, phrase).any(|up| self.is_set_off(up));
                    if matches!(preposition, "with" | "between" | "by") && direct {
                        partners.push(one);
                    }
                }
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
            objects.push(self.who_is(antecedent));
        }
        let pronoun = |list: &[Who]| list.contains(&Who::Pronoun) && self.stands_for(clause);
        if self.needed() == 1 {
            if subjects.contains(&Who::Own) || pronoun(&subjects) {
                return true;
            }
            if (objects.contains(&Who::Own) || pronoun(&objects)) && !passive {
                return true;
            }
            if subjects.is_empty() {
                return self.named_here() && !self.strangers_here();
            }
            // «the building came down»
            let thing = self
                .who
                .iter()
                .all(|&who| self.scene.story.entities[who].kind != EntityKind::Person);
            return thing
                && subjects.iter().all(|one| *one == Who::Definite)
                && self.known_before(instance);
        }
        if subjects.contains(&Who::Other)
            || partners.contains(&Who::Other)
            || objects.contains(&Who::Other)
        {
            return false;
        }
        let owns = [&subjects, &objects, &partners]
            .iter()
            .flat_map(|list| list.iter())
            .filter(|one| **one == Who::Own)
            .count();
        let rest = [&objects, &partners]
            .iter()
            .any(|list| list.contains(&Who::Definite) || list.contains(&Who::Pronoun));
        let vague = objects.contains(&Who::Indefinite) && owns < 2;
        if vague {
            return false;
        }
        // «met the king before her talks with Kao»: who is named in the sentence is not «the king».
        let rest = rest && !self.elsewhere_named(clause);
        owns >= 2
            || (owns == 1 && !self.elsewhere_named(clause) && (rest || self.others_named()))
            || pronoun(&subjects)
            || (subjects.contains(&Who::Definite) && owns == 0 && self.known_before(instance))
            || (subjects.is_empty() && self.named_here() && !self.strangers_here())
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

    /// Whether a common noun is one person.
    fn is_person(&self, phrase: usize) -> bool {
        self.is_people(phrase)
            && self
                .sentence
                .noun(phrase)
                .is_some_and(|noun| !self.scene.words.at(noun.head).ends_with('s'))
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

    /// Whether the sentence before names participants and nobody else.
    fn last_named_are_own(&self) -> bool {
        let Some(index) = self.index.checked_sub(1) else {
            return false;
        };
        let asked = WhoIs::new(self.scene, index, self.who);
        asked.named_here() && !asked.strangers_here()
    }

    /// «Truss's resignation», «talks with Wang», «held a meeting»: the slots of a noun.
    fn noun(&self, phrase: usize, instance: &Instance) -> bool {
        let Some(noun) = self.sentence.noun(phrase) else {
            return false;
        };
        let acting = self.who.iter().any(|&who| self.scene.acts(who));
        let mut owns = 0;
        if let Some(owner) = &noun.owner {
            match self.owner(owner, phrase) {
                Who::Own => owns += 1,
                Who::Other | Who::Indefinite | Who::Definite if acting => return false,
                Who::Pronoun if self.stands_for_owner(phrase) => owns += 1,
                Who::Pronoun => return false,
                _ => {}
            }
        }
        // «the Trump-Moon meeting»
        let words = self.sentence.phrases[phrase].words.clone();
        for mention in self.scene.entities_in(words.clone()) {
            if self.who.contains(&mention.entity) {
                owns += 1;
            } else if self.scene.acts(mention.entity) {
                return false;
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
                Who::Other if direct => return false,
                Who::Indefinite
                    if direct
                        && acting
                        && self.is_people(other)
                        && matches!(preposition, "with" | "between" | "by") =>
                {
                    return false;
                }
                // «the collapse of a bridge»
                Who::Indefinite
                    if direct && preposition == "of" && noun.article != Article::Definite =>
                {
                    return false;
                }
                _ => {}
            }
        }
        let clause = self.sentence.phrases[phrase].clause;
        let known = &self.sentence.clauses[clause];
        // «Canning, whose 119 days in office ended»
        if known
            .joint
            .is_some_and(|word| self.scene.words.at(word) == "whose")
            && let Some(antecedent) = known.antecedent
            && self.who_is(antecedent) != Who::Own
        {
            return false;
        }
        // «held talks», «declared a week of mourning»
        let light = self.sentence.verb(clause).is_some_and(|verb| {
            let main = self.scene.words.at(verb.main);
            verb::is_light(main) || verb::is_decreeing(main)
        });
        let place = self.sentence.phrases[phrase].place;
        if light && matches!(place, Place::Object | Place::Adverbial) && !self.is_set_off(phrase) {
            let subjects = self.all(&self.sentence.clauses[clause].subject);
            let passive = self.sentence.verb(clause).is_some_and(|verb| verb.passive);
            let number = subjects.iter().filter(|one| **one == Who::Own).count();
            if number > 0 {
                owns += number;
            } else if acting && subjects.contains(&Who::Other) && place == Place::Object && !passive
            {
                return false;
            } else if subjects.contains(&Who::Pronoun) && self.stands_for(clause) {
                owns += 1;
            }
            // «held talks in Bali with Wang»
            let partner = self.sentence.phrases_in(clause).any(|other| {
                let at = &self.sentence.phrases[other];
                at.preposition
                    .is_some_and(|word| self.scene.words.at(word) == "with")
                    && self.who_is(other) == Who::Other
            });
            if partner && acting && self.needed() > 1 {
                return false;
            }
        }
        // «handed Orsini a prison sentence»: who is given it bears it.
        let dative = place == Place::Object
            && self.sentence.phrases_in(clause).any(|other| {
                let at = &self.sentence.phrases[other];
                at.place == Place::Object
                    && at.words.end <= self.sentence.phrases[phrase].words.start
                    && self.who_is(other) == Who::Own
            })
            && self.sentence.verb(clause).is_some_and(|verb| {
                matches!(
                    self.scene.words.at(verb.main),
                    "gave" | "give" | "gives" | "handed" | "hands" | "hand"
                )
            });
        if dative {
            owns += 1;
        }
        // «Canning, who had been in office»: it is said of somebody else.
        let agents = &known.subject;
        if owns == 0 && !agents.is_empty() && place != Place::Subject {
            let said_of = self.all(agents);
            if said_of.iter().all(|one| *one == Who::Own)
                && known_preposition(self, phrase)
                && (acting || noun.article == Article::Definite)
            {
                // «Xi told Blinken in a meeting of two hours»
                let others = self
                    .sentence
                    .phrases_in(clause)
                    .filter(|&other| {
                        self.sentence.phrases[other].place == Place::Object
                            && self.who_is(other) == Who::Own
                    })
                    .count();
                owns += said_of.len() + others;
            }
            let strange = said_of
                .iter()
                .any(|one| matches!(one, Who::Other | Who::Indefinite));
            let pronoun = said_of.contains(&Who::Pronoun) && !self.stands_for(clause);
            // «During the visit Cho gave Dvorin …»: it only tells when, and its people are in the clause.
            let frame = noun.article == Article::Definite
                && noun.owner.is_none()
                && instance.sure
                && self.sentence.phrases[phrase]
                    .preposition
                    .is_some_and(|word| self.scene.words.at(word) == "during")
                && self
                    .sentence
                    .phrases_in(clause)
                    .any(|other| self.who_is(other) == Who::Own);
            if acting && (strange || pronoun) && !frame {
                return false;
            }
        }
        // «mourning was proclaimed by the palace»
        let agent = self.sentence.verb(clause).is_some_and(|verb| verb.passive)
            && self.sentence.phrases_in(clause).any(|other| {
                self.sentence.phrases[other]
                    .preposition
                    .is_some_and(|word| self.scene.words.at(word) == "by")
                    && self.who_is(other) == Who::Own
            });
        if agent || owns > 0 && (self.needed() == 1 || owns > 1 || self.all_named()) {
            return true;
        }
        if self.needed() == 1 && !acting && self.stricken(phrase) {
            return true;
        }
        // Two of several are named, or somebody else is: it may be another meeting of one of them.
        if self.needed() > 1 && (self.strangers_here() || !self.all_named()) {
            return false;
        }
        let definite = noun.article == Article::Definite;
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

    /// Whether the sentence names the participants and nobody else, and one event: there is nobody whose else it could be.
    fn sole(&self, instance: &Instance, event: EventIndex) -> bool {
        let words = self.sentence.words.clone();
        let all = self
            .who
            .iter()
            .filter(|&&who| self.needed() > 1 || self.scene.acts(who));
        let named = self.named_here()
            && all.clone().all(|who| {
                self.scene
                    .entities_in(words.clone())
                    .any(|mention| mention.entity == *who)
            });
        let one = self
            .scene
            .instances_in(words)
            .iter()
            .all(|found| found.event == Some(event) && found.other.is_none());
        if !instance.sure || !named || !one || self.strangers_here() {
            return false;
        }
        let somebody = |phrase: usize| {
            matches!(self.who_is(phrase), Who::Indefinite | Who::Definite) && self.is_people(phrase)
        };
        // «her meeting with the king»: somebody else, where all participants have their names.
        let partner = self.needed() > 1
            && (0..self.sentence.phrases.len()).any(|phrase| {
                let known = &self.sentence.phrases[phrase];
                let lead = known
                    .preposition
                    .map_or("", |word| self.scene.words.at(word));
                (known.place == Place::Object || matches!(lead, "with" | "between"))
                    && somebody(phrase)
            });
        if partner {
            return false;
        }
        let clause = match role::home(self.sentence, &instance.words) {
            Some(clause) => clause,
            None => match self.sentence.phrase_of(instance.words.end - 1) {
                Some(phrase) => {
                    let noun = self.sentence.noun(phrase);
                    let owner = noun.and_then(|noun| noun.owner.clone());
                    let own = owner.is_none_or(|owner| match self.owner(&owner, phrase) {
                        Who::Own | Who::Nobody => true,
                        Who::Pronoun => self.stands_for_owner(phrase),
                        _ => false,
                    });
                    let one = noun.is_some_and(|noun| noun.article != Article::Indefinite);
                    if !own || !one {
                        return false;
                    }
                    self.sentence.phrases[phrase].clause
                }
                None => return false,
            },
        };
        let known = &self.sentence.clauses[clause];
        let pronoun = known
            .subject
            .iter()
            .any(|&phrase| self.who_is(phrase) == Who::Pronoun);
        // «bought a factory from Velm»: of two, both must do or bear it.
        let thing = self.needed() > 1
            && self.sentence.phrases_in(clause).any(|phrase| {
                self.sentence.phrases[phrase].place == Place::Object
                    && matches!(self.who_is(phrase), Who::Indefinite)
                    && !self.sentence.phrases[phrase]
                        .words
                        .contains(&instance.words.start)
            });
        !thing
            && !known.subject.iter().any(|&phrase| somebody(phrase))
            && (!pronoun || self.stands_for(clause))
            && !self
                .sentence
                .phrases_in(clause)
                .any(|phrase| somebody(phrase) && self.who_is(phrase) == Who::Indefinite)
    }

    /// Whether the source names all participants.
    fn all_named(&self) -> bool {
        self.who.iter().all(|who| {
            self.scene
                .entities
                .iter()
                .any(|mention| mention.entity == *who)
        })
    }

    fn owner(&self, owner: &Range<usize>, _phrase: usize) -> Who {
        let words = self.scene.words;
        if owner.len() == 1
            && matches!(
                words.at(owner.start),
                "their" | "his" | "her" | "its" | "our" | "my" | "your"
            )
        {
            return Who::Pronoun;
        }
        if let Some(mention) = self.scene.entities_in(owner.clone()).last() {
            return if self.who.contains(&mention.entity) {
                Who::Own
            } else if self.scene.acts(mention.entity) {
                Who::Other
            } else {
                Who::Nobody
            };
        }
        let span = words.span(owner.clone());
        let time = self
            .scene
            .reading
            .mentions
            .iter()
            .any(|mention| mention.span.overlaps(span));
        if time || gazetteer::known(&joined(self.scene, owner)) {
            return Who::Nobody;
        }
        let last = words.at(owner.end - 1);
        // «the two leaders' meeting», «the company's takeover»
        let stands = matches!(words.at(owner.start), "the" | "both")
            && matches!(
                last,
                "leaders"
                    | "presidents"
                    | "pair"
                    | "two"
                    | "ministers"
                    | "men"
                    | "women"
                    | "sides"
                    | "company"
                    | "firm"
                    | "group"
                    | "country"
                    | "union"
                    | "guild"
                    | "studio"
                    | "rivals"
                    | "diplomats"
                    | "week"
                    | "month"
                    | "year"
                    | "day"
            );
        if stands { Who::Nobody } else { Who::Indefinite }
    }

    /// Whether a phrase that opens the sentence leads to a subject that is one of the participants, or their thing.
    fn leads_to_own(&self, phrase: usize) -> bool {
        (0..self.sentence.phrases.len())
            .filter(|&other| {
                let known = &self.sentence.phrases[other];
                known.words.start > self.sentence.phrases[phrase].words.start
                    && known.place == Place::Subject
            })
            .map(|other| self.possessor(other).unwrap_or_else(|| self.who_is(other)))
            .next()
            == Some(Who::Own)
            && !(0..self.sentence.phrases.len()).any(|other| {
                let known = &self.sentence.phrases[other];
                known.words.start < self.sentence.phrases[phrase].words.start
                    && known.place == Place::Subject
            })
    }

    /// «their talks»: the last named before are the participants.
    fn stands_for_owner(&self, phrase: usize) -> bool {
        let limit = self.sentence.phrases[phrase].words.start;
        let last = (0..self.sentence.phrases.len())
            .filter(|&other| self.sentence.phrases[other].words.start < limit)
            .map(|other| self.who_is(other))
            .rfind(|one| matches!(one, Who::Own | Who::Other));
        // «During his visit, Marek met …»: whoever the clause is about, where the words stand before its subject.
        let known = &self.sentence.phrases[phrase];
        let ahead: Vec<Who> = self.sentence.clauses[known.clause]
            .subject
            .iter()
            .filter(|&&subject| {
                self.sentence.phrases[subject].words.start > limit && known.preposition.is_some()
            })
            .map(|&subject| self.who_is(subject))
            .collect();
        match last {
            Some(one) => one == Who::Own,
            // «A year after his death, Mandela is everywhere»
            None if self.leads_to_own(phrase) => true,
            None if !ahead.is_empty() => ahead.iter().all(|one| *one == Who::Own),
            None => self.last_named_are_own() || self.who.len() > 1 && self.all_named(),
        }
    }
}

/// Who answers for a thing.
fn is_keeper(noun: &str) -> bool {
    matches!(
        noun,
        "owner"
            | "owners"
            | "operator"
            | "operators"
            | "insurer"
            | "insurers"
            | "manager"
            | "managers"
            | "charterer"
    )
}

/// What somebody travels in.
fn is_carriage(noun: &str) -> bool {
    matches!(
        noun,
        "plane"
            | "airplane"
            | "aeroplane"
            | "aircraft"
            | "jet"
            | "airliner"
            | "helicopter"
            | "train"
            | "car"
            | "limousine"
            | "motorcade"
            | "convoy"
            | "flight"
            | "yacht"
            | "boat"
            | "entourage"
    )
}

/// «in a meeting», «during the talks»
fn known_preposition(asked: &WhoIs<'_>, phrase: usize) -> bool {
    asked.sentence.phrases[phrase]
        .preposition
        .is_some_and(|word| {
            matches!(
                asked.scene.words.at(word),
                "in" | "at" | "during" | "on" | "after"
            )
        })
}

fn joined(scene: &Scene<'_>, range: &Range<usize>) -> String {
    let name: Vec<&str> = range
        .clone()
        .map(|word| scene.words.at(word))
        .filter(|word| !matches!(*word, "the"))
        .collect();
    name.join(" ")
}
