//! Reads the tables of a parsed TOML file key by key, with the exact place of each.
//!
//! In: a TOML tree with spans. Out: typed fields; whatever is not as it should be goes to [`Problems`], and reading
//! goes on. Nothing here knows what a key means.

use toml::de::DeTable;
use toml::de::DeValue;

use super::excerpt::FileText;
use super::keys::Key;
use super::keys::TableWords;
use super::keys::nearest;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Label;
use crate::diagnostic::Level;
use crate::span::Span;

/// Diagnostics kept of one file; the rest are counted.
const MOST: usize = 200;

/// Something read, and where it stands.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct At<T> {
    /// What.
    pub(super) value: T,
    /// Where in the file.
    pub(super) span: Span,
}

impl<T> At<T> {
    pub(super) fn new(value: T, span: Span) -> Self {
        Self { value, span }
    }
}

/// A plain value as TOML writes it.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Literal {
    Text(String),
    Integer(i64),
    Float(f64),
    Boolean(bool),
    Datetime(toml::value::Datetime),
}

/// What is wrong with one file, in order of discovery.
pub(super) struct Problems<'f> {
    /// The file.
    pub(super) file: &'f FileText<'f>,
    /// Whether the TOML itself is broken: then what is missing may only be unread, and is not told.
    pub(super) broken: bool,
    /// Where it is broken: what the parser made of these words is not judged.
    pub(super) breaks: Vec<Span>,
    found: Vec<Diagnostic>,
    untold: usize,
    /// Words still to be looked at in search of nearest ones: so that ten thousand mistakes take no longer than one.
    searches: usize,
}

impl<'f> Problems<'f> {
    pub(super) fn new(file: &'f FileText<'f>) -> Self {
        Self {
            file,
            broken: false,
            breaks: Vec::new(),
            found: Vec::new(),
            untold: 0,
            searches: 500_000,
        }
    }

    fn push(
        &mut self,
        code: &str,
        level: Level,
        title: String,
        labels: Vec<Label>,
        help: Option<String>,
    ) {
        let of_break = |label: &Label| {
            label.primary && self.breaks.iter().any(|span| span.overlaps(label.span))
        };
        if labels.iter().any(of_break) {
            return;
        }
        if self.found.len() >= MOST {
            self.untold += 1;
            return;
        }
        let mut made = self.file.diagnostic(code, level, title, labels);
        made.help = help;
        self.found.push(made);
    }

    /// An error at one place.
    pub(super) fn error(
        &mut self,
        code: &str,
        title: impl Into<String>,
        span: Span,
        label: impl Into<String>,
        help: Option<String>,
    ) {
        let labels = vec![Label::primary(span, label)];
        self.push(code, Level::Error, title.into(), labels, help);
    }

    /// An error at one place that another place explains.
    pub(super) fn error_with(
        &mut self,
        code: &str,
        title: impl Into<String>,
        labels: Vec<Label>,
        help: Option<String>,
    ) {
        self.push(code, Level::Error, title.into(), labels, help);
    }

    /// A warning: the file works, but somebody should look.
    pub(super) fn warning(
        &mut self,
        code: &str,
        title: impl Into<String>,
        labels: Vec<Label>,
        help: Option<String>,
    ) {
        self.push(code, Level::Warning, title.into(), labels, help);
    }

    /// Something is not there. Silent in a broken file.
    pub(super) fn missing(
        &mut self,
        code: &str,
        title: impl Into<String>,
        span: Span,
        label: impl Into<String>,
        help: Option<String>,
    ) {
        if !self.broken {
            self.error(code, title, span, label, help);
        }
    }

