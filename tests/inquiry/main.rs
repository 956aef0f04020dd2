//! The life of one inquiry at the desk, stage by stage.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "helpers of tests"
)]

#[path = "../kit/mod.rs"]
mod kit;
#[path = "../kit/storm.rs"]
mod storm_kit;

mod afterwards;
mod appointments;
mod breaches;
mod clocks;
mod closing;
mod corrections;
mod custody;
mod edits;
mod papers;
mod pauses;
mod properties;
mod refusals;
mod returns;
mod urging;
