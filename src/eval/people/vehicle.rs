//! Who drove what: «a van driven by a 61-year-old man», «the driver of the van», «the Camry's driver».
//!
//! In: phrases in their sentences. Out: the words of the vehicle that somebody drove, and whom «the driver» takes up. What
//! befell them is not its subject.

use super::cast::Cast;
use super::cast::Member;
use super::phrase::Phrase;
use super::phrase::Shape;
use super::reader::Reader;
use super::verbs;
use crate::eval::words::Gap;
use crate::lex::wordtable::Table;
use crate::lex::wordtable::table;

/// Kinds of vehicles.
static VEHICLES: &Table = table![
    "car van truck pickup suv motorcycle motorbike bus sedan vehicle bike bicycle tractor semi minivan atv utv jeep boat \
     train trailer scooter moped lorry taxi cab coupe hatchback wagon ambulance cruiser snowmobile camper tanker rig \
     wheeler automobile cycle combine limousine rv tram"
];

/// Whether a word is a kind of vehicle.
pub(super) fn is(word: &str) -> bool {
    VEHICLES.has(word)
}

/// What somebody does on the road.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Driver,
    Rider,
    Passenger,
    Pedestrian,
}

fn part(noun: &str) -> Option<Part> {
    Some(match noun {
        "driver" | "motorist" | "trucker" => Part::Driver,
        "rider" | "motorcyclist" | "cyclist" | "bicyclist" => Part::Rider,
        "passenger" => Part::Passenger,
        "pedestrian" | "jogger" => Part::Pedestrian,
        _ => return None,
    })
}

/// Whether a noun is of what somebody does on the road.
pub(super) fn is_part(noun: &str) -> bool {
    part(noun).is_some()
}

/// Whether a phrase tells of another part or another kind of vehicle than what is told of somebody: «the passenger» is nobody
/// who drove, «the man driving the van» nobody who rode a motorcycle.
pub(super) fn other_part(member: &Member, phrase: &Phrase, noun: &str) -> bool {
    let kind = |vehicle: &[String]| vehicle.iter().any(|word| is(word));
    if kind(&member.vehicle) && kind(&phrase.vehicle) && !shares(&member.vehicle, &phrase.vehicle) {
        return true;
    }
    let Some(asked) = part(noun) else {
        return false;
    };
    let drove = !member.vehicle.is_empty() && matches!(asked, Part::Passenger | Part::Pedestrian);
    let known: Vec<Part> = member.nouns.iter().filter_map(|noun| part(noun)).collect();
    drove || !known.is_empty() && !known.contains(&asked)
}

impl Reader<'_> {
    /// The words of the vehicle that whoever a phrase means drove; empty where none is told.
    pub(super) fn vehicle(&self, phrase: &Phrase) -> Vec<String> {
        if phrase.shape != Shape::Full || phrase.plural {
            return Vec::new();
        }
        let words = self.finder.scene.words;
        let start = phrase.words.start;
        let driven = matches!(
            words.near(start, -2),
            "driven" | "ridden" | "operated" | "piloted"
        );
        if words.near(start, -1) == "by" && driven && start > 2 {
            return self.thing_before(start - 2);
        }
        let noun = phrase.noun.as_deref();
        let drives = noun.and_then(part);
        if matches!(drives, Some(Part::Driver | Part::Rider)) {
            let at = phrase.words.end;
            let of = (phrase.words.start..=at).find(|&i| self.at(i) == "of" && self.close(i));
            if let Some(of) = of {
                return self.thing_behind(of + 1);
            }
            // «the van's driver»
            if words.near(start, -1) == "s" && start > 1 && self.gap(start - 1) == Gap::Apostrophe {
                return self.thing_before(start - 1);
            }
            // «the truck driver»
            let own: Vec<String> = phrase
                .words
                .clone()
                .filter(|&i| is(self.at(i)))
                .map(|i| self.at(i).to_owned())
                .collect();
            if !own.is_empty() {
                return own;
            }
            return match noun {
                Some("motorcyclist") => vec!["motorcycle".to_owned()],
                Some("cyclist" | "bicyclist") => vec!["bicycle".to_owned(), "bike".to_owned()],
                _ => Vec::new(),
            };
        }
        // «Ana Ruiz, 34, was driving a Toyota Camry», «a man riding a motorcycle»
        let from = phrase.words.end;
        let verb = (from..from + 3)
            .take_while(|&i| self.gap(i) < Gap::Break)
            .find(|&i| !matches!(self.at(i), "who" | "was" | "had" | "been" | "is"));
        match verb {
            Some(verb) if matches!(self.at(verb), "driving" | "riding" | "operating" | "drove") => {
                self.thing_behind(verb + 1)
            }
            _ => Vec::new(),
        }
    }

    /// The words of a vehicle that end before `to`: «a 2009 Toyota Camry, driven by».
    fn thing_before(&self, to: usize) -> Vec<String> {
        let words = self.finder.scene.words;
        let named = |at: usize| words.get(at).is_some_and(|word| word.capital);
        (1..=5)
            .take_while(|&k| to >= k)
            .map(|k| to - k)
            .take_while(|&at| {
                let close = at + 1 == to || words.gap(at + 1) <= Gap::Hyphen;
                close && (is(words.at(at)) || named(at) && !verbs::joint(words.at(at)))
            })
            .map(|at| words.at(at).to_owned())
            .collect()
    }

    /// The words of a vehicle behind an article: «the other 2009 Toyota Camry».
    fn thing_behind(&self, from: usize) -> Vec<String> {
        let article = matches!(
            self.at(from),
            "a" | "an" | "the" | "his" | "her" | "their" | "that" | "one" | "another"
        );
        if !article {
            return Vec::new();
        }
        let end = (from + 1..from + 7)
            .find(|&i| {
                let word = self.at(i);
                !self.close(i)
                    || verbs::preposition(word)
                    || verbs::be(word)
                    || verbs::joint(word)
                    || verbs::befalls(word)
            })
            .unwrap_or(from + 7);
        (from + 1..end)
            .filter(|&i| is(self.at(i)) || self.capital(i))
            .map(|i| self.at(i).to_owned())
            .collect()
    }
}

