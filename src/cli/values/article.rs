//! The article before a date, as it is printed: it belongs to the hedge span and never to the core, whatever stands before it.
//!
//! In: the text and a value of it. Out: the core without its «the», and the words before it. A plain preposition before the
//! article («in the early 1990s», «on the first Friday of July») is in neither. What bends the date («since the end of
//! May», «before the 26th») stays in the hedge, and so do «in» and «at» before hours and parts of the day. A text that is one
//! date and nothing else is printed as it is read.

use crate::span::Span;
use crate::text::Mention;
use crate::value::Granularity;
use crate::value::Value;

/// Core and hedge of `mention` as printed.
pub(super) fn apart(body: &str, mention: &Mention) -> (Span, Option<Span>) {
    let (core, hedge) = (mention.span, mention.hedge);
    let Value::Date(date) = &mention.value else {
        return (core, hedge);
    };
    let whole = hedge.map_or(core, |hedge| hedge.hull(core));
    if whole.len() == body.trim().len() {
        return (core, hedge);
    }
    let text = core.of(body);
    let start = core.start as usize;
    let before = hedge.filter(|hedge| hedge.start < core.start);
    let mut words = before
        .map_or("", |before| before.of(body))
        .split_whitespace();
    let lead = (words.next(), words.next(), words.next());
    let day = date.granularity <= Granularity::Day;
    let list: &[&str] = if day { &PLAIN } else { &PLAIN_OF_HOURS };
    let plain = |word: &str| list.iter().any(|one| word.eq_ignore_ascii_case(one));
    let own = day
        && text
            .get(..ARTICLE.len() + 1)
            .is_some_and(|first| first.to_ascii_lowercase() == format!("{ARTICLE} "));
    match lead {
        (None, ..) if own && hedge.is_none() => {}
        (Some(word), None, _) if own && plain(word) => {}
        (Some(word), Some(the), None) if plain(word) && the.eq_ignore_ascii_case(ARTICLE) => {
            let end = hedge.map_or(start, |hedge| hedge.end as usize);
            return (core, Some(Span::new(end - ARTICLE.len(), end)));
        }
        _ => return (core, hedge),
    }
    let inner = Span::new(start + ARTICLE.len() + 1, core.end as usize);
    (inner, Some(Span::new(start, start + ARTICLE.len())))
}

const ARTICLE: &str = "the";

/// Prepositions that say nothing of the date but that it is one.
const PLAIN: [&str; 7] = ["on", "in", "at", "for", "during", "over", "of"];

/// The same of hours and parts of the day: «in the morning» says with its «in» when it is.
const PLAIN_OF_HOURS: [&str; 4] = ["on", "for", "over", "of"];
