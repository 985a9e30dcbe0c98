//! Who says what a sentence says.
//!
//! In: the tokens of a sentence and which of them are quoted. Out: attributions: the speaker's tokens, the tokens of the
//! verb, and the tokens that are the speaker's word. Three orders are read: «police said four died», «four died, police
//! said» (or «said police»), «four, police said, died»; and «according to police».

use std::ops::Range;

use super::clause;
use crate::lex::cue;
use crate::lex::date::DateWord;
use crate::lex::fold::flag;
use crate::lex::token::Kind;
use crate::lex::token::Words;
use crate::lex::token::back;
use crate::lex::wordset::Set;
use crate::lex::wordset::set;

/// One «who said what» of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Attribution {
    /// The speaker's tokens, where the words tell.
    pub(super) speaker: Option<Range<usize>>,
    /// The token of the verb.
    pub(super) verb: usize,
    /// What is the speaker's word; may hold the verb («four, police said, died»).
    pub(super) scope: Range<usize>,
    /// The verb denies it.
    pub(super) denies: bool,
}

/// Longest speaker, in tokens.
const SPEAKER: usize = 16;
/// Longest «on Monday», «in a statement», «reporters in Oslo» between the verb and what is said.
const ADJUNCT: usize = 10;

/// Finds the attributions of a sentence.
pub(super) fn find(words: Words<'_>, quoted: &[bool], out: &mut Vec<Attribution>) {
    out.clear();
    for (at, token) in words.list.iter().enumerate() {
        if token.cue & TELLING != 0 && !quoted[at] {
            out.extend(told(words, quoted, at, token.cue, out.last()));
        }
    }
}

/// Cues of telling.
const TELLING: u32 = cue::ACCORDING | cue::HEARSAY | cue::RUMOUR | cue::SAY | cue::DENY;

/// The attribution that the word at `at` makes, `last` being the one before it. Apart from the loop over all words, of which few
/// tell.
#[inline(never)]
fn told(
    words: Words<'_>,
    quoted: &[bool],
    at: usize,
    cues: u32,
    last: Option<&Attribution>,
) -> Option<Attribution> {
    let hearsay = |scope| Attribution {
        speaker: None,
        verb: at,
        scope,
        denies: false,
    };
    if cues & cue::ACCORDING != 0 && words.is(at + 1, "to") {
        Some(according(words, quoted, at))
    } else if cues & cue::HEARSAY != 0 {
        Some(hearsay(at..clause_end(words, quoted, at)))
    } else if cues & cue::RUMOUR != 0
        && words.any(at + 1, set!["that", "of"])
        && !preceded_by_noun(words, at)
    {
        Some(hearsay(at + 1..hard_end(words, quoted, at)))
    } else if cues & (cue::SAY | cue::DENY) != 0 {
        said(words, quoted, at, cues & cue::DENY != 0, last)
    } else {
        None
    }
}

/// Whose words a quotation is: the attribution next to it, or a verb of naming («described … as»).
pub(super) fn describer(
    words: Words<'_>,
    quoted: &[bool],
    quote: &Range<usize>,
) -> Option<Range<usize>> {
    let from = quote.start.saturating_sub(12);
    let verb = (from..quote.start)
        .rev()
        .find(|&at| words.cue(at) & cue::DESCRIBE != 0 && !quoted[at])?;
    if is_passive(words, verb) {
        let by = (verb + 1..(quote.end + 6).min(words.len()))
            .find(|&at| words.is(at, "by") && !quoted[at])?;
        return phrase_after(words, quoted, by + 1);
    }
    phrase_before(words, quoted, verb)
}

fn according(words: Words<'_>, quoted: &[bool], at: usize) -> Attribution {
    let speaker = phrase_after(words, quoted, at + 2);
    let end = speaker.as_ref().map_or(at + 2, |speaker| speaker.end);
    let leads = at == 0 || words.cue(back(at)) & cue::SPLIT != 0 || words.is(back(at), "and");
    let scope = if leads {
        end..hard_end(words, quoted, end)
    } else {
        hard_start(words, quoted, at)..at
    };
    Attribution {
        speaker,
        verb: at,
        scope,
        denies: false,
    }
}

