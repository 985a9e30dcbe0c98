//! Outlets, with the raw count first and the estimate behind it.

use std::fmt::Write as _;

use crate::finding::OutletRecord;
use crate::finding::TruthRecord;
use crate::report::paper;
use crate::report::paper::FAINT;
use crate::report::paper::paint;
use crate::score::FEWEST_TRIALS;

/// Columns of the drawn interval.
const SCALE: usize = 21;

/// Outlets, and what sources agree on, for people.
pub fn outlets(outlets: &[OutletRecord], truths: &[TruthRecord], width: usize) -> String {
    let mut blocks = Vec::new();
    if outlets.is_empty() {
        blocks.push("No named outlet was held to a claim.\n".to_owned());
    } else {
        blocks.push(draw(outlets, width));
    }
    if !truths.is_empty() {
        blocks.push(self::truths(truths, width));
    }
    paper::safe(blocks.join("\n"))
}

pub(super) fn draw(outlets: &[OutletRecord], width: usize) -> String {
    let figures = 16 + 2 + 4 + 2 + 12;
    let name = width.saturating_sub(figures + 2 + SCALE + 2).clamp(14, 32);
    let mut drawn = format!("{}\n", paper::heading("Outlets"));
    let _ = writeln!(
        drawn,
        "{}  {}  reliability, 90 % interval",
        paper::left("", name),
        paper::left("wrong, of claims", 16)
    );
    let mut ordered: Vec<&OutletRecord> = outlets.iter().collect();
    ordered.sort_by(|a, b| b.wrong.cmp(&a.wrong).then(a.outlet.cmp(&b.outlet)));
    let ranked = outlets.iter().filter(|outlet| outlet.rank.is_some());
    let ranked = ranked.count();
    for outlet in ordered {
        let raw = format!("{} of {}", outlet.wrong, outlet.checked);
        let _ = writeln!(
            drawn,
            "{}  {}  {}",
            paper::left(&outlet.outlet, name),
            paper::left(&raw, 16),
            estimate(outlet)
        );
        let apart = apart(outlet, ranked);
        if !apart.is_empty() {
            let line = paper::hang(&apart.join(", "), width - 2, 2);
            for line in line.lines() {
                let _ = writeln!(drawn, "  {}", paint(FAINT, line));
            }
        }
        wrong_claims(&mut drawn, outlet, width);
    }
    let mut legend = "One outlet and one claim is one trial. Where two intervals overlap widely \
        there is no ranking."
        .to_owned();
    if outlets.iter().any(|outlet| outlet.unreviewed > 0) {
        legend.push_str(" Unreviewed: no person has confirmed the accusations yet.");
    }
    drawn.push_str(&paper::hang(&legend, width, 0));
    drawn.push('\n');
    drawn
}

/// The claims that an outlet got wrong, and those it also got right in the same report.
fn wrong_claims(drawn: &mut String, outlet: &OutletRecord, width: usize) {
    let mixed = |claim: &&String| outlet.mixed_claims.contains(claim);
    let wrong = outlet.wrong_claims.iter().filter(|claim| !mixed(claim));
    let both = outlet.wrong_claims.iter().filter(mixed);
    let lines = [
        ("wrong on", names(wrong)),
        (
            "right and wrong in one report (±, half a fault) on",
            names(both),
        ),
    ];
    for (what, claims) in lines {
        if !claims.is_empty() {
            let line = paper::hang(&format!("{what}: {claims}"), width - 2, 2);
            let _ = writeln!(drawn, "  {}", line.replace('\n', "\n  "));
        }
    }
}

/// Claims by their names within their stories.
fn names<'c>(claims: impl Iterator<Item = &'c String>) -> String {
    let names: Vec<&str> = claims.map(|claim| paper::claim_name(claim)).collect();
    names.join(", ")
}

