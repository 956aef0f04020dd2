//! The program at a real terminal.

#[path = "../kit/cli.rs"]
mod cli_kit;
#[path = "../kit/pty.rs"]
mod pty_kit;

mod ahead;
mod day;
mod registrations;
