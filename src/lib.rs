//! factcheck: a linter for facts.
//!
//! A person writes down, in a TOML rule file, what is known about a story; this crate reads reports, says for each
//! claim what each report says of it, shows the words that say so, and sums the discrepancies up per outlet. The same
//! input gives the same bytes: no network, no language model, no clock.
//!
//! Data flows one way:
//!
//! ```text
//! rules/*.toml ── rule ─────────────────┐                      ┌─ truth ─ settle ─┐
//!                                       ├─ eval ─── findings ──┤                  ├─ ledger ─ score ─ report ─ terminal, JSON …
//! corpus, archives ── source ── text ───┘                      └──────────────────┘
//! ```
//!
//! | module | what | may name |
//! |---|---|---|
//! | [`span`] | byte spans, parts of a page, line and column | – |
//! | [`diagnostic`] | one diagnostic for rule errors, load errors and discrepancies; draws nothing | span |
//! | [`value`] | typed values: intervals, units, comparison | – |
//! | [`lex`] | folding, tokens, number words, units: one grammar of values for rules and reports | value, span |
//! | [`source`] | a stream of raw records, and each opened: decoded, with metadata and page parts. The only door to reports | span, diagnostic |
//! | [`rule`] | TOML → file as written → validated → [`rule::RuleSet`]. The only door to rule files | span, diagnostic, value, lex |
//! | [`text`] | text and publication interval → sentences, mentions, stance. Knows no claim | span, value, lex |
//! | [`finding`] | findings, evidence, ledger: plain data | span, diagnostic, value, text (stance), rule (severity, place) |
//! | [`eval`] | rules × source → findings: gate, bind, compare, fold. The only place with rayon | diagnostic, finding, lex, rule, source, span, text, value |
//! | [`rule_test`] | runs and mutates the tests in rule files, through eval | eval, diagnostic, finding, lex, rule, source, span, text, value |
//! | [`score`] | truth inference, settling, reliability, copying: all floating-point sums, once, in key order | finding, value, diagnostic |
//! | [`report`] | findings and diagnostics → bytes, one file a format; looks nothing up | finding, diagnostic, score, span |
//! | [`draft`] | reports → a first rule file for its author to review | lex, rule, source, span, text, value |
//! | [`lsp`] | the editor face: diagnostics, completion, hover, places, for rule files and reports | all but cli and report |
//! | [`cli`] | one file a sub-command; alone prints, reads the clock, maps to exit codes | all |
//!
//! `tests/architecture.rs` holds this table. Nothing below [`cli`] iterates a hash map.

pub mod cli;
pub mod diagnostic;
pub mod draft;
pub mod eval;
pub mod finding;
pub mod lex;
pub mod lsp;
pub mod report;
pub mod rule;
pub mod rule_test;
pub mod score;
pub mod source;
pub mod span;
pub mod text;
pub mod value;
