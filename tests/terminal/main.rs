//! The program at a real terminal.

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

mod ahead;
mod day;
mod registrations;
