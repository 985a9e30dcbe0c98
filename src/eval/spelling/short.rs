//! Slips in short parts of names: «Kim Jong Eun».
//!
//! In: a part of a name, and how it is written. Out: whether it is the same part with a slip. Short parts that differ in a letter are
//! often two people's («Hua», «Hui»), so only a sound, a letter too many or too few, or two that changed places make a slip.

use super::sound::sound;

/// Whether `written` is `right` with a slip in it.
pub(super) fn is_slip(right: &str, written: &str) -> bool {
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
