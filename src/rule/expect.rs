//! What a fact or an `expect.KIND` says, as written: a plain value, a list, or a table.
//!
//! In: the TOML value. Out: [`RawExpect`], one shape for all kinds, so that the short and the long forms are the same
//! to whoever compiles them. Whether values can be read is not asked here.

use toml::de::DeValue;

use super::keys::ITEM;
use super::keys::Key;
use super::keys::keys_of;
use super::set::Kind;
use super::table::At;
use super::table::Literal;
use super::table::Node;
use super::table::Problems;
use super::table::Table;
use super::table::items;
use super::table::literal;
use super::table::text_of;
use super::table::wrong_type;
use crate::diagnostic::Label;
use crate::span::Span;

/// A right value as written, with what is said about it.
#[derive(Clone, Debug)]
pub(super) struct RawItem {
    pub(super) value: At<Literal>,
    pub(super) meaning: Option<String>,
    pub(super) tolerance: Option<At<Literal>>,
    pub(super) by: Vec<At<String>>,
    pub(super) from: Option<At<Literal>>,
    pub(super) because: Option<String>,
}

/// What is expected, as written.
#[derive(Clone, Debug)]
pub(super) struct RawExpect {
    /// The word: a kind's or a fact's.
    pub(super) word: At<String>,
    /// The kind.
    pub(super) kind: Kind,
    /// `value`, `is` or the short form.
    pub(super) values: Vec<RawItem>,
    /// `known`.
    pub(super) known: Option<(Span, Vec<RawItem>)>,
    pub(super) rising: bool,
    pub(super) grace: Option<At<Literal>>,
    pub(super) ahead: Vec<RawItem>,
    pub(super) disputed: bool,
    /// Of the whole expectation; an item's own is in the item too.
    pub(super) because: Option<String>,
    /// `since`.
    pub(super) first: Option<At<String>>,
    /// `total`.
    pub(super) of: Vec<At<String>>,
    /// `choice`.
    pub(super) right: Vec<At<String>>,
    pub(super) loose: Vec<At<String>>,
    pub(super) wrong: Vec<At<String>>,
    /// `quote`.
    pub(super) by: Vec<At<String>>,
}

/// Keys of a timeline where there is none.
fn stray_keys(table: &Table<'_, '_>, problems: &mut Problems) {
    for key in ["rising", "grace", "ahead"] {
        if let Some((span, _)) = table.entry(key) {
            let help = "give the steps: `known = [ { value = …, from = \"…\" }, … ]`";
            let title = format!("`{key}` is for timelines");
            let label = "there is no `known` here";
            problems.missing(
                "rule-no-timeline",
                title,
                span,
                label,
                Some(help.to_owned()),
            );
        }
    }
}

/// The options that a table gives to all its values.
fn options<'t>(
    table: &Table<'t, '_>,
    problems: &mut Problems,
) -> impl Fn(At<Literal>) -> RawItem + use<'t> {
    let meaning = table.text("meaning", problems).map(|text| text.value);
    let tolerance = table.literal("tolerance", problems);
    let by = table.texts("by", problems);
    let from = table.literal("from", problems);
    let because = table.text("because", problems).map(|text| text.value);
    move |value| RawItem {
        value,
        meaning: meaning.clone(),
        tolerance: tolerance.clone(),
        by: by.clone(),
        from: from.clone(),
        because: because.clone(),
    }
}

fn bare(value: At<Literal>) -> RawItem {
    RawItem {
        value,
        meaning: None,
        tolerance: None,
        by: Vec::new(),
        from: None,
        because: None,
    }
}

/// `value` or `is`, with the key's name; both are one too many.
fn value_of<'t, 'i>(
    table: &Table<'t, 'i>,
    problems: &mut Problems,
) -> Option<(&'static str, Node<'t, 'i>)> {
    let (value, is) = (table.entry("value"), table.entry("is"));
    if let (Some((value, _)), Some((is, _))) = (&value, &is) {
        let labels = vec![
            Label::primary(*is, "the same again"),
            Label::context(*value, "the value"),
        ];
        let help = Some("`value` and `is` mean the same: write one of them".to_owned());
        problems.error_with(
            "rule-value-given-twice",
            "a value is given twice",
            labels,
            help,
        );
    }
    let value = value.map(|(_, node)| ("value", node));
    value.or_else(|| is.map(|(_, node)| ("is", node)))
}

