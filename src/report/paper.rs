//! Words, colours and columns of the terminal report.

use anstyle::AnsiColor;
use anstyle::Style;
use unicode_width::UnicodeWidthChar;
use unicode_width::UnicodeWidthStr;

use crate::finding::Fault;
use crate::finding::Finding;
use crate::finding::Verdict;
use crate::span::is_unseen;

pub(super) const WRONG: Style = AnsiColor::BrightRed.on_default().bold();
pub(super) const WARN: Style = AnsiColor::Yellow.on_default().bold();
pub(super) const RIGHT: Style = AnsiColor::Green.on_default();
pub(super) const FAINT: Style = AnsiColor::BrightBlack.on_default();
pub(super) const FRAME: Style = AnsiColor::BrightBlue.on_default().bold();
pub(super) const STRONG: Style = Style::new().bold();

/// `text` in a style.
pub(super) fn paint(style: Style, text: &str) -> String {
    format!("{style}{text}{style:#}")
}

/// Text for a terminal without what would steer it: of other people's words no control character but the styles of this
/// module, and no mark that turns the direction of print, gets there.
pub fn safe(text: String) -> String {
    let steers = |c: char| c.is_control() && c != '\n' || is_unseen(c);
    if !text.contains(steers) {
        return text;
    }
    let mut safe = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some(at) = rest.find(steers) {
        safe.push_str(&rest[..at]);
        let mark = rest[at..].chars().next().unwrap_or_default();
        let style = style(&rest[at..]);
        if style > 0 {
            safe.push_str(&rest[at..at + style]);
        } else if mark == '\t' {
            safe.push(' ');
        } else if mark.is_control() {
            safe.push('\u{fffd}');
        }
        rest = &rest[at + style.max(mark.len_utf8())..];
    }
    safe.push_str(rest);
    safe
}

/// How long the style is that opens a text: `ESC [ 1 ; 31 m`; 0 if there is none. Unit: bytes.
fn style(text: &str) -> usize {
    let Some(codes) = text.strip_prefix("\u{1b}[") else {
        return 0;
    };
    let end = codes.find(|c: char| !(c.is_ascii_digit() || c == ';'));
    match end {
        Some(end) if codes[end..].starts_with('m') => 2 + end + 1,
        _ => 0,
    }
}

/// A section's heading.
pub(super) fn heading(text: &str) -> String {
    paint(STRONG, text)
}

/// How a finding counts in the report: names and words have a ledger of their own, and what is ignored has none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Ledger {
    Fact,
    Spelling,
    Wording,
    Ignored,
}

pub(super) fn ledger(finding: &Finding) -> Ledger {
    if finding.ignored.is_some() || finding.ruling.as_deref() == Some("overturn") {
        return Ledger::Ignored;
    }
    match finding.fault {
        Some(Fault::Spelling) => Ledger::Spelling,
        Some(Fault::Wording) => Ledger::Wording,
        _ => Ledger::Fact,
    }
}

/// One column wide.
pub(super) fn symbol(finding: Option<&Finding>) -> String {
    let Some(finding) = finding else {
        return paint(FAINT, "·");
    };
    match ledger(finding) {
        Ledger::Ignored => return paint(FAINT, "i"),
        Ledger::Spelling => return paint(WARN, "s"),
        Ledger::Wording => return paint(WARN, "w"),
        Ledger::Fact => {}
    }
    match finding.verdict {
        Verdict::Supported => paint(RIGHT, "✓"),
        Verdict::Contradicted => paint(WRONG, "✗"),
        Verdict::Mixed => paint(WRONG, "±"),
        Verdict::Outdated => paint(WARN, "↓"),
        Verdict::Vague => paint(FAINT, "~"),
        Verdict::Stated => paint(FAINT, "="),
        Verdict::Pending => paint(FAINT, "?"),
        Verdict::Silent => paint(FAINT, "·"),
    }
}

/// What a source states, for a sentence to go on behind it; somebody's words between quotation marks.
pub(super) fn stated(words: &str, quote: bool) -> String {
    let words = words.trim_end_matches([',', ';', ':', ' ']);
    if quote && !words.starts_with(['“', '"']) {
        return format!("“{words}”");
    }
    words.to_owned()
}

/// The claim's name within its story.
pub(super) fn claim_name(id: &str) -> &str {
    id.split_once('/').map_or(id, |(_, claim)| claim)
}