    /// A word that is none of those known here.
    pub(super) fn unknown<'k>(
        &mut self,
        code: &str,
        what: &str,
        word: &At<String>,
        known: impl Iterator<Item = &'k str> + Clone,
        label: &str,
    ) {
        let all = known.clone();
        let listed = || few(all.clone());
        self.unknown_or(code, what, word, known, label, &listed);
    }

    /// The same with other help where no known word is near.
    pub(super) fn unknown_or<'k>(
        &mut self,
        code: &str,
        what: &str,
        word: &At<String>,
        known: impl Iterator<Item = &'k str> + Clone,
        label: &str,
        otherwise: &dyn Fn() -> Option<String>,
    ) {
        self.searches = self.searches.saturating_sub(known.clone().count());
        let help = if self.searches > 0 {
            match nearest(&word.value, known) {
                Some(nearest) => Some(format!("did you mean `{nearest}`?")),
                None => otherwise(),
            }
        } else {
            None
        };
        let title = format!("unknown {what} `{}`", shown(&word.value));
        self.error(code, title, word.span, label, help);
    }

    /// Whether as much is told as a person reads: no more help is looked for.
    pub(super) fn enough(&self) -> bool {
        self.found.len() >= MOST
    }

    /// Whether an error was told.
    pub(super) fn any_error(&self) -> bool {
        self.untold > 0 || self.found.iter().any(|found| found.level == Level::Error)
    }

    /// Everything, in order of place.
    pub(super) fn into_diagnostics(mut self) -> Vec<Diagnostic> {
        self.found.sort_by_key(|found| (found.line, found.column));
        if self.untold > 0 {
            let title = format!("{} more mistakes in this file are not shown", self.untold);
            self.found.push(Diagnostic::on_file(
                "rule-too-many-mistakes",
                Level::Error,
                self.file.path,
                title,
            ));
        }
        self.found
    }
}

/// «did you mean `x`?», or the whole list if it is short.
pub(super) fn did_you_mean<'k>(
    word: &str,
    known: impl Iterator<Item = &'k str> + Clone,
) -> Option<String> {
    if let Some(nearest) = nearest(word, known.clone()) {
        return Some(format!("did you mean `{nearest}`?"));
    }
    few(known)
}

/// All of a short list.
fn few<'k>(known: impl Iterator<Item = &'k str>) -> Option<String> {
    let few: Vec<&str> = known.take(19).collect();
    match few.len() {
        0 | 19 => None,
        1 => Some(format!("it can be `{}`", few[0])),
        _ => Some(format!("it can be one of `{}`", few.join("`, `"))),
    }
}

/// A word for a title: not the whole of a very long one.
pub(super) fn shown(word: &str) -> String {
    let word = word.replace(['\n', '\r'], " ");
    if word.chars().count() <= 60 {
        return word;
    }
    let head: String = word.chars().take(57).collect();
    format!("{head}…")
}

/// A table of the file.
#[derive(Clone, Copy)]
pub(super) struct Table<'t, 'i> {
    /// «an event».
    pub(super) name: &'static str,
    /// Where to point at when something is missing: its header or its id.
    pub(super) span: Span,
    known: &'static [Key],
    entries: &'t DeTable<'i>,
}

/// What a TOML value is, for people.
fn type_of(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "a text",
        DeValue::Integer(_) | DeValue::Float(_) => "a number",
        DeValue::Boolean(_) => "true or false",
        DeValue::Datetime(_) => "a date",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}

/// The TOML value with its place.
pub(super) type Node<'t, 'i> = At<&'t DeValue<'i>>;

/// A plain value, or `None` for a list or a table. A number beyond 64 bits becomes a float.
pub(super) fn literal(value: &DeValue<'_>) -> Option<Literal> {
    Some(match value {
        DeValue::String(text) => Literal::Text(text.clone().into_owned()),
        DeValue::Integer(integer) => match i64::from_str_radix(integer.as_str(), integer.radix()) {
            Ok(integer) => Literal::Integer(integer),
            Err(_) => Literal::Float(integer.as_str().parse().unwrap_or(f64::INFINITY)),
        },
        DeValue::Float(float) => Literal::Float(float.as_str().parse().unwrap_or(f64::NAN)),
        DeValue::Boolean(boolean) => Literal::Boolean(*boolean),
        DeValue::Datetime(datetime) => Literal::Datetime(*datetime),
        DeValue::Array(_) | DeValue::Table(_) => return None,
    })
}

/// The items of a list or, for anything else, that alone.
pub(super) fn items<'t, 'i>(node: &Node<'t, 'i>) -> Vec<Node<'t, 'i>> {
    match node.value {
        DeValue::Array(array) => array
            .iter()
            .map(|item| At::new(item.get_ref(), item.span().into()))
            .collect(),
        _ => vec![node.clone()],
    }
}

