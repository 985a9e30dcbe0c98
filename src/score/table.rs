//! The table that truth inference works on: who says what of which object.
//!
//! In: rows (source, object, value, time, weight) in any order. Out: a [`Table`] with everything numbered in the order of
//! its name, so that the same rows in another order give the same sums and the same bytes. Knows nothing of models.

use std::collections::BTreeMap;
use std::collections::HashMap;
use std::hash::BuildHasherDefault;
use std::hash::Hasher;
use std::ops::Range;

use super::number;
use crate::value::Interval;
use crate::value::Measure;

/// One source's statement on one object.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Claim {
    /// Index into [`Table::sources`].
    pub source: u32,
    /// Index into [`Table::objects`].
    pub object: u32,
    /// Index into [`Table::candidates`].
    pub candidate: u32,
    /// How firmly it is said, 0 to 1: asserted 1, hedged ¾, attributed ½.
    pub weight: f64,
}

/// A value that some source claims of an object.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// Index into [`Table::objects`].
    pub object: u32,
    /// Index into [`Table::values`].
    pub value: u32,
}

/// Claims, sorted by object, then source.
#[derive(Clone, Debug, Default)]
pub struct Table {
    /// Names of the sources, sorted.
    pub sources: Vec<String>,
    /// Names of the objects, sorted.
    pub objects: Vec<String>,
    /// Distinct values, sorted as text.
    pub values: Vec<String>,
    /// At most one a source and object.
    pub claims: Vec<Claim>,
    /// Sorted by object, then value.
    pub candidates: Vec<Candidate>,
    /// What the values mean that are no plain numbers but intervals in words («20-25»), by their index.
    pub measures: BTreeMap<u32, Measure>,
    /// The story of each object, as a number; empty if none is told.
    pub stories: Vec<u32>,
    /// Rows left out because the same source says something of the same object in another row.
    pub repeated: usize,
    object_claims: Vec<u32>,
    object_candidates: Vec<u32>,
}

impl Table {
    /// The claims on an object.
    pub fn claims_of(&self, object: usize) -> Range<usize> {
        self.object_claims[object] as usize..self.object_claims[object + 1] as usize
    }

    /// The candidates of an object.
    pub fn candidates_of(&self, object: usize) -> Range<usize> {
        self.object_candidates[object] as usize..self.object_candidates[object + 1] as usize
    }

    /// A candidate's value.
    pub fn value_of(&self, candidate: usize) -> &str {
        &self.values[self.candidates[candidate].value as usize]
    }

    /// Each claim's own weight: what it counts if nothing discounts it.
    pub fn weights(&self) -> Vec<f64> {
        self.claims.iter().map(|claim| claim.weight).collect()
    }

    /// The same table with the objects that `keep` holds.
    #[must_use]
    pub fn with_objects(&self, keep: impl Fn(usize) -> bool) -> Self {
        let mut builder = TableBuilder::default();
        for claim in &self.claims {
            if keep(claim.object as usize) {
                builder.push(
                    &self.sources[claim.source as usize],
                    &self.objects[claim.object as usize],
                    self.value_of(claim.candidate as usize),
                    "",
                    claim.weight,
                );
            }
        }
        let mut table = builder.build();
        let meant: BTreeMap<&str, Measure> = self
            .measures
            .iter()
            .map(|(&value, &measure)| (self.values[value as usize].as_str(), measure))
            .collect();
        table.read_measures(|text| meant.get(text).copied());
        table
    }

    /// Says which story each object belongs to; one without a story is a story of its own.
    pub fn set_stories(&mut self, of: impl Fn(&str) -> Option<String>) {
        let named: Vec<Option<String>> = self.objects.iter().map(|object| of(object)).collect();
        let mut numbers: BTreeMap<&str, u32> = BTreeMap::new();
        for name in named.iter().flatten() {
            let next = index(numbers.len());
            numbers.entry(name).or_insert(next);
        }
        let alone = index(numbers.len());
        self.stories = (alone..)
            .zip(&named)
            .map(|(own, name)| name.as_deref().map_or(own, |name| numbers[name]))
            .collect();
    }

