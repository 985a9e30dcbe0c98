//! Draws a finding: the source's words with a caret, the rule's line, stated against expected.

use std::fmt::Write as _;
use std::ops::Range;

use unicode_width::UnicodeWidthStr;

use crate::finding::ClaimRecord;
use crate::finding::Evidence;
use crate::finding::Finding;
use crate::finding::Verdict;
use crate::report::paper;
use crate::report::paper::FRAME;
use crate::report::paper::STRONG;
use crate::report::paper::WARN;
use crate::report::paper::WRONG;
use crate::report::paper::paint;

/// A finding, other sources that are copies with the same finding, and the claim it is about.
pub(super) struct Discrepancy<'r> {
    pub(super) finding: &'r Finding,
    pub(super) claim: Option<&'r ClaimRecord>,
    /// Where its source stands: the file, and the record in it.
    pub(super) place: String,
    /// Ids of copies that say the same.
    pub(super) copies: Vec<&'r str>,
}

/// Columns of line numbers before the frame.
const GUTTER: usize = 4;

/// Words before and after the evidence that are shown at most. Unit: lines.
const LINES_AROUND: usize = 3;

pub(super) fn draw(found: &Discrepancy<'_>, width: usize) -> String {
    let finding = found.finding;
    let style = match finding.verdict {
        Verdict::Contradicted | Verdict::Mixed => WRONG,
        _ => WARN,
    };
    let mut drawn = title(found, style, width);
    let evidence = deciding(finding);
    for (index, group) in by_sentence(&evidence).into_iter().enumerate() {
        let outlet = finding.outlet.as_deref().filter(|_| index == 0);
        sentence(&mut drawn, &group, &found.place, outlet, width);
    }
    if let Some(claim) = found.claim {
        rule(&mut drawn, claim, width);
    }
    footer(&mut drawn, found, &evidence, width);
    drawn
}

/// `contradicted[value]: xi-meeting.lasted: says 53 minutes, expected 35 minutes`.
fn title(found: &Discrepancy<'_>, style: anstyle::Style, width: usize) -> String {
    let finding = found.finding;
    let word = finding.verdict.word();
    let kind = finding
        .fault
        .map_or(String::new(), |fault| format!("[{}]", fault.word()));
    let mut says = paper::claim_name(&finding.claim).to_owned();
    if let Some(stated) = &finding.stated {
        let both = if finding.verdict == Verdict::Mixed {
            "says both right and "
        } else {
            "says "
        };
        let quote = found.claim.is_some_and(|claim| claim.kind == "quote");
        let _ = write!(says, ": {both}{}", paper::stated(stated, quote));
    }
    if let Some(expected) = &finding.expected {
        let then = if finding.stated.is_some() {
            ", expected"
        } else {
            ": expected"
        };
        let _ = write!(says, "{then} {expected}");
        if finding.verdict == Verdict::Outdated {
            says.push_str(" by then");
        }
    }
    // Styles have no width, so the line is broken before it is painted.
    let head = word.len() + kind.len();
    let line = paper::hang(&format!("{} {says}", "x".repeat(head + 1)), width, 6);
    let says = line[head + 2..].to_owned();
    format!(
        "{} {}\n",
        paint(style, &format!("{word}{kind}:")),
        paint(STRONG, &says)
    )
}

/// The evidence that speaks for the verdict: for a contradiction the wrong ones, for both at once all.
fn deciding(finding: &Finding) -> Vec<&Evidence> {
    let speaks = |evidence: &&Evidence| match finding.verdict {
        Verdict::Mixed => matches!(evidence.verdict, Verdict::Supported | Verdict::Contradicted),
        verdict => evidence.verdict == verdict,
    };
    let chosen: Vec<&Evidence> = finding.evidence.iter().filter(speaks).collect();
    if chosen.is_empty() {
        return finding.evidence.iter().collect();
    }
    chosen
}

/// Evidence of one sentence together, in order of position.
fn by_sentence<'e>(evidence: &[&'e Evidence]) -> Vec<Vec<&'e Evidence>> {
    let mut groups: Vec<Vec<&Evidence>> = Vec::new();
    let mut ordered = evidence.to_vec();
    ordered.sort_by_key(|one| (one.start, one.end));
    for one in ordered {
        let sentence_start = |one: &Evidence| one.start.checked_sub(one.sentence_offset);
        match groups.last_mut() {
            Some(group) if sentence_start(group[0]) == sentence_start(one) => group.push(one),
            _ => groups.push(vec![one]),
        }
    }
    groups
}

/// A sentence on one line, with places mapped to it.
struct Flat {
    text: String,
    marks: Vec<Range<usize>>,
}

