//! Tables from outside: staff, the catalogue, paper slips.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "helpers of tests"
)]

#[path = "../kit/cli.rs"]
mod cli_kit;
#[path = "../kit/sheet.rs"]
mod sheet_kit;

mod catalog;
mod export;
mod guide;
mod slips;
mod staff;
