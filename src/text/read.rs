//! One reading of a text.
//!
//! In: a body, its sections, its publication interval. Out: a [`Reading`]. Section by section and paragraph by
//! paragraph: tokens, quotations, then sentence by sentence values, stances and clauses.

use std::ops::Range;

use jiff::civil;

use super::clause;
use super::quote;
use super::quote::Quoted;
use super::reading::Mention;
use super::reading::Published;
use super::reading::Reading;
use super::reading::Sentence;
use super::sentence;
use super::stance;
use super::stance::Memory;
use super::stance::Stances;
use crate::lex;
use crate::lex::Context;
use crate::lex::Memo;
use crate::lex::cue;
use crate::lex::scan;
use crate::lex::token::Gap;
use crate::lex::token::Stretch;
use crate::lex::token::Token;
use crate::lex::token::Words;
use crate::lex::wordset::set;
use crate::span::Part;
use crate::span::Section;
use crate::value::Value;

/// Bytes of text to a sentence, a clause and a mention: what is set aside at first.
const SENTENCE: usize = 140;
const CLAUSE: usize = 40;
const MENTION: usize = 80;

/// Reads `body`. `sections` are sorted and do not overlap; what no section covers is running text.
pub fn read(body: &str, sections: &[Section], published: Option<&Published>) -> Reading {
    let mut reader = Reader {
        body,
        context: Context {
            published: published.map(civil_interval),
            rule: false,
            kind: None,
        },
        tokens: Vec::new(),
        quotes: Vec::new(),
        memo: Memo::new(),
        found: Vec::new(),
        whole: Vec::new(),
        stances: Stances::default(),
        paragraph: 0,
        reading: Reading {
            sentences: Vec::with_capacity(body.len() / SENTENCE),
            clauses: Vec::with_capacity(body.len() / CLAUSE),
            mentions: Vec::with_capacity(body.len() / MENTION),
        },
    };
    let mut at = 0;
    for section in sections {
        reader.section(at..section.span.start as usize, Part::Body);
        reader.section(section.span.range(), section.part);
        at = section.span.end as usize;
    }
    reader.section(at..body.len(), Part::Body);
    reader.reading
}

fn civil_interval(published: &Published) -> (civil::DateTime, civil::DateTime) {
    let civil = |at: jiff::Timestamp| published.zone.to_datetime(at);
    (civil(published.earliest), civil(published.latest))
}

/// One reading under way, with buffers that live as long as it.
struct Reader<'t> {
    body: &'t str,
    context: Context,
    tokens: Vec<Token>,
    quotes: Vec<Quoted>,
    memo: Memo,
    found: Vec<lex::Found>,
    /// The tokens of each value found.
    whole: Vec<Range<usize>>,
    stances: Stances,
    paragraph: u32,
    reading: Reading,
}

