//! `export`: a month's ledger and its figures as a workbook or a .csv.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use clap::{ArgGroup, Args};
use serde_json::json;

use super::context::Context;
use super::failure::{Failure, Status};
use super::figures::{Period, progress_of};
use super::out;
use super::register::{self, Voice};
use crate::desk::{Actor, Desk};
use crate::domain::command::{Command, Envelope, Export};
use crate::i18n::{Lang, cli as words, export as say};
use crate::sheet::export::{ExportError, Kind, Order, export};
use crate::store::{Part, Span};

/// What goes out, and where to.
#[derive(Debug, Args)]
#[command(group(ArgGroup::new("to").required(true).args(["xlsx", "csv"])))]
pub struct ExportArgs {
    #[command(flatten)]
    period: Period,
    /// A workbook: ledger, legs, clocks, notices, handovers, figures
    #[arg(long, value_name = "FILE")]
    xlsx: Option<PathBuf>,
    /// One table as .csv
    #[arg(long, value_name = "FILE")]
    csv: Option<PathBuf>,
    /// Which table the .csv holds: ledger, legs, clocks, notices, handovers or figures
    #[arg(long, value_name = "PART", default_value = "ledger", requires = "csv")]
    part: String,
    /// How the .csv is written: utf-8 or gb18030
    #[arg(
        long,
        value_name = "ENCODING",
        default_value = "utf-8",
        requires = "csv"
    )]
    encoding: String,
    /// Names and telephones in clear, for supervisors and quality, with --reason
    #[arg(long)]
    reveal: bool,
    /// For what; it goes on record
    #[arg(long, value_name = "TEXT", default_value = "")]
    reason: String,
}

/// Writes the file, puts the export on record, and the file in its place.
pub fn run(args: &ExportArgs, cx: &mut Context) -> Result<Status, Failure> {
    let mut desk = register::write(cx)?;
    let lang = cx.lang();
    let span = args.period.span(lang)?;
    let (kind, to) = args.kind(lang)?;
    let staff = register::staff(cx, &mut desk)?;
    if is_of_the_register(&desk, &to) {
        return Err(Failure::Usage(say::IS_THE_REGISTER.text(lang).to_owned()));
    }
    let actor = Actor::Staff(staff);
    let envelope = Envelope::of(Command::Export(args.command(span, kind)));
    let voice = Voice::of(&desk);
    let failed = |error| register::failed(lang, &error, &voice);
    // Whoever may not have it does not leave it lying about while it is written.
    let allowed = desk.together(&actor, std::slice::from_ref(&envelope), false);
    for one in allowed.map_err(failed)?.all {
        one.result
            .map_err(|refusal| register::refused(lang, &refusal, &voice))?;
    }
    let order = Order {
        span,
        kind,
        reveal: args.reveal,
        lang,
    };
    let stop = stop_at_interrupt();
    let mut tell = progress_of(lang);
    let ready = export(&desk, &order, &to, &mut |done, of| {
        tell(done, of);
        !stop.load(Ordering::Relaxed)
    });
    let ready = ready.map_err(|error| told(lang, &to, &error))?;
    let inquiries = ready.inquiries;
    desk.carry_out(&actor, &envelope)
        .map_err(|error| register::failed(lang, &error, &voice))?;
    ready
        .place()
        .map_err(|error| Failure::NotSaved(say::unwritable(lang, &to, &error.to_string())))?;
    if cx.json {
        out::json(&json!({
            "file": to.display().to_string(),
            "from": span.from.to_string(),
            "until": span.until.to_string(),
            "inquiries": inquiries,
            "revealed": args.reveal,
        }))?;
    } else {
        out::say(&say::done(lang, &to, inquiries, args.reveal));
    }
    Ok(Status::Done)
}

impl ExportArgs {
    fn kind(&self, lang: Lang) -> Result<(Kind, PathBuf), Failure> {
        if let Some(to) = &self.xlsx {
            return Ok((Kind::Xlsx, to.clone()));
        }
        let Some(to) = &self.csv else {
            return Err(Failure::Usage(say::WHERE_TO.text(lang).to_owned()));
        };
        let bad = |name: &str, given: &str, known: &str| {
            Failure::Usage(words::bad_value(lang, name, given, Some(known.to_owned())))
        };
        let part = match self.part.as_str() {
            "figures" => None,
            name => Some(part(name).ok_or_else(|| {
                bad(
                    "--part",
                    name,
                    "ledger legs clocks notices handovers figures",
                )
            })?),
        };
        let gb18030 = match self.encoding.to_ascii_lowercase().as_str() {
            "utf-8" | "utf8" => false,
            "gb18030" => true,
            other => return Err(bad("--encoding", other, "utf-8 gb18030")),
        };
        Ok((Kind::Csv { part, gb18030 }, to.clone()))
    }

    fn command(&self, span: Span, kind: Kind) -> Export {
        let format = match kind {
            Kind::Xlsx => "xlsx",
            Kind::Csv { .. } => "csv",
        };
        Export {
            from: span.from.to_string(),
            to: span.until.to_string(),
            format: format.to_owned(),
            reveal: self.reveal,
            reason: self.reason.clone(),
        }
    }
}

fn part(name: &str) -> Option<Part> {
    let all = ["ledger", "legs", "clocks", "notices", "handovers"];
    let place = all.iter().position(|one| *one == name)?;
    Part::ALL.get(place).copied()
}

/// Whether a file is the register, or one that stands beside it.
fn is_of_the_register(desk: &Desk, to: &Path) -> bool {
    let whole = |path: &Path| {
        let parent = path.parent().filter(|one| !one.as_os_str().is_empty());
        let parent = parent.unwrap_or(Path::new(".")).canonicalize().ok()?;
        Some(parent.join(path.file_name()?))
    };
    let (Some(register), Some(to)) = (whole(desk.store().path()), whole(to)) else {
        return false;
    };
    let name = |path: &Path| {
        path.file_name()
            .map(|one| one.to_string_lossy().into_owned())
    };
    let (Some(own), Some(given)) = (name(&register), name(&to)) else {
        return false;
    };
    let beside = given.strip_prefix(&own);
    register.parent() == to.parent()
        && beside.is_some_and(|rest| ["", "-wal", "-shm", ".lock"].contains(&rest))
}

/// Set when somebody presses Ctrl-C.
fn stop_at_interrupt() -> Arc<AtomicBool> {
    let stop = Arc::new(AtomicBool::new(false));
    for signal in [signal_hook::consts::SIGINT, signal_hook::consts::SIGTERM] {
        // Without it the process ends as it would have.
        let _ = signal_hook::flag::register(signal, Arc::clone(&stop));
    }
    stop
}

fn told(lang: Lang, to: &Path, error: &ExportError) -> Failure {
    match error {
        ExportError::Store(error) => register::unread(lang, error),
        ExportError::File(why) => Failure::NotSaved(say::unwritable(lang, to, why)),
        ExportError::Cancelled => Failure::NotSaved(say::CANCELLED.text(lang).to_owned()),
    }
}
