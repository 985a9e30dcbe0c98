//! The parts of a page: headline, body, captions, correction notes, furniture.
//!
//! In: the whole text of a page. Out: sections that cover it in order. Nothing is cut out. A line is judged by its
//! words (`phrases`, which asks the other tables, and `captions`) and by where it stands: before the running text, in it, behind it.

mod captions;
mod correction;
mod dateline;
mod links;
mod phrases;

use crate::source::page::phrases::Says;
use crate::span::Part;
use crate::span::Section;
use crate::span::Span;

/// A line of a page that is not blank.
struct Line {
    /// Without the white space around.
    span: Span,
    folded: String,
    /// Unit: words.
    words: usize,
    /// Closes like a sentence.
    closed: bool,
    /// Every word but the small ones begins with a capital.
    capitals: bool,
    /// Whether a blank line, or nothing, stands before.
    block_start: bool,
    /// Where a picture credit begins, in bytes of the page.
    credit: Option<u32>,
    says: Says,
    /// Body until judged.
    judged: Option<Part>,
}

impl Line {
    /// A sentence of the report or several.
    fn is_prose(&self) -> bool {
        self.judged.is_none() && self.closed && self.words >= 4
    }

    /// A paragraph that no link list has.
    fn is_running(&self) -> bool {
        self.judged.is_none() && ((self.closed && self.words >= 12) || self.words >= 40)
    }

    fn settle(&mut self, part: Part) {
        self.judged = Some(part);
    }
}

/// The parts of `page[from..]`, which cover it. `title` is the title as the metadata gives it, if any.
pub(super) fn sections(page: &str, from: usize, title: Option<&str>) -> Vec<Section> {
    let mut lines = lines(page, from);
    mark_captions(&mut lines, page);
    mark_phrases(&mut lines);
    mark_repeats(&mut lines);
    close(&mut lines);
    mark_links(&mut lines);
    open(&mut lines, title);
    mark_tail(&mut lines, page);
    mark_corrections(&mut lines);
    cover(&lines, page, from)
}

fn lines(page: &str, from: usize) -> Vec<Line> {
    let mut found: Vec<Line> = Vec::new();
    let mut start = from;
    let mut blank = true;
    for piece in page[from..].split_inclusive('\n') {
        let text = piece.trim();
        if text.is_empty() {
            blank = true;
        } else {
            let at = start + (piece.len() - piece.trim_start().len());
            let words = text.split_whitespace().count();
            // Long lines are paragraphs: only their start can say anything, and folding all of it would take time.
            let folded = phrases::fold(head(text));
            found.push(Line {
                span: Span::new(at, at + text.len()),
                says: phrases::says(&folded, words),
                folded,
                words,
                closed: phrases::ends_sentence(text),
                capitals: head(text).split_whitespace().all(|word| {
                    word.starts_with(char::is_uppercase) || SMALL_WORDS.contains(&word)
                }),
                block_start: blank,
                credit: None,
                judged: None,
            });
            blank = false;
        }
        start += piece.len();
    }
    found
}

/// Words without a capital in a byline.
const SMALL_WORDS: &[&str] = &["in", "and", "at", "for", "of", "the"];

/// The first few hundred bytes.
fn head(text: &str) -> &str {
    &text[..text.floor_char_boundary(400)]
}

/// A line with a credit behind it is a caption, and so are the one or two above it in the same block (the text that
/// stands for the picture).
fn mark_captions(lines: &mut [Line], page: &str) {
    for index in 0..lines.len() {
        let line = &lines[index];
        if line.words > 90 {
            continue;
        }
        let markup = line.span.of(page).starts_with("![");
        let Some(at) = captions::credit(line.span.of(page)).or(markup.then_some(0)) else {
            continue;
        };
        let start = line.span.start;
        let credit = u32::try_from(at).ok().map(|at| start + at);
        lines[index].credit = credit.filter(|_| !markup);
        lines[index].settle(Part::Caption);
        let block = (0..=index).rev().find(|&i| lines[i].block_start);
        let first = block.unwrap_or(index);
        let ends = lines.get(index + 1).is_none_or(|next| next.block_start);
        let caption = phrases::fold(&page[lines[index].span.range()]);
        for above in &mut lines[first..index] {
            let same = caption.starts_with(above.folded.as_str());
            if same || (ends && index - first <= 2) {
                above.settle(Part::Caption);
            }
        }
    }
}

