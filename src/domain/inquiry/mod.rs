//! The life of one inquiry and its legs.

mod apply;
pub mod clocks;
mod decide;
pub mod event;
pub mod hands;
mod measure;
mod pressed;
mod settle;
pub mod state;

pub use decide::{
    Ground, LATE_MINUTES, LINE_LIMIT, TEXT_LIMIT, Verdict, decide, default_order, knows_already,
    paper_number, reached,
};
pub use event::Event;
pub use hands::Turn as HandsTurn;
pub use settle::settle;
pub use state::Rating;
pub use state::{Breach, ClockRun, Inquiry, Leg, LegEnd, Notice, Resolution, Stage, Turn, Turned};