    /// Takes values that are no plain numbers for what `read` says they mean; all of them, or the table is of labels.
    pub fn read_measures(&mut self, read: impl Fn(&str) -> Option<Measure>) {
        self.measures.clear();
        for (index, value) in (0..).zip(&self.values) {
            if number::parse(value).is_some() {
                continue;
            }
            let Some(measure) = read(value).filter(|measure| middle(measure).is_finite()) else {
                self.measures.clear();
                return;
            };
            self.measures.insert(index, measure);
        }
    }
}

/// The point that an interval stands for where it is a truth itself: the middle of what its words make typical.
pub fn middle(measure: &Measure) -> f64 {
    let Interval { lo, hi, .. } = measure.typical;
    match (lo.is_finite(), hi.is_finite()) {
        (true, true) => lo / 2.0 + hi / 2.0,
        (true, false) => lo,
        _ => hi,
    }
}

/// Eight bytes at a time through a multiplication (the scheme of `rustc-hash`): names are looked up three times a row, and
/// nobody profits from names that collide in a table of their own.
#[derive(Clone, Copy, Default)]
struct Mixer(u64);

impl Hasher for Mixer {
    fn finish(&self) -> u64 {
        self.0.rotate_left(26)
    }

    fn write(&mut self, bytes: &[u8]) {
        for chunk in bytes.chunks(8) {
            let mut word = [0; 8];
            word[..chunk.len()].copy_from_slice(chunk);
            let word = u64::from_le_bytes(word);
            self.0 = (self.0.rotate_left(5) ^ word).wrapping_mul(0x517c_c1b7_2722_0a95);
        }
    }
}

/// Numbers for names, in the order in which they come.
#[derive(Clone, Debug, Default)]
struct Names {
    all: Vec<String>,
    /// Names of at most [`SHORT`] bytes, by their [`key`]: most are, and so looked up without following a pointer.
    short: HashMap<u128, u32, BuildHasherDefault<Mixer>>,
    long: HashMap<String, u32, BuildHasherDefault<Mixer>>,
    /// The short name asked for last: tables often tell all of one object, or of one source, at once.
    last: Option<(u128, u32)>,
}

/// Bytes of a name that fit its key.
const SHORT: usize = 15;

/// A name's first bytes and, in the last place, its length, as a number in the order of text: of a short name all there is.
fn key(name: &str) -> u128 {
    let mut bytes = [0; SHORT + 1];
    let length = name.len().min(SHORT);
    bytes[..length].copy_from_slice(&name.as_bytes()[..length]);
    bytes[SHORT] = name.len().min(SHORT + 1) as u8;
    u128::from_be_bytes(bytes)
}

impl Names {
    fn number(&mut self, name: &str) -> u32 {
        let new = index(self.all.len());
        let number = if name.len() <= SHORT {
            let key = key(name);
            match self.last {
                Some((last, number)) if last == key => return number,
                _ => {
                    let number = *self.short.entry(key).or_insert(new);
                    self.last = Some((key, number));
                    number
                }
            }
        } else if let Some(&number) = self.long.get(name) {
            number
        } else {
            self.long.insert(name.to_owned(), new);
            new
        };
        if number == new {
            self.all.push(name.to_owned());
        }
        number
    }

    /// The names in order, and for each number given so far its place in that order.
    fn sorted(self) -> (Vec<String>, Vec<u32>) {
        let mut order: Vec<(u128, String, u32)> = (0..)
            .zip(self.all)
            .map(|(number, name)| (key(&name), name, number))
            .collect();
        order.sort_unstable();
        let mut place = vec![0; order.len()];
        let names = (0..)
            .zip(order)
            .map(|(index, (_, name, number))| {
                place[number as usize] = index;
                name
            })
            .collect();
        (names, place)
    }
}

/// The rows in order of object, those of one object in the order in which they came (a counting sort: there are few objects
/// for as many rows).
fn by_object(rows: &[Row], objects: usize) -> Vec<Row> {
    let mut next = vec![0; objects + 1];
    for row in rows {
        next[row.object as usize + 1] += 1;
    }
    for object in 0..objects {
        next[object + 1] += next[object];
    }
    let mut sorted = rows.to_vec();
    for row in rows {
        let place = &mut next[row.object as usize];
        sorted[*place] = *row;
        *place += 1;
    }
    sorted
}

#[derive(Clone, Copy)]
struct Row {
    object: u32,
    source: u32,
    value: u32,
    time: u32,
    weight: f64,
}

