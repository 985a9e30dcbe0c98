//! Picture captions: known by the credit behind them.

use crate::source::page::phrases::fold;

/// Agencies and marks that stand in picture credits, folded.
const AGENCIES: &[&str] = &[
    "afp",
    "ap",
    "ap photo",
    "reuters",
    "getty",
    "getty images",
    "epa",
    "efe",
    "epa-efe",
    "xinhua",
    "shutterstock",
    "bloomberg",
    "pa",
    "pa wire",
    "pa media",
    "anadolu",
    "anadolu agency",
    "aa",
    "tass",
    "kyodo",
    "yonhap",
    "ani",
    "pti",
    "dpa",
    "upi",
    "alamy",
    "istock",
    "unsplash",
    "wikimedia",
    "wikimedia commons",
    "rex",
    "zuma",
    "nurphoto",
    "imago",
    "belga",
    "ansa",
    "lusa",
];

/// Words that make a bracket a credit.
const CREDITING: &[&str] = &[
    "photo",
    "photos",
    "photograph",
    "image",
    "images",
    "picture",
    "pictures",
    "pool",
    "handout",
    "courtesy",
    "file",
    "via",
    "supplied",
    "screengrab",
    "screenshot",
    "illustration",
];

/// Labels a credit begins with.
const LABELS: &[&str] = &[
    "photograph:",
    "photo:",
    "photos:",
    "picture:",
    "image:",
    "images:",
    "photo by ",
    "photos by ",
    "photograph by ",
    "picture by ",
    "image by ",
    "photo credit:",
    "picture credit:",
    "image credit:",
    "photo courtesy",
    "image courtesy",
    "credit:",
    "photo/",
    "ap photo/",
];

/// Where in `line` a picture credit begins that closes it, in bytes.
pub(super) fn credit(line: &str) -> Option<usize> {
    bracketed(line)
        .or_else(|| labelled(line))
        .or_else(|| slashed(line))
}

/// «… [Name Surname/Pool via AFP]», «… (Photo: AP)», «… (AP Photo/Name)».
fn bracketed(line: &str) -> Option<usize> {
    let closed = line.trim_end_matches(['.', ' ']);
    let open = match closed.chars().next_back()? {
        ')' => '(',
        ']' => '[',
        _ => return None,
    };
    let at = closed.rfind(open)?;
    let inside = fold(&closed[at + 1..closed.len() - 1]);
    let words: Vec<&str> = inside.split([' ', '/', ':', ',', '-']).collect();
    if words.len() > 14 {
        return None;
    }
    let agency = words.iter().any(|word| AGENCIES.contains(word));
    let crediting = words.iter().any(|word| CREDITING.contains(word));
    // «(AP)» closes many a sentence of the running text; a person or a word for pictures beside it makes a credit.
    let named = inside.contains('/') || crediting;
    (named && (agency || crediting)).then_some(at)
}

/// «… Photograph: Name/Agency».
fn labelled(line: &str) -> Option<usize> {
    let lower = line.to_ascii_lowercase();
    let found = LABELS.iter().filter_map(|label| lower.rfind(label));
    found
        .filter(|&at| {
            let before = line[..at].trim_end();
            let starts = before.is_empty()
                || before.ends_with(['.', '!', '?', '|', '"', '”', ')', '—', '–']);
            let credit = &line[at..];
            starts && credit.split_whitespace().count() <= 10
        })
        .min()
}

/// «… Name Surname/Agency», «… / AFP», «… via Getty Images».
fn slashed(line: &str) -> Option<usize> {
    let folded = fold(line);
    let agency = AGENCIES.iter().find(|agency| {
        folded.strip_suffix(**agency).is_some_and(|rest| {
            rest.ends_with('/') || rest.ends_with("/ ") || rest.ends_with("via ")
        })
    })?;
    // The folded agency is ASCII and so as long as in the line itself.
    let mark = line.trim_end().len().checked_sub(agency.len())?;
    let before = line.get(..mark)?;
    // The credit is the last stretch without a sentence end.
    let sentence = before.rfind(['.', '!', '?']).map_or(0, |at| at + 1);
    (sentence > 0 || before.split_whitespace().count() <= 6).then_some(sentence)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn caption(line: &str) -> Option<&str> {
        credit(line).map(|at| line[..at].trim())
    }

    #[test]
    fn a_credit_is_cut_from_its_caption() {
        for line in [
            "The two ministers on the steps. [Ann Other/Pool via AFP]",
            "The two ministers on the steps. (Photo: AP)",
            "The two ministers on the steps. (AP Photo/Ann Other)",
            "The two ministers on the steps. Photograph: Ann Other/Reuters",
            "The two ministers on the steps. Ann Other/Getty Images",
        ] {
            assert_eq!(
                caption(line),
                Some("The two ministers on the steps."),
                "{line}"
            );
        }
    }

    #[test]
    fn running_text_has_no_credit() {
        for line in [
            "The talks went on until midnight (0800 GMT).",
            "The agency said so in the evening (AP).",
            "He looked at the photo: it showed the hall.",
            "They spoke to Reuters",
            "The deal covers gas and/or oil.",
        ] {
            assert_eq!(caption(line), None, "{line}");
        }
    }
}