fn said(
    words: Words<'_>,
    quoted: &[bool],
    at: usize,
    denies: bool,
    last: Option<&Attribution>,
) -> Option<Attribution> {
    if at > 0 && words.is(back(at), "as") && words.is(at, "saying") {
        return as_saying(words, quoted, at);
    }
    let build = |speaker, scope| Attribution {
        speaker,
        verb: at,
        scope,
        denies,
    };
    if is_passive(words, at) {
        // «is said to have», «it is believed that»
        let subject = subject_end(words, at).wrapping_sub(1);
        let hearsay =
            words.is(at + 1, "to") || (words.is(at + 1, "that") && words.is(subject, "it"));
        return hearsay.then(|| build(None, at + 1..clause_end(words, quoted, at + 1)));
    }
    if words.is(at + 1, "by") || is_noun(words, at, quoted) {
        return None; // «claimed by», «the claims»
    }
    if denies && turns_down(words, at) {
        return None;
    }
    let subject = subject_end(words, at);
    if !breaks(words, subject) {
        return subject_said(words, quoted, at, denies, subject);
    }
    let content = |speaker| {
        let from = content_start(words, quoted, at);
        build(speaker, from..hard_end(words, quoted, from))
    };
    if words.str(at).ends_with("ing") {
        // «…, adding that …»
        let speaker = last.and_then(|last| last.speaker.clone());
        return Some(content(speaker.or_else(|| phrase_after(words, quoted, 0))));
    }
    let comma = subject > 0 && words.kind(back(subject)) == Kind::Comma;
    if comma && let Some(speaker) = apposition(words, quoted, subject - 1) {
        // «Hale, a spokesman, said …»
        if !rest_is_adjunct(words, at + 1) {
            return Some(content(Some(speaker)));
        }
        let scope = hard_start(words, quoted, speaker.start)..speaker.start;
        return Some(build(Some(speaker), scope));
    }
    if subject == 0 || words.any(at, set!["put", "puts"]) {
        return None;
    }
    // «…, said Matthew Hale, a spokesman»
    let speaker = phrase_after(words, quoted, at + 1)?;
    Some(build(
        Some(speaker),
        hard_start(words, quoted, subject)..subject,
    ))
}

/// «police said …», «…, police said on Monday», «…, police said, …»: the subject stands right before the verb.
fn subject_said(
    words: Words<'_>,
    quoted: &[bool],
    at: usize,
    denies: bool,
    subject: usize,
) -> Option<Attribution> {
    let build = |speaker, scope| {
        Some(Attribution {
            speaker: Some(speaker),
            verb: at,
            scope,
            denies,
        })
    };
    let speaker = phrase_before(words, quoted, subject)?;
    if speaker.start > 0 && breaks(words, speaker.start) && !denies {
        let start = hard_start(words, quoted, speaker.start);
        if rest_is_adjunct(words, at + 1) {
            let scope = start..speaker.start;
            return build(speaker, scope);
        }
        if words.kind(at + 1) == Kind::Comma && !introduces(words, speaker.start) {
            return build(speaker, start..hard_end(words, quoted, at + 2));
        }
    }
    if rest_is_adjunct(words, at + 1)
        && let Some(start) = bare_speaker(words, quoted, subject)
    {
        return build(start..subject, hard_start(words, quoted, start)..start);
    }
    let from = content_start(words, quoted, at);
    let speech = from > at + 1 || quoted.get(at + 2).copied().unwrap_or(false);
    if !speech && words.any(at, WITH_THAT) {
        return None; // «acknowledged his support», «claimed responsibility»
    }
    build(speaker, from..hard_end(words, quoted, from))
}

