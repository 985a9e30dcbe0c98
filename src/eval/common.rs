//! What the findings of a run say alike, kept once: a million findings repeat a few claims, outlets, files and values.
//!
//! In: a source's record and its findings, as they are collected. Out: the same, each text that was there before put in the
//! place of its copies. Nothing of what they say is changed.

use std::collections::HashSet;

use crate::finding::Finding;
use crate::finding::Shared;
use crate::finding::SourceRecord;

/// Texts, each once; only asked for, never walked through.
#[derive(Debug, Default)]
struct Texts(HashSet<Shared>);

impl Texts {
    /// Puts the text known already in the place of its copy.
    fn share(&mut self, text: &mut Shared) {
        match self.0.get(text) {
            Some(known) => text.clone_from(known),
            None => {
                self.0.insert(text.clone());
            }
        }
    }
}

/// The texts that the findings collected so far have in common.
#[derive(Debug, Default)]
pub(super) struct Common(Texts);

impl Common {
    /// Shares the texts of a source's findings with each other, with its record and with the findings before.
    pub(super) fn share(&mut self, record: &mut SourceRecord, findings: &mut [Finding]) {
        let Self(run) = self;
        run.share(&mut record.path);
        let outlets = [&mut record.outlet, &mut record.origin];
        for outlet in outlets.into_iter().flatten() {
            run.share(outlet);
        }
        // The sentences of a source are its own, or a copy's.
        let mut own = Texts::default();
        for finding in findings {
            finding.source.clone_from(&record.id);
            run.share(&mut finding.claim);
            let told = [
                &mut finding.outlet,
                &mut finding.expected,
                &mut finding.stated,
                &mut finding.stated_key,
            ];
            for text in told.into_iter().flatten() {
                run.share(text);
            }
            own.share(&mut finding.passage);
            for evidence in &mut finding.evidence {
                evidence.path.clone_from(&record.path);
                own.share(&mut evidence.sentence);
                run.share(&mut evidence.text);
                run.share(&mut evidence.value);
                let who = [&mut evidence.speaker, &mut evidence.note];
                for text in who.into_iter().flatten() {
                    run.share(text);
                }
            }
        }
    }
}
