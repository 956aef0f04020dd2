//! The command line, line by line as scripts call it.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "helpers of tests"
)]

#[path = "../kit/cli.rs"]
mod cli_kit;
#[path = "../kit/pty.rs"]
mod pty_kit;

mod act;
mod bad_input;
mod calendar;
mod due;
mod hostile;
mod oversight;
mod plain;
mod pressing;
mod read;
mod reference;
