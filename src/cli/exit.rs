//! What a run ends with.

use std::process::ExitCode;

/// How a run ended. The order is the order of precedence: what could not be checked hides what was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// Nothing to report.
    Clean,
    /// Findings among those asked for with `--fail-on`.
    Findings,
    /// A test of a rule failed.
    RuleTestFailed,
    /// Something could not be checked: a bad rule, an unreadable source, a wrong argument.
    NotChecked,
}

impl Exit {
    /// The code the shell sees.
    pub fn code(self) -> u8 {
        match self {
            Self::Clean => 0,
            Self::Findings => 1,
            Self::RuleTestFailed => 3,
            Self::NotChecked => 2,
        }
    }

    /// The graver of the two: 2 before 3 before 1.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        let rank = |exit: Self| exit as u8;
        if rank(other) > rank(self) {
            other
        } else {
            self
        }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        exit.code().into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_not_checked_hides_a_failed_test_and_that_hides_a_finding() {
        let graver = |a: Exit, b: Exit| a.and(b).code();
        assert_eq!(graver(Exit::Findings, Exit::RuleTestFailed), 3);
        assert_eq!(graver(Exit::NotChecked, Exit::RuleTestFailed), 2);
        assert_eq!(graver(Exit::Clean, Exit::Findings), 1);
    }
}
