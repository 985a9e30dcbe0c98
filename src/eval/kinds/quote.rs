//! What somebody said, word for word.
//!
//! In: quoted words of the reading. Out: evidence: verbatim, with words left out or in brackets, or misquoted, with the
//! words that differ. A passage that shares too few words is another quotation.

use std::ops::Range;

use super::Asked;
use crate::eval::bind::Bound;
use crate::eval::bind::Gathered;
use crate::eval::judge::Judged;
use crate::eval::words;
use crate::finding::Fault;
use crate::finding::Verdict;
use crate::lex::wordtable::Table;
use crate::lex::wordtable::table;
use crate::rule::EntityIndex;
use crate::rule::Expected;
use crate::span::Span;
use crate::text::Stance;
use crate::value::Value;

/// Words that say little about whether two passages are one.
const SMALL: &Table = table![
    "the", "a", "an", "and", "or", "of", "to", "in", "on", "at", "is", "are", "was", "were", "be",
    "it", "that", "this", "for", "with", "as", "by", "we", "i", "he", "she", "they", "our",
    "their", "has", "have", "not", "but", "will", "which", "who", "so", "there", "these", "those",
    "its", "been", "had", "um", "uh", "er", "erm", "oh", "well", "okay",
];

/// Words that turn a sentence round.
const NEGATIONS: &Table = table![
    "not", "no", "never", "isnt", "arent", "wasnt", "werent", "dont", "doesnt", "didnt", "wont",
    "cannot", "cant", "nobody", "nothing", "none", "neither", "nor",
];

/// Evidence for `quote`.
pub(super) fn gather(asked: Asked<'_>, out: &mut Gathered) {
    let scene = asked.scene;
    let Expected::Quote { words: wanted, by } = &asked.claim.expected else {
        return;
    };
    let wanted: Vec<Vec<String>> = wanted.iter().map(|words| words::fold(words)).collect();
    for mention in &scene.reading.mentions {
        if mention.value != Value::Quote {
            continue;
        }
        let range = scene.words_of(mention);
        if range.is_empty() {
            continue;
        }
        let said: Vec<&str> = range.clone().map(|i| scene.words.at(i)).collect();
        let best = wanted
            .iter()
            .map(|wanted| (Match::of(wanted, &said), wanted))
            .max_by(|a, b| a.0.share.total_cmp(&b.0.share));
        let Some((fit, wanted)) = best else { continue };
        if let Err(why) = bound_to(asked, &range, &fit, by) {
            if fit.share >= 0.3 {
                out.untied(mention.span, &why);
            }
            continue;
        }
        let judged = judged(asked, &range, &fit, wanted, by, mention.span);
        out.note(
            mention.span,
            format!("{} of its words are those expected", percent(fit.share)),
        );
        out.bound.push(Bound {
            key: Some(said.join(" ")),
            ..Bound::new(
                scene,
                mention.span,
                Stance::Quoted,
                scene.stance(range.start).1,
                judged,
            )
        });
    }
}

fn percent(share: f64) -> String {
    format!("{:.0} %", share * 100.0)
}

/// How a quoted passage fits the expected words.
struct Match {
    /// Weighty words of the passage that are expected, in order, of all its weighty words.
    share: f64,
    /// How many weighty words agree.
    agree: usize,
    /// Whether the passage is the expected words, perhaps with some left out.
    verbatim: bool,
    /// Whether it holds only a few of the expected words, unchanged, among others: another sentence may have them too.
    bits: bool,
    /// The passage, word by word, with what was expected in its place; what stands around the expected words is left out.
    differs: Vec<Pair>,
}

/// A word expected and a word said.
type Pair = (Option<String>, Option<String>);

