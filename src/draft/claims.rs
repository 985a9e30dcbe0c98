//! Values that reports state, as drafted facts and claims.
//!
//! In: reports, the main event and the entities. Out: a claim for each thing said, with the sentences it was read in as its
//! tests. What is said twice and agrees is one claim; what doesn't agree is one claim with a remark that names both.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use jiff::civil;

use super::Claim;
use super::REVIEW;
use super::Report;
use super::Test;
use super::events;
use super::events::Event;
use super::id_of;
use super::names::Entity;
use super::plain;
use super::quoted;
use crate::lex;
use crate::text::Mention;
use crate::text::Stance;
use crate::value::Date;
use crate::value::Interval;
use crate::value::Measure;
use crate::value::Tally;
use crate::value::Value;
use crate::value::ValueKind;

/// Claims in a draft at most: more are no draft but a pile.
const MOST: usize = 24;
/// Tests of a claim at most.
const MOST_TESTS: usize = 3;

/// What a value says something of: a fact of an event, or a claim of its own.
#[derive(Clone, PartialEq, Eq)]
struct About {
    /// The fact's word, or the claim's id.
    id: String,
    fact: bool,
    /// Of which event.
    event: usize,
    /// `expect.KIND`, and the keys that bind it.
    kind: &'static str,
    options: String,
}

/// A value as one report states it.
struct Said {
    about: About,
    /// As the rule language reads it back.
    value: String,
    /// What it leaves possible; `None` where it is no number.
    possible: Option<Interval>,
    hedged: bool,
    test: Test,
    place: String,
    path: String,
    published: Option<jiff::Timestamp>,
}

/// Drafts facts and claims from the values of reports.
pub(super) fn claims(reports: &[Report], events: &[Event], entities: &[Entity]) -> Vec<Claim> {
    let mut groups: Vec<Vec<Said>> = Vec::new();
    for report in reports {
        for mention in &report.reading.mentions {
            let Some(said) = said(report, mention, events, entities) else {
                continue;
            };
            let same = |one: &About| {
                one.id == said.about.id && (!one.fact || one.event == said.about.event)
            };
            match groups.iter_mut().find(|group| same(&group[0].about)) {
                Some(group) => group.push(said),
                None => groups.push(vec![said]),
            }
        }
    }
    let names = entities.iter().filter_map(|entity| name(reports, entity));
    let unnamed = unnamed_ages(reports, entities);
    let aged = groups.iter().filter(|group| group[0].about.kind == "age");
    let alone = aged.count() == 1;
    let mut drafted: Vec<Claim> = groups
        .iter()
        .map(|group| {
            let own = group[0].about.kind == "age" && alone;
            written(
                group,
                &events[group[0].about.event].id,
                if own { &unnamed } else { &[] },
            )
        })
        .collect();
    // The events' own facts stand first.
    drafted.sort_by_key(|claim| (claim.fact.is_none(), claim.event));
    drafted.truncate(MOST);
    drafted.extend(names);
    drafted
}

fn sentence_of<'r>(report: &'r Report, mention: &Mention) -> Option<&'r str> {
    let sentence = report.reading.sentences.get(mention.sentence as usize)?;
    Some(sentence.span.of(&report.source.body))
}

/// What a report says with a value, if that can be a fact or a claim.
fn said(report: &Report, mention: &Mention, events: &[Event], entities: &[Entity]) -> Option<Said> {
    if !matches!(mention.stance, Stance::Asserted | Stance::Attributed) {
        return None;
    }
    let body = &report.source.body;
    let sentence = sentence_of(report, mention)?;
    let start = report.reading.sentences[mention.sentence as usize]
        .span
        .start;
    let spoken = events::nearest(events, sentence, (mention.span.start - start) as usize);
    let stated = Stated {
        body,
        sentence,
        mention,
        event: &events[spoken.unwrap_or(0)],
        index: spoken.unwrap_or(0),
        near: spoken.is_some(),
    };
    if let Value::Date(date) = &mention.value {
        let day = quoted(&whole_day(date).filter(|_| stated.near)?);
        let about = stated.fact("when");
        return Some(of_sentence(report, mention, about, day, None, false));
    }
    let (about, want, measure) = stated.about(entities)?;
    let words = mention
        .hedge
        .map_or(mention.span, |hedge| hedge.hull(mention.span))
        .of(body);
    // The «at» before a time is no hedge.
    let bare = want == ValueKind::Time;
    let value = [words, mention.span.of(body)]
        .into_iter()
        .skip(usize::from(bare))
        .find(|words| lex::parse_value(words, want).is_some())?;
    let possible = measure.map(|measure| measure.stated.hull(measure.possible));
    let hedged = mention.hedge.is_some();
    Some(of_sentence(
        report,
        mention,
        about,
        quoted(value),
        possible,
        hedged,
    ))
}

