//! Everything that anyone can do to the record, as values.
//!
//! A screen, a script and an import all send these and nothing else. Missing
//! and empty fields read as empty values, which `decide` refuses by name, so
//! that a script gets the same sentence as a person.

mod acts;
mod afterwards;
pub mod allowed;
mod breach;
mod correct;
mod documents;
mod edit;
mod envelope;
mod handling;
mod handover;
mod oversight;
mod presence;
mod privacy;
mod register;
mod subject;
mod urging;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::case::CaseCommand;
use super::printing::Printing;
use super::staff::Person;

pub use crate::domain::shift::{EndNote, KeepNote};
pub use acts::{
    Accept, Answer, AskSuperior, Decline, Deliver, ExplainOverrun, Extend, GuideOutside, HandOff,
    Note, Receive, Resume, Return, RuleOnExtension, Several, SignFor, Suspend, TakeStep,
};
pub use afterwards::{Close, FollowUp, Reopen, RuleOnRating, ToldHow, Way};
pub use breach::{ExcuseBreach, RecordBreach, ReviewBreach};
pub use correct::{Changes, Correct, Withdraw};
pub use documents::{Bring, GivePaper, Invalid, Notify, Told};
pub use edit::{EditDocument, EditMatter};
pub use envelope::{Envelope, EnvelopeShape};
pub use handling::{
    Attempt, GiveBackDocuments, KeepDocuments, Reassign, RuleOnHandling, SignHandling, TakeCustody,
    TellHolder,
};
pub use handover::{HandoverCancel, HandoverItem, HandoverNote, HandoverOpen, HandoverSign};
pub use oversight::{AskSampled, CheckContact, DrawSample, Export, IssueBulletin};
pub use presence::{Away, Back};
pub use privacy::{AddKey, ListDestruction, RemoveKey, Reveal, SignDestruction};
pub use register::{Appointment, Register, Route, Urgency, Visitor, dialled};
pub use subject::Subject;
pub use urging::{Climb, Escalate, LeaderAsked, Supervise};

