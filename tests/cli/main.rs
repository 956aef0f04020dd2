//! The command line, line by line as scripts call it.

#[path = "../kit/cli.rs"]
mod cli_kit;
#[path = "../kit/pty.rs"]
mod pty_kit;

mod act;
mod bad_input;
mod calendar;
mod due;
mod hostile;
mod oversight;
mod plain;
mod pressing;
mod read;
mod reference;
