//! Calling to account (问责): a case from what was reported to what came of an appeal
//! (D1 art. 4, D2 art. 11, D3 art. 5, D4 art. 4, D5, D7 art. 6, D8 art. 4.10).
//!
//! A case is a series of its own. It rests on inquiries and changes none of them. What
//! people are charged with, what can follow and by what procedure stands in the rulebook
//! ([`Accountability`](crate::domain::rulebook::Accountability)) that was in use when the
//! case was opened; a person decides.

mod apply;
mod clocks;
mod command;
mod concern;
mod decide;
mod event;
mod evidence;
mod repeat;
mod seen;
mod state;

pub use clocks::{recounted, settle};
pub use command::{
    CarryOut, CaseCommand, Check, Decide, Extend, FineSet, Hear, Investigate, Obstruct, Open,
    Recuse, Referral, Report, Reporter, Rule, Say, SayOf, Serve, Tell, Whom,
};
pub use concern::{hands, kept_out};
pub use decide::{CaseGround, decide};
pub use event::{CaseEvent, Measure, Opened, Outcome, Written};
pub use evidence::{Evidence, LegOf, evidence};
pub use repeat::{Earlier, repeated};
pub use seen::Sees;
pub use state::{
    Accused, Appeal, Case, CaseRun, CaseStage, Decision, Filed, Obstruction, Statement,
};