/// `text` filled up to `columns`, or cut at its end.
pub(super) fn left(text: &str, columns: usize) -> String {
    let cut = clip(text, columns);
    let fill = columns.saturating_sub(cut.width());
    cut + &" ".repeat(fill)
}

/// `text` filled up to `columns`, or cut at its start: what tells paths apart is their end.
pub(super) fn left_by_end(text: &str, columns: usize) -> String {
    if text.width() <= columns {
        return left(text, columns);
    }
    let mut room = columns.saturating_sub(1);
    let mut start = text.len();
    for (at, c) in text.char_indices().rev() {
        let wide = c.width().unwrap_or(0);
        if wide > room {
            break;
        }
        room -= wide;
        start = at;
    }
    left(&format!("…{}", &text[start..]), columns)
}

/// `text`, at most `columns` wide.
pub(super) fn clip(text: &str, columns: usize) -> String {
    if text.width() <= columns {
        return text.to_owned();
    }
    let mut room = columns.saturating_sub(1);
    let mut cut = String::new();
    for c in text.chars() {
        let wide = c.width().unwrap_or(0);
        if wide > room {
            break;
        }
        room -= wide;
        cut.push(c);
    }
    cut.push('…');
    cut
}

/// «1 source», «2 sources».
pub(super) fn counted(n: u64, noun: &str) -> String {
    let s = if n == 1 { "" } else { "s" };
    format!("{n} {noun}{s}")
}

/// Breaks `text` into lines of at most `columns` at spaces, lines but the first shorter by `indent`; a longer word stands
/// alone. Byte ranges, spaces between lines left out. Spaces inside one of `whole` don't break.
pub(super) fn wrap(
    text: &str,
    columns: usize,
    indent: usize,
    whole: &[std::ops::Range<usize>],
) -> Vec<std::ops::Range<usize>> {
    let rest = columns.saturating_sub(indent);
    let kept = |at: usize| {
        let mut whole = whole.iter();
        whole.any(|range| range.start < at && at < range.end && text[range.clone()].width() <= rest)
    };
    let mut lines = Vec::new();
    let mut start = 0;
    let mut fits = 0;
    let breaks = text.match_indices(' ').map(|(at, _)| at);
    for at in breaks.filter(|&at| !kept(at)).chain([text.len()]) {
        let room = if lines.is_empty() { columns } else { rest };
        if text[start..at].width() > room && fits > start {
            lines.push(start..fits);
            start = fits + 1;
        }
        fits = at;
    }
    lines.push(start..text.len());
    lines.retain(|line| !line.is_empty());
    lines
}

/// `text` broken at `columns`, lines but the first indented by `indent` spaces.
pub fn hang(text: &str, columns: usize, indent: usize) -> String {
    let lines = wrap(text, columns, indent, &[]);
    let lines: Vec<&str> = lines.into_iter().map(|line| &text[line]).collect();
    lines.join(&format!("\n{}", " ".repeat(indent)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_break_at_spaces_but_not_inside_what_is_pointed_at() {
        let text = "they talked for 53 minutes on Monday";
        let lines = |whole: &[std::ops::Range<usize>]| -> Vec<&str> {
            wrap(text, 19, 0, whole)
                .into_iter()
                .map(|line| &text[line])
                .collect()
        };
        assert_eq!(lines(&[]), ["they talked for 53", "minutes on Monday"]);
        let value = 16..26;
        assert_eq!(&text[value.clone()], "53 minutes");
        assert_eq!(
            lines(&[value]),
            ["they talked for", "53 minutes on", "Monday"]
        );
    }

    #[test]
    fn what_steers_a_terminal_stays_out_of_it_and_styles_stay_in() {
        let red = paint(WRONG, "no");
        let told = format!("{red} Harbour\u{202e} Post\u{1b}[2J\u{7}\u{1b}]0;x\tend\n");
        assert_eq!(
            safe(told),
            format!("{red} Harbour Post\u{fffd}[2J\u{fffd}\u{fffd}]0;x end\n")
        );
    }

    #[test]
    fn paths_keep_their_end_and_names_their_start() {
        assert_eq!(left_by_end("corpus/beijing/one.txt", 12), "…ing/one.txt");
        assert_eq!(left("The Harbour Herald", 12), "The Harbour…");
        assert_eq!(left("“好”", 5), "“好” ");
    }
}
