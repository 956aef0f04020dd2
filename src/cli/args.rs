//! What can be written on the command line.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

use super::act::ActArgs;
use super::audit::AuditArgs;
use super::backup::BackupArgs;
use super::calendar::CalendarArgs;
use super::catalog::CatalogArgs;
use super::completions::CompletionsArgs;
use super::demo::DemoArgs;
use super::docs::DocsArgs;
use super::due::DueArgs;
use super::explain::ExplainArgs;
use super::export::ExportArgs;
use super::figures::FiguresArgs;
use super::find::FindArgs;
use super::handover::HandoverArgs;
use super::init::InitArgs;
use super::keys::SshKeysArgs;
use super::kiosk::KioskArgs;
use super::notice::NoticeArgs;
use super::oversee::OverseeArgs;
use super::paper::PaperArgs;
use super::queue::QueueArgs;
use super::restore::RestoreArgs;
use super::rulebook::RulebookArgs;
use super::show::ShowArgs;
use super::slips::SlipsArgs;
use super::staff::StaffArgs;

/// First-inquiry desk: register, hand off, watch the clocks, tell all documents at once.
#[derive(Debug, Parser)]
#[command(name = "shouwen", version, disable_help_subcommand = true)]
pub struct Cli {
    /// What holds for every subcommand.
    #[command(flatten)]
    pub global: Global,
    /// The subcommand; none opens the app.
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// What holds for every subcommand.
#[derive(Debug, Args)]
#[expect(clippy::struct_excessive_bools, reason = "a switch each")]
pub struct Global {
    /// The register (else `SHOUWEN_DB`, else the platform's data directory)
    #[arg(long, global = true, value_name = "FILE")]
    pub db: Option<PathBuf>,
    /// Language: zh or en (else `SHOUWEN_LANG`, the register's setting, the locale)
    #[arg(long, global = true, value_name = "zh|en")]
    pub lang: Option<String>,
    /// Print one JSON value
    #[arg(long, global = true)]
    pub json: bool,
    /// Work by questions and answers, without a screen; print without alignment
    #[arg(long, global = true)]
    pub plain: bool,
    /// Draw lines in ASCII
    #[arg(long, global = true)]
    pub ascii: bool,
    /// Ring no bell when something new comes (else `SHOUWEN_QUIET`)
    #[arg(long, global = true)]
    pub quiet: bool,
    /// The time to live by, RFC 3339 (else `SHOUWEN_NOW`); for writing only on a sandbox
    #[arg(long, global = true, value_name = "TIME")]
    pub now: Option<String>,
    /// The member of staff who acts or looks
    #[arg(long = "as", global = true, value_name = "STAFF")]
    pub staff: Option<String>,
}

/// Every subcommand.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Make a register without questions
    Init(InitArgs),
    /// Make a sandbox with realistic data, and open the app on it
    Demo(DemoArgs),
    /// Carry out commands in order, one JSON line each
    Act(ActArgs),
    /// Print the JSON Schema of every command
    Schema,
    /// List open legs, most pressing first
    Queue(QueueArgs),
    /// Show one inquiry: legs, clocks, notices, timeline
    Show(ShowArgs),
    /// Tell how due dates came about, day by day
    Explain(ExplainArgs),
    /// Find inquiries by number, name, telephone tail, words, pinyin
    Find(FindArgs),
    /// Count a month: on the spot, on time, late, sent back, time in hands
    Figures(FiguresArgs),
    /// Write a month's ledger and its figures to a file
    Export(ExportArgs),
    /// Compute when a limit ends; needs no register
    Due(DueArgs),
    /// List every document of a matter in one pass
    Notice(NoticeArgs),
    /// List the numbered papers of an inquiry, or print one
    Paper(PaperArgs),
    /// List shift handovers, print one
    Handover(HandoverArgs),
    /// Enter paper slips afterwards, from a sheet: import, template
    Slips(SlipsArgs),
    /// Look after the people: list, show, import, pin, keys
    Staff(StaffArgs),
    /// Samples and bulletins: list, verify, print
    Oversee(OverseeArgs),
    /// Look after the rulebooks: list, show, check, export
    Rulebook(RulebookArgs),
    /// Look after the matters: list, show, import, check, export
    Catalog(CatalogArgs),
    /// Look after the calendar: list, import, check
    Calendar(CalendarArgs),
    /// Look after the record: verify, rebuild, checkpoint
    Audit(AuditArgs),
    /// Copy the register while others work, verified
    Backup(BackupArgs),
    /// Put a backup in the register's place, and keep what was there
    Restore(RestoreArgs),
    /// Print the line that lets a key in, for OpenSSH's `AuthorizedKeysCommand`
    SshKeys(SshKeysArgs),
    /// The app for somebody who came in with a key, and nothing but the app
    Kiosk(KioskArgs),
    /// Print what a shell needs for completion
    Completions(CompletionsArgs),
    /// Print references made from the program: keys, roles
    Docs(DocsArgs),
}
