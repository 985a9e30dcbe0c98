//! Numbers that tell how a game or a vote went: «7-6 (5)», «245 for 6», «passed by 8 to 1».
//!
//! In: the tokens of a sentence and where a number stands. Out: whether it is one of these.

use crate::lex::count;
use crate::lex::fold::flag;
use crate::lex::token::Kind;
use crate::lex::token::Words;
use crate::lex::token::back;
use crate::lex::wordset::Set;
use crate::lex::wordset::set;

/// «the Dolphins (7-9)», «245 for 6»: how games and votes went.
pub(super) fn is_one(words: Words<'_>, i: usize, end: usize) -> bool {
    let before = back(i);
    let bracketed = words.kind(before) == Kind::Open && words.kind(end) == Kind::Close;
    let games = bracketed && (i..end).any(|k| words.kind(k) == Kind::Dash && words.glued(k));
    // «Okoro (4/95)».
    let figures = bracketed
        && words.kind(i + 1) == Kind::Slash
        && words.glued(i + 1)
        && end == i + 3
        && words.width(i + 2) > 1
        && words.capital(back(before));
    // «passed by 8 to 1»: how a vote went.
    let voted = |by: usize| {
        words.is(by, "by")
            && words.any(
                back(by),
                set![
                    "passed approved rejected carried won lost voted beaten defeated upheld backed adopted ruled decided divided \
                     ratified dismissed"
                ],
            )
    };
    let second = words.is(before, "to") && voted(back(back(before)));
    let vote = words.kind(i) == Kind::Digits
        && !words.has(end, flag::UNIT)
        && count::noun(words, end).is_none()
        && (second || voted(before) && words.is(end, "to") && words.kind(end + 1) == Kind::Digits);
    // «beat Fallon 28 to 14».
    let beat = words.is(before, "to")
        && words.kind(back(before)) == Kind::Digits
        && (3..=8).any(|k| {
            words.any(
                i.wrapping_sub(k),
                set!["beat beats beating beaten defeated defeating thrashed downed edged outscored trailed led"],
            )
        })
        && count::noun(words, end).is_none()
        && !words.has(end, flag::UNIT);
    // «six under par».
    let par = words.any(end, set!["under", "over"]) && words.is(end + 1, "par");
    // «7-6 (5)».
    let tie = bracketed
        && words.kind(back(before)) == Kind::Digits
        && words.kind(back(back(before))) == Kind::Dash
        && words.glued(back(before));
    // «all out for 432», «bowled out for 88», «not out 139», «211 all out».
    let ends = !words.has(end, flag::UNIT) && count::noun(words, end).is_none();
    let lead = |k: usize, last: &'static str, first: &'static Set| {
        words.is(k, last) && words.any(back(k), first)
    };
    let innings = words.kind(i) == Kind::Digits
        && ends
        && (words.is(before, "for")
            && lead(
                back(before),
                "out",
                set!["all bowled was were is run caught"],
            )
            || lead(before, "out", set!["not"])
            || lead(end + 1, "out", set!["all"]));
    let wickets = |k: usize| {
        words.is(k, "for")
            && words.kind(back(k)) == Kind::Digits
            && words.kind(k + 1) == Kind::Digits
            && words.width(k + 1) < 3
            && matches!(
                words.kind(k + 2),
                Kind::Comma | Kind::Stop | Kind::None | Kind::Close
            ) | words.any(k + 2, set!["and", "from", "off", "in"])
    };
    games
        || par
        || words.kind(i) == Kind::Digits && beat
        || figures
        || tie
        || vote
        || innings
        || words.kind(i) == Kind::Digits && (wickets(end) || wickets(before))
}