/// Whether the words of two vehicles may be one's: they share a word.
fn shares(one: &[String], other: &[String]) -> bool {
    one.iter().any(|word| other.contains(word))
}

/// Whom a noun for who drove takes up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Drove {
    /// Nobody is told to have driven, or the noun asks for none of them.
    Unasked,
    /// None of them, or any.
    Nobody,
    One(usize),
}

impl Cast {
    /// Everybody who is told to have driven something.
    fn drivers(&self) -> Vec<usize> {
        let mut drivers = self.latest();
        drivers.retain(|&who| {
            let member = self.member(who);
            !member.vehicle.is_empty() && !member.aside
        });
        drivers
    }

    /// Whom «the driver of the van» takes up, of those told to have driven.
    pub(super) fn by_vehicle(&self, phrase: &Phrase) -> Drove {
        let asked = phrase.noun.as_deref().and_then(part);
        if !matches!(asked, Some(Part::Driver | Part::Rider))
            || !phrase.name.is_empty()
            || phrase.article
        {
            return Drove::Unasked;
        }
        let drivers = self.drivers();
        let fits = |who: &usize| {
            let member = self.member(*who);
            (member.sex.is_none() || phrase.sex.is_none() || member.sex == phrase.sex)
                && (member.ages.is_empty() || phrase.ages.is_empty())
        };
        if drivers.is_empty() || phrase.vehicle.is_empty() && !phrase.definite {
            return Drove::Unasked;
        }
        let one_of = |drivers: &[usize]| match *drivers {
            [one] if fits(&one) => Drove::One(one),
            _ => Drove::Nobody,
        };
        if phrase.vehicle.is_empty() {
            return one_of(&drivers);
        }
        let same: Vec<usize> = drivers
            .iter()
            .copied()
            .filter(|&who| shares(&self.member(who).vehicle, &phrase.vehicle))
            .collect();
        if same.len() == 1 {
            return one_of(&same);
        }
        // «A Honda driven by … The driver of the car»: of the others a kind is told.
        let any = phrase
            .vehicle
            .iter()
            .all(|word| matches!(word.as_str(), "car" | "vehicle" | "sedan"));
        let unkind: Vec<usize> = drivers
            .into_iter()
            .filter(|&who| any && !self.member(who).vehicle.iter().any(|word| is(word)))
            .collect();
        if same.is_empty() {
            one_of(&unkind)
        } else {
            Drove::Nobody
        }
    }

    /// «Both drivers», where as many are told to have driven.
    pub(super) fn all_drivers(&self, phrase: &Phrase) -> Option<Vec<usize>> {
        let asked = phrase.noun.as_deref() == Some("drivers");
        let mut drivers = self.drivers();
        drivers.sort_unstable();
        let fits = asked && phrase.definite && drivers.len() > 1;
        (fits && phrase.count.is_none_or(|count| count == drivers.len())).then_some(drivers)
    }
}
