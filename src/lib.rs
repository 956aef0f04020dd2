//! # shouwen (首问)
//!
//! A full-screen, keyboard-only program for the people behind a service window.
//! The first person asked is responsible to the end; documents are told once;
//! every handoff has a named receiver and a clock; nothing is lost at a shift
//! change; who let it lapse is on record.
//!
//! ## One way through
//!
//! ```text
//! key -> keymap -> Action -> Screen -> Command -> desk -> decide -> [Event] -> store -> views -> Screen
//! command line ---------------------> Command -'                               ^ other terminals' commits
//! ```
//!
//! Everything that changes the record is a [`domain::command::Command`], whoever
//! sends it. `decide` is the only place where a rule is applied, and it is pure.
//! Events are facts in the past tense; the log of events is the record, and
//! every table beside it is a view that can be thrown away and made again.
//!
//! ## Rooms
//!
//! | room | what it holds |
//! |---|---|
//! | [`domain`] | the regulations: no file, no clock, no SQL, no screen |
//! | [`store`] | SQLite: schema, append, views, search, integrity; the only room that knows SQL |
//! | [`desk`] | load, settle, decide, append, in one transaction: the only door to change |
//! | [`clock`] | the only caller of `now()` |
//! | [`entropy`] | where random bytes come from |
//! | [`builtin`] | rulebooks, catalogue and calendar as data |
//! | [`offer`] | what can be chosen in a form, the likeliest first |
//! | [`opening`] | from what the command line knows to an open register |
//! | [`drafts`] | half-typed forms, kept safe outside the register |
//! | [`demo`] | a believable hall, made by running real commands under a simulated clock |
//! | [`papers`] | the papers of one inquiry, drawn up from its record |
//! | [`paper`] | slips, notices and handover sheets as text of a given width |
//! | [`guide`] | what the office has promised the public, as text and as pages |
//! | [`search`] | finding by hanzi, pinyin and initials |
//! | [`i18n`] | every sentence a person reads, in Chinese and English |
//! | [`tui`] | the screens, and the one table of keys |
//! | [`plain`] | the same work in questions and answers, line by line, without a screen |
//! | [`cli`] | the command line, one file a subcommand |
//! | [`sheet`] | tables that come in from files and go out to them |
//! | [`paths`] | where register, keys and drafts lie |
//!
//! ## Decisions that someone will question
//!
//! - **The log is the record, tables are views.** A table that can be thrown away
//!   cannot lie for long: `shouwen audit verify` makes every row again and compares.
//!   Turned down: updating rows with a history table beside them, which leaves two
//!   truths.
//! - **What people said stands outside the log.** An event keeps an id and a salted
//!   commitment, so that personal data can be destroyed while the chain stays whole.
//! - **No daemon.** What time does to an inquiry is settled by whoever comes next,
//!   with the instant at which it fell due. Turned down: a timer process, which is
//!   off exactly when something lapses.
//! - **One file, many processes, writers in line.** Each terminal is its own process
//!   on one SQLite file; writers queue on a lock file. Turned down: a server, which
//!   a counter with one machine has to keep alive.

pub mod builtin;
pub mod cli;
pub mod clock;
pub mod demo;
pub mod desk;
pub mod domain;
pub mod drafts;
pub mod entropy;
pub mod guide;
pub mod i18n;
pub mod offer;
pub mod opening;
pub mod paper;
pub mod papers;
pub mod paths;
pub mod plain;
pub mod search;
pub mod sheet;
pub mod store;
pub mod tui;
