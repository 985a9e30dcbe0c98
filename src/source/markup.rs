//! Web pages: what of their source is text.
//!
//! In: a decoded text. Out: the same text, byte for byte as long, with white space in place of markup, and its sections; so a
//! position in it is a position in the file. It builds no tree and reads no metadata: tags are looked at one after the other.

use crate::span::Part;
use crate::span::Section;
use crate::span::Span;

/// Elements whose content no reader sees, or that stand around the report.
const UNSEEN: [&str; 16] = [
    "script", "style", "noscript", "template", "iframe", "svg", "nav", "footer", "form", "select",
    "button", "textarea", "object", "canvas", "audio", "video",
];

/// Elements that stand around the report or beside it, if they are closed; of a page, not of an article.
const AROUND: [&str; 2] = ["aside", "header"];

/// Each that is kept was looked through; a page of nothing else shall not take for ever.
const MOST_KEPT: usize = 64;

/// Elements inside a sentence: their tags part nothing.
const INLINE: [&str; 25] = [
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "em", "font", "i",
    "ins", "mark", "q", "s", "small", "span", "strong", "sub", "sup", "time", "u", "wbr",
];

/// Character references that news pages carry; numbers are worked out.
const NAMED: [(&str, char); 17] = [
    ("amp", '&'),
    ("apos", '\''),
    ("bull", '•'),
    ("copy", '©'),
    ("euro", '€'),
    ("gt", '>'),
    ("hellip", '…'),
    ("ldquo", '“'),
    ("lsquo", '‘'),
    ("lt", '<'),
    ("mdash", '—'),
    ("nbsp", '\u{a0}'),
    ("ndash", '–'),
    ("pound", '£'),
    ("quot", '"'),
    ("rdquo", '”'),
    ("rsquo", '’'),
];

/// A page's text and its sections, which cover it; `None` where `text` is no web page.
pub(super) fn text(text: &str) -> Option<(String, Vec<Section>)> {
    let start = text.trim_start();
    let opens = |word: &str| {
        start
            .get(..word.len())
            .is_some_and(|head| head.eq_ignore_ascii_case(word))
    };
    if !opens("<!doctype html") && !opens("<html") {
        return None;
    }
    let mut page = Page {
        headed: find(text, 0, "<h1").is_some(),
        ..Page::default()
    };
    page.walk(text);
    debug_assert_eq!(
        page.text.len(),
        text.len(),
        "positions are those of the file"
    );
    Some((page.text, page.sections))
}

#[derive(Default)]
struct Page {
    text: String,
    sections: Vec<Section>,
    part: Part,
    within_head: bool,
    /// How many elements that hold a report are open.
    articles: usize,
    /// Whether the page has a heading of its own, so that the title in its head is not needed.
    headed: bool,
}

impl Page {
    fn walk(&mut self, source: &str) {
        let mut at = 0;
        let mut kept = 0_usize;
        while let Some(next) = source[at..].find('<').map(|next| at + next) {
            self.words(&source[at..next], self.running());
            let Some((tag, end)) = Tag::read(source, next) else {
                self.words("<", self.part);
                at = next + 1;
                continue;
            };
            at = end;
            let name = tag.name.as_str();
            if tag.opens && UNSEEN.contains(&name) {
                at = closing(source, end, name);
                self.blank(&source[next..at], Part::Furniture);
                continue;
            }
            if tag.opens && AROUND.contains(&name) && kept < MOST_KEPT {
                if let Some(past) = around(source, end, name, self.articles) {
                    self.blank(&source[next..past], Part::Furniture);
                    at = past;
                    continue;
                }
                kept += 1;
            }
            if INLINE.contains(&name) {
                self.blank(&source[next..end], self.running());
                continue;
            }
            let title = name == "title" && tag.opens && !self.headed;
            self.enter(&tag);
            self.blank(&source[next..end], Part::Furniture);
            if title {
                let rest = &source[end..];
                at = rest.find('<').map_or(source.len(), |next| end + next);
                self.words(&source[end..at], Part::Headline);
            }
        }
        self.words(&source[at..], self.running());
    }

    /// The part that running text belongs to.
    fn running(&self) -> Part {
        if self.within_head {
            Part::Furniture
        } else {
            self.part
        }
    }

    /// Follows a tag into its element, or out of it.
    fn enter(&mut self, tag: &Tag) {
        let inside = |part| if tag.opens { part } else { Part::Body };
        match tag.name.as_str() {
            "head" => self.within_head = tag.opens,
            "body" => self.within_head = false,
            "article" | "main" if tag.opens => self.articles += 1,
            "article" | "main" => self.articles = self.articles.saturating_sub(1),
            "h1" => self.part = inside(Part::Headline),
            "figcaption" => self.part = inside(Part::Caption),
            _ => {}
        }
    }