fn mark_phrases(lines: &mut [Line]) {
    for line in lines.iter_mut().filter(|line| line.judged.is_none()) {
        match line.says {
            Says::Furniture | Says::Related | Says::Closing => line.settle(Part::Furniture),
            Says::Correction => line.settle(Part::Correction),
            Says::Prose | Says::CorrectionHeading => {}
        }
    }
}

/// A short line that stands there twice is no sentence of the report; of a headline the first one stays.
fn mark_repeats(lines: &mut [Line]) {
    let mut short: Vec<usize> = (0..lines.len())
        .filter(|&i| lines[i].judged.is_none() && !lines[i].closed && lines[i].words <= 25)
        .collect();
    short.sort_by(|&a, &b| lines[a].folded.cmp(&lines[b].folded).then(a.cmp(&b)));
    for pair in short.windows(2) {
        if lines[pair[0]].folded == lines[pair[1]].folded {
            lines[pair[1]].settle(Part::Furniture);
            if lines[pair[0]].words <= 4 {
                lines[pair[0]].settle(Part::Furniture);
            }
        }
    }
}

/// Unit: words. A report of that length before a comment form is a whole one.
const WHOLE_REPORT: usize = 120;

/// Everything behind a comment form or an offer to subscribe, if the report stands before it.
fn close(lines: &mut [Line]) {
    let running = |lines: &[Line]| -> usize {
        let prose = lines.iter().filter(|line| line.is_prose());
        prose.map(|line| line.words).sum()
    };
    for index in 0..lines.len() {
        if lines[index].says != Says::Closing {
            continue;
        }
        let before = running(&lines[..index]);
        let after = running(&lines[index + 1..]);
        if before > 0 && (before >= after || before >= WHOLE_REPORT) {
            for line in &mut lines[index..] {
                if line.judged != Some(Part::Correction) {
                    line.settle(Part::Furniture);
                }
            }
            return;
        }
    }
}

/// The list under a «Related» heading: up to where running text goes on, or to the end if that is only teasers.
fn mark_links(lines: &mut [Line]) {
    for index in 0..lines.len() {
        if lines[index].says != Says::Related || lines[index].judged != Some(Part::Furniture) {
            continue;
        }
        let begun = lines[..index].iter().any(Line::is_running);
        let rest = &lines[index + 1..];
        let resumes = rest
            .iter()
            .position(|line| line.is_running() && line.words >= 20);
        let prose = |from: usize| {
            let rest = rest[from..].iter();
            rest.filter(|line| line.is_running() && line.words >= 20)
                .count()
        };
        let end = match resumes {
            Some(at) if !begun || prose(at) >= 3 => index + 1 + at,
            // Nothing long goes on: before the text a list of links ends where sentences begin.
            _ if !begun => rest
                .iter()
                .position(Line::is_prose)
                .map_or(lines.len(), |at| index + 1 + at),
            _ => lines.len(),
        };
        for line in &mut lines[index + 1..end] {
            if line.judged.is_none() {
                line.settle(Part::Furniture);
            }
        }
    }
}

/// Finds the headline; what stands before it is the page's masthead, and short lines between it and the first sentence
/// are bylines and section names.
fn open(lines: &mut [Line], title: Option<&str>) {
    let first = lines
        .iter()
        .position(Line::is_running)
        .or_else(|| lines.iter().position(Line::is_prose))
        .unwrap_or(lines.len());
    let titled = title.map(phrases::fold).filter(|title| !title.is_empty());
    let named = titled.and_then(|title| {
        lines
            .iter()
            .take(first + 1)
            .position(|line| line.folded == title)
    });
    let candidate =
        |line: &Line| line.judged.is_none() && !line.closed_as_text() && line.words <= 35;
    let found = named
        .or_else(|| {
            (0..first).find(|&i| {
                let long = lines[i].words >= 4 && (i == 0 || !is_name(&lines[i]));
                long && candidate(&lines[i])
            })
        })
        .or_else(|| {
            let all = (0..first).filter(|&i| candidate(&lines[i]));
            all.max_by_key(|&i| (lines[i].words, std::cmp::Reverse(i)))
        })
        // A line before the text that is no candidate but the title of nothing else.
        .filter(|_| first < lines.len() || lines.len() == 1 || named.is_some());
    let Some(headline) = found else {
        return;
    };
    for (index, line) in lines.iter_mut().enumerate().take(first) {
        if index == headline {
            line.settle(Part::Headline);
        } else if line.judged.is_some() {
            // Judged by its words.
        } else if index < headline {
            if !line.is_prose() || line.words <= 6 {
                line.settle(Part::Furniture);
            }
        } else if !line.closed && line.words <= 6 {
            line.settle(Part::Furniture);
        }
    }
}