/// A value in its sentence, and the event it is drafted for.
struct Stated<'r> {
    body: &'r str,
    sentence: &'r str,
    mention: &'r Mention,
    event: &'r Event,
    /// Which of the events that is.
    index: usize,
    /// Whether a word for it stands in the sentence; else it is the first.
    near: bool,
}

impl<'r> Stated<'r> {
    /// A fact of the event.
    fn fact(&self, word: &str) -> About {
        About {
            id: word.to_owned(),
            fact: true,
            event: self.index,
            kind: "",
            options: String::new(),
        }
    }

    /// A claim of its own.
    fn own(&self, id: &str, kind: &'static str, options: &str) -> About {
        About {
            id: id_of(id),
            fact: false,
            event: self.index,
            kind,
            options: format!("event = \"{}\"\n{options}", self.event.id),
        }
    }

    /// A claim that the word before the value tells from others.
    fn by_word(&self, kind: &'static str) -> Option<About> {
        let word = word_before(self.body, self.mention)?;
        Some(self.own(word, kind, &format!("words = [{}]\n", quoted(word))))
    }

    /// What the value says something of, the kind of value a rule has there, and its measure if it has one. Dates are none of these.
    fn about(&self, entities: &[Entity]) -> Option<(About, ValueKind, Option<&'r Measure>)> {
        let (body, mention) = (self.body, self.mention);
        Some(match &mention.value {
            Value::Count {
                tally: Some(tally),
                measure,
            } => (self.fact(fate(*tally)), ValueKind::Count, Some(measure)),
            Value::Count { measure, .. } if self.near => {
                let noun = mention.noun.map(|noun| noun.of(body).to_lowercase())?;
                // «476 aboard sinks»: a headline leaves out what parts them.
                if self.event.is_in(&noun) {
                    return None;
                }
                let of = format!("of = [{}]\n", quoted(&noun));
                let about = self.own(&noun, "count", &of);
                (about, ValueKind::Count, Some(measure))
            }
            Value::Duration { measure, .. } if self.near => {
                // «sentenced to 25 years» is how long somebody is to be locked up, and not how long the trial took.
                let about = match term(self.sentence) {
                    Some(words) if is_term(body, mention) => {
                        self.own("term", "duration", &format!("words = [{words}]\n"))
                    }
                    _ => self.fact("lasted"),
                };
                (about, ValueKind::Duration, Some(measure))
            }
            Value::Money { measure, .. } => {
                (self.by_word("money")?, ValueKind::Money, Some(measure))
            }
            Value::Percent { measure, .. } => {
                (self.by_word("percent")?, ValueKind::Percent, Some(measure))
            }
            Value::Quantity { .. } if self.near => {
                (self.by_word("quantity")?, ValueKind::Quantity, None)
            }
            // «Ines Halvorsen, 52, …»: behind a name a bare number is an age.
            Value::Age(measure) | Value::Number(measure) => {
                let whose = whose(body, mention, entities)?;
                let about = About {
                    options: format!("who = \"{}\"\n", whose.id),
                    ..self.own(&format!("{}-age", whose.id), "age", "")
                };
                (about, ValueKind::Age, Some(measure))
            }
            Value::TimeOfDay(_) => {
                let word = word_before(body, mention)?;
                let about = self.own(word, "time", "");
                let event = if self.near {
                    about.options.as_str()
                } else {
                    ""
                };
                let options = format!("{event}words = [{}]\n", quoted(word));
                (About { options, ..about }, ValueKind::Time, None)
            }
            _ => return None,
        })
    }
}

/// A date that is one whole day, as the rule language has it.
fn whole_day(date: &Date) -> Option<String> {
    let (from, to) = (date.possible.from?, date.possible.to?);
    let day = from
        .date()
        .tomorrow()
        .is_ok_and(|next| next.to_datetime(civil::Time::midnight()) == to);
    let midnight = from.time() == civil::Time::midnight();
    (day && midnight).then(|| from.strftime("%-d %B %Y").to_string())
}

/// Words that a term in prison is told with.
const TERM: &[&str] = &[
    "sentenced",
    "sentence",
    "jailed",
    "prison",
    "jail",
    "term",
    "imprisonment",
    "bars",
];

/// Those of them that stand in a sentence, as a list of the rule language; `None`: none does.
fn term(sentence: &str) -> Option<String> {
    let lower = sentence.to_lowercase();
    let has = |word: &&&str| {
        lower
            .split(|c: char| !c.is_alphanumeric())
            .any(|own| own == **word)
    };
    let found: Vec<String> = TERM.iter().filter(has).map(|word| quoted(word)).collect();
    (!found.is_empty()).then(|| found.join(", "))
}