/// «A bomb killed 48 people Syrian state television said»: in a text without commas the speaker follows what is said with no
/// mark between. Where the speaker starts: at an article, at a name, or else at the noun itself.
fn bare_speaker(words: Words<'_>, quoted: &[bool], subject: usize) -> Option<usize> {
    const NOUNS: usize = 3;
    if (0..words.len()).any(|at| words.kind(at) == Kind::Comma || quoted[at]) {
        return None;
    }
    let plain = |at: usize| {
        words.kind(at) == Kind::Word
            && matches!(words.date(at), None | Some(DateWord::Feast))
            && words.cue(at) & (cue::SPLIT | cue::SAY | cue::BE) == 0
    };
    let article = |at: usize| words.any(at, set!["the", "a", "an", "his", "her", "their", "its"]);
    let noun = back(subject);
    if !plain(noun) || article(noun) {
        return None;
    }
    // Nouns back to the first capital or article, then all capitals and what links them: «the Observatory for Human Rights».
    let mut start = noun;
    while !words.capital(start) && !article(start) {
        let before = back(start);
        if start == 0 || noun - start >= NOUNS || !(plain(before) || article(before)) {
            start = noun;
            break;
        }
        start = back(start);
    }
    while words.capital(start) && start > 0 {
        let before = back(start);
        let linked = words.any(before, set!["of", "for"]) && words.capital(back(before));
        if !(article(before) || linked || words.capital(before) && plain(before)) {
            break;
        }
        start = if linked { back(before) } else { before };
    }
    let joined = words.any(
        back(start),
        set![
            "what", "that", "which", "who", "whom", "than", "as", "if", "when", "before", "after",
            "like", "and", "but", "of", "in", "to", "by", "with", "from"
        ],
    );
    let counted = words.kind(back(start)) == Kind::Digits;
    (start > 3 && !joined && !counted).then_some(start)
}

/// «Voters rejected the deal on 2 October», «the court dismissed the appeal»: what is turned down is a thing and no statement, so
/// nothing is said to be untrue.
fn turns_down(words: Words<'_>, at: usize) -> bool {
    let verb = set!["rejected rejects rejecting dismissed dismisses dismissing"];
    let statement = set![
        "that as claim claims report reports rumour rumours rumor rumors allegation allegations accusation accusations suggestion suggestions idea notion assertion assertions story stories speculation account accounts figure figures number numbers estimate estimates version having being it them this talk"
    ];
    words.any(at, verb)
        && !(at + 1..at + 8)
            .take_while(|&k| words.kind(k) == Kind::Word)
            .any(|k| words.any(k, statement))
}

/// «was quoted by the agency as saying», «television quoted the centre as saying»: `at` is «saying».
fn as_saying(words: Words<'_>, quoted: &[bool], at: usize) -> Option<Attribution> {
    let verb = (at.saturating_sub(12)..at).find(|&k| words.any(k, set!["quoted", "cited"]))?;
    let speaker = if is_passive(words, verb) {
        phrase_before(words, quoted, subject_end(words, verb))
    } else {
        phrase_after(words, quoted, verb + 1).map(|range| range.start..range.end.min(at - 1))
    };
    let scope = if rest_is_adjunct(words, at + 1) {
        hard_start(words, quoted, at)..at
    } else {
        at + 1..hard_end(words, quoted, at + 1)
    };
    Some(Attribution {
        speaker,
        verb: at,
        scope,
        denies: false,
    })
}

/// Whether a comma, a quotation mark or nothing stands before token `at`.
fn breaks(words: Words<'_>, at: usize) -> bool {
    at == 0
        || matches!(
            words.kind(back(at)),
            Kind::Comma
                | Kind::QuoteClose
                | Kind::Quote
                | Kind::Apostrophe
                | Kind::Dash
                | Kind::End
        )
}

/// The token after the subject of the verb at `at`: before its auxiliaries and adverbs.
fn subject_end(words: Words<'_>, at: usize) -> usize {
    let mut end = at;
    while end > 0 {
        let before = end - 1;
        let helper = words.any(before, set!["has have had also later earlier then now first once again is was were are been still repeatedly"]) || (words.str(before).ends_with("ly")
            && !words.capital(before)
            && words.kind(before) == Kind::Word);
        if !helper {
            break;
        }
        end = before;
    }
    end
}

fn is_passive(words: Words<'_>, at: usize) -> bool {
    (at.saturating_sub(3)..at)
        .rev()
        .take_while(|&k| {
            words.cue(k) & cue::BE != 0
                || words.str(k).ends_with("ly")
                || words.any(k, set!["also", "first", "widely", "later", "only"])
        })
        .any(|k| words.cue(k) & cue::BE != 0)
}

