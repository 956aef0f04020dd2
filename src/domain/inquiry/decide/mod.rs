//! The only place where a rule is applied to an inquiry. Pure.

mod afterwards;
mod breach;
mod closing;
mod confer;
mod contact;
mod correct;
mod custody;
mod documents;
mod extend;
mod handoff;
mod own;
mod pause;
mod register;
mod reply;
mod ruling;
mod urging;

pub(super) use closing::SPOT_MINUTES;
pub use closing::knows_already;
pub use urging::{default_order, reached};

use std::collections::BTreeMap;

use super::clocks::{self, Terms};
use super::event::Event;
use super::state::{Inquiry, Stage};
use crate::domain::catalog::Matter;
use crate::domain::command::Command;
use crate::domain::deadline::Office;
use crate::domain::ids::{Number, StaffNo};
use crate::domain::notice::CatalogStamp;
use crate::domain::refusal::{Field, Refusal};
use crate::domain::rulebook::{Act, Marks, Rulebook};
use crate::domain::staff::{Person, Role, Roster};
use crate::domain::text::is_blank;
use crate::domain::time::Moment;

/// How many characters any one typed text may have.
pub const TEXT_LIMIT: usize = 4000;
/// How many characters a name, unit, address or number may have.
pub const LINE_LIMIT: usize = 200;
/// An entry this many minutes after receipt is a back-entry and needs a reason.
pub const LATE_MINUTES: i64 = 5;

/// Everything that a decision rests on, beside the state and the command.
#[derive(Clone)]
pub struct Ground<'a> {
    /// The rulebook that applies: the inquiry's own, or the office's for a new one.
    pub rules: &'a Rulebook,
    /// The rulebook's hash.
    pub rulebook: &'a str,
    /// Calendar and office hours.
    pub office: &'a Office,
    /// The catalogue in use.
    pub catalog: &'a CatalogStamp,
    /// The people concerned.
    pub roster: &'a Roster,
    /// Who acts.
    pub actor: &'a Person,
    /// The matter concerned: the command's, else the inquiry's.
    pub matter: Option<&'a Matter>,
    /// Labels of circumstances, by id.
    pub circumstances: &'a [crate::domain::catalog::Circumstance],
    /// Now.
    pub now: Moment,
    /// Codes of questions answered with yes.
    pub confirm: &'a [String],
    /// An inquiry of today from the same telephone about the same matter.
    pub duplicate: Option<Number>,
    /// The number that a new inquiry gets.
    pub next_number: Number,
    /// The marks of its papers, with the office's own before each.
    pub marks: &'a Marks,
    /// The last serial given this year, by mark.
    pub serials: &'a BTreeMap<String, u32>,
}

impl Ground<'_> {
    /// What clocks are computed by.
    pub fn terms(&self) -> Terms<'_> {
        Terms {
            rules: self.rules,
            office: self.office,
            matter: self.matter,
            now: self.now,
        }
    }

    /// The number of the next paper with this mark, `告〔2026〕12号`.
    fn paper_number(&self, mark: &str) -> String {
        use chrono::Datelike;
        let year = self.now.local(self.office.offset).year();
        let serial = self.serials.get(mark).copied().unwrap_or(0) + 1;
        paper_number(mark, year, serial)
    }

    /// The person with this number.
    fn person(&self, number: &StaffNo) -> Result<&Person, Refusal> {
        self.roster
            .get(number)
            .ok_or_else(|| Refusal::UnknownStaff(number.clone()))
    }

    /// The supervisor with this number, whom a command names.
    fn supervisor(&self, number: &StaffNo) -> Result<&Person, Refusal> {
        let person = self.person(number)?;
        if person.is(Role::Supervisor) {
            Ok(person)
        } else {
            Err(Refusal::LacksRole {
                staff: person.number.clone(),
                role: Role::Supervisor,
            })
        }
    }
}

/// The number of a paper: its mark, the year, and its place in that year.
pub fn paper_number(mark: &str, year: i32, serial: u32) -> String {
    format!("{mark}〔{year}〕{serial}号")
}

/// What a decision came to.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Verdict {
    /// Facts to record.
    pub events: Vec<Event>,
    /// A refusal that goes on record with them.
    pub refused: Option<Refusal>,
}