impl Match {
    fn of(wanted: &[String], said: &[&str]) -> Self {
        let pairs = align(wanted, said);
        let weighty = |word: &str| !SMALL.has(word);
        let agree = pairs
            .iter()
            .filter(|(want, is)| {
                want.is_some() && want == is && want.as_deref().is_some_and(weighty)
            })
            .count();
        let all = said.iter().filter(|word| weighty(word)).count().max(1);
        let extra = |pairs: &[Pair]| pairs.iter().any(|(want, is)| is.is_some() && want != is);
        #[expect(clippy::cast_precision_loss, reason = "words of a sentence")]
        let share = agree as f64 / all as f64;
        // What the passage says before the first and after the last of the expected words proves nothing.
        let put_in = |(want, _): &Pair| want.is_none();
        let from = pairs.iter().take_while(|pair| put_in(pair)).count();
        let after = pairs.iter().rev().take_while(|pair| put_in(pair)).count();
        let inner = &pairs[from..pairs.len().saturating_sub(after).max(from)];
        let expected = wanted.iter().filter(|word| weighty(word)).count();
        let longer = inner.len() < pairs.len() && !extra(inner);
        let held = longer && agree >= 2 && 5 * agree >= 3 * expected;
        // A negation that is left out between words that are quoted turns them round.
        let first = inner.iter().position(|(_, is)| is.is_some()).unwrap_or(0);
        let last = inner.iter().rposition(|(_, is)| is.is_some()).unwrap_or(0);
        let negation = |(want, is): &Pair| {
            let want = want.as_deref().is_some_and(|want| NEGATIONS.has(want));
            want && is.is_none()
        };
        let turned = inner.len() > last && inner[first..=last].iter().any(negation);
        Self {
            share: if held { 1.0 } else { share },
            agree,
            verbatim: (held || !extra(&pairs)) && !turned,
            bits: longer && !held,
            differs: inner
                .iter()
                .filter(|pair| pair.0 != pair.1 && pair.1.is_some() || turned && negation(pair))
                .cloned()
                .collect(),
        }
    }
}

/// Aligns two rows of words with the fewest changes.
fn align(wanted: &[String], said: &[&str]) -> Vec<Pair> {
    let (rows, columns) = (wanted.len() + 1, said.len() + 1);
    let mut cost = vec![vec![0usize; columns]; rows];
    for (row, line) in cost.iter_mut().enumerate() {
        line[0] = row;
    }
    for (column, cell) in cost[0].iter_mut().enumerate() {
        *cell = 3 * column;
    }
    // Leaving expected words out is cheap: quotations do it. Putting others in is not.
    for row in 1..rows {
        for column in 1..columns {
            let same = wanted[row - 1] == said[column - 1];
            let change = cost[row - 1][column - 1] + if same { 0 } else { 3 };
            cost[row][column] = change
                .min(cost[row - 1][column] + 1)
                .min(cost[row][column - 1] + 3);
        }
    }
    let (mut row, mut column) = (rows - 1, columns - 1);
    let mut pairs = Vec::new();
    while row > 0 || column > 0 {
        let here = cost[row][column];
        if row > 0 && column > 0 {
            let same = wanted[row - 1] == said[column - 1];
            if here == cost[row - 1][column - 1] + if same { 0 } else { 3 } {
                pairs.push((
                    Some(wanted[row - 1].clone()),
                    Some(said[column - 1].to_owned()),
                ));
                row -= 1;
                column -= 1;
                continue;
            }
        }
        if row > 0 && here == cost[row - 1][column] + 1 {
            pairs.push((Some(wanted[row - 1].clone()), None));
            row -= 1;
        } else {
            pairs.push((None, Some(said[column - 1].to_owned())));
            column -= 1;
        }
    }
    pairs.reverse();
    pairs
}

/// Whether a passage is meant to be the claim's quotation.
fn bound_to(
    asked: Asked<'_>,
    range: &Range<usize>,
    fit: &Match,
    by: &[EntityIndex],
) -> Result<(), String> {
    let scene = asked.scene;
    if fit.agree == 0 {
        return Err("it shares no word with it".to_owned());
    }
    if fit.bits {
        return Err("it holds only a few of the words, among others".to_owned());
    }
    let sentence = scene.sentence_of(range.start);
    let all = scene.words.of_sentence(sentence);
    let speaker = speakers(asked, range).iter().any(|who| by.contains(who));
    let event = asked.claim.event.is_some_and(|event| {
        scene
            .instances_in(all.clone())
            .iter()
            .any(|instance| instance.event == Some(event))
            || scene.story.events[event]
                .who
                .iter()
                .filter(|who| {
                    scene
                        .entities_in(all.clone())
                        .any(|mention| mention.entity == **who)
                })
                .count()
                >= 2
    });
    let long = range.len() >= 3 || fit.agree >= 2;
    // A word or two between quotation marks is this quotation only from the right mouth, on the right event.
    if !long && !(fit.verbatim && speaker && event) {
        return Err("too few words to tell which quotation it is".to_owned());
    }
    let enough = if fit.verbatim {
        0.5
    } else if speaker && event {
        0.3
    } else {
        0.6
    };
    if fit.share + 1e-9 < enough {
        return Err("it shares too few words with it".to_owned());
    }
    if !(speaker || event || fit.share >= 0.8 && fit.agree >= 4) {
        return Err("neither speaker nor event stand with it".to_owned());
    }
    Ok(())
}

