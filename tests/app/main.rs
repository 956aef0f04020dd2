//! The app by its keys, without a terminal.

#[path = "../kit/journey.rs"]
mod journey;
#[path = "../kit/sheet.rs"]
mod sheet_kit;

mod calendar;
mod handover;
mod journeys;
mod oversight;
mod papers;
mod pressing;
mod queue;
mod screenshots;
mod signin;
mod slips;
mod typing;
