//! The door: parse, run, exit code.

use std::process::ExitCode;

use shouwen::cli::{self, Outcome};

fn main() -> ExitCode {
    match cli::run(std::env::args_os()) {
        Outcome::Done(status) => status.into(),
        // The app opens here.
        Outcome::App(start) => cli::no_app_yet(&start).into(),
    }
}
