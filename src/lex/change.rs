//! «Rose by 11 to 840»: a step and the new level, which are two values and no range.
//!
//! In: the tokens of a sentence, the index where the lower number of «A to B» starts, and both numbers. Out: whether A is how
//! far something moved and B where it stands now. Without a verb or noun of change before it, «A to B» is a range.

use super::cue;
use super::fold::flag;
use super::token::Kind;
use super::token::Words;
use super::token::back;
use super::wordset::Set;
use super::wordset::set;

/// Verbs of change beside those of [`cue::CHANGE`].
const MOVED: &Set = set![
    "gained gain gains gaining lost lose loses losing added add adds adding shed sheds shedding slipped slip slips slipping eased \
     ease eases dipped dip dips tumbled tumble tumbles plunged plunge plunges advanced advance advances declined decline declines \
     rallied rally rallies slid slide slides sank sink sinks spiked leapt rocketed plummeted swelled shrank swung edged inched \
     crept ticked retreated rebounded firmed softened weakened strengthened widened narrowed deepened expanded ballooned higher lower"
];

/// Nouns of change, before «of».
const STEPS: &Set = set![
    "rise fall gain drop loss increase decrease jump decline dip slide advance climb surge cut hike"
];

/// How the two numbers of «A to B» are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Written {
    /// One unit for both: «5 to 7 percent», «10 to 15 miles».
    Shared,
    /// What they count is told once: «11 to 840 people».
    Counted,
    /// No unit and no noun: «40 to 8,200».
    Bare,
    /// Each has its own: «$2 to $31», «4 million to 62 million».
    Each,
}

/// Whether «A to B» from `i` on tells a step and a level. A range is seldom so wide as the way from a step to its level.
pub(super) fn is_step(words: Words<'_>, i: usize, lo: f64, hi: f64, written: Written) -> bool {
    let times = match written {
        Written::Shared => return false,
        Written::Counted => 4.0,
        Written::Bare | Written::Each => 2.0,
    };
    let Some(by) = moved(words, i) else {
        return false;
    };
    // «Fares rise by £2 to £3» is a range, «shares fell $20 to $31» is none.
    let near = hi <= times * lo;
    if written == Written::Each {
        !(near && by)
    } else {
        !near
    }
}

/// Whether a verb or a noun of change tells of the number at `i`; inside, whether with «by» or «of».
fn moved(words: Words<'_>, i: usize) -> Option<bool> {
    /// How many tokens stand between verb and number: «rose in early trade by as much as 0.7 per cent or 49 to 6,728».
    const FAR: usize = 12;
    let mut by = false;
    let mut k = i;
    for _ in 0..FAR {
        if k == 0 {
            return None;
        }
        k -= 1;
        if words.cue(k) & cue::CHANGE != 0 || words.any(k, MOVED) {
            return Some(by);
        }
        if words.is(k, "of") {
            return words.any(back(k), STEPS).then_some(true);
        }
        by |= words.is(k, "by");
        let passes = words.has(k, flag::HEDGE | flag::NUMBER)
            || words.any(
                k,
                set!["by or another further only per cent percent pct early late trade trading points basis"],
            )
            || words.str(k).ends_with("ly")
            || matches!(words.kind(k), Kind::Percent | Kind::Currency)
            || matches!(words.kind(k), Kind::Stop | Kind::Comma) && words.glued(k) && words.glued(k + 1);
        if !passes || words.any(k, set!["between", "from", "to"]) {
            return None;
        }
    }
    None
}
