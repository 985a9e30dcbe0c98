//! Whether two names may be one person's.
//!
//! In: two names as they are told. Out: yes or no. Who else is told of is not its subject.

use super::phrase::suffix;

/// «Hope» and «Sammy Hope»; «Sammy Hope Sr.» and «Sammy Hope Jr.» are two.
pub(super) fn named_alike(known: &[String], told: &[String]) -> bool {
    let split = |name: &[String]| -> (Vec<String>, Option<String>) {
        let tail = name.iter().find(|word| suffix(word)).cloned();
        let rest = name.iter().filter(|word| !suffix(word)).cloned().collect();
        (rest, tail)
    };
    let ((known, old), (told, new)) = (split(known), split(told));
    if known.is_empty() || told.is_empty() || (old.is_some() && new.is_some() && old != new) {
        return false;
    }
    let first_alone = told.len() == 1 && known.first() == told.first();
    if first_alone {
        return true;
    }
    if known.last() != told.last() && !spelt_alike(&known, &told) {
        return false;
    }
    known.len() == 1 || told.len() == 1 || known.first() == told.first()
}

/// «Kameisha Mills» and «Kamesha Mills», «Ana Pikes» and «Ana Pike»: one slip in a full name.
fn spelt_alike(one: &[String], other: &[String]) -> bool {
    let alike =
        |a: &str, b: &str| a == b || (a.len() > 3 && b.len() > 3 && a.get(..3) == b.get(..3));
    one.len() == other.len()
        && one.len() > 1
        && one.iter().zip(other).all(|(a, b)| alike(a, b))
        && one.iter().zip(other).filter(|(a, b)| a != b).count() <= 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn alike(one: &str, other: &str) -> bool {
        let words = |name: &str| -> Vec<String> { name.split(' ').map(str::to_owned).collect() };
        named_alike(&words(one), &words(other))
    }

    #[test]
    fn a_family_name_stands_for_the_whole_name() {
        assert!(alike("owen tarr", "tarr"));
        assert!(alike("owen james tarr", "owen tarr"));
    }

    #[test]
    fn kin_are_told_apart() {
        assert!(!alike("owen tarr", "mary tarr"));
        assert!(!alike("owen tarr sr", "owen tarr jr"));
    }

    #[test]
    fn one_slip_in_a_full_name_is_forgiven() {
        assert!(alike("owen pikes", "owen pike"));
        assert!(!alike("owen pike", "owen marsh"));
    }
}