/// Whether one of them stands right by a length of time: «to 25 years in prison», «a 25-year term».
fn is_term(body: &str, mention: &Mention) -> bool {
    let span = mention.span.range();
    let split = |c: char| !c.is_alphanumeric();
    let before = body[..span.start].rsplit(['.', '\n', ';']).next();
    let after = body[span.end..].split(['.', '\n', ';', ',']).next();
    let before = before.unwrap_or_default().rsplit(split);
    let after = after.unwrap_or_default().split(split);
    let words = before.filter(|word| !word.is_empty()).take(4);
    let mut words = words.chain(after.filter(|word| !word.is_empty()).take(3));
    words.any(|word| TERM.contains(&&*word.to_lowercase()))
}

/// Ages of somebody whom the words right before don't name: «the 31-year-old». Each with where it was read.
fn unnamed_ages(reports: &[Report], entities: &[Entity]) -> Vec<String> {
    let mut found = Vec::new();
    for report in reports {
        let body = &report.source.body;
        for mention in &report.reading.mentions {
            let Value::Age(_) = mention.value else {
                continue;
            };
            let before = body[..mention.span.start as usize]
                .trim_end()
                .to_lowercase();
            if whose(body, mention, entities).is_none() && before.ends_with(" the") {
                let line = body[..mention.span.start as usize].matches('\n').count() + 1;
                found.push(format!(
                    "{}, line {line} speaks of a {} and does not say who that is",
                    report.source.path,
                    quoted(mention.span.of(body))
                ));
            }
        }
    }
    found
}

fn of_sentence(
    report: &Report,
    mention: &Mention,
    about: About,
    value: String,
    possible: Option<Interval>,
    hedged: bool,
) -> Said {
    let dated = about.id == "when";
    let line = report.source.body[..mention.span.start as usize]
        .matches('\n')
        .count()
        + 1;
    Said {
        about,
        value,
        possible,
        hedged,
        test: Test {
            text: plain(sentence_of(report, mention).unwrap_or_default()).to_owned(),
            // «On Monday» is a day only for who knows when it was written.
            published: report.source.not_before.filter(|_| dated),
        },
        place: format!("{}, line {line}", report.source.path),
        path: report.source.path.clone(),
        published: report.source.not_before,
    }
}

fn fate(tally: Tally) -> &'static str {
    match tally {
        Tally::Killed => "killed",
        Tally::Injured => "injured",
        Tally::Missing => "missing",
        Tally::Arrested => "arrested",
    }
}

/// «Lee Joon-seok, 69,»: who stands right before an age.
fn whose<'e>(body: &str, mention: &Mention, entities: &'e [Entity]) -> Option<&'e Entity> {
    let before = body[..mention.span.start as usize].trim_end_matches([' ', ',', '(']);
    let mut people = entities.iter().filter(|entity| entity.kind == "person");
    people.find(|person| {
        let mut names = std::iter::once(&person.name).chain(&person.also);
        names.any(|name| before.ends_with(name.as_str()))
    })
}

/// The nearest long word before the value: what it is probably about.
fn word_before<'b>(body: &'b str, mention: &Mention) -> Option<&'b str> {
    let start = mention.hedge.map_or(mention.span.start, |hedge| {
        hedge.start.min(mention.span.start)
    });
    let before = &body[..start as usize];
    let line = before.rsplit(['\n', '.']).next()?;
    line.split(|c: char| !c.is_alphanumeric()).rfind(|word| {
        word.len() > 4
            && word.chars().all(char::is_lowercase)
            && !word.ends_with("ly")
            && !FUNCTION_WORDS.contains(word)
    })
}

/// Words that stand before any value and say of none what it is.
const FUNCTION_WORDS: &[&str] = &[
    "about", "above", "after", "again", "almost", "along", "among", "another", "around", "before",
    "behind", "being", "below", "between", "could", "during", "every", "least", "might", "other",
    "others", "over", "shall", "should", "since", "some", "than", "their", "there", "these",
    "those", "through", "under", "until", "what", "where", "which", "while", "whose", "within",
    "without", "would",
];

fn agree(one: &Said, other: &Said) -> bool {
    match (one.possible, other.possible) {
        (Some(one), Some(other)) => one.meets(other),
        _ => one.value == other.value,
    }
}

