//! What the desk and the register keep between inquiries and between people.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "helpers of tests"
)]

#[path = "../kit/journey.rs"]
mod journey;
#[path = "../kit/mod.rs"]
mod kit;

mod calendar;
mod cases;
mod commands;
mod demo;
mod figures;
mod ledger;
mod oversight;
mod presence;
mod privacy;
mod races;
mod review;
mod roles;
mod standing;
mod store;
