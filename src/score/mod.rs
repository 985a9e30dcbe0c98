//! Truth inference and reliability: all floating-point sums of the program, in a fixed order.
//!
//! In: a table of claims, or findings and a ledger. Out: truths with probabilities, reliabilities with intervals. Reads no
//! text, draws nothing. `docs/scoring.md` derives what is computed here and says where it comes from.

#![expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    clippy::cast_sign_loss,
    reason = "counts far below 2^52 become floats, and cells of a grid become counts"
)]

mod assess;
mod bootstrap;
mod choose;
mod cluster;
mod confusion;
mod copying;
mod dependence;
mod exact;
mod fit;
mod graded;
mod infer;
mod interval;
mod ledger;
mod number;
mod popularity;
mod prior;
mod rank;
mod rates;
mod reliability;
mod settle;
mod table;

pub use assess::Assessment;
pub use assess::assess;
pub use assess::prepare;
pub use cluster::DEFAULT_CORRELATION;
pub use copying::COPIED;
pub use copying::group_copies;
pub use infer::InferError;
pub use infer::Inference;
pub use infer::Kind;
pub use infer::LEVEL;
pub use infer::Model;
pub use infer::Options;
pub use infer::SourceRate;
pub use infer::Truth;
pub use infer::infer;
pub use interval::Belief;
pub use interval::Group;
pub use interval::LEAST_CONCENTRATION;
pub use interval::MOST_CONCENTRATION;
pub use ledger::ledger;
pub use reliability::ATTRIBUTED;
pub use reliability::FEWEST_TRIALS;
pub use reliability::HEDGED;
pub use reliability::NEAR;
pub use reliability::Ratings;
pub use reliability::WIDEST_INTERVAL;
pub use reliability::reliability;
pub use reliability::severity_weight;
pub use settle::settle;
pub use table::Candidate;
pub use table::Claim;
pub use table::Table;
pub use table::TableBuilder;
pub use table::middle;