/// Says that a value is of another type.
pub(super) fn wrong_type(key: &str, node: &Node<'_, '_>, wanted: &str, problems: &mut Problems) {
    let is = type_of(node.value);
    let help = match node.value {
        _ if !wanted.contains("text") => None,
        DeValue::Integer(_) | DeValue::Float(_) | DeValue::Boolean(_) | DeValue::Datetime(_) => {
            let raw = problems.file.text.get(node.span.range()).unwrap_or("…");
            Some(format!(
                "put it between quotation marks: \"{}\"",
                shown(raw)
            ))
        }
        _ => None,
    };
    let title = format!("`{key}` must be {wanted}, not {is}");
    problems.error(
        "rule-wrong-type",
        title,
        node.span,
        format!("this is {is}"),
        help,
    );
}

/// A text that is not blank.
pub(super) fn text_of(
    key: &str,
    node: &Node<'_, '_>,
    problems: &mut Problems,
) -> Option<At<String>> {
    let DeValue::String(text) = node.value else {
        wrong_type(key, node, "a text", problems);
        return None;
    };
    if text.trim().is_empty() {
        let title = format!("`{key}` is empty");
        let help = Some("write something, or leave the key out".to_owned());
        problems.error("rule-empty-text", title, node.span, "nothing here", help);
        return None;
    }
    Some(At::new(text.trim().to_owned(), node.span))
}

impl<'t, 'i> Table<'t, 'i> {
    pub(super) fn new(name: &'static str, span: Span, entries: &'t DeTable<'i>) -> Self {
        Self {
            name,
            span,
            known: &[],
            entries,
        }
    }

    /// The table under `node`; says so if it is none.
    pub(super) fn of(
        words: &TableWords,
        span: Span,
        node: &Node<'t, 'i>,
        problems: &mut Problems,
    ) -> Option<Self> {
        let DeValue::Table(entries) = node.value else {
            let title = format!(
                "{} must be a table, not {}",
                words.name,
                type_of(node.value)
            );
            let help =
                (!words.header.is_empty()).then(|| format!("begin it with `{}`", words.header));
            problems.error("rule-wrong-type", title, node.span, "not a table", help);
            return None;
        };
        let table = Self {
            known: words.keys,
            ..Self::new(words.name, span, entries)
        };
        table.check(words.keys, problems);
        Some(table)
    }

    /// Where a key belongs that is one, but not of this table: `[[test]]`, or `age = 71` in a claim.
    fn elsewhere(&self, key: &str) -> Option<String> {
        let kind = || super::keys::KINDS.iter().any(|(kind, _, _)| *kind == key);
        match (self.name, key) {
            ("a rule file", "test" | "tests") => {
                Some("write `[[claim.test]]`, below the `[[claim]]` that it tests".to_owned())
            }
            ("a claim", _) if kind() => Some(format!("write `expect.{key} = …`")),
            _ => None,
        }
    }

    /// Says which keys are none of `known`.
    pub(super) fn check(&self, known: &[Key], problems: &mut Problems) {
        for (key, _) in self.entries {
            if !known.iter().any(|known| known.name == key.get_ref()) {
                let word = At::new(key.get_ref().clone().into_owned(), key.span().into());
                if let Some(help) = self.elsewhere(&word.value) {
                    let title = format!("unknown key `{}`", shown(&word.value));
                    let label = format!("not a key of {}", self.name);
                    problems.error("rule-unknown-key", title, word.span, label, Some(help));
                    continue;
                }
                let names = known.iter().map(|key| key.name);
                let label = format!("not a key of {}", self.name);
                problems.unknown("rule-unknown-key", "key", &word, names, &label);
            }
        }
    }

    /// The same table, pointing elsewhere for what is missing.
    pub(super) fn at(&self, span: Span) -> Self {
        Self { span, ..*self }
    }

    /// All entries in order of the file.
    pub(super) fn entries(&self) -> impl Iterator<Item = (At<&'t str>, Node<'t, 'i>)> {
        self.entries.iter().map(|(key, value)| {
            (
                At::new(&**key.get_ref(), key.span().into()),
                At::new(value.get_ref(), value.span().into()),
            )
        })
    }

