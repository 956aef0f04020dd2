//! What is wrong with a rulebook, as values; `i18n` words them.

use crate::domain::deadline::HoursError;
use crate::domain::ids::ClockId;
use crate::domain::rulebook::{Act, RouteId};
use crate::domain::staff::Role;

/// What stands in the way of using a rulebook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Flaw {
    /// It is not TOML, or not of a rulebook's shape: the parser's own words.
    Parser(String),
    /// It is empty.
    Empty,
    /// A label has no words in this language, `zh` or `en`.
    NoWords(&'static str),
    /// A clause quotes nothing.
    QuotesNothing,
    /// A clause names no article.
    NoArticle,
    /// A list does not have what is named here.
    NotListed {
        /// The list, by the way to it from the top of the file.
        list: &'static str,
        /// What it lacks.
        id: String,
    },
    /// Two of a list have one id.
    NamedTwice {
        /// The list, by the way to it from the top of the file.
        list: &'static str,
        /// The id.
        id: String,
    },
    /// A clock cannot work.
    Clock {
        /// The clock.
        clock: ClockId,
        /// Why not.
        why: ClockFlaw,
    },
    /// No reason to stand still is named.
    NoReason,
    /// No clock that stands still is named.
    NoClock,
    /// Office hours that cannot be.
    Hours(HoursError),
    /// One level of urgency stands there twice.
    SameLevelTwice,
    /// No visit at all is allowed.
    NoVisit,
    /// A way leads to a role that the rulebook gives to nobody.
    LeadsToNobody(Role),
    /// So many times within no time.
    NoTime,
    /// The most is less than the least.
    MostBelowLeast,
    /// No channel is named.
    NoChannel,
    /// One route stands there twice.
    RouteTwice,
    /// A route is missing.
    RouteMissing(RouteId),
    /// A slip of no copies.
    NoCopies,
    /// Two papers are numbered under one mark.
    SameMark(String),
}

/// Why a clock cannot work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ClockFlaw {
    /// Nothing that can happen starts it.
    NeverStarts,
    /// It starts on this act, when all is over.
    StartsAtEnd(Act),
    /// Nothing that meets it can follow its start.
    NeverMet,
    /// This act both meets and replaces it.
    MetAndReplaced(Act),
    /// It would outlive its inquiry, which this act ends.
    RunsOn(Act),
    /// It is extended by nothing.
    ExtendedByNothing,
    /// It can be extended by more than its own length, and no clause says so.
    ExtendedBeyond,
    /// It ends on what comes before its start.
    EndBeforeStart,
}
