//! How fast a text is read: `text::read` with every kind on, beside aho-corasick with 500 words and memchr, all on the
//! same prose and on one core.
//!
//! The prose is a report of our own, written out until it has 1 MB. Run with `cargo bench --bench text`. Hostile texts of
//! 1 and 8 MB show how time grows: the MB/s of both should be the same.

use std::hint::black_box;

use divan::Bencher;
use divan::counter::BytesCount;

fn main() {
    divan::main();
}

const REPORT: &str = "\
At least 41 people were killed and dozens more injured on Tuesday when a ferry with some 2,300 passengers on board ran \
aground two kilometres off Port Sorrel, the coast guard said.\n\n\
“We have never had a night like it,” said Marta Oduya, 53, who heads the harbour's rescue service. Her crews worked for \
more than seven hours, in winds of up to 90 km/h, before the last lifeboat came in at 4:30 am.\n\n\
The ferry, built in 1998 and sold last year for €12.5 million, had left the mainland an hour and a half late. The line's \
owners denied that it carried more people than it was allowed to, and said they would pay for the funerals. The inquiry \
is due to begin on Friday; the transport minister, Ilse Brandt, who had promised stricter rules after the accident of \
2016, did not answer questions.\n\n\
Fishermen from the villages along the bay were the first to reach the wreck. They say the sea was calm, that the lights \
of the ship were on, and that nobody on the bridge replied to their calls. Prices of berths have fallen by about a third \
since then, although traders put it at 3.1 percent. It was the first such disaster in nearly two decades.\n\n";

const MEGABYTE: usize = 1_000_000;

fn prose() -> String {
    REPORT.repeat(MEGABYTE / REPORT.len())
}

/// 500 words that a rule set could look for: every word of the report and as many made up.
fn words() -> Vec<String> {
    let mut words: Vec<String> = REPORT
        .split(|c: char| !c.is_alphabetic())
        .filter(|word| word.len() > 6)
        .map(str::to_owned)
        .collect();
    words.sort();
    words.dedup();
    words.truncate(40);
    let syllables = ["ber", "kan", "lor", "mis", "tav", "rud", "sel", "pon"];
    for first in syllables {
        for second in syllables {
            for third in syllables {
                if words.len() < 500 {
                    words.push(format!("{first}{second}{third}"));
                }
            }
        }
    }
    words
}

#[divan::bench]
fn text_with_every_kind(bencher: Bencher) {
    let prose = prose();
    bencher
        .counter(BytesCount::of_str(&prose))
        .bench_local(|| factcheck::text::read(black_box(&prose), &[], None));
}

#[divan::bench]
fn aho_corasick_with_500_words(bencher: Bencher) {
    let prose = prose();
    let automaton = aho_corasick::AhoCorasick::new(words()).expect("500 words fit");
    bencher
        .counter(BytesCount::of_str(&prose))
        .bench_local(|| automaton.find_iter(black_box(&prose)).count());
}

#[divan::bench]
fn memchr_of_one_byte(bencher: Bencher) {
    let prose = prose();
    bencher
        .counter(BytesCount::of_str(&prose))
        .bench_local(|| memchr::memchr_iter(b'~', black_box(prose.as_bytes())).count());
}

/// Texts that tempt a reader to look back or ahead without end.
const HOSTILE: &[&str] = &[
    "7",
    "- ",
    "(",
    "a",
    "two people and ",
    "one ",
    "June 19, ",
    "he said that ",
];

#[divan::bench(args = HOSTILE, consts = [1, 8], sample_count = 3)]
fn hostile<const MEGABYTES: usize>(bencher: Bencher, shape: &str) {
    let text = shape.repeat(MEGABYTES * MEGABYTE / shape.len());
    bencher
        .counter(BytesCount::of_str(&text))
        .bench_local(|| factcheck::text::read(black_box(&text), &[], None));
}