    /// The key's own place and its value.
    pub(super) fn entry(&self, key: &str) -> Option<(Span, Node<'t, 'i>)> {
        let (key, value) = self.entries.get_key_value(key)?;
        let node = At::new(value.get_ref(), value.span().into());
        Some((key.span().into(), node))
    }

    /// The value of a key.
    pub(super) fn get(&self, key: &str) -> Option<Node<'t, 'i>> {
        self.entry(key).map(|(_, node)| node)
    }

    /// A text.
    pub(super) fn text(&self, key: &str, problems: &mut Problems) -> Option<At<String>> {
        text_of(key, &self.get(key)?, problems)
    }

    /// A text that must be there.
    pub(super) fn required(&self, key: &str, problems: &mut Problems) -> Option<At<String>> {
        if self.get(key).is_none() {
            self.require(key, problems);
            return None;
        }
        self.text(key, problems)
    }

    /// Whether a table of another name was probably meant to be one of this.
    pub(super) fn has_unread(&self, key: &str) -> bool {
        let known = |written: &str| self.known.iter().any(|known| known.name == written);
        self.entries.keys().any(|written| {
            let written = written.get_ref();
            let names = self.known.iter().map(|known| known.name);
            !known(written) && nearest(written, names) == Some(key)
        })
    }

    /// Whether an unknown key was probably meant to be this one.
    pub(super) fn has_slip_of(&self, key: &str) -> bool {
        let slip = |written: &str| {
            self.known.iter().all(|known| known.name != written)
                && nearest(written, std::iter::once(key)).is_some()
        };
        self.entries.keys().any(|written| slip(written.get_ref()))
    }

    /// Says that a key is missing, unless it is there with a slip that is told as such.
    pub(super) fn require(&self, key: &str, problems: &mut Problems) {
        if self.has_slip_of(key) {
            return;
        }
        let title = format!("{} needs `{key}`", self.name);
        let label = format!("`{key}` is missing here");
        let help = match key {
            "passage" => {
                Some("copy it from the finding: the report shows it as `passage: …`".to_owned())
            }
            "verdict" => {
                let verdicts = super::keys::VERDICTS.join("`, `");
                Some(format!(
                    "write what the text should get: one of `{verdicts}`"
                ))
            }
            _ => None,
        };
        problems.missing("rule-missing-key", title, self.span, label, help);
    }

    /// A list of texts; one text alone is a list of one.
    pub(super) fn texts(&self, key: &str, problems: &mut Problems) -> Vec<At<String>> {
        let Some(node) = self.get(key) else {
            return Vec::new();
        };
        items(&node)
            .iter()
            .filter_map(|item| {
                if let DeValue::String(_) = item.value {
                    return text_of(key, item, problems);
                }
                wrong_type(key, item, "a text or a list of texts", problems);
                None
            })
            .collect()
    }

    /// True or false.
    pub(super) fn boolean(&self, key: &str, problems: &mut Problems) -> Option<bool> {
        let node = self.get(key)?;
        if let DeValue::Boolean(boolean) = node.value {
            return Some(*boolean);
        }
        let title = format!("`{key}` must be true or false, not {}", type_of(node.value));
        let help = Some("write true or false, without quotation marks".to_owned());
        problems.error(
            "rule-wrong-type",
            title,
            node.span,
            "not true or false",
            help,
        );
        None
    }

    /// A plain value: text, number, date.
    pub(super) fn literal(&self, key: &str, problems: &mut Problems) -> Option<At<Literal>> {
        let node = self.get(key)?;
        let Some(literal) = literal(node.value) else {
            wrong_type(key, &node, "a text, a number or a date", problems);
            return None;
        };
        Some(At::new(literal, node.span))
    }

    /// One word of a few.
    pub(super) fn word<T: Copy>(
        &self,
        key: &str,
        words: &[(&'static str, T)],
        problems: &mut Problems,
    ) -> Option<At<T>> {
        let text = self.text(key, problems)?;
        if let Some((_, value)) = words.iter().find(|(word, _)| *word == text.value) {
            return Some(At::new(*value, text.span));
        }
        let known = words.iter().map(|(word, _)| *word);
        let label = format!("not a word for `{key}`");
        problems.unknown("rule-unknown-word", "word", &text, known, &label);
        None
    }
}
