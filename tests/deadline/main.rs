//! Due times: the rules, the calendar, the explanation, and the mistakes others made.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "helpers of tests"
)]

mod kit;
mod oracle;

mod calendar;
mod explain;
mod mistakes;
mod properties;
mod rules;