    /// Takes words as they stand, with their character references read.
    fn words(&mut self, words: &str, part: Part) {
        let from = self.text.len();
        let mut rest = words;
        while let Some(mark) = rest.find('&') {
            self.text.push_str(&rest[..mark]);
            rest = &rest[mark..];
            let (read, length) = reference(rest);
            self.text.push(read);
            self.text
                .extend(std::iter::repeat_n(' ', length - read.len_utf8()));
            rest = &rest[length..];
        }
        self.text.push_str(rest);
        self.section(from, part);
    }

    fn blank(&mut self, markup: &str, part: Part) {
        let from = self.text.len();
        let white = markup
            .bytes()
            .map(|byte| if byte == b'\n' { '\n' } else { ' ' });
        self.text.extend(white);
        self.section(from, part);
    }

    fn section(&mut self, from: usize, part: Part) {
        let span = Span::new(from, self.text.len());
        if span.is_empty() {
            return;
        }
        match self.sections.last_mut() {
            Some(last) if last.part == part => last.span = last.span.hull(span),
            _ => self.sections.push(Section { span, part }),
        }
    }
}

pub(super) struct Tag {
    /// In small letters; nothing for comments and declarations.
    pub(super) name: String,
    pub(super) opens: bool,
}

impl Tag {
    /// The tag, comment or declaration at `at` and where it ends; `None` where «<» is only less than.
    pub(super) fn read(source: &str, at: usize) -> Option<(Self, usize)> {
        let rest = &source[at + 1..];
        let end_at =
            |mark: &str| find(source, at, mark).map_or(source.len(), |end| end + mark.len());
        let nameless = Self {
            name: String::new(),
            opens: false,
        };
        if rest.starts_with("!--") {
            return Some((nameless, end_at("-->")));
        }
        if rest.starts_with(['!', '?']) {
            return Some((nameless, end_at(">")));
        }
        let opens = !rest.starts_with('/');
        let name: String = rest
            .trim_start_matches('/')
            .chars()
            .take_while(char::is_ascii_alphanumeric)
            .map(|letter| letter.to_ascii_lowercase())
            .collect();
        if !name.starts_with(|letter: char| letter.is_ascii_alphabetic()) {
            return None;
        }
        Some((Self { name, opens }, tag_end(source, at)))
    }
}

/// Behind the «>» that closes the tag at `at`; one between quotation marks closes nothing.
fn tag_end(source: &str, at: usize) -> usize {
    let mut quoted = None;
    for (offset, byte) in source[at..].bytes().enumerate() {
        match (quoted, byte) {
            (None, b'>') => return at + offset + 1,
            (None, b'"' | b'\'') => quoted = Some(byte),
            (Some(mark), byte) if mark == byte => quoted = None,
            _ => {}
        }
    }
    source.len()
}

/// Behind the end tag of the element `name` whose content begins at `from`.
pub(super) fn closing(source: &str, from: usize, name: &str) -> usize {
    find(source, from, &format!("</{name}")).map_or(source.len(), |at| tag_end(source, at))
}

/// Behind an element that stands around the report; `None` where it is part of it: the header of an article has its headline,
/// its standfirst and its date.
fn around(source: &str, from: usize, name: &str, articles: usize) -> Option<usize> {
    let past = matching(source, from, name)?;
    let heads = || articles > 0 || find(&source[from..past], 0, "<h1").is_some();
    (name != "header" || !heads()).then_some(past)
}

/// Behind the end tag of the element `name` whose content begins at `from`, elements of its name inside it stepped over.
fn matching(source: &str, from: usize, name: &str) -> Option<usize> {
    let mut open = 1_usize;
    let mut at = from;
    while let Some(next) = source[at..].find('<').map(|next| at + next) {
        let Some((tag, end)) = Tag::read(source, next) else {
            at = next + 1;
            continue;
        };
        at = end;
        if tag.opens && ["script", "style"].contains(&tag.name.as_str()) {
            at = closing(source, end, &tag.name);
        } else if tag.name == name {
            open = if tag.opens { open + 1 } else { open - 1 };
            if open == 0 {
                return Some(end);
            }
        }
    }
    None
}

/// Where `mark`, in small letters, stands next, in letters of either size.
fn find(source: &str, from: usize, mark: &str) -> Option<usize> {
    let mark = mark.as_bytes();
    source.as_bytes()[from..]
        .windows(mark.len())
        .position(|window| window.eq_ignore_ascii_case(mark))
        .map(|at| from + at)
}

/// `words` with their character references read.
pub(super) fn unescape(words: &str) -> String {
    let mut read = String::with_capacity(words.len());
    let mut rest = words;
    while let Some(mark) = rest.find('&') {
        read.push_str(&rest[..mark]);
        let (character, length) = reference(&rest[mark..]);
        read.push(character);
        rest = &rest[mark + length..];
    }
    read + rest
}

