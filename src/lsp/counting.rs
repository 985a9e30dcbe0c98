//! What the project's reports say of each claim, counted while the author reads or types.
//!
//! In: the workspace as it was saved. Out: the tally that a hover shows. It is counted on a thread of its own from the
//! moment that a file is opened or saved, so that a pointer that comes to rest finds it done. One that comes at once is
//! told that the reports are still being checked.

use std::sync::mpsc::Receiver;
use std::sync::mpsc::RecvTimeoutError;
use std::sync::mpsc::channel;
use std::time::Duration;

use super::hover;
use super::hover::Tally;
use super::workspace::Workspace;
use crate::eval;
use crate::eval::Plan;
use crate::source;

/// Reports of the project that are counted at most: more would keep a processor busy at every save.
const COUNTED: usize = 500;

/// How long a pointer may wait for what is nearly done.
const PATIENCE: Duration = Duration::from_millis(25);

/// A tally, there or on its way.
#[derive(Debug, Default)]
pub(super) struct Counting {
    tally: Tally,
    coming: Option<Receiver<Tally>>,
}

impl Counting {
    /// Counts anew. What is still being counted is forgotten.
    pub(super) fn begin(&mut self, workspace: &Workspace) {
        let (send, coming) = channel();
        let mut workspace = workspace.clone();
        std::thread::spawn(move || {
            // Nobody listens any more if another count has begun.
            let _ = send.send(counted(&mut workspace));
        });
        self.coming = Some(coming);
    }

    /// The last tally that was begun; `None` while it is still being counted.
    pub(super) fn tally(&mut self) -> Option<&Tally> {
        if let Some(coming) = &self.coming {
            match coming.recv_timeout(PATIENCE) {
                Ok(tally) => self.tally = tally,
                Err(RecvTimeoutError::Timeout) => return None,
                Err(RecvTimeoutError::Disconnected) => self.tally = Tally::default(),
            }
            self.coming = None;
        }
        Some(&self.tally)
    }
}

fn counted(workspace: &mut Workspace) -> Tally {
    let corpus = workspace.corpus.clone();
    let rules = &workspace.loaded().rules;
    let mut findings = Vec::new();
    if corpus.is_dir() {
        let plan = Plan::new(rules);
        for raw in source::records(&[corpus]).take(COUNTED).flatten() {
            let (source, _) = source::open(&raw);
            findings.extend(eval::evaluate(&plan, &source, false).findings);
        }
    }
    hover::tally(&findings)
}
