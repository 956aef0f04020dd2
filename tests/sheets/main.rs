//! Tables from outside: staff, the catalogue, paper slips.

#[path = "../kit/cli.rs"]
mod cli_kit;
#[path = "../kit/sheet.rs"]
mod sheet_kit;

mod catalog;
mod export;
mod slips;
mod staff;
