//! Slips in names of three parts, family first: «Kim Jong Eun».
//!
//! In: three capitalised words in a row. Out: the person whose name they are, with one given part written wrongly. Short
//! parts that differ in a letter are often two people's («Hua», «Hui»), so only a sound, a letter too many or too few, or
//! two that changed places make a slip. Other names are for [`super::spelling`].

use super::names::Names;
use super::person;
use super::spelling::sound::sound;
use super::words::Gap;
use super::words::Words;

/// The person of `names` whose three parts stand at `at`, one of them misspelt. `near` says whether the source also tells
/// of that person otherwise.
pub(crate) fn find(
    names: &Names,
    words: &Words,
    at: usize,
    near: &dyn Fn(usize) -> bool,
) -> Option<usize> {
    let sentence = words.get(at)?.sentence;
    let row = (at..at + 3).all(|i| {
        words.get(i).is_some_and(|word| {
            word.capital && word.sentence == sentence && (i == at || word.gap == Gap::Space)
        }) && !person::is_title(words.at(i))
    });
    // «Kim Jong Eun Smith» is somebody else.
    let longer = words
        .get(at + 3)
        .is_some_and(|word| word.capital && word.gap == Gap::Space && word.sentence == sentence);
    if !row || longer {
        return None;
    }
    let (one, two) = (words.at(at + 1), words.at(at + 2));
    (0..names.len()).find(|&index| {
        names.person(index).is_some_and(|person| {
            let [first, second] = person.given.as_slice() else {
                return false;
            };
            person.family_first
                && person.family == words.at(at)
                && (one == first && is_slip(second, two) || two == second && is_slip(first, one))
                && near(index)
        })
    })
}

fn is_slip(right: &str, written: &str) -> bool {
    let letters = |name: &str| {
        let mut letters: Vec<char> = name.chars().collect();
        letters.sort_unstable();
        letters
    };
    // «Jae» and «Ae», «Min» and «Mi» are two names: no consonant may come or go.
    let bones = |name: &str| -> String {
        name.chars()
            .filter(|letter| !matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u' | 'h'))
            .collect()
    };
    right != written
        && bones(right) == bones(written)
        && (sound(right) == sound(written)
            || strsim::osa_distance(right, written) == 1
                && (right.len() != written.len() || letters(right) == letters(written)))
}

#[cfg(test)]
mod tests {
    use super::is_slip;

    #[test]
    fn a_letter_more_is_a_slip_and_another_letter_another_name() {
        for (right, written) in [
            ("un", "eun"),
            ("un", "uhn"),
            ("jae", "jea"),
            ("yeol", "yeoul"),
        ] {
            assert!(is_slip(right, written), "{written}");
        }
        for (right, written) in [
            ("hua", "hui"),
            ("un", "il"),
            ("sung", "song"),
            ("min", "jin"),
        ] {
            assert!(!is_slip(right, written), "{written}");
        }
    }
}