/// Decides on a command about an inquiry.
///
/// # Errors
///
/// The reason why nothing was done.
pub fn decide(
    state: Option<&Inquiry>,
    command: &Command,
    ground: &Ground,
) -> Result<Verdict, Refusal> {
    if let Command::Register(command) = command {
        return register::register(command, ground);
    }
    let Some(state) = state else {
        let number = command.inquiry().filter(|number| !number.is_empty());
        return Err(number.map_or(Refusal::Empty(Field::Inquiry), Refusal::UnknownInquiry));
    };
    if let Some(at) = state.closed_at
        && !outlives_closing(command)
    {
        return Err(Refusal::Closed { at });
    }
    let mut draft = Draft::of(state, ground);
    match command {
        Command::Accept(_) => reply::accept(&mut draft)?,
        Command::Answer(c) => reply::answer(&mut draft, &c.text)?,
        Command::HandOff(c) => handoff::hand_off(&mut draft, c)?,
        Command::SignFor(c) => handoff::sign_for(&mut draft, c)?,
        Command::Return(c) => handoff::give_back(&mut draft, c)?,
        Command::GuideOutside(c) => reply::guide(&mut draft, &c.advice)?,
        Command::Notify(c) => documents::notify(&mut draft, c)?,
        Command::Bring(c) => documents::bring(&mut draft, c)?,
        Command::Extend(c) => return extend::extend(draft, c),
        Command::RuleOnExtension(c) => extend::rule(&mut draft, c)?,
        Command::ExplainOverrun(c) => extend::explain(&mut draft, c)?,
        Command::Suspend(c) => pause::suspend(&mut draft, c)?,
        Command::Resume(c) => pause::resume(&mut draft, c)?,
        Command::Step(c) => own::step(&mut draft, c)?,
        Command::Visit(c) => own::visit(&mut draft, &c.text)?,
        Command::Receive(c) => own::receive(&mut draft, c)?,
        Command::Deliver(c) => reply::deliver(&mut draft, &c.text)?,
        Command::Decline(c) => reply::decline(&mut draft, c)?,
        Command::Several(c) => confer::several(&mut draft, &c.departments)?,
        Command::Convene(c) => confer::convene(&mut draft, &c.text)?,
        Command::SettleOpinion(c) => confer::settle_opinion(&mut draft, &c.text)?,
        Command::AskSuperior(c) => confer::ask(&mut draft, &c.superior, &c.question)?,
        Command::SuperiorOpinion(c) => confer::superior_opinion(&mut draft, &c.text)?,
        Command::Close(c) => closing::close(&mut draft, &c.text, c.contact.as_ref())?,
        Command::FollowUp(c) => afterwards::follow_up(&mut draft, c)?,
        Command::Reopen(c) => afterwards::reopen(&mut draft, &c.reason)?,
        Command::AppealRating(c) => afterwards::appeal(&mut draft, &c.text)?,
        Command::RuleOnRating(c) => afterwards::rule(&mut draft, c)?,
        Command::Urge(c) => urging::urge(&mut draft, &c.text)?,
        Command::Supervise(c) => urging::supervise(&mut draft, c)?,
        Command::Escalate(c) => urging::escalate(&mut draft, c)?,
        Command::Climb(c) => urging::climb(&mut draft, c)?,
        Command::Tell(c) => urging::tell(&mut draft, &c.text)?,
        Command::LeaderAsked(c) => urging::leader_asked(&mut draft, c)?,
        Command::Register(_)
        | Command::HandoverOpen(_)
        | Command::HandoverNote(_)
        | Command::HandoverAcknowledge(_)
        | Command::HandoverQuestion(_)
        | Command::HandoverSign(_)
        | Command::HandoverAnswer(_)
        | Command::HandoverCancel(_)
        | Command::RecordStaff(_)
        | Command::Away(_)
        | Command::Back(_)
        | Command::CheckContact(_)
        | Command::DrawSample(_)
        | Command::AskSampled(_)
        | Command::IssueBulletin(_)
        | Command::KeepNote(_)
        | Command::EndNote(_)
        | Command::SetPrinting(_)
        | Command::Case(_)
        | Command::Export(_)
        | Command::EditMatter(_)
        | Command::Reveal(_)
        | Command::ListDestruction(_)
        | Command::SignDestruction(_)
        | Command::AddKey(_)
        | Command::RemoveKey(_) => return Err(Refusal::Empty(Field::Inquiry)),
        Command::GivePaper(c) => documents::give(&mut draft, c)?,
        Command::RuleOnHandling(c) => ruling::rule_on_handling(&mut draft, c)?,
        Command::Coordinate(c) => ruling::coordinate(&mut draft, &c.text)?,
        Command::Reassign(c) => ruling::reassign(&mut draft, c)?,
        Command::TakeCustody(_) => custody::take(&mut draft)?,
        Command::KeepDocuments(c) => custody::keep(&mut draft, c)?,
        Command::GiveBackDocuments(c) => custody::give_back(&mut draft, c)?,
        Command::Attempt(c) => contact::attempt(&mut draft, c)?,
        Command::TellHolder(c) => contact::tell_holder(&mut draft, c)?,
        Command::SignHandling(c) => contact::sign_handling(&mut draft, c)?,
        Command::ExcuseBreach(c) => breach::excuse(&mut draft, c)?,
        Command::ReviewBreach(c) => breach::review(&mut draft, c)?,
        Command::RecordBreach(c) => breach::record(&mut draft, c)?,
        Command::Correct(c) => correct::correct(&mut draft, c)?,
        Command::Withdraw(c) => correct::withdraw(&mut draft, c)?,
    }
    Ok(Verdict {
        events: draft.events,
        refused: None,
    })
}

