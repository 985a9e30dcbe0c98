//! Who and what reports name.
//!
//! In: reports. Out: drafted entities: runs of capitalised words that come more than once, titles taken off and kept as
//! other names, short forms bound to the long.

use std::collections::BTreeMap;

use super::Report;
use super::id_of;
use crate::span::Part;

/// A drafted entity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Entity {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) kind: &'static str,
    pub(super) also: Vec<String>,
    /// The family name, where it stands first.
    pub(super) family: Option<String>,
    /// The same name in other letters: one of them is misspelt, and a person must say which.
    pub(super) variants: Vec<String>,
}

/// Entities in a draft at most.
const MOST: usize = 12;

const TITLES: &str = "president minister secretary chancellor premier governor mayor king queen prince princess general \
    colonel captain admiral chief director chairman chairwoman spokesman spokeswoman spokesperson senator representative \
    ambassador commissioner gov. rep. sen. gen. judge justice professor doctor dr mr mrs ms sir lord lady pope bishop sheriff officer sergeant \
    deputy leader state foreign prime vice us u.s. uk russian chinese french german british american transport finance \
    defence defense interior health executive attorney";
/// Titles that are no names as well: what stands before one is a part of it.
const OFFICES: &str = "president minister secretary chancellor premier governor mayor director chairman chairwoman \
    spokesman spokeswoman spokesperson senator ambassador commissioner judge justice professor sheriff officer attorney";
/// Titles that many bear: alone they tell nobody.
const RANKS: &str = "captain colonel general admiral sergeant officer professor doctor dr mr mrs ms sir lord lady judge \
    justice senator representative prince princess deputy foreign state";
/// Behind «the Orla» these show that the name is a noun, not a word for another: «the French president».
const AFTER_A_NOUN: &str = "was is are were has had have will would can could did does sank sailed left came went said says \
    burned crashed landed launched won lost and or in on at of to from with";
const BODIES: &str = "ministry department agency university council party bank company union police court group committee \
    commission association institute office parliament government congress senate service survey organisation \
    organization federation authority board corporation";
const CONNECTORS: &str = "of the de del la al bin von van der da dos";
const OPENERS: &str = "the a an in on at after before while when he she it they this that these those but and for with \
    according however meanwhile monday tuesday wednesday thursday friday saturday sunday january february march april may \
    june july august september october november december";

/// Behind a name these show that it is a place: «the Noto peninsula».
const LANDS: &str = "peninsula prefecture prefectural province provincial region regional county district city town village \
    island islands coast coastal municipality suburb valley";
/// «North» and «South» tell two places apart: no slip of one another.
const SIDES: &str =
    "north south east west northern southern eastern western new old upper lower central";

fn among(word: &str, list: &str) -> bool {
    let word = word.to_lowercase();
    list.split_whitespace().any(|known| known == word)
}

/// A name as it stands: its words, and what stood before it.
#[derive(Default)]
struct Run {
    words: Vec<String>,
    before: String,
    /// The word before that.
    earlier: String,
    after: String,
    first: bool,
}

#[derive(Default)]
struct Seen {
    times: usize,
    placed: usize,
    /// After «the»: rarely a person.
    the: usize,
    /// After «the», and a noun by itself.
    noun: usize,
    titled: usize,
    titles: BTreeMap<String, usize>,
    first_only: bool,
}

/// The entities of reports, most named first.
pub(super) fn entities(reports: &[Report], is_place: &dyn Fn(&str) -> bool) -> Vec<Entity> {
    let seen = seen(reports, is_place);
    let mut named = named(&seen, is_place);
    named.sort_by(|(a, one), (b, other)| b.cmp(a).then_with(|| one.name.cmp(&other.name)));
    apart(named.into_iter().map(|(_, entity)| entity))
}

/// Every name of the reports, title taken off.
fn seen(reports: &[Report], is_place: &dyn Fn(&str) -> bool) -> BTreeMap<String, Seen> {
    let mut seen: BTreeMap<String, Seen> = BTreeMap::new();
    for report in reports {
        let sentences = report
            .reading
            .sentences
            .iter()
            .filter(|sentence| sentence.part != Part::Headline);
        for run in sentences.flat_map(|sentence| runs(sentence.span.of(&report.source.body))) {
            let (title, name) = split_title(&run.words);
            let name = unshouted(name, is_place);
            if name.is_empty() {
                continue;
            }
            let fresh = !seen.contains_key(&name);
            let entry = seen.entry(name).or_default();
            entry.times += 1;
            entry.first_only = (fresh || entry.first_only) && run.first;
            // «in the Bahamas»
            let lead = match run.before.as_str() {
                "the" => &run.earlier,
                before => before,
            };
            let located = among(lead, "in at near from to off outside");
            entry.placed += usize::from(title.is_empty() && (located || among(&run.after, LANDS)));
            let the = among(&run.before, "the");
            entry.the += usize::from(the);
            entry.noun += usize::from(the && among(&run.after, AFTER_A_NOUN));
            if !title.is_empty() {
                entry.titled += 1;
                *entry.titles.entry(title).or_default() += 1;
            }
        }
    }
    seen
}