/// «amid reports», «the claims», «United States»: not the verb.
fn is_noun(words: Words<'_>, at: usize, quoted: &[bool]) -> bool {
    let ambiguous = words.any(at, set!["reports claims estimates notes states thought believed understood put puts added adds report posted estimated maintained hailed raised noted disputed disputes suggested"]);
    if !ambiguous {
        // «the reported meeting», «an alleged …»
        return words.str(at).ends_with("ed")
            && words.any(
                at.wrapping_sub(1),
                set!["the a an its his her their this of by"],
            );
    }
    if words.any(at, set!["put", "puts"]) {
        return !(at + 1..(at + 8).min(words.len())).any(|k| words.is(k, "at"));
    }
    let speech = words.is(at + 1, "that")
        || words.kind(at + 1) == Kind::None
        || matches!(words.kind(at + 1), Kind::Stop | Kind::Comma | Kind::Colon)
        || quoted.get(at + 2).copied().unwrap_or(false);
    let before = at.wrapping_sub(1);
    let pronoun = words.any(before, set!["he", "she", "they", "it"]);
    let noun = words.kind(before) == Kind::Word && !words.has(before, flag::FUNCTION);
    let body = words.any(
        before,
        set!["officials police authorities agency media television tv"],
    );
    let verb = words.any(
        at,
        set!["estimated added noted suggested disputed claims reports estimates"],
    );
    !(speech && (noun || pronoun) || verb && (pronoun || body))
}

fn preceded_by_noun(words: Words<'_>, at: usize) -> bool {
    // «state media reports that»: then it is the verb
    words.any(
        at.wrapping_sub(1),
        set!["media agency television tv he she police newspaper"],
    )
}

/// Whether only «on Monday», «in a statement», «reporters in Oslo» stand between `from` and the end of the sentence.
fn rest_is_adjunct(words: Words<'_>, from: usize) -> bool {
    let mut end = words.len();
    while end > from
        && matches!(
            words.kind(back(end)),
            Kind::Stop | Kind::End | Kind::QuoteClose | Kind::Quote
        )
    {
        end -= 1;
    }
    if end == from {
        return true;
    }
    // «…, police said, while …», «…, the mayor told local radio, adding that …»: the rest is another thought.
    let parts = |k: usize| {
        let cues = words.cue(k + 1);
        cues & (cue::SPLIT | cue::SPLIT_AFTER_COMMA) != 0 || words.str(k + 1).ends_with("ing")
    };
    end = (from..end)
        .find(|&k| words.kind(k) == Kind::Comma && parts(k))
        .unwrap_or(end);
    if end == from {
        return true;
    }
    if end - from > 2 * ADJUNCT || (from..end).any(|k| words.is(k, "that")) {
        return false;
    }
    let day = words.has(from, flag::DATE) && words.capital(from);
    words.any(from, ADJUNCTS) || day || words.is(from - 1, "told")
}

/// Verbs that tell what somebody said only where «that» or a quotation follows.
const WITH_THAT: &Set = set![
    "acknowledged acknowledges admitted admits warned warns revealed reveals conceded claimed stressed suggested indicated indicates recalled recalls observed noted alleged alleges explained explains insisted insists argued argues emphasised emphasized disclosed predicted predicts declared declares concluded posted wrote maintained testified"
];

const ADJUNCTS: &Set = set![
    "on in at late early earlier later by to during after via from before yesterday today reporters last this while when through over of about as shortly then again afterwards afterward"
];

/// The first token of what is said after the verb at `at`: after «that» if it stands near, else after the verb (and
/// after whom it is told).
fn content_start(words: Words<'_>, quoted: &[bool], at: usize) -> usize {
    let near = (at + 1..(at + 1 + ADJUNCT).min(words.len())).take_while(|&k| !quoted[k]);
    near.clone()
        .find(|&k| words.is(k, "that"))
        .map_or(at + 1, |that| that + 1)
}

/// «On Monday, officials said, …»: what stands before the comma is no content.
fn introduces(words: Words<'_>, speaker: usize) -> bool {
    speaker <= 4
        && words.any(
            0,
            set!["on in at late early speaking earlier meanwhile however later"],
        )
}

/// «Hale, a spokesman for the port,»: the speaker in front of the comma at `comma`, with the apposition.
fn apposition(words: Words<'_>, quoted: &[bool], comma: usize) -> Option<Range<usize>> {
    let open = (comma.saturating_sub(SPEAKER)..comma)
        .rev()
        .find(|&k| words.kind(k) == Kind::Comma)?;
    if quoted[comma - 1] {
        return None;
    }
    let inner = open + 1;
    let name = phrase_before(words, quoted, open)?;
    let named = name.clone().any(|k| words.capital(k));
    let proper =
        |mut range: Range<usize>| range.all(|k| words.capital(k) || words.has(k, flag::FUNCTION));
    let described = words.any(inner, set!["a an the who his her its one another"])
        || words.kind(inner) == Kind::Digits
        || words.str(inner).starts_with(char::is_lowercase);
    // «Hale, Governor of the island, said», «the head of the port, Tomas Hale, said»
    let titled = proper(name.clone()) || (comma - inner <= 4 && proper(inner..comma));
    let leads = described || (titled && name.start <= hard_start(words, quoted, name.start) + 2);
    (leads && named).then_some(name.start..comma)
}

