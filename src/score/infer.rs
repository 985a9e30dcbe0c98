//! Truth inference: from claims alone to what is true and who is right how often.
//!
//! In: a [`Table`]. Out: an [`Inference`]. The models that fit the kind of values are fitted without some of the claims;
//! the one that finds the left-out claims most probable is fitted again to all. Gold is never seen here.

use super::choose::choose;
use super::confusion;
use super::dependence::Dependence;
use super::exact;
use super::fit::Fit;
use super::graded;
use super::graded::Scale;
use super::number::Numbers;
use super::number::parse;
use super::popularity;
use super::rates::rates;
use super::table::Table;

/// A numeric table has more distinct values than a vocabulary.
const VOCABULARY: usize = confusion::MOST_VALUES;
/// The level of every interval.
pub const LEVEL: f64 = 0.9;

/// What the values of a table are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// Labels: equal or not.
    Categorical,
    /// Numbers: near or far.
    Numeric,
}

/// A model of how claims come about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Model {
    /// A rate of right claims a source; false values as popular as they are.
    Popularity,
    /// A confusion matrix a source.
    Confusion,
    /// Numbers that somebody states exactly.
    Exact,
    /// Numbers on each source's own scale.
    Graded,
    /// The same, on a logarithmic scale.
    GradedLog,
}

/// What is believed of an object.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Truth {
    /// The object.
    pub object: String,
    /// Its most probable value.
    pub value: String,
    /// How probable. For [`Model::Graded`]: that the truth is within the claims' common spread of `value`.
    pub probability: f64,
    /// Where 90 % of the belief lies, for [`Model::Graded`]; what the words leave possible, for a truth that is claimed as an
    /// interval, an end that they leave open being null in JSON.
    pub interval: Option<(f64, f64)>,
    /// How many sources claim something of it.
    pub claims: usize,
}

/// How often a source is right.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct SourceRate {
    /// The source.
    pub source: String,
    /// Its claims.
    pub n: usize,
    /// Mean of the belief about its rate of right claims.
    pub reliability: f64,
    /// Low end of the 90 % interval.
    pub low: f64,
    /// High end.
    pub high: f64,
}

/// All that is inferred from a table.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Inference {
    /// What the values are.
    pub kind: Kind,
    /// The model used.
    pub model: Model,
    /// The models compared, with their mean log-probability a held-out claim; empty if there was nothing to choose.
    pub compared: Vec<(Model, f64)>,
    /// How many claims were held out to compare them.
    pub held_out: usize,
    /// In order of the objects' names.
    pub truths: Vec<Truth>,
    /// In order of the sources' names.
    pub sources: Vec<SourceRate>,
    /// Groups of sources that copy each other, by the rare errors they share: one voice in the vote on a truth.
    pub copies: Vec<Vec<String>>,
    /// Of each claim of the table, how far it is believed right, 0 to 1.
    #[serde(skip)]
    pub right: Vec<f64>,
}

/// What a caller may fix.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options {
    /// The kind of values; found out if `None`.
    pub kind: Option<Kind>,
    /// The model; the best by held-out likelihood if `None`.
    pub model: Option<Model>,
}

/// Why nothing can be inferred.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum InferError {
    /// A numeric table with a value that is none.
    #[error("`{value}` is no number; leave out `--kind numeric` to take values as labels")]
    NoNumber {
        /// The first such value in order of text.
        value: String,
    },
    /// A model that does not fit the kind of values.
    #[error("the table's values don't fit the model asked for")]
    Unfit,
}

/// Infers truths and rates.
///
/// # Errors
/// Only if the options ask for what the table does not have.
pub fn infer(table: &Table, options: Options) -> Result<Inference, InferError> {
    let numbers = Numbers::read(table);
    let kind = options
        .kind
        .unwrap_or_else(|| detect(table, numbers.as_ref()));
    if kind == Kind::Numeric && numbers.is_none() {
        let odd = table.values.iter().find(|value| parse(value).is_none());
        return Err(InferError::NoNumber {
            value: odd.cloned().unwrap_or_default(),
        });
    }
    let eligible = models(table, kind, numbers.as_ref());
    let (model, compared, held_out) = match options.model {
        Some(model) if eligible.contains(&model) => (model, Vec::new(), 0),
        Some(_) => return Err(InferError::Unfit),
        None => choose(table, &eligible),
    };
    let counts = table.weights();
    let mut fitted = fit(table, numbers.as_ref(), model, &counts, &counts);
    // In a closed vocabulary sources agree on errors all the time.
    let mut copies = Vec::new();
    if matches!(model, Model::Popularity | Model::Exact) && !confusion::applies(table) {
        let dependence = Dependence::find(table, &fitted);
        if !dependence.is_empty() {
            let mut votes = counts.clone();
            dependence.discount(table, &mut votes);
            fitted = fit(table, numbers.as_ref(), model, &votes, &counts);
            copies = dependence.groups(table);
        }
    }
    Ok(Inference {
        kind,
        model,
        compared,
        held_out,
        truths: truths(table, kind, numbers.as_ref(), &fitted),
        sources: rates(table, &fitted),
        copies,
        right: fitted.right,
    })
}

