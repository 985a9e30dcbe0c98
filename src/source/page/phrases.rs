//! The stock phrases of news pages: buttons, forms, credits, headings of link lists, correction notes.
//!
//! In: a line, folded. Out: what its words alone make of it. Where a line stands is weighed elsewhere.

/// A line in lower case, with plain quotation marks, single spaces and no bullet or markup in front.
pub(super) fn fold(line: &str) -> String {
    let mut folded = String::with_capacity(line.len());
    let line =
        line.trim_start_matches(['*', '•', '#', '>', '_', '-', '–', '—', '·', ' ', '\u{a0}']);
    for c in line.chars() {
        match c {
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

/// Headings of lists of links to other stories.
const RELATED: &[&str] = &[
    "related",
    "related articles",
    "related article",
    "related stories",
    "related story",
    "related content",
    "related news",
    "related topics",
    "related posts",
    "related coverage",
    "related links",
    "related reading",
    "related videos",
    "related video",
    "read next",
    "up next",
    "what to read next",
    "more stories",
    "more news",
    "more coverage",
    "more headlines",
    "more on this story",
    "more on this topic",
    "more on this",
    "you may also like",
    "you might also like",
    "you may like",
    "you might like",
    "you may be interested in",
    "recommended",
    "recommended for you",
    "recommended stories",
    "recommended reading",
    "our picks",
    "editors' picks",
    "editor's picks",
    "editor's choice",
    "top stories",
    "top news",
    "most read",
    "most popular",
    "most viewed",
    "popular",
    "popular stories",
    "popular posts",
    "popular now",
    "trending",
    "trending now",
    "trending stories",
    "latest",
    "latest news",
    "latest stories",
    "latest headlines",
    "recent posts",
    "recent news",
    "recent stories",
    "in other news",
    "other news",
    "other stories",
    "also in the news",
    "around the web",
    "from the web",
    "from around the web",
    "sponsored content",
    "sponsored stories",
    "sponsored links",
    "promoted stories",
    "promoted content",
    "paid content",
    "must read",
    "must reads",
    "don't miss",
    "elsewhere",
    "see also",
    "also read",
    "read also",
    "further reading",
];

/// How headings of such lists begin.
const RELATED_BEGINS: &[&str] = &[
    "more from ",
    "more in ",
    "more stories from ",
    "more news from ",
    "top stories on ",
    "top stories from ",
    "latest from ",
    "also on ",
    "popular on ",
    "trending on ",
    "most read in ",
    "most read on ",
    "related stories ",
    "related articles ",
    "recommended by ",
];

/// Behind one of these the page has no report any more: forms, comments, offers.
const CLOSING: &[&str] = &[
    "leave a reply",
    "leave a comment",
    "leave your comment",
    "post a comment",
    "add a comment",
    "write a comment",
    "comments",
    "comments are closed",
    "reader comments",
    "view comments",
    "show comments",
    "join the conversation",
    "join the discussion",
    "have your say",
    "what do you think",
    "your email address will not be published",
    "be the first to comment",
    "sign up to read this article",
    "sign up to read this story",
    "subscribe to read",
    "subscribe to continue reading",
    "sign in to continue reading",
    "source link",
    "back to top",
    "cancel reply",
];

/// How a correction note begins.
const CORRECTION_BEGINS: &[&str] = &[
    "correction:",
    "corrections:",
    "correction -",
    "correction –",
    "correction —",
    "correction (",
    "correction,",
    "correction appended",
    "corrected:",
    "corrected on",
    "clarification:",
    "clarifications:",
    "clarification -",
    "clarification –",
    "clarification —",
    "corrections and clarifications",
    "corrects",
    "(corrects",
    "refiles to",
    "(refiles to",
];

/// Words inside a sentence that make it, wherever it stands, a correction note.
const CORRECTION_SENTENCES: &[&str] = &[
    "an earlier version of this",
    "a previous version of this",
    "earlier versions of this",
    "previous versions of this",
    "an earlier version of the story",
    "an earlier version of the article",
    "an earlier version incorrectly",
    "this article has been corrected",
    "this article was corrected",
    "this story has been corrected",
    "this story was corrected",
    "this report has been corrected",
    "this article was amended",
    "this article has been amended",
    "this story was amended",
    "this report was amended",
    "this story has been amended",
    "this headline was amended",
    "this article has been updated to correct",
    "this story has been updated to correct",
    "this report has been updated to correct",
    "this article was updated to correct",
    "this story was updated to correct",
    "this post has been updated to correct",
    "a correction was made on",
];

/// How a note of the desk begins, which is a correction if its words say so.
const NOTE_BEGINS: &[&str] = &[
    "editor's note",
    "editors' note",
    "editors note",
    "note:",
    "update:",
    "updated:",
    "publisher's note",
    "note to readers",
];

/// Words that make a note of the desk a correction.
const CORRECTING: &[&str] = &[
    "correct",
    "incorrect",
    "revis",
    "amend",
    "earlier version",
    "previous version",
    "misstat",
    "mistaken",
    "erroneous",
    "wrongly",
    "clarif",
    "error",
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
    if matches!(
        bare,
        "correction" | "corrections" | "clarification" | "correction notice"
    ) {
        return Says::CorrectionHeading;
    }
    let begins = |table: &[&str]| table.iter().any(|start| begins_with(folded, start));
    let note = begins(NOTE_BEGINS) && CORRECTING.iter().any(|word| folded.contains(word));
    if note
        || begins(CORRECTION_BEGINS)
        || CORRECTION_SENTENCES
            .iter()
            .any(|start| folded.starts_with(start))
    {
        return Says::Correction;
    }
    if words > LONGEST {
        return Says::Prose;
    }
    let counted =
        bare.trim_matches(|c: char| c.is_ascii_digit() || matches!(c, '(' | ')' | ' ' | '*' | ','));
    if CLOSING.contains(&bare)
        || (counted == "comments" && bare.len() < 20)
        || begins_with(folded, "your email address will not")
    {
        return Says::Closing;
    }
    if RELATED.contains(&bare) || (words <= 8 && begins(RELATED_BEGINS) && !ends_sentence(folded)) {
        return Says::Related;
    }
    let ends = ENDS.iter().any(|end| bare.ends_with(end));
    if WHOLE.contains(&bare)
        || begins(BEGINS)
        || ends
        || is_dateline(folded)
        || is_byline(folded, words)
        || folded.contains(" appeared first on ")
    {
        return Says::Furniture;
    }
    Says::Prose
}

/// Where in a folded paragraph's sentence starts a correction note begins, if not at its start; bytes into `folded`.
pub(super) fn correction_inside(line: &str) -> Option<usize> {
    let lower = line.to_ascii_lowercase();
    let found = CORRECTION_SENTENCES
        .iter()
        .filter_map(|start| lower.find(start));
    found
        .filter(|&at| {
            let before = line[..at].trim_end_matches([' ', '(', '[', '*']);
            before.ends_with(['.', '!', '?', '"', '”'])
        })
        .min()
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

/// Words a line of date and time consists of.
const DATE_WORDS: &[&str] = &[
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "jan",
    "feb",
    "mar",
    "apr",
    "jun",
    "jul",
    "aug",
    "sep",
    "sept",
    "oct",
    "nov",
    "dec",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "mon",
    "tue",
    "tues",
    "wed",
    "thu",
    "thur",
    "thurs",
    "fri",
    "sat",
    "sun",
    "am",
    "pm",
    "a",
    "p",
    "m",
    "gmt",
    "utc",
    "bst",
    "et",
    "est",
    "edt",
    "ct",
    "cst",
    "cdt",
    "pt",
    "pst",
    "pdt",
    "ist",
    "cet",
    "cest",
    "jst",
    "updated",
    "published",
    "posted",
    "last",
    "modified",
    "first",
    "on",
    "at",
    "date",
    "time",
    "h",
    "hrs",
    "ago",
    "hours",
    "minutes",
    "st",
    "nd",
    "rd",
    "th",
];

/// Whether a line is nothing but a date and a time.
fn is_dateline(folded: &str) -> bool {
    let mut digits = false;
    let mut named = false;
    for word in folded.split(|c: char| !c.is_alphanumeric()) {
        let number = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        let word = word.trim_start_matches(|c: char| c.is_ascii_digit());
        digits |= !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
        if !word.is_empty() && !DATE_WORDS.contains(&word) {
            return false;
        }
        named |= !word.is_empty();
    }
    digits && (named || folded.contains(['/', '-', ':', '.']))
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
        let inside = "They met. (An earlier version of this story said otherwise.)";
        assert_eq!(correction_inside(inside), inside.find("An earlier"));
        assert_eq!(
            correction_inside("He read an earlier version of this speech."),
            None
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