/// The noun phrase that ends before token `end`.
fn phrase_before(words: Words<'_>, quoted: &[bool], end: usize) -> Option<Range<usize>> {
    let mut end = end;
    if words.is(end.wrapping_sub(1), "who") || words.is(end.wrapping_sub(1), "which") {
        // «Hale, who said …»; «…, which the ministry called» has its subject after «which».
        end -= 1;
        if words.kind(end.wrapping_sub(1)) == Kind::Comma {
            end -= 1;
        }
    }
    let mut start = end;
    while start > 0 && end - start < SPEAKER {
        let at = start - 1;
        let stops = quoted[at]
            || words.cue(at) & (cue::SPLIT | cue::SAY) != 0 && !words.capital(at)
            || words.cue(at) & cue::BE != 0 && !words.is(at, "'s")
            || words.any(at, set!["that which who what as where how why"])
            || match words.kind(at) {
                Kind::Word | Kind::Digits => false,
                Kind::Dash => !clause::is_hyphen(words, at),
                Kind::Stop => {
                    !(words.glued(at)
                        && words.kind(at - usize::from(at > 0)) == Kind::Word
                        && words.width(back(at)) <= 4)
                }
                _ => true,
            };
        if stops {
            break;
        }
        start = at;
    }
    while start < end && (words.any(start, set!["and but or so on in at then also"])) {
        start += 1;
    }
    (start < end).then_some(start..end)
}

/// The noun phrase that starts at token `start`.
fn phrase_after(words: Words<'_>, quoted: &[bool], start: usize) -> Option<Range<usize>> {
    let mut end = start;
    while end < words.len() && end - start < SPEAKER {
        let stops = quoted[end]
            || words.cue(end) & cue::SPLIT != 0
            || words.cue(end) & (cue::SAY | cue::BE | cue::FUTURE) != 0
                && end > start
                && !words.is(end, "'s")
            || words.any(end, set!["that which who on as has had have"]) && end > start
            || match words.kind(end) {
                Kind::Word | Kind::Digits => false,
                Kind::Dash => !clause::is_hyphen(words, end),
                Kind::Stop => {
                    words.kind(end + 1) == Kind::None || words.width(end - usize::from(end > 0)) > 4
                }
                _ => true,
            };
        if stops {
            break;
        }
        end += 1;
    }
    let named = words.kind(start) == Kind::Word
        && (!words.has(start, flag::FUNCTION)
            || words.any(start, set!["the his her its their he she they it our my"]));
    (start < end && named).then_some(start..end)
}

/// Where a thought of its own starts before `at`: after «;», «but», or at the start.
fn hard_start(words: Words<'_>, quoted: &[bool], at: usize) -> usize {
    (0..at)
        .rev()
        .find(|&k| !quoted[k] && is_hard(words, k))
        .map_or(0, |bound| bound + 1)
}

/// Where it ends after `at`.
fn hard_end(words: Words<'_>, quoted: &[bool], at: usize) -> usize {
    (at..words.len())
        .find(|&k| !quoted[k] && k > at && is_hard(words, k))
        .unwrap_or(words.len())
}

fn is_hard(words: Words<'_>, at: usize) -> bool {
    let comma = words.kind(at.wrapping_sub(1)) == Kind::Comma;
    words.kind(at) == Kind::Semicolon
        || (comma
            && words.any(
                at,
                set!["but", "while", "whereas", "although", "though", "yet"],
            ))
}

/// The end of the clause that `at` is in.
pub(super) fn clause_end(words: Words<'_>, quoted: &[bool], at: usize) -> usize {
    let here = quoted.get(at).copied();
    (at + 1..words.len())
        .find(|&k| clause::bounds(words, k) || quoted.get(k).copied() != here)
        .unwrap_or(words.len())
}