/// White space becomes single spaces.
fn flatten(sentence: &str, marks: &[Range<usize>]) -> Flat {
    let mut text = String::with_capacity(sentence.len());
    let mut moved = vec![0; sentence.len() + 1];
    for (at, c) in sentence.char_indices() {
        moved[at] = text.len();
        if !c.is_whitespace() {
            text.push(c);
        } else if !text.is_empty() && !text.ends_with(' ') {
            text.push(' ');
        }
    }
    text.truncate(text.trim_end().len());
    moved[sentence.len()] = text.len();
    let place = |at: usize| moved[sentence.floor_char_boundary(at)].min(text.len());
    let marks = marks
        .iter()
        .map(|mark| place(mark.start)..place(mark.end).max(place(mark.start)))
        .collect();
    Flat { text, marks }
}

fn sentence(
    drawn: &mut String,
    group: &[&Evidence],
    source: &str,
    outlet: Option<&str>,
    width: usize,
) {
    let first = group[0];
    place(drawn, first, source, outlet, width);
    let marks: Vec<Range<usize>> = group
        .iter()
        .map(|one| {
            let start = one.sentence_offset as usize;
            start..start + one.text.len()
        })
        .collect();
    let flat = flatten(&first.sentence, &marks);
    let lines = paper::wrap(&flat.text, width - GUTTER - 3, 0, &flat.marks);
    let holds = |line: &Range<usize>| {
        let mut marks = flat.marks.iter();
        marks.any(|mark| mark.start < line.end && line.start <= mark.start)
    };
    let from = lines.iter().position(holds).unwrap_or(0);
    let to = lines.iter().rposition(holds).unwrap_or(0);
    let shown = from.saturating_sub(LINES_AROUND)..(to + 1 + LINES_AROUND).min(lines.len());
    // The line that the sentence begins on; a text may break its lines within sentences.
    let before = first.sentence.get(..first.sentence_offset as usize);
    let breaks = before.unwrap_or_default().matches('\n').count();
    let number = (first.line as usize).saturating_sub(breaks).to_string();
    frame(drawn, "", "");
    for (index, line) in lines.iter().enumerate().take(shown.end).skip(shown.start) {
        let head = match index {
            0 => number.as_str(),
            _ if index == shown.start => "…",
            _ => "",
        };
        let mut text = flat.text[line.clone()].to_owned();
        if index + 1 == shown.end && shown.end < lines.len() {
            text.push_str(" …");
        }
        frame(drawn, head, &text);
        let carets: Vec<Caret> = group
            .iter()
            .zip(&flat.marks)
            .filter(|(_, mark)| line.contains(&mark.start))
            .map(|(one, mark)| {
                let from = flat.text[line.start..mark.start].width();
                let under = flat.text[mark.start..mark.end.min(line.end)].width();
                Caret::under(one, from, under.max(1))
            })
            .collect();
        point(drawn, &carets, width - GUTTER - 3);
    }
}

/// Where the evidence stands, and whose report it is: on the next line if the first is full.
fn place(
    drawn: &mut String,
    evidence: &Evidence,
    source: &str,
    outlet: Option<&str>,
    width: usize,
) {
    let place = format!("{source}:{}:{}", evidence.line, evidence.column);
    let _ = write!(
        drawn,
        "{}{} {place}",
        " ".repeat(GUTTER - 1),
        paint(FRAME, "-->")
    );
    if let Some(outlet) = outlet {
        if place.width() + outlet.width() + GUTTER + 6 <= width {
            let _ = write!(drawn, " · {outlet}");
        } else {
            let _ = write!(drawn, "\n{}{outlet}", " ".repeat(GUTTER + 3));
        }
    }
    drawn.push('\n');
}

/// Marks under some words, and what to say of them.
struct Caret {
    from: usize,
    under: usize,
    style: anstyle::Style,
    mark: &'static str,
    label: String,
}

impl Caret {
    fn under(one: &Evidence, from: usize, under: usize) -> Self {
        let (style, mark) = match one.verdict {
            Verdict::Supported => (paper::RIGHT, "-"),
            Verdict::Contradicted => (WRONG, "^"),
            _ => (WARN, "^"),
        };
        // What was read is said where the words don't say it alone.
        let read = || {
            let same = one.value == one.text || one.text.contains(one.value.as_str());
            if same {
                String::new()
            } else {
                one.value.to_string()
            }
        };
        let mut label = match one.verdict {
            Verdict::Supported => "right".to_owned(),
            _ => read(),
        };
        if let Some(speaker) = &one.speaker {
            let comma = if label.is_empty() { "" } else { ", " };
            let _ = write!(label, "{comma}says {speaker}");
        }
        Self {
            from,
            under,
            style,
            mark,
            label,
        }
    }
}

