//! A whole run of prepared rules over a stream of records.
//!
//! In: a [`Plan`] and records. Out: an [`Outcome`], ready for scoring: rule records, outlets under one name, ignores
//! and rulings settled.

use jiff::civil::Date;

use super::Plan;
use super::evaluate;
use super::records;
use super::rulings;
use super::stream;
use crate::diagnostic::Diagnostic;
use crate::finding::Outcome;
use crate::source::Raw;

/// Evaluates every record. `as_of` is the day on which ignores lapse; `step` hears of every record.
///
/// # Errors
/// If the threads can't be started.
pub fn check(
    plan: &Plan<'_>,
    raw: impl Iterator<Item = Result<Raw, Diagnostic>>,
    options: stream::Options,
    as_of: Option<Date>,
    step: impl FnMut(),
) -> Result<Outcome, rayon::ThreadPoolBuildError> {
    let gate = |text: &str| plan.passes(text);
    let keep = options.keep_unchecked;
    let evaluate = |source: &crate::source::Source| evaluate(plan, source, keep);
    let mut outcome = stream::run(raw, options, gate, evaluate, step)?;
    outcome.rules = records::rules(plan.rules);
    for source in &mut outcome.sources {
        if let Some(outlet) = source.outlet.as_deref().and_then(|name| plan.outlet(name)) {
            source.outlet = Some(outlet.name.as_str().into());
        }
    }
    records::settle_ignores(plan.rules, &mut outcome, as_of);
    rulings::settle(plan.rules, &mut outcome, as_of);
    Ok(outcome)
}
