//! The record: what is kept, how it is guarded, and many who write at once.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "helpers of tests"
)]

#[path = "../kit/cli.rs"]
mod cli_kit;
#[path = "../kit/mod.rs"]
mod kit;
#[path = "../kit/storm.rs"]
mod storm_kit;

mod backup;
mod golden_events;
mod many;
mod pins;
mod processes;
mod tampering;