/// A dateline's «OSLO» is Oslo; «NATO» may stay, as nobody knows which letters are small.
fn unshouted(name: String, is_place: &dyn Fn(&str) -> bool) -> String {
    let small = name.chars().any(char::is_lowercase);
    if small {
        return name;
    }
    let words = name.split(' ').map(|word| {
        let mut letters = word.chars();
        let first: String = letters.next().into_iter().collect();
        first + &letters.as_str().to_lowercase()
    });
    let usual = words.collect::<Vec<_>>().join(" ");
    if is_place(&usual) { usual } else { name }
}

/// Names that are worth an entity, with how often they come, short forms included.
fn named(seen: &BTreeMap<String, Seen>, is_place: &dyn Fn(&str) -> bool) -> Vec<(usize, Entity)> {
    let mut full: Vec<&String> = seen.keys().filter(|name| name.contains(' ')).collect();
    full.sort_by_key(|name| (std::cmp::Reverse(seen[*name].times), *name));
    let short_of = |name: &str| -> Option<String> {
        let fits = |full: &&&String| is_short_of(name, full, &seen[**full]);
        full.iter().find(fits).map(|full| (*full).clone())
    };
    let mut named = Vec::new();
    for (name, found) in seen {
        let single = !name.contains(' ');
        let known = is_place(name);
        let weak = single && !known && found.noun == 0 && (found.first_only || found.times < 2);
        if short_of(name).is_some() || name.len() < 2 || weak {
            continue;
        }
        let mut also: Vec<String> = Vec::new();
        let mut times = found.times;
        for (other, short) in seen {
            if short_of(other).as_ref() == Some(name) {
                also.push(other.clone());
                times += short.times;
            }
        }
        if times < 2 && found.titled == 0 && found.noun == 0 && !known {
            continue;
        }
        let kind = if known { "place" } else { kind_of(name, found) };
        let entity = entity(name, kind, also, found);
        if !entity.id.is_empty() {
            named.push((times, entity));
        }
    }
    named
}

/// Whether `name` is a short form of `full`: its end, or the given name that it begins with.
fn is_short_of(name: &str, full: &str, found: &Seen) -> bool {
    // «Port of Ostley» is not Ostley; «Tamar Bridge» is «Prince Albert Tamar Bridge».
    let before = full.strip_suffix(name).map(str::trim_end);
    let ends = before.is_some_and(|before| {
        before.len() + 1 + name.len() == full.len() && !before.ends_with(" of")
    });
    let begins = !name.contains(' ') && full.split(' ').next() == Some(name);
    ends || begins && 2 * found.the < found.times
}

/// The entity of a name, with its short forms.
fn entity(name: &str, kind: &'static str, mut also: Vec<String>, found: &Seen) -> Entity {
    let family = family_first(name).filter(|_| kind == "person");
    let last = name.rsplit(' ').next().unwrap_or(name);
    let last = family.as_deref().unwrap_or(last);
    let id = id_of(if kind == "person" { last } else { name });
    if family.is_some() {
        also.push(last.to_owned());
    }
    let titles = found.titles.keys();
    also.extend(titles.filter(|title| is_office(title)).cloned());
    also.sort();
    also.dedup();
    Entity {
        id,
        name: name.to_owned(),
        kind,
        also,
        family,
        variants: Vec::new(),
    }
}

/// «Lee Joon-seok»: a given name with a small letter behind its hyphen stands last.
fn family_first(name: &str) -> Option<String> {
    let (family, given) = name.split_once(' ')?;
    let (_, second) = given.split_once('-')?;
    let small = second.chars().next().is_some_and(char::is_lowercase);
    (small && !family.contains('-')).then(|| family.to_owned())
}

/// Whether a title tells who bears it: an office does, a rank doesn't.
fn is_office(title: &str) -> bool {
    let last = title.rsplit(' ').next().unwrap_or(title);
    !among(last.trim_end_matches('.'), RANKS)
}

fn kind_of(name: &str, found: &Seen) -> &'static str {
    if name.split(' ').any(|word| among(word, BODIES)) {
        "body"
    } else if found.titled > 0 {
        "person"
    } else if 2 * found.placed >= found.times || name.rsplit(' ').next().is_some_and(is_land) {
        "place"
    } else if !name.contains(' ') || 2 * found.the >= found.times {
        "thing"
    } else {
        "person"
    }
}

/// One entity a name, one id an entity, no title that two share: it would tell nobody apart.
fn apart(named: impl Iterator<Item = Entity>) -> Vec<Entity> {
    let mut entities: Vec<Entity> = Vec::new();
    for mut entity in named {
        if let Some(known) = entities
            .iter_mut()
            .find(|known| is_variant(&known.name, &entity.name))
        {
            known.variants.push(entity.name);
            continue;
        }
        if entities.iter().any(|known| known.id == entity.id) {
            entity.id = id_of(&entity.name);
        }
        for known in &mut entities {
            let shared: Vec<String> = known
                .also
                .iter()
                .filter(|name| entity.also.contains(name))
                .cloned()
                .collect();
            known.also.retain(|name| !shared.contains(name));
            entity.also.retain(|name| !shared.contains(name));
        }
        if entities.len() < MOST && !entities.iter().any(|known| known.id == entity.id) {
            entities.push(entity);
        }
    }
    entities
}