/// Numbers are numeric unless they are few enough to be labels («0» and «1»).
fn detect(table: &Table, numbers: Option<&Numbers>) -> Kind {
    match numbers {
        Some(_) if table.values.len() > VOCABULARY => Kind::Numeric,
        Some(_) if !table.values.is_empty() && !confusion::applies(table) => Kind::Numeric,
        _ => Kind::Categorical,
    }
}

fn models(table: &Table, kind: Kind, numbers: Option<&Numbers>) -> Vec<Model> {
    let positive = numbers.is_some_and(|numbers| numbers.x.iter().all(|x| *x > 0.0));
    let linear = numbers.is_some_and(|numbers| graded::is_linear(table, numbers));
    match kind {
        Kind::Numeric => {
            let mut models = vec![Model::Exact];
            models.extend(linear.then_some(Model::Graded));
            // Zero and negative values have no logarithm.
            models.extend(positive.then_some(Model::GradedLog));
            models
        }
        Kind::Categorical if confusion::applies(table) => {
            vec![Model::Popularity, Model::Confusion]
        }
        Kind::Categorical => vec![Model::Popularity],
    }
}

fn fit(
    table: &Table,
    numbers: Option<&Numbers>,
    model: Model,
    votes: &[f64],
    counts: &[f64],
) -> Fit {
    match (model, numbers) {
        (Model::Confusion, _) => confusion::fit(table, votes, counts).0,
        (Model::Exact, Some(numbers)) => exact::fit(table, numbers, votes, counts).0,
        (Model::Graded, Some(numbers)) => graded::fit(table, numbers, Scale::Linear, votes).0,
        (Model::GradedLog, Some(numbers)) => {
            graded::fit(table, numbers, Scale::Logarithmic, votes).0
        }
        _ => popularity::fit(table, votes, counts),
    }
}

