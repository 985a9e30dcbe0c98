//! What stands behind a report: lists of links to other stories, comment forms, offers.
//!
//! In: a folded line. Out: whether it opens one of these. The lists themselves are judged by where they stand.

use crate::source::page::phrases::begins_with_any;
use crate::source::page::phrases::ends_sentence;

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

/// Whether a line of `words` words is the heading of a list of links; `bare` is the line without marks behind it.
pub(super) fn is_heading(folded: &str, bare: &str, words: usize) -> bool {
    RELATED.contains(&bare)
        || (words <= 8 && begins_with_any(folded, RELATED_BEGINS) && !ends_sentence(folded))
}

/// Whether the report has ended where this line stands; `bare` is the line without marks behind it.
pub(super) fn is_closing(folded: &str, bare: &str) -> bool {
    let counted =
        bare.trim_matches(|c: char| c.is_ascii_digit() || matches!(c, '(' | ')' | ' ' | '*' | ','));
    CLOSING.contains(&bare)
        || (counted == "comments" && bare.len() < 20)
        || begins_with_any(folded, &["your email address will not"])
}