/// Right values: plain, in a list, or in a list of small tables. An item's own options replace those around it.
fn values(
    word: &str,
    node: &Node<'_, '_>,
    around: &dyn Fn(At<Literal>) -> RawItem,
    problems: &mut Problems,
) -> Vec<RawItem> {
    let listed = matches!(node.value, DeValue::Array(_));
    if listed && items(node).is_empty() {
        let help = Some("write `{}` if no value is known".to_owned());
        problems.error(
            "rule-empty-list",
            format!("`{word}` has an empty list"),
            node.span,
            "no value in it",
            help,
        );
    }
    let mut read = Vec::new();
    for item in items(node) {
        match item.value {
            DeValue::Table(entries) if listed => {
                let table = Table::new("a value", item.span, entries);
                table.check(ITEM, problems);
                read.extend(one(word, &table, around, problems));
            }
            other => match literal(other) {
                Some(literal) => read.push(around(At::new(literal, item.span))),
                None => wrong_type(word, &item, "a text, a number or a date", problems),
            },
        }
    }
    read
}

/// A small table `{ value = …, from = … }`; `value` may be a list here too.
fn one(
    word: &str,
    table: &Table<'_, '_>,
    around: &dyn Fn(At<Literal>) -> RawItem,
    problems: &mut Problems,
) -> Vec<RawItem> {
    let own = options(table, problems);
    let merged = |value: At<Literal>| {
        let (own, around) = (own(value.clone()), around(value));
        RawItem {
            meaning: own.meaning.or(around.meaning),
            tolerance: own.tolerance.or(around.tolerance),
            by: if own.by.is_empty() { around.by } else { own.by },
            from: own.from.or(around.from),
            because: own.because.or(around.because),
            value: own.value,
        }
    };
    let Some((key, node)) = value_of(table, problems) else {
        table.require("value", problems);
        return Vec::new();
    };
    if items(&node)
        .iter()
        .any(|item| matches!(item.value, DeValue::Table(_)))
    {
        wrong_type(key, &node, "a text, a number or a date", problems);
        return Vec::new();
    }
    values(word, &node, &merged, problems)
}

impl RawExpect {
    fn empty(word: &str, kind: Kind, span: Span) -> Self {
        Self {
            word: At::new(word.to_owned(), span),
            kind,
            values: Vec::new(),
            known: None,
            rising: false,
            grace: None,
            ahead: Vec::new(),
            disputed: false,
            because: None,
            first: None,
            of: Vec::new(),
            right: Vec::new(),
            loose: Vec::new(),
            wrong: Vec::new(),
            by: Vec::new(),
        }
    }

    /// Reads what stands under the kind or fact `word`, whose key is at `span`.
    pub(super) fn read(
        word: &str,
        kind: Kind,
        span: Span,
        node: &Node<'_, '_>,
        problems: &mut Problems,
    ) -> Option<Self> {
        let mut read = Self::empty(word, kind, span);
        let DeValue::Table(entries) = node.value else {
            match kind {
                Kind::Choice => {
                    // `expect.choice = "a"` means `{ right = "a" }`.
                    read.right = texts(word, node, problems);
                }
                Kind::Total => {
                    let help = Some("write `{ of = [\"…\", \"…\"], value = … }`".to_owned());
                    problems.error(
                        "rule-wrong-type",
                        "a total needs its parts",
                        node.span,
                        "a total of what?",
                        help,
                    );
                    return None;
                }
                _ => read.values = values(word, node, &bare, problems),
            }
            return Some(read);
        };
        let table = Table::new(name_of(kind), span, entries);
        table.check(keys_of(kind), problems);
        read.because = table.text("because", problems).map(|text| text.value);
        match kind {
            Kind::Choice => {
                read.right = table.texts("right", problems);
                read.loose = table.texts("loose", problems);
                read.wrong = table.texts("wrong", problems);
            }
            Kind::Quote => {
                read.by = table.texts("by", problems);
                let node = table
                    .get("words")
                    .or_else(|| value_of(&table, problems).map(|(_, node)| node));
                match node {
                    Some(node) => read.values = values(word, &node, &bare, problems),
                    None => table.require("words", problems),
                }
            }
            _ => read.table(&table, problems),
        }
        Some(read)
    }

