//! The app by its keys, without a terminal.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "helpers of tests"
)]

#[path = "../kit/journey.rs"]
mod journey;
#[path = "../kit/sheet.rs"]
mod sheet_kit;

mod calendar;
mod figures;
mod handover;
mod journeys;
mod oversight;
mod papers;
mod pressing;
mod privacy;
mod queue;
mod screenshots;
mod signin;
mod slips;
mod typing;
