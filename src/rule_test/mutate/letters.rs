//! A name one letter off.
//!
//! In: a name as it stands. Out: misspellings of it that are nobody's right name.

use crate::rule::Story;

/// The longest word of a name: the one that a slip is least likely to make another's.
fn longest(words: &str) -> Option<(usize, &str)> {
    let mut from = 0;
    let mut best: Option<(usize, &str)> = None;
    for word in words.split([' ', '-']) {
        let at = from;
        from += word.len() + 1;
        let word = word.trim_end_matches("'s").trim_end_matches("’s");
        let letters = word.chars().count();
        if letters >= 2
            && word.starts_with(char::is_uppercase)
            && best.is_none_or(|(_, best)| letters > best.chars().count())
        {
            best = Some((at, word));
        }
    }
    best
}

fn other_vowel(c: char) -> Option<char> {
    Some(match c {
        'e' | 'y' => 'i',
        'a' | 'i' => 'e',
        'o' => 'a',
        'u' => 'o',
        _ => return None,
    })
}

/// Slips in one word: another vowel, a letter doubled, one left out, two changed round.
fn slips(word: &str) -> Vec<String> {
    let letters: Vec<char> = word.chars().collect();
    let last = letters.len() - 1;
    let built = |letters: &[char]| letters.iter().collect::<String>();
    let mut made = Vec::new();
    if let Some((at, vowel)) = letters
        .iter()
        .enumerate()
        .skip(1)
        .rev()
        .find_map(|(at, &c)| Some((at, other_vowel(c)?)))
    {
        let mut other = letters.clone();
        other[at] = vowel;
        made.push(built(&other));
    }
    if last >= 3 {
        let mut other = letters.clone();
        other.insert(2, letters[2]);
        made.push(built(&other));
        let mut other = letters.clone();
        other.remove(last - 1);
        made.push(built(&other));
        if letters[last - 1] != letters[last - 2] {
            let mut other = letters.clone();
            other.swap(last - 1, last - 2);
            made.push(built(&other));
        }
    } else {
        let mut other = letters.clone();
        other.insert(last, letters[last]);
        made.push(built(&other));
        let mut other = letters.clone();
        other.push('h');
        made.push(built(&other));
    }
    made
}

/// The name with one letter off.
pub(super) fn one_off(words: &str, story: &Story) -> Vec<String> {
    let Some((at, word)) = longest(words) else {
        return Vec::new();
    };
    let is_a_name = |made: &str| {
        story.entities.iter().any(|entity| {
            std::iter::once(&entity.name)
                .chain(&entity.also)
                .chain(&entity.style)
                .any(|name| name.split([' ', '-']).any(|part| part == made))
        })
    };
    let mut made: Vec<String> = Vec::new();
    for slip in slips(word) {
        let whole = format!("{}{slip}{}", &words[..at], &words[at + word.len()..]);
        if !is_a_name(&slip) && slip != word && !made.contains(&whole) {
            made.push(whole);
        }
    }
    made
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_in_the_longest_word_and_all_different() {
        assert_eq!(
            slips("Blinken"),
            ["Blinkin", "Bliinken", "Blinkn", "Blinekn"]
        );
        assert_eq!(longest("Qin Gang's"), Some((4, "Gang")));
    }
}