/// One act on the record.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Command {
    /// Enter a first inquiry, and go on by a route when one is given.
    Register(Box<Register>),
    /// Accept for handling, with a receipt.
    Accept(Accept),
    /// Answer the visitor.
    Answer(Answer),
    /// Hand off to a named receiver.
    HandOff(HandOff),
    /// Sign for a leg.
    SignFor(SignFor),
    /// Send a leg back to its sender, with an opinion.
    Return(Return),
    /// Outside the unit's remit: say where to go, and close.
    GuideOutside(GuideOutside),
    /// Tell all missing documents at once, on a numbered notice.
    Notify(Notify),
    /// Record what the visitor brought against a notice.
    Bring(Bring),
    /// Extend a running clock.
    Extend(Extend),
    /// Decide on an extension that was filed.
    RuleOnExtension(RuleOnExtension),
    /// Say why a time that holds "in principle" was overrun.
    ExplainOverrun(ExplainOverrun),
    /// Let clocks stand still for a reason that the law lists.
    Suspend(Suspend),
    /// Let clocks run on.
    Resume(Resume),
    /// Take a step that the rulebook alone asks for.
    Step(TakeStep),
    /// Record that the visitor came again.
    Visit(Note),
    /// Take the documents of an application in, before it is accepted.
    Receive(Receive),
    /// Put the result into the visitor's hands.
    Deliver(Deliver),
    /// Send an application back to the visitor as not admissible.
    Decline(Decline),
    /// Name the several departments that an inquiry concerns.
    Several(Several),
    /// Record that the departments were called to confer.
    Convene(Note),
    /// Record the opinion that the departments reached.
    SettleOpinion(Note),
    /// Ask a superior.
    AskSuperior(AskSuperior),
    /// Record the superior's opinion.
    SuperiorOpinion(Note),
    /// Close.
    Close(Close),
    /// Ask the visitor whether it was settled.
    FollowUp(FollowUp),
    /// Take a closed inquiry up again.
    Reopen(Reopen),
    /// Appeal a rating.
    AppealRating(Note),
    /// Decide on a rating that was appealed.
    RuleOnRating(RuleOnRating),
    /// Begin a shift handover.
    HandoverOpen(HandoverOpen),
    /// Say something about one item of a handover.
    HandoverNote(HandoverNote),
    /// Take an item over.
    HandoverAcknowledge(HandoverItem),
    /// Ask about an item before taking it.
    HandoverQuestion(HandoverNote),
    /// Sign a handover, as the one who leaves or the one who comes.
    HandoverSign(HandoverSign),
    /// Add or change a member of staff.
    RecordStaff(Person),
    /// Decide whose it is, once it was sent back twice.
    RuleOnHandling(RuleOnHandling),
    /// Raise the coordination slip of a rulebook that allows one transfer.
    Coordinate(Note),
    /// Put it into other hands.
    Reassign(Reassign),
    /// Take the documents in custody over from a colleague.
    TakeCustody(TakeCustody),
    /// Keep documents for the visitor.
    KeepDocuments(KeepDocuments),
    /// Give documents back to the visitor.
    GiveBackDocuments(GiveBackDocuments),
    /// Record a try to reach the handler or a superior.
    Attempt(Attempt),
    /// Record that the visitor was told who holds it.
    TellHolder(TellHolder),
    /// Confirm how it was handled, as the department's head or a deputy.
    SignHandling(SignHandling),
    /// Say why it was late.
    ExcuseBreach(ExcuseBreach),
    /// Judge whether it was our own fault that it was late.
    ReviewBreach(ReviewBreach),
    /// Record that a rule was broken.
    RecordBreach(RecordBreach),
    /// Urge whoever holds it.
    Urge(Note),
    /// Order a department and its holder to see to it.
    Supervise(Supervise),
    /// Report to a rung of the ladder, for a decision.
    Escalate(Escalate),
    /// Try a superior in an emergency.
    Climb(Climb),
    /// Record what the visitor was told of how it stands.
    Tell(Note),
    /// Record that the visitor asks for a leader.
    LeaderAsked(LeaderAsked),
    /// Leave the post for a while.
    Away(Away),
    /// Be back at the post.
    Back(Back),
    /// Correct what was entered at registration.
    Correct(Correct),
    /// Take back a registration that was a mistake.
    Withdraw(Withdraw),
    /// Answer the question about an item of a handover.
    HandoverAnswer(HandoverNote),
    /// Call a handover off.
    HandoverCancel(HandoverCancel),
    /// Record that a number which callers are given was tried.
    CheckContact(CheckContact),
    /// Draw a sample of what was closed in a period.
    DrawSample(DrawSample),
    /// Ask the visitor of a sampled inquiry.
    AskSampled(AskSampled),
    /// Issue the bulletin of a period.
    IssueBulletin(IssueBulletin),
    /// Keep something that stands from shift to shift until it is done.
    KeepNote(KeepNote),
    /// Say that such a thing is done.
    EndNote(EndNote),
    /// Record that a numbered paper was printed, read out or shown.
    GivePaper(GivePaper),
    /// Say how the office puts its papers on paper.
    SetPrinting(Printing),
    /// Record that a period's inquiries were written to a file.
    Export(Export),
    /// Change one matter of the catalogue from a day on.
    EditMatter(Box<EditMatter>),
    /// Show a visitor's name and telephone in clear, for a reason that goes on record.
    Reveal(Reveal),
    /// Draw up the list of personal data to be destroyed.
    ListDestruction(ListDestruction),
    /// Sign such a list, which destroys what stands on it.
    SignDestruction(SignDestruction),
    /// Let somebody in with a key over SSH.
    AddKey(AddKey),
    /// Let a key in no more.
    RemoveKey(RemoveKey),
    /// Act on an accountability case.
    Case(CaseCommand),
}