    /// The table form of the kinds that have a value.
    fn table(&mut self, table: &Table<'_, '_>, problems: &mut Problems) {
        let has = |key: &str| {
            keys_of(self.kind)
                .iter()
                .any(|known: &Key| known.name == key)
        };
        let (first, of, known) = (has("first"), has("of"), has("known"));
        let around = options(table, problems);
        if let Some((_, node)) = value_of(table, problems) {
            self.values = values(&self.word.value, &node, &around, problems);
        }
        self.disputed = table.boolean("disputed", problems).unwrap_or(false);
        if first {
            self.first = table.text("first", problems);
        }
        if of {
            self.of = table.texts("of", problems);
            if table.get("of").is_none() {
                table.require("of", problems);
            }
        }
        if known {
            self.timeline(table, &around, problems);
        }
    }

    /// The keys of a value that was known step by step.
    fn timeline(
        &mut self,
        table: &Table<'_, '_>,
        around: &dyn Fn(At<Literal>) -> RawItem,
        problems: &mut Problems,
    ) {
        self.rising = table.boolean("rising", problems).unwrap_or(false);
        self.grace = table.literal("grace", problems);
        if let Some(node) = table.get("ahead") {
            self.ahead = values("ahead", &node, around, problems);
        }
        let Some((span, node)) = table.entry("known") else {
            stray_keys(table, problems);
            return;
        };
        self.known = Some((span, steps(&node, around, problems)));
        if let Some((value, _)) = table.entry("value").or_else(|| table.entry("is")) {
            let labels = vec![
                Label::primary(value, "and a value"),
                Label::context(span, "a timeline"),
            ];
            let help = Some("make the value the last step of `known`".to_owned());
            let title = "a value is given twice";
            problems.error_with("rule-value-given-twice", title, labels, help);
        }
    }
}

/// Steps of a timeline: all of them small tables.
fn steps(
    node: &Node<'_, '_>,
    around: &dyn Fn(At<Literal>) -> RawItem,
    problems: &mut Problems,
) -> Vec<RawItem> {
    if !matches!(node.value, DeValue::Array(_)) {
        wrong_type(
            "known",
            node,
            "a list of `{ value = …, from = \"…\" }`",
            problems,
        );
        return Vec::new();
    }
    let all = items(node);
    if all.is_empty() {
        let help = Some("write `{}` if no value is known".to_owned());
        problems.error(
            "rule-empty-list",
            "`known` has an empty list",
            node.span,
            "no step in it",
            help,
        );
    }
    let mut read = Vec::new();
    for item in all {
        let DeValue::Table(entries) = item.value else {
            wrong_type(
                "known",
                &item,
                "a list of `{ value = …, from = \"…\" }`",
                problems,
            );
            continue;
        };
        let table = Table::new("a step", item.span, entries);
        table.check(ITEM, problems);
        read.extend(one("known", &table, around, problems));
    }
    read
}

fn texts(word: &str, node: &Node<'_, '_>, problems: &mut Problems) -> Vec<At<String>> {
    items(node)
        .iter()
        .filter_map(|item| text_of(word, item, problems))
        .collect()
}

/// How a kind's table is called in messages.
fn name_of(kind: Kind) -> &'static str {
    match kind {
        Kind::Duration => "a duration",
        Kind::Count => "a count",
        Kind::Money => "an amount of money",
        Kind::Percent => "a percentage",
        Kind::Quantity => "a quantity",
        Kind::Age => "an age",
        Kind::Date => "a date",
        Kind::Time => "a time",
        Kind::Since => "a `since`",
        Kind::Place => "a place",
        Kind::Name => "a name",
        Kind::Choice => "a choice",
        Kind::Occurred => "`occurred`",
        Kind::Quote => "a quote",
        Kind::Order => "an order",
        Kind::Notice => "a notice",
        Kind::Total => "a total",
    }
}