/// What is closed can still be asked after, taken up again, and answered for.
fn outlives_closing(command: &Command) -> bool {
    breach::outlives_closing(command)
        || afterwards::outlives_closing(command)
        || correct::outlives_closing(command)
        || matches!(command, Command::GivePaper(_))
}

/// A decision under way: the state as it will be, and the facts that make it so.
struct Draft<'a> {
    state: Inquiry,
    events: Vec<Event>,
    ground: &'a Ground<'a>,
}

impl<'a> Draft<'a> {
    fn of(state: &Inquiry, ground: &'a Ground<'a>) -> Self {
        Self {
            state: state.clone(),
            events: Vec::new(),
            ground,
        }
    }

    /// Adds a fact.
    fn record(&mut self, event: Event) {
        self.state.apply(self.ground.now, &event);
        self.events.push(event);
    }

    /// Lets the clocks know of an act that was just recorded.
    fn happened(&mut self, act: &Act, leg: u32) -> Result<(), Refusal> {
        for event in clocks::fire(&self.state, act, leg, &self.ground.terms())? {
            self.record(event);
        }
        Ok(())
    }

    /// Refuses unless the one who acts holds the inquiry.
    fn must_hold(&self) -> Result<(), Refusal> {
        let holder = self.state.holder();
        if holder == &self.ground.actor.number {
            Ok(())
        } else {
            Err(Refusal::NotYours {
                holder: holder.clone(),
            })
        }
    }

    /// Refuses unless the one who acts holds the inquiry, signed for and unresolved.
    fn must_have_in_hand(&self) -> Result<(), Refusal> {
        self.must_hold()?;
        match self.state.stage {
            Stage::Answered => Err(Refusal::AlreadyResolved),
            Stage::Unsigned => Err(Refusal::NotSigned),
            Stage::Open
            | Stage::Working
            | Stage::Visitor
            | Stage::Conferring
            | Stage::Superior
            | Stage::Accepted
            | Stage::Closed
            | Stage::Ruling => Ok(()),
        }
    }

    /// Refuses unless the one who acts has this role.
    fn must_be(&self, role: Role) -> Result<(), Refusal> {
        if self.ground.actor.is(role) {
            Ok(())
        } else {
            Err(Refusal::NotAllowed)
        }
    }

    /// Refuses unless the one who acts keeps the first responder's part or holds the inquiry.
    fn must_keep(&self) -> Result<(), Refusal> {
        if self.state.keeper() == &self.ground.actor.number {
            Ok(())
        } else {
            self.must_hold()
        }
    }
}

/// A text that must be there, trimmed and within its limit.
fn required(text: &str, field: Field) -> Result<String, Refusal> {
    let text = within(text, field, TEXT_LIMIT)?;
    if text.is_empty() {
        return Err(Refusal::Empty(field));
    }
    Ok(text)
}

/// A text within its limit, trimmed; empty when nothing in it can be seen.
fn within(text: &str, field: Field, limit: usize) -> Result<String, Refusal> {
    let text = if is_blank(text) { "" } else { text.trim() };
    if text.chars().count() > limit {
        return Err(Refusal::TooLong { field, limit });
    }
    Ok(text.to_owned())
}

/// Refuses a written reply that uses a phrase which the rulebook forbids (D2 art. 8).
fn polite(text: &str, rules: &Rulebook) -> Result<(), Refusal> {
    match rules.forbidden_in(text) {
        Some(rule) => Err(Refusal::ForbiddenPhrase(Box::new(rule.clone()))),
        None => Ok(()),
    }
}
