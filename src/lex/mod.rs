//! One grammar of values for rule files and reports.
