//! What the findings of a run say alike, kept once: a million findings repeat a few claims, outlets and files.
//!
//! In: a source's record and its findings, as they are collected. Out: the same, each text that was there before put in the
//! place of its copies. Nothing of what they say is changed.

use std::collections::BTreeSet;

use crate::finding::Finding;
use crate::finding::Shared;
use crate::finding::SourceRecord;

/// Texts, each once.
#[derive(Debug, Default)]
struct Texts(BTreeSet<Shared>);

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
pub(super) struct Common {
    /// Of claims, outlets and files: the rules and the corpus bound their number.
    run: Texts,
}

impl Common {
    /// Shares the texts of a source's findings with each other, with its record and with the findings before.
    pub(super) fn share(&mut self, record: &mut SourceRecord, findings: &mut [Finding]) {
        let run = &mut self.run;
        run.share(&mut record.path);
        for outlet in [&mut record.outlet, &mut record.origin]
            .into_iter()
            .flatten()
        {
            run.share(outlet);
        }
        // Sentences, their hashes and what they say: those of another source are others.
        let mut own = Texts::default();
        for finding in findings {
            finding.source.clone_from(&record.id);
            run.share(&mut finding.claim);
            for text in [&mut finding.outlet, &mut finding.expected]
                .into_iter()
                .flatten()
            {
                run.share(text);
            }
            own.share(&mut finding.passage);
            for text in [&mut finding.stated, &mut finding.stated_key]
                .into_iter()
                .flatten()
            {
                own.share(text);
            }
            for evidence in &mut finding.evidence {
                evidence.path.clone_from(&record.path);
                for text in [
                    &mut evidence.sentence,
                    &mut evidence.text,
                    &mut evidence.value,
                ] {
                    own.share(text);
                }
                for text in [&mut evidence.speaker, &mut evidence.note]
                    .into_iter()
                    .flatten()
                {
                    own.share(text);
                }
            }
        }
    }
}
