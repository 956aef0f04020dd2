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
//! Everything that changes the record is a `domain::command::Command`, whoever
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
//! | [`desk`] | load, decide, append, in one transaction: the only door to change |
//! | [`demo`] | a believable hall on a sandbox, made by real commands |
//! | [`clock`] | the only caller of `now()` |
//! | [`builtin`] | rulebooks, catalogue and calendar as data |
//! | [`paper`] | slips, notices and handover sheets as text of a given width |
//! | [`sheet`] | tables that come in from files |
//! | [`search`] | finding by hanzi, pinyin and initials |
//! | [`i18n`] | every sentence a person reads, in Chinese and English |
//! | [`tui`] | the screens, and the one table of keys |
//! | [`paths`] | where the register and its state lie |
//! | [`cli`] | the command line, one file a subcommand |

pub mod builtin;
pub mod cli;
pub mod clock;
pub mod demo;
pub mod desk;
pub mod domain;
pub mod entropy;
pub mod i18n;
pub mod paper;
pub mod paths;
pub mod search;
pub mod sheet;
pub mod store;
pub mod tui;
