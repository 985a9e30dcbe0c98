//! A sign of life on long runs, for people at a terminal only.

use std::io::IsTerminal;
use std::time::Duration;
use std::time::Instant;

use indicatif::ProgressBar;
use indicatif::ProgressDrawTarget;
use indicatif::ProgressStyle;

/// Shorter runs need no sign.
const PATIENCE: Duration = Duration::from_secs(2);

/// Counts sources, and shows the count when it takes long.
pub(super) struct Progress {
    started: Instant,
    bar: Option<ProgressBar>,
    terminal: bool,
    read: u64,
}

impl Progress {
    pub(super) fn new() -> Self {
        Self {
            started: Instant::now(),
            bar: None,
            terminal: std::io::stderr().is_terminal(),
            read: 0,
        }
    }

    /// One more source is read.
    pub(super) fn step(&mut self) {
        self.read += 1;
        if !self.terminal {
            return;
        }
        if self.bar.is_none() && self.started.elapsed() > PATIENCE {
            let style =
                ProgressStyle::with_template("{spinner} {human_pos} sources, {per_sec}, {elapsed}");
            let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr());
            self.bar = Some(match style {
                Ok(style) => bar.with_style(style),
                Err(_) => bar,
            });
        }
        if let Some(bar) = &self.bar {
            bar.set_position(self.read);
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}
