//! Figures of a report's own incident that no number tells: those whom one verb strikes, and persons told of one by one.
//!
//! In: the people of a report. Out: how many of them died or were hurt, and how surely they are told apart. Numbers are for
//! [`super::told`].

use super::Figure;
use super::How;
use super::LEAD;
use super::amount;
use crate::eval::people::Blow;
use crate::eval::people::People;
use crate::eval::people::Person;
use crate::eval::people::Role;
use crate::eval::scene::Scene;

/// Whether nobody is said to be hurt but by such words as «wounded», or somebody who was hurt lived.
pub(super) fn outlived(people: &People) -> bool {
    let mut hurt = people
        .persons
        .iter()
        .filter(|person| person.role == Role::Victim && person.alive && person.count == 1)
        .peekable();
    hurt.peek().is_none() || hurt.any(|person| !person.died)
}

/// Somebody was hurt, and nobody died.
pub(super) fn anybody_hurt(people: &People, killed: f64) -> Option<Figure> {
    people
        .persons
        .iter()
        .filter(|_| killed < 1.0)
        .find(|person| {
            person.role == Role::Victim && person.hurt && !person.died && person.count == 1
        })
        .map(|person| Figure {
            words: person.words.clone(),
            count: 1.0,
            how: How::Persons,
        })
}

/// Somebody lived who can be none of the dead: of another sex, or on duty where the dead were not;
/// and nobody else did.
pub(super) fn anybody_else_hurt(people: &People) -> Option<Figure> {
    let dead: Vec<&Person> = people
        .persons
        .iter()
        .filter(|person| person.role == Role::Victim && person.died)
        .collect();
    let other = |person: &Person| {
        dead.iter().all(|dead| {
            let sexes = person.male.is_some() && dead.male.is_some() && person.male != dead.male;
            sexes || person.duty && !dead.duty
        })
    };
    let mut lived = people
        .persons
        .iter()
        .filter(|person| person.role == Role::Victim && person.hurt && !person.died);
    let one = lived.next().filter(|_| lived.next().is_none())?;
    let sure = one.alive && !one.blamed && one.count == 1 && !dead.is_empty() && other(one);
    sure.then(|| Figure {
        words: one.words.clone(),
        count: 1.0,
        how: How::Lone,
    })
}

pub(super) fn anybody_dead(people: &People) -> Option<Figure> {
    people
        .persons
        .iter()
        .find(|person| person.role == Role::Victim && person.died && person.count == 1)
        .map(|person| Figure {
            words: person.words.clone(),
            count: 1.0,
            how: How::Persons,
        })
}

/// Several dead whom the report tells of in one breath («killed his wife and two children»), or each by name and age.
pub(super) fn dead(scene: &Scene<'_>, people: &People) -> Option<Figure> {
    let named: Vec<&Person> = people
        .persons
        .iter()
        .filter(|person| full(person) && person.died && (person.own || !person.accused))
        .collect();
    let blow = people
        .blows
        .iter()
        .filter(|blow| blow.killed && blow.sentence < LEAD + 2)
        .max_by_key(|blow| (blow.count, std::cmp::Reverse(blow.words.start)));
    let by_blow = blow.map_or(0, |blow| blow.count);
    // «… before he killed himself»: who did it is one more.
    let of_own = |person: &&Person| {
        person.own && person.died && person.blamed && person.role == Role::Victim
    };
    let own = people
        .persons
        .iter()
        .find(|person| of_own(person))
        // «A husband and wife were found dead»: he is among them already.
        .filter(|own| !blow.is_some_and(|blow| holds(scene, people, blow, own)));
    let others = named.iter().filter(|person| !of_own(person)).count();
    let others = others.max(if own.is_some() {
        by_blow.max(1)
    } else {
        by_blow
    });
    let count = (others + usize::from(own.is_some())).max(with_also(people, named.len(), by_blow));
    let somebody = people
        .persons
        .iter()
        .any(|person| person.died && person.role == Role::Victim && !person.own);
    if count < 2 || !somebody {
        return None;
    }
    let (words, how) = match (blow, named.first()) {
        (Some(blow), _) if by_blow >= named.len() => (blow.words.clone(), How::Struck),
        (_, Some(first)) => (first.words.clone(), apart(scene, &named)),
        // «shot his wife and then himself. Both died.»
        (_, None) => (own?.words.clone(), How::Struck),
    };
    Some(Figure {
        words,
        count: amount(count),
        how,
    })
}

/// «An officer was killed by a man who was also killed»: the dead, and those who died as well. Where several are told by name
/// and age, they are counted already.
fn with_also(people: &People, named: usize, struck: usize) -> usize {
    let dead = |also: bool| {
        people.persons.iter().filter(move |person| {
            person.role == Role::Victim
                && person.died
                && person.count == 1
                && person.also == also
                && !(also && full(person))
        })
    };
    let also = dead(true).count();
    if also == 0 || named > 1 || dead(false).count() == 0 {
        return 0;
    }
    struck.max(1) + also
}