fn truths(table: &Table, kind: Kind, numbers: Option<&Numbers>, fit: &Fit) -> Vec<Truth> {
    let decimals = numbers.map_or(0, |numbers| (-numbers.unit.log10()).round() as usize);
    (0..table.objects.len())
        .map(|object| {
            let (value, probability, interval) = if let Some(estimates) = &fit.estimates {
                let estimate = estimates[object];
                // Two places more than the claims have: an estimate is finer than any of them.
                let value = format!("{:.*}", decimals + 2, estimate.value);
                (
                    value,
                    estimate.probability,
                    Some((estimate.low, estimate.high)),
                )
            } else {
                let best = fit.best(table, object);
                let measure = table.measures.get(&table.candidates[best].value);
                let possible = measure.map(|measure| (measure.possible.lo, measure.possible.hi));
                (
                    table.value_of(best).to_owned(),
                    fit.probability[best],
                    possible.filter(|_| kind == Kind::Numeric),
                )
            };
            Truth {
                object: table.objects[object].clone(),
                value,
                probability,
                interval,
                claims: table.claims_of(object).len(),
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::score::TableBuilder;

    fn table(rows: &[(&str, &str, &str)]) -> Table {
        let mut builder = TableBuilder::default();
        for (source, object, value) in rows {
            builder.push(source, object, value, "", 1.0);
        }
        builder.build()
    }

    fn inferred(rows: &[(&str, &str, &str)]) -> Inference {
        let found =
            infer(&table(rows), Options::default()).expect("any table can be inferred from");
        for truth in &found.truths {
            assert_ne!(truth.value, "NaN");
            assert!((0.0..=1.0).contains(&truth.probability), "{truth:?}");
            let (low, high) = truth.interval.unwrap_or((0.0, 0.0));
            assert!(low.is_finite() && high.is_finite(), "{truth:?}");
        }
        for rate in &found.sources {
            assert!(
                0.0 <= rate.low && rate.low <= rate.high && rate.high <= 1.0,
                "{rate:?}"
            );
            assert!(rate.reliability.is_finite(), "{rate:?}");
        }
        found
    }

    #[test]
    fn an_empty_table_gives_nothing() {
        let found = inferred(&[]);
        assert!(found.truths.is_empty() && found.sources.is_empty());
    }

    #[test]
    fn a_single_claim_is_its_own_truth() {
        let found = inferred(&[("the Harbour Post", "berth", "seven")]);
        assert_eq!(found.truths[0].value, "seven");
        assert_eq!(inferred(&[("a", "x", "7")]).truths[0].value, "7");
    }

    #[test]
    fn unanimous_and_all_different_claims_stay_finite() {
        let names: Vec<String> = (0..40).map(|n| format!("n{n}")).collect();
        let mut same = Vec::new();
        let mut apart = Vec::new();
        for source in &names[..6] {
            for object in &names[..20] {
                same.push((source.as_str(), object.as_str(), "yes"));
            }
        }
        let values: Vec<String> = (0..120).map(|n| format!("{n}")).collect();
        for (n, value) in values.iter().enumerate() {
            apart.push((names[n % 6].as_str(), names[n / 6].as_str(), value.as_str()));
        }
        let found = inferred(&same);
        assert!(found.truths.iter().all(|truth| truth.value == "yes"));
        assert!(found.sources[0].reliability > 0.9);
        assert_eq!(inferred(&apart).kind, Kind::Numeric);
    }

    #[test]
    fn a_source_that_is_often_right_outvotes_two_that_are_not() {
        let objects: Vec<String> = (0..30).map(|n| format!("o{n:02}")).collect();
        let odd: Vec<String> = (0..60).map(|n| format!("odd{n}")).collect();
        let mut rows = Vec::new();
        for (n, object) in objects.iter().enumerate() {
            for source in ["good", "fair", "fine"] {
                rows.push((source, object.as_str(), "right"));
            }
            rows.push(("loose", object, odd[n].as_str()));
            rows.push(("wild", object, odd[n + 30].as_str()));
        }
        rows.push(("good", "late", "noon"));
        rows.push(("loose", "late", "dusk"));
        rows.push(("wild", "late", "dusk"));
        let found = inferred(&rows);
        let late = found.truths.iter().find(|truth| truth.object == "late");
        assert_eq!(late.map(|truth| truth.value.as_str()), Some("noon"));
    }

    #[test]
    fn numbers_whose_squares_cannot_be_held_stay_finite() {
        let rows = [
            ("s0", "o0", "2e154"),
            ("s0", "o1", "0"),
            ("s0", "o2", "0"),
            ("s0", "o3", "0"),
            ("s0", "o4", "10"),
            ("s0", "o5", "-13e49"),
            ("s0", "o6", "-20"),
            ("s0", "o7", "-14e42"),
            ("s1", "o1", "0"),
            ("s1", "o2", "-13e49"),
            ("s1", "o4", "-13e49"),
            ("s1", "o6", "0"),
            ("s1", "o7", "1"),
        ];
        inferred(&rows);
        let huge: Vec<String> = (1..40).map(|n| format!("{n}e{}", 262 + n)).collect();
        let names: Vec<String> = (1..40).map(|n| format!("o{}", n / 3)).collect();
        let sources = ["a", "b", "c"];
        let rows: Vec<(&str, &str, &str)> = (0..39)
            .map(|n| (sources[n % 3], names[n].as_str(), huge[n].as_str()))
            .collect();
        inferred(&rows);
    }

    #[test]
    fn one_absurd_value_does_not_move_a_numeric_truth() {
        let objects: Vec<String> = (0..30).map(|n| format!("o{n:02}")).collect();
        let values: Vec<String> = (0..150)
            .map(|n| format!("{}", 100 + n % 30 + n / 30))
            .collect();
        let sources = ["a", "b", "c", "d", "e"];
        let mut rows = Vec::new();
        for (n, value) in values.iter().enumerate() {
            rows.push((sources[n / 30], objects[n % 30].as_str(), value.as_str()));
        }
        let plain = inferred(&rows);
        rows[0].2 = "1e300";
        let absurd = inferred(&rows);
        let number = |found: &Inference, n: usize| found.truths[n].value.parse::<f64>();
        for n in 0..30 {
            let (before, after) = (number(&plain, n), number(&absurd, n));
            let moved = before.and_then(|b| after.map(|a| (a - b).abs()));
            assert!(moved.is_ok_and(|m| m < 3.0), "{n}: {:?}", absurd.truths[n]);
        }
    }

    proptest::proptest! {
        #![proptest_config(proptest::prelude::ProptestConfig::with_cases(64))]
        #[test]
        fn no_table_gives_anything_but_probabilities(
            rows in proptest::collection::vec((0..6_u8, 0..8_u8, 0..40_i32, 0..3_u8), 0..60),
        ) {
            let text: Vec<(String, String, String)> = rows
                .iter()
                .map(|(source, object, value, form)| {
                    let value = match form {
                        0 => format!("{value}"),
                        1 => format!("{}e{}", value - 20, value * 7),
                        _ => format!("label {value}"),
                    };
                    (format!("s{source}"), format!("o{object}"), value)
                })
                .collect();
            for keep in [0, 1] {
                // All rows as labels, then the numbers among them alone.
                let rows: Vec<(&str, &str, &str)> = text
                    .iter()
                    .filter(|row| keep == 0 || !row.2.starts_with("label"))
                    .map(|row| (row.0.as_str(), row.1.as_str(), row.2.as_str()))
                    .collect();
                inferred(&rows);
            }
        }
    }

    #[test]
    fn a_value_that_is_no_number_is_named() {
        let options = Options {
            kind: Some(Kind::Numeric),
            model: None,
        };
        let refused = infer(&table(&[("a", "x", "many")]), options);
        assert_eq!(
            refused,
            Err(InferError::NoNumber {
                value: "many".to_owned()
            })
        );
    }
}