impl Line {
    /// Closes with a full stop: a sentence, not a headline. Questions and exclamations may be headlines.
    fn closed_as_text(&self) -> bool {
        self.closed && !self.folded.ends_with(['?', '!', '\'', '"'])
    }
}

/// «Rachel Roe in Oslo»: a name and a place and nothing else.
fn is_name(line: &Line) -> bool {
    let words: Vec<&str> = line.folded.split(' ').collect();
    let place = words.iter().position(|word| *word == "in");
    line.capitals && place.is_some_and(|at| (2..=3).contains(&at) && words.len() - at <= 3)
}

/// Unit: words. A line of that length behind the last sentence is one that was cut short, and no link.
const CUT_SHORT: usize = 20;

/// Behind the last sentence stand links, credits and footers; list items do not, nor does a list of people with their ages, or
/// a sentence that was cut short.
fn mark_tail(lines: &mut [Line], page: &str) {
    let Some(last) = lines.iter().rposition(Line::is_prose) else {
        return;
    };
    let lists = lines[last].folded.ends_with(':');
    let entry = |at: usize| {
        let line = |at: usize| lines.get(at).map_or("", |line| line.span.of(page).trim());
        lists_somebody(line(at)) || line(at).ends_with(':') && lists_somebody(line(at + 1))
    };
    let first = (last + 1..lines.len())
        .find(|&at| !entry(at))
        .unwrap_or(lines.len());
    let cut = |line: &Line| line.words >= CUT_SHORT && !line.capitals;
    let alone = last + 2 == lines.len();
    for line in &mut lines[first..] {
        let whole = !(alone && cut(line));
        if line.judged.is_none() && !lists && line.says == Says::Prose && whole {
            line.settle(Part::Furniture);
        }
    }
}

/// «Ana Ruiz, 34, of Carrow», «Bo Lind, age 12»: a name of at least two words, and a number behind it.
fn lists_somebody(line: &str) -> bool {
    let line = line.trim_start_matches(['-', '*', '•', '–', ' ']);
    let Some((name, rest)) = line.split_once(", ") else {
        return false;
    };
    let mut words = name.split_whitespace();
    let capitals = words.all(|word| word.starts_with(char::is_uppercase));
    let rest = ["aged ", "age "]
        .iter()
        .find_map(|lead| rest.strip_prefix(lead))
        .unwrap_or(rest);
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let behind = rest[digits..].trim_start();
    let ends = behind.is_empty() || behind.starts_with([',', ';', '-', '–', '—', '(', ':']);
    capitals && name.contains(' ') && (1..=2).contains(&digits) && ends
}

/// The paragraph under a heading «Correction».
fn mark_corrections(lines: &mut [Line]) {
    for index in 0..lines.len() {
        if lines[index].says != Says::CorrectionHeading
            || lines[index].judged == Some(Part::Furniture)
        {
            continue;
        }
        lines[index].settle(Part::Correction);
        if let Some(next) = lines.get_mut(index + 1).filter(|next| next.closed) {
            next.settle(Part::Correction);
        }
    }
}

/// The correction notes of a plain text; all else is its body.
pub fn corrections(text: &str) -> Vec<Section> {
    let mut notes = sections(text, 0, None);
    notes.retain(|section| section.part == Part::Correction);
    notes
}

/// Sections from `from` to the end; white space goes with the line before it.
fn cover(lines: &[Line], page: &str, from: usize) -> Vec<Section> {
    let mut starts: Vec<(usize, Part)> = Vec::new();
    for line in lines {
        let part = line.judged.unwrap_or_default();
        starts.push((line.span.range().start, part));
        if part == Part::Caption
            && let Some(credit) = line.credit
        {
            starts.push((credit as usize, Part::Furniture));
        }
        if part == Part::Body
            && let Some(at) = correction::inside(line.span.of(page))
        {
            starts.push((line.span.range().start + at, Part::Correction));
        }
    }
    if let Some(first) = starts.first_mut() {
        first.0 = from;
    }
    starts.dedup_by(|next, kept| next.1 == kept.1);
    let ends = starts.iter().skip(1).map(|next| next.0);
    let ends: Vec<usize> = ends.chain([page.len()]).collect();
    let sections = starts
        .iter()
        .zip(ends)
        .map(|(&(start, part), end)| Section {
            span: Span::new(start, end),
            part,
        });
    sections
        .filter(|section| !section.span.is_empty())
        .collect()
}

#[cfg(test)]
mod tests;
