//! What the desk and the register keep between inquiries and between people.

#[path = "../kit/journey.rs"]
mod journey;
#[path = "../kit/mod.rs"]
mod kit;

mod calendar;
mod commands;
mod demo;
mod figures;
mod ledger;
mod oversight;
mod presence;
mod races;
mod roles;
mod standing;
mod store;