/// Whether those whom a verb strikes without anybody who does it may be or hold `own`.
fn holds(scene: &Scene<'_>, people: &People, blow: &Blow, own: &Person) -> bool {
    let words = scene.words;
    let before = words.near(blow.words.start, -1);
    // «shot to death four of his children», «shot herself and her two sons»
    let besides =
        before == "and" && matches!(words.near(blow.words.start, -2), "himself" | "herself");
    let active = crate::eval::people::is_harm(before)
        || matches!(before, "dead" | "death" | "his")
        || besides;
    let named = own
        .name
        .last()
        .is_some_and(|family| blow.words.clone().any(|at| words.at(at) == family));
    named && blow.count > 1
        || !active
            && blow.count > 1
            && people.persons.iter().any(|person| {
                let inside = blow.words.contains(&person.words.start);
                let sexes = person.male.is_none() || own.male.is_none() || person.male == own.male;
                inside && sexes
            })
}

/// The last sentence of a lead: headline and two sentences.
pub(super) const OPENING: usize = 2;

/// How surely persons are told apart: in one sentence of the lead, or there as «another», «a second victim». A report that
/// knows of several says in its lead who or how many they are; who turns up further down may be one of those.
fn apart(scene: &Scene<'_>, persons: &[&Person]) -> How {
    let mut order: Vec<&Person> = persons.to_vec();
    order.sort_by_key(|person| person.words.start);
    let sentence = |person: &Person| scene.sentence_of(person.words.start);
    let one = order
        .windows(2)
        .all(|pair| sentence(pair[0]) == sentence(pair[1]));
    let lead = order.iter().all(|person| sentence(person) <= OPENING);
    if lead && (one || order.iter().skip(1).all(|person| person.other)) {
        How::Listed
    } else {
        How::Persons
    }
}

/// Whether somebody is told by name and age, so that nobody else told of can be the same.
fn full(person: &Person) -> bool {
    person.role == Role::Victim
        && person.count == 1
        && person.name.len() > 1
        && !person.ages.is_empty()
}

/// Those who were hurt and did not die, told of in one breath, or each by age.
pub(super) fn hurt(scene: &Scene<'_>, people: &People, killed: f64) -> Option<Figure> {
    let dead: Vec<&Person> = people
        .persons
        .iter()
        .filter(|person| person.role == Role::Victim && person.died && person.count == 1)
        .collect();
    let aged = |person: &&Person| !person.ages.is_empty();
    let named = |person: &&Person| person.name.len() > 1;
    // Where every dead is told of by age, somebody of another age who was shot lived.
    let accounted = amount(dead.iter().filter(|person| aged(person)).count()) >= killed;
    let lived = |person: &&Person| {
        !person.died && (person.alive || killed < 1.0 || accounted && person.hurt)
    };
    let struck = || {
        people
            .persons
            .iter()
            .filter(|person| person.role == Role::Victim && person.count == 1)
            .filter(lived)
    };
    // A name alone tells somebody apart only where all others have names: else he may be «a 34-year-old man».
    let all_named = struck()
        .chain(dead.iter().copied())
        .filter(|person| aged(person) || person.other)
        .all(|person| named(&person));
    let hurt: Vec<&Person> = struck()
        .filter(|person| {
            let by_name =
                all_named && named(person) && person.known && !person.blamed && person.hurt;
            // «another was wounded», and later «a 15-year-old was hit»: one and the same.
            let later = || {
                struck().any(|aged| !aged.ages.is_empty() && aged.words.start > person.words.end)
            };
            aged(person) || person.alive && (person.other && !later() || by_name)
        })
        .collect();
    // «A passenger died. Both drivers were seriously injured.» Of «both men» one may have died.
    let lived = |blow: &Blow| {
        let noun = scene.words.at(blow.words.end - 1);
        blow.count > 1
            && !crate::eval::people::is_anybody(noun)
            && people.persons.iter().any(|person| {
                blow.words.contains(&person.words.start)
                    && person.alive
                    && !person.died
                    && person.count == blow.count
            })
    };
    let blow = people
        .blows
        .iter()
        .filter(|blow| !blow.killed && (killed < 1.0 || lived(blow)) && blow.sentence < LEAD + 2)
        .max_by_key(|blow| (blow.count, std::cmp::Reverse(blow.words.start)));
    let by_blow = blow.map_or(0, |blow| blow.count);
    let (words, how) = match blow {
        Some(blow) if by_blow >= hurt.len() => (blow.words.clone(), How::Struck),
        _ => (hurt.first()?.words.clone(), apart(scene, &hurt)),
    };
    // A child, and two firefighters besides.
    let besides = blow.filter(|blow| blow.duty && hurt.iter().all(|person| !person.duty));
    let count = besides.map_or_else(|| hurt.len().max(by_blow), |_| hurt.len() + by_blow);
    // A woman, and «the man in the car», who is nobody told of before.
    let only = |male: bool| hurt.iter().all(|person| person.male == Some(male));
    let another = people.persons.iter().filter(|person| {
        person.role == Role::Victim
            && person.count == 1
            && person.hurt
            && !person.died
            && !person.blamed
            && person.known
            && person.male.is_some_and(|male| only(!male))
    });
    let more = usize::from(count == hurt.len() && count > 0 && another.count() > 0);
    Some(Figure {
        words,
        count: amount(count + more),
        how,
    })
}
