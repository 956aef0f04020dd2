//! Every clock, number and ruling of the source, one test each, named by its id.
//!
//! A row stands in the TOML file of its rulebook beside the tests, with the
//! rule that carries it out; `table.rs` holds the table complete.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

#[path = "../kit/mod.rs"]
mod kit;

mod at_hand;
mod company;
mod company_2020;
mod customer_service;
mod forestry;
mod hotel;
mod management;
mod mine_centre;
mod police;
mod property;
mod service_centre;
mod table;
mod tax;
mod township;