/// «Antony Blinken», «Anthony Blinken»: one word the same, the other nearly.
fn is_variant(name: &str, other: &str) -> bool {
    let (name, other): (Vec<&str>, Vec<&str>) =
        (name.split(' ').collect(), other.split(' ').collect());
    let letters: usize = name
        .iter()
        .zip(&other)
        .map(|(a, b)| strsim::damerau_levenshtein(a, b))
        .sum();
    let sides = |words: &[&str]| words.iter().any(|word| among(word, SIDES));
    name.len() == other.len()
        && name.len() > 1
        && !(sides(&name) || sides(&other))
        && letters <= 2
        && name.iter().zip(&other).any(|(a, b)| a == b)
}

/// Whether the last word of a name says that it is a place: «Tamar River».
fn is_land(last: &str) -> bool {
    among(
        last,
        "river bay lake island islands peninsula valley sea ocean mountains desert county city harbour harbor street",
    ) && last.starts_with(char::is_uppercase)
}

/// «Transport Minister Tomas Berg»: the title, and the name.
fn split_title(words: &[String]) -> (String, String) {
    // «the Singapore-flagged Dali»: what was done to it is no part of its name.
    let described = |word: &String| {
        word.rsplit_once('-').is_some_and(|(_, last)| {
            let small = last.chars().all(char::is_lowercase);
            small && (last.ends_with("ed") || among(last, "built born led run made owned"))
        })
    };
    let words = match words.split_first() {
        Some((first, rest)) if described(first) && !rest.is_empty() => rest,
        _ => words,
    };
    let is_title = |word: &String| among(word, TITLES) || among(word, CONNECTORS);
    let titles = words.iter().take_while(|word| is_title(word)).count();
    let real = words[..titles].iter().any(|word| among(word, TITLES));
    // «District Judge Lewis Kaplan», «Central Bank Governor Ada Moe»: whatever stands before an office belongs to it, where
    // a whole name follows.
    let office = words[titles..]
        .iter()
        .rposition(|word| among(word, OFFICES))
        .map(|at| titles + at + 1)
        .filter(|&behind| behind > titles + 1 && behind + 2 <= words.len());
    if let Some(behind) = office {
        return (words[..behind].join(" "), words[behind..].join(" "));
    }
    if real && titles < words.len() {
        (words[..titles].join(" "), words[titles..].join(" "))
    } else if real {
        (String::new(), String::new())
    } else {
        (String::new(), words.join(" "))
    }
}

/// Runs of capitalised words in a sentence.
fn runs(sentence: &str) -> Vec<Run> {
    let mut found = Vec::new();
    let mut run = Run::default();
    let mut last = String::new();
    let mut last_but_one = String::new();
    let words: Vec<&str> = sentence.split_whitespace().collect();
    for (index, written) in words.iter().enumerate() {
        let bare = bare(written);
        let opens = written.starts_with(['“', '"', '‘', '(', '[']);
        let capital = bare.chars().next().is_some_and(char::is_uppercase)
            && bare
                .chars()
                .all(|c| c.is_alphabetic() || "-'’.".contains(c));
        let opener = among(bare, OPENERS);
        let next = words.get(index + 1).and_then(|word| word.chars().next());
        let connects = !run.words.is_empty()
            && among(bare, CONNECTORS)
            && next.is_some_and(char::is_uppercase);
        let goes_on = capital && !opener || connects;
        if opens || !goes_on {
            run.close(if opens { "" } else { bare }, &mut found);
        }
        if goes_on {
            if run.words.is_empty() {
                run.before.clone_from(&last);
                run.earlier.clone_from(&last_but_one);
                run.first = index == 0;
            }
            run.words.push(bare.to_owned());
            let possessive = written.contains("'s") || written.contains("’s");
            let closes = written.ends_with([',', '.', ';', ':', '”', '"', ')', ']', '?', '!', '’'])
                && bare.len() > 1;
            if closes || possessive {
                run.close("", &mut found);
            }
        }
        last_but_one = std::mem::replace(&mut last, bare.to_lowercase());
    }
    run.close("", &mut found);
    found
}

/// A word without the marks around it and the possessive ending.
fn bare(written: &str) -> &str {
    let bare = written.trim_matches(|c: char| !c.is_alphanumeric());
    bare.strip_suffix("'s")
        .or_else(|| bare.strip_suffix("’s"))
        .unwrap_or(bare)
}

impl Run {
    /// Ends the run before the word `after`, if there is one.
    fn close(&mut self, after: &str, found: &mut Vec<Self>) {
        if !self.words.is_empty() {
            let mut run = std::mem::take(self);
            after.clone_into(&mut run.after);
            found.push(run);
        }
    }
}