/// Who is said to have said it: the clause's speaker, else the persons and bodies named in its sentence.
fn speakers(asked: Asked<'_>, range: &Range<usize>) -> Vec<EntityIndex> {
    let scene = asked.scene;
    if let Some(span) = scene.stance(range.start).1 {
        let named = scene.speaker(span);
        if !named.is_empty() {
            return named;
        }
    }
    let words = scene.words;
    let all = scene.sentence_at(range.start);
    let verbs = |i: usize| {
        matches!(
            words.at(i),
            "said"
                | "says"
                | "called"
                | "described"
                | "added"
                | "told"
                | "summed"
                | "wrote"
                | "termed"
                | "characterised"
                | "characterized"
                | "labelled"
                | "labeled"
                | "stated"
                | "declared"
                | "announced"
        )
    };
    let mut found: Vec<(usize, EntityIndex)> = Vec::new();
    for mention in scene.entities_in(all.clone()) {
        if range.contains(&mention.words.start) || !scene.acts(mention.entity) {
            continue;
        }
        let verb = (mention.words.end..(mention.words.end + 3).min(all.end)).find(|&i| verbs(i));
        let inverted = (1..=2).any(|back| {
            matches!(
                words.near(mention.words.start, -back),
                "said" | "says" | "added"
            )
        });
        if let Some(verb) = verb {
            found.push((verb - mention.words.end, mention.entity));
        } else if inverted {
            found.push((1, mention.entity));
        }
    }
    found.sort_unstable();
    found
        .into_iter()
        .map(|(_, entity)| entity)
        .take(1)
        .collect()
}

fn judged(
    asked: Asked<'_>,
    range: &Range<usize>,
    fit: &Match,
    wanted: &[String],
    by: &[EntityIndex],
    span: Span,
) -> Judged {
    let speakers = speakers(asked, range);
    let other =
        !by.is_empty() && !speakers.is_empty() && !speakers.iter().any(|who| by.contains(who));
    if fit.verbatim {
        if other {
            return Judged::wrong(Fault::Speaker).noted("the words are right, the speaker is not");
        }
        let judged = Judged::new(Verdict::Supported);
        return if range.len() < wanted.len() {
            judged.noted("with words left out")
        } else {
            judged
        };
    }
    // Words in brackets are the editor's, and say so.
    let text = span.of(asked.scene.text);
    let bracketed = |word: &str| {
        text.split('[').skip(1).any(|rest| {
            rest.split(']')
                .next()
                .is_some_and(|inside| words::fold(inside).iter().any(|inside| inside == word))
        })
    };
    let little = |word: &Option<String>| {
        word.as_ref()
            .is_none_or(|word| SMALL.has(word.as_str()) && !NEGATIONS.has(word.as_str()))
    };
    let wrong: Vec<String> = fit
        .differs
        .iter()
        .filter(|(want, is)| !(little(want) && little(is)))
        .filter(|(_, is)| is.as_deref().is_none_or(|is| !bracketed(is)))
        .map(|(want, is)| match (want, is) {
            (Some(want), Some(is)) => format!("«{is}» for «{want}»"),
            (_, Some(is)) => format!("«{is}» put in"),
            (Some(want), None) => format!("«{want}» left out"),
            (None, None) => String::new(),
        })
        .collect();
    if wrong.is_empty() {
        return Judged::new(Verdict::Supported)
            .noted("with words in brackets or little words changed");
    }
    if other {
        return Judged::new(Verdict::Stated).noted("another speaker's words");
    }
    Judged::wrong(Fault::Quote).noted(wrong.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fit(wanted: &str, said: &str) -> Match {
        let said = words::fold(said);
        Match::of(
            &words::fold(wanted),
            &said.iter().map(String::as_str).collect::<Vec<_>>(),
        )
    }

    #[test]
    fn leaving_words_out_is_verbatim_and_changing_them_is_not() {
        assert!(fit("we were lucky, very lucky indeed", "we were lucky … indeed").verbatim);
        let changed = fit(
            "we were lucky, very lucky indeed",
            "we were happy, very lucky indeed",
        );
        assert!(!changed.verbatim);
        assert_eq!(
            changed.differs,
            [(Some("lucky".to_owned()), Some("happy".to_owned()))]
        );
    }
}