/// Gathers rows for a [`Table`].
#[derive(Default)]
pub struct TableBuilder {
    sources: Names,
    objects: Names,
    values: Names,
    times: Names,
    rows: Vec<Row>,
}

impl TableBuilder {
    /// Adds a row. `time` is compared as text, so ISO times work; empty: unknown, before every other.
    pub fn push(&mut self, source: &str, object: &str, value: &str, time: &str, weight: f64) {
        self.rows.push(Row {
            source: self.sources.number(source),
            object: self.objects.number(object),
            value: self.values.number(value),
            time: self.times.number(time),
            weight,
        });
    }

    /// Sorts and numbers everything. Of several rows of one source on one object the latest counts, and of equally
    /// late ones the first pushed.
    pub fn build(self) -> Table {
        let (sources, source_place) = self.sources.sorted();
        let (objects, object_place) = self.objects.sorted();
        let (values, value_place) = self.values.sorted();
        let (_, time_place) = self.times.sorted();
        let mut rows = self.rows;
        for row in &mut rows {
            row.source = source_place[row.source as usize];
            row.object = object_place[row.object as usize];
            row.value = value_place[row.value as usize];
            row.time = time_place[row.time as usize];
        }
        let mut rows = by_object(&rows, objects.len());
        for of_object in rows.chunk_by_mut(|a, b| a.object == b.object) {
            // Stable: rows of the same time keep their order.
            of_object.sort_by_key(|row| (row.source, std::cmp::Reverse(row.time)));
        }
        let before = rows.len();
        rows.dedup_by_key(|row| (row.object, row.source));
        let repeated = before - rows.len();

        let mut table = Table {
            sources,
            objects,
            values,
            repeated,
            object_claims: vec![0],
            object_candidates: vec![0],
            ..Table::default()
        };
        let mut here: Vec<u32> = Vec::new();
        for of_object in rows.chunk_by(|a, b| a.object == b.object) {
            here.clear();
            here.extend(of_object.iter().map(|row| row.value));
            here.sort_unstable();
            here.dedup();
            let first = index(table.candidates.len());
            for row in of_object {
                let place = here.binary_search(&row.value).unwrap_or_default();
                table.claims.push(Claim {
                    source: row.source,
                    object: row.object,
                    candidate: first + index(place),
                    weight: row.weight,
                });
            }
            let object = of_object[0].object;
            table
                .candidates
                .extend(here.iter().map(|&value| Candidate { object, value }));
            table.object_claims.push(index(table.claims.len()));
            table.object_candidates.push(index(table.candidates.len()));
        }
        table
    }
}

/// A table holds at most 2³² rows; more is a bug of the caller, not of the data.
fn index(length: usize) -> u32 {
    u32::try_from(length).expect("fewer than 2^32 claims")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(rows: &[(&str, &str, &str, &str)]) -> Table {
        let mut builder = TableBuilder::default();
        for (source, object, value, time) in rows {
            builder.push(source, object, value, time, 1.0);
        }
        builder.build()
    }

    #[test]
    fn the_order_of_rows_leaves_no_trace() {
        let forward = table(&[
            ("b", "y", "2", ""),
            ("a", "y", "1", ""),
            ("a", "x", "1", ""),
        ]);
        let backward = table(&[
            ("a", "x", "1", ""),
            ("a", "y", "1", ""),
            ("b", "y", "2", ""),
        ]);
        assert_eq!(forward.claims, backward.claims);
        assert_eq!(forward.candidates, backward.candidates);
        assert_eq!(forward.objects, ["x", "y"]);
    }

    #[test]
    fn the_latest_row_of_a_source_counts_and_the_first_of_equals() {
        let late = table(&[
            ("a", "x", "old", "2023-06-18"),
            ("a", "x", "new", "2023-06-19"),
        ]);
        assert_eq!(
            (late.value_of(0), late.repeated, late.claims.len()),
            ("new", 1, 1)
        );
        let undated = table(&[("a", "x", "first", ""), ("a", "x", "second", "")]);
        assert_eq!(undated.value_of(0), "first");
    }

    #[test]
    fn an_empty_table_has_nothing() {
        let table = table(&[]);
        assert!(table.claims.is_empty() && table.objects.is_empty());
    }
}
