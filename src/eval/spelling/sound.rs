//! How names sound, and how alike two are.
//!
//! In: folded names. Out: letters by sound, and a likeness from 0 to 1. Whose name it is, [`super`] tells.

/// How alike two folded names are, 0 to 1: by letters or by sound, whichever is more.
pub(super) fn alike(one: &str, other: &str) -> f64 {
    let letters = strsim::normalized_damerau_levenshtein(one, other);
    let sounds = strsim::normalized_damerau_levenshtein(&sound(one), &sound(other));
    letters.max(sounds - 0.05)
}

pub(super) fn same_initial(one: &str, other: &str) -> bool {
    sound(one).chars().next() == sound(other).chars().next()
}

/// Spellings of one sound.
const PAIRS: &[(&str, &str)] = &[
    ("tch", "c"),
    ("sch", "s"),
    ("ch", "c"),
    ("sh", "s"),
    ("zh", "c"),
    ("ph", "f"),
    ("th", "t"),
    ("kh", "k"),
    ("gh", "g"),
    ("hs", "s"),
    ("ts", "s"),
    ("tz", "s"),
    ("ck", "k"),
    ("ou", "u"),
    ("oo", "u"),
    ("ee", "i"),
    ("ie", "i"),
    ("ei", "i"),
    ("ey", "i"),
    ("q", "c"),
    ("j", "c"),
    ("x", "s"),
    ("z", "s"),
    ("g", "k"),
    ("b", "p"),
    ("d", "t"),
    ("v", "f"),
    ("w", "f"),
    ("y", "i"),
    ("h", ""),
];

/// Letters by sound, across romanisations: pinyin, Wade-Giles, and what English ears make of either.
pub(in crate::eval) fn sound(name: &str) -> String {
    let mut out = String::new();
    let mut rest = name;
    while let Some(c) = rest.chars().next() {
        let (plain, used) = PAIRS
            .iter()
            .find(|(from, _)| rest.starts_with(from))
            .map_or((None, c.len_utf8()), |(from, to)| (Some(*to), from.len()));
        match plain {
            Some(plain) => out.push_str(plain),
            None => out.push(c),
        }
        rest = &rest[used..];
    }
    let mut chars: Vec<char> = out.chars().collect();
    chars.dedup();
    chars.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How often a pair of one name is more alike than a pair of two, over all such pairs.
    fn told_apart(alike: &dyn Fn(&str, &str) -> f64) -> f64 {
        let (mut ones, mut twos) = (Vec::new(), Vec::new());
        for row in include_str!("../../../tests/names/pairs.csv")
            .lines()
            .skip(1)
        {
            let mut cells = row.split(',');
            let (right, written) = (cells.next().expect("a name"), cells.next().expect("a name"));
            let list = if cells.next() == Some("other") {
                &mut twos
            } else {
                &mut ones
            };
            list.push(alike(right, written));
        }
        let (mut won, mut all) = (0.0, 0.0);
        for one in &ones {
            for two in &twos {
                all += 1.0;
                won += if one > two {
                    1.0
                } else if one < two {
                    0.0
                } else {
                    0.5
                };
            }
        }
        won / all
    }

    #[test]
    fn names_are_told_apart_better_by_sound_and_letters_than_by_letters() {
        let letters = told_apart(&strsim::normalized_damerau_levenshtein);
        let both = told_apart(&alike);
        assert!(letters < 0.71, "{letters}");
        assert!(both > 0.79, "{both}");
    }
}