/// The reliability with its interval, or why there is none.
fn estimate(outlet: &OutletRecord) -> String {
    if let (Some(mean), Some((low, high))) = (outlet.reliability, outlet.interval) {
        let drawn = interval(mean, low, high);
        return format!("{mean:.2}  [{low:.2}, {high:.2}]  {drawn}");
    }
    let few = outlet.checked < FEWEST_TRIALS;
    let why = if few {
        "too few to say"
    } else {
        "too uncertain to say"
    };
    paint(FAINT, why)
}

/// What is to be known beside the estimate.
fn apart(outlet: &OutletRecord, ranked: usize) -> Vec<String> {
    let mut apart = Vec::new();
    if outlet.inherited > 0 {
        apart.push(format!("{} inherited from its origin", outlet.inherited));
    }
    if outlet.spelling > 0 {
        apart.push(format!("{} misspelt", outlet.spelling));
    }
    if outlet.wording > 0 {
        apart.push(format!("{} loosely worded", outlet.wording));
    }
    if outlet.corrected > 0 {
        apart.push(format!("{} corrected by itself", outlet.corrected));
    }
    if outlet.unreviewed > 0 {
        apart.push(match outlet.wrong.saturating_sub(outlet.unreviewed) {
            0 => "unreviewed".to_owned(),
            reviewed => format!("{reviewed} of {} reviewed", outlet.wrong),
        });
    }
    if let Some((best, worst)) = outlet.rank.filter(|_| ranked > 1) {
        apart.push(if best == worst {
            format!("place {best} of {ranked}")
        } else {
            format!("place {best} to {worst} of {ranked}")
        });
    }
    if outlet.left_out > 0 {
        let reports = paper::counted(u64::from(outlet.left_out), "report");
        apart.push(format!(
            "{reports} of opinion, satire or translation left out"
        ));
    }
    if let Some(rated) = &outlet.rated {
        let (low, high) = rated.interval;
        apart.push(format!(
            "with its outside rating of {:.2} to start from: {:.2} [{low:.2}, {high:.2}]",
            rated.rating, rated.reliability
        ));
    }
    apart
}

/// `0├───●──┤1`, from 0 to 1.
fn interval(mean: f64, low: f64, high: f64) -> String {
    let column = |x: f64| {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            clippy::cast_precision_loss,
            reason = "a share of a few columns"
        )]
        let column = (x.clamp(0.0, 1.0) * (SCALE - 1) as f64).round() as usize;
        column
    };
    let (low, mean, high) = (column(low), column(mean), column(high));
    (0..SCALE)
        .map(|at| match at {
            at if at == mean => '●',
            at if at == low => '├',
            at if at == high => '┤',
            at if low < at && at < high => '─',
            _ => '·',
        })
        .collect()
}

/// What the sources agree on where the rules have no value.
pub(super) fn truths(truths: &[TruthRecord], width: usize) -> String {
    let mut drawn = format!(
        "{}\n",
        paper::heading("What the sources agree on, where the rules have no value")
    );
    drawn.push_str("Inferred from the reports alone; nobody is accused by it.\n");
    for truth in truths {
        let _ = writeln!(drawn, "  {}", truth.claim);
        let all: u32 = truth.values.iter().map(|value| value.voices).sum();
        for value in &truth.values {
            let voices = paper::counted(u64::from(value.voices), "voice");
            let voices = format!("{}  ({voices}: {})", value.value, value.sources.join(", "));
            // One voice agrees with nobody, whatever its probability.
            let line = if all > 1 {
                format!("{:.2}  {voices}", value.probability)
            } else {
                format!("  –   {voices}")
            };
            let line = paper::hang(&line, width - 4, 6);
            let _ = writeln!(drawn, "    {}", line.replace('\n', "\n    "));
        }
    }
    drawn
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_interval_is_drawn_to_scale() {
        assert_eq!(interval(0.5, 0.25, 0.75), "·····├────●────┤·····");
        assert_eq!(interval(1.0, 0.9, 1.0), "··················├─●");
    }
}
