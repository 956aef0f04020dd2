//! The door: parse, run, exit code.

use std::process::ExitCode;

use shouwen::cli::{self, Outcome, Start, Status, Trouble};
use shouwen::opening::{OpenError, Opening};

fn main() -> ExitCode {
    tell_where_alone();
    outlive_size_limits();
    match cli::run(std::env::args_os()) {
        Outcome::Done(status) => status.into(),
        Outcome::App(start) => {
            let status = app(&start);
            start.clear();
            status.into()
        }
    }
}

/// The command line and the screens do not know each other; they meet here.
fn app(start: &Start) -> Status {
    let opening = Opening {
        register: start.register.clone(),
        asked: start.asked,
        locale: start.locale,
        now: start.now,
        staff: start.staff.clone(),
        kiosk: start.kiosk.clone(),
        ascii: start.ascii,
        quiet: start.quiet,
    };
    let ended = if start.plain {
        shouwen::plain::open(&opening)
    } else {
        shouwen::tui::open::open(&opening)
    };
    let Err(error) = ended else {
        return Status::Done;
    };
    let trouble = match &error {
        OpenError::Desk(error) => Trouble::Desk(error),
        OpenError::SignIn(error) => Trouble::SignIn(error),
        OpenError::NoSandbox => Trouble::NoSandbox,
        OpenError::NoState => Trouble::NoState,
        OpenError::Terminal(error) => Trouble::Terminal(error),
    };
    cli::tell(start, &trouble)
}

/// A panic's own words may quote what somebody typed about a visitor: only where it
/// happened is told.
fn tell_where_alone() {
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(ToString::to_string);
        eprintln!("shouwen: {}", place.unwrap_or_default());
    }));
}

/// A write beyond the file-size limit must come back as an error that is told,
/// not end the process without a word.
#[cfg(unix)]
fn outlive_size_limits() {
    let seen = std::sync::Arc::new(std::sync::atomic::AtomicBool::new(false));
    // Without the handler the process would only end less politely.
    let _ = signal_hook::flag::register(signal_hook::consts::SIGXFSZ, seen);
}

#[cfg(not(unix))]
fn outlive_size_limits() {}
