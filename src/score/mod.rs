//! Truth inference and reliability.
