//! Who is one with whom, when the whole report is read: the only one hit and the only one with an age.
//!
//! In: everybody told of. Out: whoever must have been hit is said to be. What single sentences say is not its subject.

use super::cast;
use super::cast::Cast;
use super::cast::Member;
use super::nouns;
use super::nouns::Hint;

/// «An officer was shot … Officer Ana Ruiz, 28, joined in 2015»: the one officer hit, and the only one with an age.
pub(super) fn settle_duty(cast: &mut Cast) {
    let duty = |member: &&Member| {
        member.hint == Some(Hint::Duty) && !member.aside && member.count == 1 && !member.many
    };
    let hit: Vec<&Member> = cast
        .all()
        .filter(duty)
        .filter(|member| member.told.harm >= 3 && member.ages.is_empty() && member.name.is_empty())
        .collect();
    let aged: Vec<&Member> = cast
        .all()
        .filter(duty)
        .filter(|member| {
            let told = &member.told;
            !member.ages.is_empty() && !told.speaks && told.accused == 0 && !told.unhurt
        })
        .collect();
    if let ([victim], [one]) = (&hit[..], &aged[..])
        && one.told.harm == 0
        && (victim.sex.is_none() || one.sex.is_none() || victim.sex == one.sex)
    {
        let (first, died) = (one.words.clone(), victim.told.died);
        if died {
            cast.died(&first);
        } else {
            cast.hit(&first);
        }
    }
}

/// One aged person of whom nothing is told, and somebody hit whose age is not: they are one.
pub(super) fn settle(cast: &mut Cast) {
    let aged = |member: &&Member| !member.ages.is_empty() && !member.aside && member.count == 1;
    if cast.all().filter(aged).any(|member| member.told.harm > 0) {
        return;
    }
    let open: Vec<&Member> = cast
        .all()
        .filter(aged)
        .filter(|member| {
            let kin = member.name.is_empty() && member.nouns.iter().any(|noun| nouns::kin(noun));
            member.told.accused == 0 && !kin && !member.told.unhurt && member.told.neutral
        })
        .collect();
    let silent: Vec<&Member> = open
        .iter()
        .copied()
        .filter(|member| !member.told.speaks)
        .collect();
    let ((Some(one), _) | (_, Some(one))) = (only(&open), only(&silent)) else {
        return;
    };
    let fits = cast.all().any(|member| {
        let sexes = member.sex.is_none() || one.sex.is_none() || member.sex == one.sex;
        let names = member.name.is_empty() || one.name.is_empty();
        member.told.harm >= 3
            && alike(member, one)
            && !member.aside
            && !member.many
            && member.count == 1
            && sexes
            && names
    });
    let beside = matches!(one.hint, Some(Hint::Duty | Hint::Beside));
    if fits && !beside {
        let first = one.words.clone();
        cast.hit(&first);
    }
}

/// The only one of a list: a glued caption may tell of one person twice.
fn only<'a>(list: &[&'a Member]) -> Option<&'a Member> {
    let (&first, rest) = list.split_first()?;
    let same = |other: &&Member| {
        let sexes = first.sex.is_none() || other.sex.is_none() || first.sex == other.sex;
        let names = first.name.is_empty() || other.name.is_empty();
        sexes && names && cast::same_age(&first.ages[0], &other.ages[0])
    };
    rest.iter().all(same).then_some(first)
}

/// Whether the nouns told of two may be one's: «a pedestrian was hit» and «the driver, 66,» are two people.
fn alike(one: &Member, other: &Member) -> bool {
    let roles = |member: &Member| -> Vec<String> {
        member
            .nouns
            .iter()
            .filter(|noun| !nouns::general(noun))
            .cloned()
            .collect()
    };
    let (one, other) = (roles(one), roles(other));
    other.is_empty() || one.iter().any(|noun| other.contains(noun))
}