/// Draws the carets of one line: all in one row as far as they don't overlap, the last one's label behind it, the
/// others' below.
fn point(drawn: &mut String, carets: &[Caret], columns: usize) {
    let mut row = String::new();
    let mut at = 0;
    let mut below: Vec<&Caret> = Vec::new();
    for (index, caret) in carets.iter().enumerate() {
        if caret.from < at {
            below.push(caret);
            continue;
        }
        row.push_str(&" ".repeat(caret.from - at));
        row.push_str(&paint(caret.style, &caret.mark.repeat(caret.under)));
        at = caret.from + caret.under;
        let last = index + 1 == carets.len();
        if caret.label.is_empty() {
            continue;
        }
        if last && at + 1 + caret.label.width() <= columns {
            row.push_str(&paint(caret.style, &format!(" {}", caret.label)));
        } else {
            below.push(caret);
        }
    }
    if !row.is_empty() {
        frame(drawn, "", &row);
    }
    for caret in below {
        let label = paper::clip(&caret.label, columns);
        let indent = caret.from.min(columns.saturating_sub(label.width()));
        let label = paint(caret.style, &label);
        frame(drawn, "", &format!("{}{label}", " ".repeat(indent)));
    }
}

/// Columns shown behind what is pointed at in a line that is cut.
const AFTER: usize = 8;

/// The rule's line.
fn rule(drawn: &mut String, claim: &ClaimRecord, width: usize) {
    let place = &claim.place;
    if place.text.is_empty() {
        return;
    }
    frame(drawn, "", "");
    let _ = writeln!(
        drawn,
        "{}{} {}:{}:{}",
        " ".repeat(GUTTER - 1),
        paint(FRAME, ":::"),
        place.path,
        place.line,
        place.column
    );
    let line = place.text.trim_end();
    let indent = line.len() - line.trim_start().len();
    let skipped = u32::try_from(indent).unwrap_or(0).min(place.indent);
    let columns = width - GUTTER - 3;
    let text = line.trim_start();
    let mut indent = (place.indent - skipped) as usize;
    let wide = (place.width as usize).clamp(1, columns);
    // A long line is cut to what is pointed at, with a little before it.
    let fits = indent + wide < columns;
    let cut = (indent + wide + AFTER).saturating_sub(columns);
    let cut = if fits { 0 } else { cut.min(indent) };
    let text = if cut > 0 {
        indent = indent + 1 - cut;
        format!("…{}", text.chars().skip(cut).collect::<String>())
    } else {
        text.to_owned()
    };
    let text = text.as_str();
    let before: String = text.chars().take(indent).collect();
    let under: String = text
        .chars()
        .skip(indent)
        .take(place.width as usize)
        .collect();
    frame(drawn, "", "");
    frame(drawn, &place.line.to_string(), &paper::clip(text, columns));
    let (before, under) = (before.width(), under.width().max(1));
    if before < columns {
        let under = under.min(columns - before);
        let marks = paint(FRAME, &"-".repeat(under));
        frame(drawn, "", &format!("{}{marks}", " ".repeat(before)));
    }
}

fn footer(drawn: &mut String, found: &Discrepancy<'_>, evidence: &[&Evidence], width: usize) {
    let finding = found.finding;
    let mut notes = Vec::new();
    let severity = found
        .claim
        .map(|claim| format!("{:?}", claim.severity).to_lowercase());
    let severity = severity.map_or(String::new(), |severity| format!(", {severity}"));
    notes.push(format!("claim: {}{severity}", finding.claim));
    if let Some(because) = found.claim.and_then(|claim| claim.because.as_deref()) {
        notes.push(format!("because: {because}"));
    }
    if !finding.passage.is_empty() {
        notes.push(format!("passage: {}", finding.passage));
    }
    if finding.corrected {
        notes.push("corrected by a note in the same report".to_owned());
    }
    if let Some(ruling) = &finding.ruling {
        notes.push(format!("ruling: {ruling}"));
    }
    let mut seen: Vec<&str> = Vec::new();
    for note in evidence.iter().filter_map(|one| one.note.as_deref()) {
        if !seen.contains(&note) {
            seen.push(note);
            notes.push(format!("note: {note}"));
        }
    }
    if !found.copies.is_empty() {
        notes.push(format!("the same in copies: {}", found.copies.join(", ")));
    }
    frame(drawn, "", "");
    let indent = GUTTER + 3;
    for note in notes {
        let note = paper::hang(&note, width - indent, 2);
        let note = note.replace('\n', &format!("\n{}", " ".repeat(indent)));
        let _ = writeln!(drawn, "{} {} {note}", " ".repeat(GUTTER), paint(FRAME, "="));
    }
}

/// A line of the excerpt behind its gutter.
fn frame(drawn: &mut String, number: &str, text: &str) {
    let number = format!("{number:>GUTTER$}");
    drawn.push_str(&paint(FRAME, &format!("{number} |")));
    if !text.is_empty() {
        let _ = write!(drawn, " {text}");
    }
    drawn.push('\n');
}