/// One claim of all that is said of a thing. Where it agrees the more careful value stands: it says no more than is known.
fn written(group: &[Said], event: &str, besides: &[String]) -> Claim {
    let all_agree = |one: &Said| group.iter().all(|other| agree(one, other));
    // What most reports say: one report is no witness for two.
    let voices = |one: &Said| {
        let said = group.iter().filter(|other| agree(one, other));
        said.map(|other| &*other.path)
            .collect::<BTreeSet<_>>()
            .len()
    };
    let most = group.iter().map(voices).max().unwrap_or_default();
    let main = group
        .iter()
        .find(|said| said.hedged && all_agree(said))
        .or_else(|| group.iter().find(|said| all_agree(said)))
        .or_else(|| group.iter().find(|said| voices(said) == most))
        .unwrap_or(&group[0]);
    let about = &main.about;
    let toll = about.fact && matches!(&*about.id, "killed" | "injured" | "missing" | "arrested");
    if let Some(steps) = rising(group).filter(|_| toll && !group.iter().all(all_agree)) {
        return timeline(about, event, &steps);
    }
    let mut remark = format!("{REVIEW}: read in {}", main.place);
    let mut others: Vec<&str> = Vec::new();
    for other in group.iter().filter(|other| !agree(main, other)) {
        if !others.contains(&&*other.value) {
            others.push(&other.value);
            let _ = write!(remark, "; {} says {}", other.place, other.value);
        }
    }
    for more in besides {
        let _ = write!(remark, "; {more}");
    }
    let mut tests: Vec<Test> = Vec::new();
    for said in group.iter().filter(|said| agree(main, said)) {
        if !tests.contains(&said.test) && tests.len() < MOST_TESTS {
            tests.push(said.test.clone());
        }
    }
    if about.fact {
        return Claim {
            id: format!("{event}.{}", about.id),
            event: about.event,
            fact: Some(format!("{} = {}  {remark}\n", about.id, main.value)),
            head: format!("[[claim]]\nid = \"{event}.{}\"\n", about.id),
            tests,
        };
    }
    Claim {
        id: about.id.clone(),
        event: about.event,
        fact: None,
        head: format!(
            "[[claim]]  {remark}\nid = \"{}\"\n{}expect.{} = {}\n",
            about.id, about.options, about.kind, main.value
        ),
        tests,
    }
}

/// Figures of dated reports that only rise, the first report of each: the steps of a toll. `None`: no such steps.
fn rising(group: &[Said]) -> Option<Vec<&Said>> {
    let mut dated: Vec<(&Said, jiff::Timestamp)> = group
        .iter()
        .map(|said| Some((said, said.published?)))
        .collect::<Option<_>>()?;
    dated.sort_by_key(|&(_, published)| published);
    let mut steps: Vec<(&Said, jiff::Timestamp)> = Vec::new();
    for (said, published) in dated {
        match steps.last() {
            Some((last, _)) if agree(last, said) => {}
            Some((last, before)) => {
                let more = said.possible?.lo > last.possible?.lo;
                if !more || *before >= published {
                    return None;
                }
                steps.push((said, published));
            }
            None => steps.push((said, published)),
        }
    }
    (steps.len() > 1).then(|| steps.into_iter().map(|(said, _)| said).collect())
}

/// A toll that rose from report to report, with the reports' own times as those of its steps.
fn timeline(about: &About, event: &str, steps: &[&Said]) -> Claim {
    let fact = &about.id;
    let mut written =
        format!("{fact} = {{ rising = true, known = [  {REVIEW}: the times are the reports' own\n");
    let mut tests = Vec::new();
    for (nth, step) in steps.iter().enumerate() {
        let from = step.published.unwrap_or_default();
        let end = if nth + 1 == steps.len() { " ] }" } else { "," };
        let _ = writeln!(
            written,
            "  {{ value = {}, from = {from} }}{end}  # {}",
            step.value, step.place
        );
        tests.push(Test {
            published: Some(from),
            ..step.test.clone()
        });
    }
    tests.truncate(MOST_TESTS);
    Claim {
        id: format!("{event}.{fact}"),
        event: about.event,
        fact: Some(written),
        head: format!("[[claim]]\nid = \"{event}.{fact}\"\n"),
        tests,
    }
}

/// A person's name is a claim by itself: the first sentence that has it in full is its test.
fn name(reports: &[Report], entity: &Entity) -> Option<Claim> {
    if entity.kind != "person" {
        return None;
    }
    let sentences = reports.iter().flat_map(|report| {
        let body = &report.source.body;
        report
            .reading
            .sentences
            .iter()
            .map(|sentence| sentence.span.of(body))
    });
    let sentence = sentences
        .into_iter()
        .find(|sentence| sentence.contains(&entity.name))?;
    Some(Claim {
        id: format!("name.{}", entity.id),
        event: 0,
        fact: None,
        head: format!("[[claim]]\nid = \"name.{}\"\n", entity.id),
        tests: vec![Test::of(sentence)],
    })
}
