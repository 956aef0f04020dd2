//! Why a command was not carried out, as values; `i18n` words them.

mod accounting;
mod bar;
mod field;
mod keeping;
mod overseeing;
mod overtaken;
mod pressing;

use super::ids::{ClockId, HandoverNo, Number, StaffNo, StepId};
use super::inquiry::Stage;
use super::rulebook::{Clause, Forbidden, OnceOnly};
use super::staff::Role;
use super::time::Moment;

pub use accounting::{Accounting, Named};
pub use bar::Bar;
pub use field::Field;
pub use keeping::Keeping;
pub use overseeing::Overseeing;
pub use overtaken::Overtaken;
pub use pressing::Pressing;

/// Why a command was not carried out.
#[derive(Debug, Clone, PartialEq)]
pub enum Refusal {
    /// A field that must be filled is empty.
    Empty(Field),
    /// A field is longer than it may be.
    TooLong {
        /// The field.
        field: Field,
        /// How many characters it may have.
        limit: usize,
    },
    /// A telephone number has something in it that is no digit.
    PhoneMalformed,
    /// A time is not RFC 3339.
    TimeMalformed(String),
    /// A time lies in the future.
    InFuture(Moment),
    /// A promised time lies in the past.
    InPast(Moment),
    /// It is entered later than it was received, and no reason is given.
    LateEntry {
        /// Minutes between receipt and entry.
        minutes: i64,
    },
    /// The same telephone asked for the same matter today.
    Duplicate(Number),
    /// No such inquiry.
    UnknownInquiry(Number),
    /// No such member of staff.
    UnknownStaff(StaffNo),
    /// No such matter.
    UnknownMatter(String),
    /// No such channel in the rulebook.
    UnknownChannel(String),
    /// No such kind of request in the rulebook.
    UnknownKind(String),
    /// No such circumstance for this matter.
    UnknownCircumstance(String),
    /// No paper with this number was given out for it.
    UnknownPaper(String),
    /// An office's mark that cannot stand in a number.
    MarkMalformed(String),
    /// No document with this number in the list.
    UnknownDocument {
        /// The number given.
        number: u32,
        /// How many there are.
        of: u32,
    },
    /// No such leg, or no open one.
    UnknownLeg(u32),
    /// No such clock runs.
    ClockNotRunning(ClockId),
    /// The receiver belongs to another department.
    NotInDepartment {
        /// The receiver.
        staff: StaffNo,
        /// Where the receiver belongs.
        department: String,
    },
    /// The receiver already holds it.
    AlreadyHolds(StaffNo),
    /// The person named does not have the role that this needs.
    LacksRole {
        /// The person.
        staff: StaffNo,
        /// The role.
        role: Role,
    },
    /// Someone else holds it.
    NotYours {
        /// Who holds it.
        holder: StaffNo,
    },
    /// Already signed for.
    AlreadySigned {
        /// By whom.
        by: StaffNo,
        /// When.
        at: Moment,
    },
    /// Not signed for yet.
    NotSigned,
    /// Already answered or delivered.
    AlreadyResolved,
    /// Closed already.
    Closed {
        /// When.
        at: Moment,
    },
    /// This cannot happen at this stage.
    WrongStage(Stage),
    /// Neither answered, delivered, guided nor declined: it cannot be closed.
    NotAnswered,
    /// The rulebook allows no return.
    ReturnForbidden(Option<Clause>),
    /// An accepted item stays with the windows.
    StaysAtWindows(Clause),
    /// Neither the rulebook nor the matter's law grants an extension.
    NoExtension,
    /// The extension is longer than granted.
    ExtensionTooLong {
        /// How many may be added in all.
        max: u32,
    },
    /// The extension was filed after the end (D1 art. 3.7).
    ExtensionTooLate {
        /// When it ended.
        due: Moment,
    },
    /// No such step in the rulebook for this kind of request.
    UnknownStep(StepId),
    /// The law lists no such reason for a clock to stand still.
    UnknownReason(String),
    /// No clock that runs may stand still for this reason.
    NoSuspension,
    /// Nothing stands still.
    NotSuspended,
    /// The clock stands still.
    StandsStill(ClockId),
    /// An extension of this clock waits for a decision.
    ExtensionPending(ClockId),
    /// No extension of this clock was filed.
    NothingFiled(ClockId),
    /// This clock was not overrun, or needs no explanation.
    NotOverrun(ClockId),
    /// A time that holds in principle was overrun, and nobody has said why.
    Unexplained(ClockId),
    /// Satisfaction is told from 5 to 1, and only by someone who was reached.
    NoSuchLevel(u8),
    /// There is no rating to appeal, or no appeal to decide.
    NoRating,
    /// Something that the rulebook wants before closing is not done.
    StillOwed(ClockId),
    /// The rulebook allows one transfer, and there was one.
    TransferredOnce(Box<OnceOnly>),
    /// The application was taken in already.
    AlreadyReceived,
    /// The reply uses a phrase that the rulebook forbids.
    ForbiddenPhrase(Box<Forbidden>),
    /// Something is demanded that the first notice lacked, and no reason is given.
    SecondNotice {
        /// Documents that it lacked.
        documents: Vec<String>,
        /// The clause.
        clause: Option<Clause>,
    },
    /// Nothing is missing: there is nothing to tell.
    NothingMissing,
    /// No notice has been told.
    NoNotice,
    /// No limit can be computed.
    Deadline(super::deadline::DeadlineError),
    /// The person who acts may not do this.
    NotAllowed,
    /// No such handover.
    UnknownHandover(HandoverNo),
    /// A handover of this person is open already.
    HandoverOpen(HandoverNo),
    /// No such item in the handover.
    UnknownItem(u32),
    /// Items are not acknowledged yet.
    Unacknowledged {
        /// How many.
        open: u32,
    },
    /// A question about an item is not answered yet.
    Unanswered(u32),
    /// Nothing was asked about this item.
    NoQuestion(u32),
    /// Signed already by this person.
    HandoverSigned,
    /// Neither the one who leaves nor the one who comes.
    NotInHandover,
    /// The one who comes cannot be the one who leaves.
    SamePerson,
    /// How it is passed on and held stands in the way.
    Barred(Bar),
    /// Nobody can be pressed, reported to or away like this.
    Pressing(Pressing),
    /// Someone else was quicker.
    Overtaken(Box<Overtaken>),
    /// Nothing can be sampled, checked or issued like this.
    Overseeing(Overseeing),
    /// Nobody can be called to account like this.
    Accounting(Box<Accounting>),
    /// Personal data is not destroyed like this, or a key not let in.
    Keeping(Keeping),
    /// A change to a matter does not fit.
    Edit(Box<crate::domain::catalog::EditFault>),
}

