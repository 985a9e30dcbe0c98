//! The stock phrases of news pages: buttons, forms, credits; what else a line may be is asked of `links`, `correction`, `dateline`.
//!
//! In: a line, folded. Out: what its words alone make of it. Where a line stands is weighed elsewhere.

use crate::source::page::correction;
use crate::source::page::dateline;
use crate::source::page::links;

/// A line in lower case, with plain quotation marks, single spaces and no bullet or markup in front.
pub(super) fn fold(line: &str) -> String {
    let mut folded = String::with_capacity(line.len());
    let line =
        line.trim_start_matches(['*', '•', '#', '>', '_', '-', '–', '—', '·', ' ', '\u{a0}']);
    for c in line.chars() {
        match c {
            c if c.is_ascii_graphic() => folded.push(c.to_ascii_lowercase()),
            '’' | '‘' => folded.push('\''),
            '“' | '”' => folded.push('"'),
            c if c.is_whitespace() => {
                if !folded.ends_with(' ') {
                    folded.push(' ');
                }
            }
            '\u{200b}' | '\u{200c}' | '\u{200d}' | '\u{feff}' => {}
            c => folded.extend(c.to_lowercase()),
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

/// A furniture line is seldom longer; a longer one that begins alike is somebody's sentence. Unit: words.
const LONGEST: usize = 24;

/// Lines that are nothing but these words, a colon or dots behind them apart.
const WHOLE: &[&str] = &[
    "advertisement",
    "advertisements",
    "ad",
    "sponsored",
    "promoted",
    "share",
    "share this",
    "share this article",
    "share this story",
    "tweet",
    "tweet this",
    "pin it",
    "print",
    "email",
    "copy link",
    "link copied",
    "save",
    "bookmark",
    "comment",
    "menu",
    "search",
    "home",
    "close",
    "open",
    "more",
    "next",
    "previous",
    "read more",
    "read full story",
    "full story",
    "show more",
    "load more",
    "see more",
    "view more",
    "view all",
    "source link",
    "via",
    "top story",
    "breaking news",
    "breaking",
    "exclusive",
    "listen",
    "listen to this article",
    "watch",
    "watch live",
    "live",
    "video",
    "gallery",
    "photos",
    "in pictures",
    "facebook",
    "twitter",
    "x",
    "whatsapp",
    "linkedin",
    "reddit",
    "telegram",
    "instagram",
    "pinterest",
    "messenger",
    "start reading",
    "one app",
    "one membership",
    "subscribe",
    "subscribe now",
    "sign in",
    "sign up",
    "sign up now",
    "log in",
    "register",
    "donate",
    "support us",
    "contact us",
    "about us",
    "privacy",
    "privacy policy",
    "terms",
    "terms of use",
    "terms of service",
    "cookie policy",
    "cookie settings",
    "accept",
    "accept all",
    "reject all",
    "manage preferences",
    "newsletter",
    "newsletters",
    "get the app",
    "download the app",
    "follow",
    "follow us",
    "back to top",
    "scroll to top",
    "skip to content",
    "skip to main content",
    "skip advertisement",
    "story continues below",
    "article continues below",
    "continue reading",
    "hide caption",
    "show caption",
    "toggle caption",
    "enlarge this image",
    "expand",
    "editor's pick",
    "opinion",
    "analysis",
    "world",
    "world news",
    "politics",
    "business",
    "national",
    "local",
    "local news",
    "health",
    "sport",
    "sports",
    "tags",
    "topics",
    "filed under",
    "all rights reserved",
    "staff writer",
    "staff",
    "staff report",
    "staff reporter",
    "published",
    "updated",
    "ends",
    "fourteen days free",
    "loading",
];

/// Lines that begin with these words.
const BEGINS: &[&str] = &[
    "your email address will not",
    "required fields are",
    "save my name",
    "notify me of",
    "sign up to",
    "sign up for",
    "sign up here",
    "sign in to",
    "log in to",
    "subscribe to",
    "subscribe for",
    "subscribe today",
    "already a member",
    "already a subscriber",
    "already subscribed",
    "already have an account",
    "not a member",
    "not a subscriber",
    "become a member",
    "create a free account",
    "create an account",
    "start your free",
    "get all your news",
    "get the latest",
    "get our",
    "get breaking news",
    "get unlimited",
    "read news from",
    "one subscription",
    "one app",
    "one membership",
    "download the app",
    "download our app",
    "download the free",
    "get the app",
    "follow us",
    "follow our",
    "find us on",
    "like us on",
    "like our page",
    "join us on",
    "join our",
    "share this",
    "share on",
    "share via",
    "share to",
    "click here",
    "click to",
    "tap here",
    "tap to",
    "back to top",
    "we use cookies",
    "this site uses cookies",
    "this website uses cookies",
    "by continuing to",
    "by using this site",
    "by clicking",
    "by signing up",
    "by subscribing",
    "copyright ©",
    "copyright (c)",
    "copyright 20",
    "(c) 20",
    "©",
    "all rights reserved",
    "advertisement -",
    "story continues",
    "article continues",
    "continue reading",
    "check out the latest",
    "check out our",
    "check out more",
    "stay updated",
    "stay up to date",
    "stay informed",
    "stay connected",
    "stay tuned",
    "keep up with",
    "don't miss our",
    "never miss",
    "this article is more than",
    "this story is more than",
    "this article originally appeared",
    "this article was originally published",
    "this story was originally published",
    "this article first appeared",
    "this story first appeared",
    "this post appeared first",
    "originally published",
    "view comments",
    "show comments",
    "read the full",
    "read full",
    "read the original",
    "read next",
    "read also",
    "also read",
    "read our",
    "read more about",
    "read more on",
    "read more from",
    "read more at",
    "read more here",
    "read more stories",
    "see also",
    "see more",
    "more about",
    "watch now",
    "watch the video",
    "watch live",
    "must watch",
    "now playing",
    "listen to this",
    "listen now",
    "support our",
    "support quality",
    "support independent",
    "if you like",
    "if you enjoyed",
    "if you found this",
    "thank you for reading",
    "thanks for reading",
    "do you have a story",
    "have a story",
    "got a tip",
    "got a story",
    "send us",
    "email us",
    "for more news",
    "for more stories",
    "for more on",
    "for the latest",
    "visit our",
    "please enable javascript",
    "please log in",
    "please sign in",
    "image source",
    "image caption",
    "photo credit",
    "picture credit",
    "image credit",
    "video credit",
    "est. reading time",
    "estimated reading",
    "reading time",
    "last updated",
    "last modified",
    "minutes read",
    "tags:",
    "topics:",
    "filed under",
    "posted in",
    "posted by",
    "posted on",
    "categories:",
    "category:",
    "about the author",
    "about the writer",
    "powered by",
    "100+ trusted",
    "more:",
    "related:",
    "read:",
    "watch:",
    "read more:",
    "see:",
    "listen:",
    "video:",
    "photos:",
    "gallery:",
    "in pictures:",
    "recommended:",
    "opinion:",
    "explainer:",
    "also:",
    "trending:",
    "share:",
    "follow:",
    "source:",
    "sources:",
    "reporting by",
    "editing by",
    "writing by",
    "additional reporting",
    "with additional reporting",
    "with reporting by",
    "with inputs from",
    "(with inputs from",
    "(reporting by",
    "compiled by",
    "with files from",
];

/// Words in a line that make it a credit or a link.
const ENDS: &[&str] = &[
    " read more",
    " min read",
    " minute read",
    " minutes read",
    " contributed to this report",
    " contributed to this article",
    " contributed to this story",
    " contributed reporting",
    " all rights reserved",
];

/// What a line's own words make of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Says {
    /// Nothing special.
    Prose,
    /// A button, link, credit, form or footer.
    Furniture,
    /// The heading of a list of links.
    Related,
    /// The page's report has ended.
    Closing,
    /// A correction note.
    Correction,
    /// The heading of one; the next paragraph is it.
    CorrectionHeading,
}

/// What a folded line of `words` words says of itself.
pub(super) fn says(folded: &str, words: usize) -> Says {
    let bare = folded.trim_end_matches([':', '.', '…', '!', '?', '*', '»', '→', '>', '|', ' ']);
    if correction::is_heading(bare) {
        return Says::CorrectionHeading;
    }
    if correction::is_note(folded) {
        return Says::Correction;
    }
    if words > LONGEST {
        return Says::Prose;
    }
    if links::is_closing(folded, bare) {
        return Says::Closing;
    }
    if links::is_heading(folded, bare, words) {
        return Says::Related;
    }
    let ends = ENDS.iter().any(|end| bare.ends_with(end));
    if WHOLE.contains(&bare)
        || begins_with_any(folded, BEGINS)
        || ends
        || dateline::is_dateline(folded)
        || is_byline(folded, words)
        || folded.contains(" appeared first on ")
    {
        return Says::Furniture;
    }
    Says::Prose
}

/// Whether a line begins with one of the `starts`, as whole words.
pub(super) fn begins_with_any(folded: &str, starts: &[&str]) -> bool {
    starts.iter().any(|start| begins_with(folded, start))
}

fn begins_with(folded: &str, start: &str) -> bool {
    folded.strip_prefix(start).is_some_and(|rest| {
        let boundary = !start.ends_with(char::is_alphanumeric);
        boundary || !rest.starts_with(|c: char| c.is_alphanumeric() || c == '\'')
    })
}

/// Whether a line closes like a sentence.
pub(super) fn ends_sentence(line: &str) -> bool {
    let open = line.trim_end_matches(['"', '”', '’', '\'', ')', ']', '»', '*', '_', ' ', '\u{a0}']);
    open.ends_with(['.', '!', '?', '…', ':', ';'])
        || (open.ends_with(',') && open.len() < line.len())
}

/// «By Ann Other and Max Muster, in Oslo».
fn is_byline(folded: &str, words: usize) -> bool {
    let by = folded.starts_with("by ") || folded.starts_with("by: ");
    by && words <= 9 && !ends_sentence(folded)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(line: &str) -> Says {
        says(&fold(line), line.split_whitespace().count())
    }

    #[test]
    fn buttons_credits_and_dates_are_furniture() {
        for line in [
            "Share this article",
            "READ MORE »",
            "Stocks fall for a third day Read more",
            "Already a subscriber? Log in",
            "By Ann Other and Max Muster in Oslo",
            "Last Updated : Friday , 11 March 2011 , 06 : 10 GMT",
            "11/28/05",
            "Wire services contributed to this report.",
            "© 2023 The Harbour Herald",
            "(Reporting by Ann Other; Editing by Max Muster)",
        ] {
            assert_eq!(of(line), Says::Furniture, "{line}");
        }
    }

    #[test]
    fn sentences_that_begin_like_furniture_are_prose() {
        for line in [
            "By noon the hall was empty.",
            "From there the two went on to dinner.",
            "May 35 be the last of them, he said.",
            "Shared meals were part of the visit.",
            "Read more than one of the letters aloud, the judge said, he wept.",
            "19 people died.",
            "In 2019",
        ] {
            assert_ne!(of(line), Says::Closing, "{line}");
            assert_eq!(of(line), Says::Prose, "{line}");
        }
    }

    #[test]
    fn a_note_is_a_correction_only_if_it_corrects() {
        assert_eq!(
            of("Editor's note: The toll was revised after the count."),
            Says::Correction
        );
        assert_eq!(
            of("Editor’s note: This story describes violence."),
            Says::Prose
        );
        assert_eq!(
            of("Correction: The talks lasted 35 minutes."),
            Says::Correction
        );
        assert_eq!(of("CORRECTION"), Says::CorrectionHeading);
        assert_eq!(
            of("*An earlier version of this report gave another day."),
            Says::Correction
        );
    }

    #[test]
    fn lists_of_links_and_comment_forms_are_known_by_their_heading() {
        assert_eq!(of("Related Articles"), Says::Related);
        assert_eq!(of("More from The Harbour Herald"), Says::Related);
        assert_eq!(of("More from the ministry is expected."), Says::Prose);
        assert_eq!(of("Comments (12)"), Says::Closing);
        assert_eq!(of("Leave a Reply"), Says::Closing);
    }
}