impl Reader<'_> {
    fn section(&mut self, range: Range<usize>, part: Part) {
        if part == Part::Furniture || range.is_empty() {
            return;
        }
        let mut memory = Memory::default();
        let mut from = range.start;
        while from < range.end {
            from = self.paragraph(from..range.end, part, &mut memory);
        }
    }

    /// Reads the first paragraph of `range` and gives where the next one starts. No sentence and no quotation goes beyond
    /// a paragraph, so the tokens of one are all that is kept at a time.
    fn paragraph(&mut self, range: Range<usize>, part: Part, memory: &mut Memory) -> usize {
        let mut tokens = std::mem::take(&mut self.tokens);
        tokens.clear();
        let next = scan::paragraph(self.body, range, &mut tokens);
        let stretch = Stretch::new(self.body, &tokens);
        let all = stretch.words();
        self.quotes.clear();
        quote::find(all, &mut self.quotes);
        let clauses = self.reading.clauses.len();
        let mut from = 0;
        while from < all.len() {
            let range = sentence::next(all, from);
            from = range.end;
            if all.at(range.start).gap == Gap::Paragraph && !self.reading.sentences.is_empty() {
                self.paragraph += 1;
                memory.forget_speaker();
            }
            self.sentence(
                Stretch::new(self.body, &tokens[range.clone()]).words(),
                range.start,
                part,
                memory,
            );
        }
        self.tokens = tokens;
        self.speech(clauses);
        next
    }

    /// «raising the toll from 15 to 20» is no range: the value is what it is raised to, and 15 what it was.
    fn raised(&mut self, words: Words<'_>) {
        let mut at = 0;
        while at < self.found.len() {
            let (start, end) = (self.found[at].start, self.found[at].end);
            at += 1;
            let from = (start.saturating_sub(1)..=start).find(|&k| words.is(k, "from"));
            let to = (start + 1..end).find(|&k| words.is(k, "to"));
            let (Some(from), Some(to)) = (from, to) else {
                continue;
            };
            let timed = matches!(
                self.found[at - 1].value,
                Value::Date(_) | Value::TimeOfDay(_)
            );
            let changes = (from.saturating_sub(12)..from)
                .rev()
                .take_while(|&k| !clause::bounds(words, k + 1) || words.cue(k) != 0)
                .any(|k| {
                    // «Set up talks from 3 pm to 4 pm» changes no time.
                    words.cue(k) & cue::CHANGE != 0 && !(timed && words.any(k, set!["up", "down"]))
                });
            if !changes {
                continue;
            }
            let mut new = Vec::new();
            let rest = Stretch::new(self.body, &words.list[to + 1..]);
            lex::values(rest.words(), &self.context, &mut new);
            let mut old = Vec::new();
            let before = Stretch::new(self.body, &words.list[from + 1..to]);
            lex::values(before.words(), &self.context, &mut old);
            let (Some(mut new), Some(mut old)) = (new.into_iter().next(), old.into_iter().next())
            else {
                continue;
            };
            if new.start != 0 || old.start != 0 {
                continue;
            }
            new.start += to + 1;
            new.end += to + 1;
            old.start += from + 1;
            old.end += from + 1;
            self.found[at - 1] = new;
            self.found.insert(at - 1, old);
            at += 1;
        }
    }

    /// Speech over several sentences is the word of whom the last of them names. The paragraph has the clauses from
    /// number `from` on.
    fn speech(&mut self, from: usize) {
        for quote in &self.quotes {
            let clauses = &mut self.reading.clauses[from..];
            let first = clauses.partition_point(|clause| clause.span.end <= quote.span.start);
            let last = clauses.partition_point(|clause| clause.span.start < quote.span.end);
            if let Some(speaker) = clauses[first..last]
                .iter()
                .rev()
                .find_map(|clause| clause.speaker)
            {
                for clause in &mut clauses[first..last] {
                    clause.speaker = Some(speaker);
                }
            }
        }
    }

    /// Reads the sentence of `words`, whose first token is number `first` of its section.
    fn sentence(&mut self, words: Words<'_>, first: usize, part: Part, memory: &mut Memory) {
        let all = first..first + words.len();
        let passed = self.quotes.partition_point(|quote| quote.end <= all.start);
        let quotes: Vec<Range<usize>> = self.quotes[passed..]
            .iter()
            .take_while(|quote| quote.start < all.end)
            .map(|quote| quote.start.max(all.start)..quote.end.min(all.end))
            .filter(|quote| !quote.is_empty())
            .map(|quote| quote.start - first..quote.end - first)
            .collect();
        self.stances.read(words, &quotes, part, memory);
        self.found.clear();
        lex::values_in(words, &self.context, &self.memo, &mut self.found);
        self.raised(words);

        let index = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        let (clauses, mentions) = (self.reading.clauses.len(), self.reading.mentions.len());
        self.whole.clear();
        self.whole
            .extend(self.found.iter().map(|found| found.start..found.end));
        clause::split(
            words,
            &self.stances.under,
            &self.whole,
            &mut self.reading.clauses,
        );
        let sentence = index(self.reading.sentences.len());
        for found in self.found.drain(..) {
            self.reading.mentions.push(Mention {
                span: found.core,
                hedge: found.hedge,
                noun: found.noun,
                value: found.value,
                sentence,
                clause: 0,
                stance: stance::at_value(words, &self.stances.under, found.start),
            });
        }
        let starting = self.quotes[passed..]
            .iter()
            .take_while(|quote| quote.start < all.end)
            .filter(|quote| all.contains(&quote.start));
        for quote in starting {
            let start = quote.start - first;
            self.reading.mentions.push(Mention {
                span: quote.span,
                hedge: None,
                noun: None,
                value: Value::Quote,
                sentence,
                clause: 0,
                stance: self.stances.under[start].stance,
            });
        }
        self.reading.mentions[mentions..]
            .sort_by_key(|mention| (mention.span.start, u32::MAX - mention.span.end));
        for mention in &mut self.reading.mentions[mentions..] {
            let rest = &self.reading.clauses[clauses..];
            let ahead = rest.partition_point(|clause| clause.span.end <= mention.span.start);
            mention.clause = index(clauses + ahead.min(rest.len() - 1));
        }
        self.reading.sentences.push(Sentence {
            span: words.span(0, words.len()),
            part,
            clauses: (index(clauses), index(self.reading.clauses.len())),
            mentions: (index(mentions), index(self.reading.mentions.len())),
            paragraph: self.paragraph,
        });
    }
}
