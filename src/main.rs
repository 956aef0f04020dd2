//! The door: parse, run, exit code.

use std::io::Write;
use std::process::ExitCode;

use shouwen::cli::{self, Outcome, Start, Status};
use shouwen::i18n::app;
use shouwen::tui::open::{self, Opening};

fn main() -> ExitCode {
    match cli::run(std::env::args_os()) {
        Outcome::Done(status) => status.into(),
        Outcome::App(start) => open_app(*start),
    }
}

fn open_app(start: Start) -> ExitCode {
    let Start {
        register,
        asked,
        locale,
        now,
        staff,
        ascii,
    } = start;
    let lang = asked.unwrap_or(locale);
    let opening = Opening {
        register,
        asked,
        locale,
        now,
        staff,
        ascii,
    };
    match open::open(&opening) {
        Ok(()) => Status::Done.into(),
        Err(error) => {
            // When this cannot be said either, the status still tells.
            let _ = writeln!(std::io::stderr(), "{}", app::not_opened(lang, &error));
            Status::NotSaved.into()
        }
    }
}