impl Refusal {
    /// The code that scripts read, and that `confirm` passes where it can be passed.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Empty(_) => "empty_field",
            Self::TooLong { .. } => "too_long",
            Self::PhoneMalformed => "phone_malformed",
            Self::TimeMalformed(_) => "time_malformed",
            Self::InFuture(_) => "in_future",
            Self::InPast(_) => "in_past",
            Self::LateEntry { .. } => "late_entry",
            Self::Duplicate(_) => "duplicate",
            Self::UnknownInquiry(_) => "unknown_inquiry",
            Self::UnknownStaff(_) => "unknown_staff",
            Self::UnknownMatter(_) => "unknown_matter",
            Self::UnknownChannel(_) => "unknown_channel",
            Self::UnknownKind(_) => "unknown_kind",
            Self::UnknownCircumstance(_) => "unknown_circumstance",
            Self::UnknownDocument { .. } => "unknown_document",
            Self::UnknownPaper(_) => "unknown_paper",
            Self::MarkMalformed(_) => "mark_malformed",
            Self::UnknownLeg(_) => "unknown_leg",
            Self::ClockNotRunning(_) => "clock_not_running",
            Self::NotInDepartment { .. } => "not_in_department",
            Self::AlreadyHolds(_) => "already_holds",
            Self::LacksRole { .. } => "lacks_role",
            Self::NotYours { .. } => "not_yours",
            Self::AlreadySigned { .. } => "already_signed",
            Self::NotSigned => "not_signed",
            Self::AlreadyResolved => "already_resolved",
            Self::Closed { .. } => "closed",
            Self::WrongStage(_) => "wrong_stage",
            Self::NotAnswered => "not_answered",
            Self::ReturnForbidden(_) => "return_forbidden",
            Self::StaysAtWindows(_) => "stays_at_windows",
            Self::NoExtension => "no_extension",
            Self::ExtensionTooLong { .. } => "extension_too_long",
            Self::ExtensionTooLate { .. } => "extension_too_late",
            Self::UnknownStep(_) => "unknown_step",
            Self::UnknownReason(_) => "unknown_reason",
            Self::NoSuspension => "no_suspension",
            Self::NotSuspended => "not_suspended",
            Self::StandsStill(_) => "stands_still",
            Self::ExtensionPending(_) => "extension_pending",
            Self::NothingFiled(_) => "nothing_filed",
            Self::NotOverrun(_) => "not_overrun",
            Self::Unexplained(_) => "unexplained",
            Self::StillOwed(_) => "still_owed",
            Self::NoSuchLevel(_) => "no_such_level",
            Self::NoRating => "no_rating",
            Self::TransferredOnce(_) => "transferred_once",
            Self::AlreadyReceived => "already_received",
            Self::ForbiddenPhrase(_) => "forbidden_phrase",
            Self::SecondNotice { .. } => "second_notice",
            Self::NothingMissing => "nothing_missing",
            Self::NoNotice => "no_notice",
            Self::Deadline(_) => "deadline",
            Self::NotAllowed => "not_allowed",
            Self::UnknownHandover(_) => "unknown_handover",
            Self::HandoverOpen(_) => "handover_open",
            Self::UnknownItem(_) => "unknown_item",
            Self::Unacknowledged { .. } => "unacknowledged",
            Self::Unanswered(_) => "unanswered",
            Self::NoQuestion(_) => "no_question",
            Self::HandoverSigned => "handover_signed",
            Self::NotInHandover => "not_in_handover",
            Self::SamePerson => "same_person",
            Self::Barred(bar) => bar.code(),
            Self::Pressing(why) => why.code(),
            Self::Overtaken(lost) => lost.why.code(),
            Self::Overseeing(why) => why.code(),
            Self::Accounting(why) => why.code(),
            Self::Keeping(why) => why.code(),
            Self::Edit(why) => why.code(),
        }
    }

    /// The field that it is about, if it is about one.
    pub fn field(&self) -> Option<Field> {
        if let Self::Empty(field) | Self::TooLong { field, .. } = self {
            return Some(*field);
        }
        if let Self::UnknownStaff(_) | Self::NotInDepartment { .. } | Self::AlreadyHolds(_) = self {
            return Some(Field::Staff);
        }
        if let Self::Barred(bar) = self {
            return bar.field();
        }
        if let Self::Overtaken(lost) = self {
            return lost.why.field();
        }
        if let Self::UnknownMatter(_) = self {
            return Some(Field::Matter);
        }
        if let Self::LateEntry { .. } = self {
            return Some(Field::Reason);
        }
        (*self == Self::PhoneMalformed).then_some(Field::Phone)
    }

    /// Whether it is a question that the sender may answer with yes.
    pub fn can_be_confirmed(&self) -> bool {
        matches!(self, Self::Duplicate(_))
    }
}