/// The character that `rest`, which begins with «&», refers to, and the bytes it takes.
fn reference(rest: &str) -> (char, usize) {
    let plain = ('&', 1);
    let Some(end) = rest.bytes().take(12).position(|byte| byte == b';') else {
        return plain;
    };
    let name = &rest[1..end];
    let number = name
        .strip_prefix('#')
        .and_then(|number| match number.strip_prefix(['x', 'X']) {
            Some(number) => u32::from_str_radix(number, 16).ok(),
            None => number.parse().ok(),
        });
    let named = NAMED.iter().find(|(known, _)| *known == name);
    let read = number
        .and_then(char::from_u32)
        .or(named.map(|&(_, read)| read));
    // What takes more room than its reference can't stand in its place.
    match read.filter(|read| !read.is_control() && read.len_utf8() <= end + 1) {
        Some(read) => (read, end + 1),
        None => plain,
    }
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use super::*;

    fn parts(source: &str) -> String {
        let (text, sections) = text(source).expect("a page");
        assert_eq!(text.len(), source.len());
        let mut drawn = String::new();
        let mut at = 0;
        for section in &sections {
            assert_eq!(section.span.range().start, at, "sections cover the page");
            at = section.span.range().end;
            let words: Vec<&str> = section.span.of(&text).split_whitespace().collect();
            if !words.is_empty() {
                let _ = writeln!(drawn, "{:?}: {}", section.part, words.join(" "));
            }
        }
        assert_eq!(at, text.len());
        drawn
    }

    #[test]
    fn scripts_comments_menus_and_attributes_are_no_text() {
        let page = "<!DOCTYPE html>\n<html><head><title>Ferry | The Post</title><style>p { top: 9px }</style></head>\n<body><nav>Nine die</nav><SCRIPT>if (a < b) say(\"ten died\");</SCRIPT><!-- <p>eleven died</p> -->\n<h1>Ferry burns</h1><p>Two people <a href=\"/five>six\">died</a> on Sunday.</p><p>It rained.</p><footer>3 comments</footer></body></html>";
        insta::assert_snapshot!(parts(page), @r"
        Furniture: Ferry | The Post
        Headline: Ferry burns
        Body: Two people died on Sunday.
        Body: It rained.
        ");
    }

    #[test]
    fn a_page_without_a_heading_has_its_title_for_one() {
        let page = "<html><head><title>Ferry burns</title></head><body><p>Two died.</body></html>";
        insta::assert_snapshot!(parts(page), @r"
        Headline: Ferry burns
        Body: Two died.
        ");
    }

    #[test]
    fn what_stands_around_and_beside_the_report_is_no_text() {
        let page = "<html><body><header><a href=\"/a\">5 killed in avalanche</a></header><main><article><header><h1>Ferry burns</h1><p>Two are dead.</p></header><p>Two died.</p><aside><aside>Nine died elsewhere.</aside><p>Ten died last year.</p></aside><p>It rained.</p></article></main></body></html>";
        insta::assert_snapshot!(parts(page), @r"
        Headline: Ferry burns
        Body: Two are dead.
        Body: Two died.
        Body: It rained.
        ");
    }

    #[test]
    fn a_header_with_the_headline_and_an_aside_that_nothing_closes_are_read() {
        let page = "<html><body><header><h1>Ferry burns</h1></header><aside><p>Two died.</p></body></html>";
        assert_eq!(parts(page), "Headline: Ferry burns\nBody: Two died.\n");
    }

    #[test]
    fn an_element_that_nothing_closes_hides_the_rest() {
        let page = "<html><body><p>Two died.</p><script>var died = 9; if (a<b) {";
        assert_eq!(parts(page), "Body: Two died.\n");
    }

    #[test]
    fn references_are_read_where_they_stand() {
        let page =
            "<html><p>Ines&#8217;s 35&nbsp;minutes &amp; more: a &lt; b, 5 < 6, R&D &madeup;</p>";
        let (text, _) = text(page).expect("a page");
        let words: Vec<&str> = text.split_whitespace().collect();
        assert_eq!(
            words.join(" "),
            "Ines’ s 35 minutes & more: a < b, 5 < 6, R&D &madeup;"
        );
    }

    #[test]
    fn a_position_in_the_text_is_one_in_the_file() {
        let page = "<html>\n<p title=\"né\">Zoë &amp; Bo</p>";
        let (text, _) = text(page).expect("a page");
        assert_eq!(text.find("Bo"), page.find("Bo"));
        assert_eq!(text.lines().count(), page.lines().count());
    }

    #[test]
    fn a_report_on_markup_is_no_page() {
        assert!(text("The tag <html> opens a page.").is_none());
        assert!(text("<p>Two died.</p>").is_none());
    }
}
