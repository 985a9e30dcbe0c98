//! Cases of stance: each line of a snapshot is a clause, with how the text stands to it and who speaks.

use super::read;
use super::reading::Stance;
use crate::span::Part;
use crate::span::Section;
use crate::span::Span;

fn stances(text: &str) -> String {
    stances_in(text, Part::Body)
}

fn stances_in(text: &str, part: Part) -> String {
    let reading = read(
        text,
        &[Section {
            span: Span::new(0, text.len()),
            part,
        }],
        None,
    );
    let mut out = String::new();
    for clause in &reading.clauses {
        let stance = format!("{:?}", clause.stance).to_lowercase();
        let speaker = clause
            .speaker
            .map_or(String::new(), |speaker| format!(" [{}]", speaker.of(text)));
        out.push_str(&format!("{stance}{speaker}: {}\n", clause.span.of(text)));
    }
    out
}

#[test]
fn probe() {
    let Ok(path) = std::env::var("PROBE") else {
        return;
    };
    let text = std::fs::read_to_string(path).unwrap();
    for p in text.split("\n") {
        if !p.trim().is_empty() {
            println!("{}", stances(p));
        }
    }
}
