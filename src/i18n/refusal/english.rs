//! Refusals in English.

use super::{Speaker, bars, clause, deadline, overtaken, short_time};
use crate::domain::ids::StaffNo;
use crate::domain::refusal::Refusal;
use crate::domain::time::Moment;
use crate::i18n::Lang;
use crate::i18n::words::{field, role, stage};

#[expect(clippy::too_many_lines, reason = "one arm a refusal")]
pub(super) fn english(refusal: &Refusal, speaker: &dyn Speaker) -> String {
    let en = Lang::En;
    let time = |at: &Moment| short_time(*at, speaker);
    let name = |staff: &StaffNo| speaker.name(staff);
    match refusal {
        Refusal::Empty(f) => format!("{} is empty: fill it in, then save.", field(en, *f)),
        Refusal::TooLong { field: f, limit } => {
            format!("{} is too long: at most {limit} characters.", field(en, *f))
        }
        Refusal::PhoneMalformed => {
            "The phone number has something that is no digit: use digits, spaces, - or a leading +."
                .into()
        }
        Refusal::TimeMalformed(given) => {
            format!("“{given}” is no time: write it like 2026-04-03T16:50:00+08:00.")
        }
        Refusal::InFuture(at) => {
            format!(
                "{} lies in the future: give the time it was received.",
                time(at)
            )
        }
        Refusal::InPast(at) => format!("{} is already past: promise another time.", time(at)),
        Refusal::LateEntry { minutes } => {
            format!("Received {minutes} minutes ago: a back-entry, so say why it is late.")
        }
        Refusal::Duplicate(number) => format!(
            "The same phone asked for the same matter today: {number}. Confirm if this is another."
        ),
        Refusal::UnknownInquiry(number) => {
            format!("There is no inquiry {number}: check the number.")
        }
        Refusal::UnknownStaff(staff) => {
            format!("Nobody has the staff number {staff}: check the number.")
        }
        Refusal::UnknownMatter(id) => {
            format!("The catalogue has no matter “{id}”: choose another, or leave it empty.")
        }
        Refusal::UnknownChannel(id) => {
            format!("The rulebook has no channel “{id}”: choose another.")
        }
        Refusal::UnknownKind(id) => {
            format!("The rulebook has no kind of request “{id}”: choose another.")
        }
        Refusal::UnknownCircumstance(id) => {
            format!("This matter has no circumstance “{id}”: choose another.")
        }
        Refusal::UnknownPaper(number) => {
            format!("No paper {number} was given out for it: check the number.")
        }
        Refusal::MarkMalformed(mark) => {
            format!("The mark “{mark}” cannot be used: at most 12 letters or hanzi.")
        }
        Refusal::UnknownDocument { number, of } => {
            format!("There is no document {number}: the list has {of}.")
        }
        Refusal::UnknownLeg(0) => {
            "No handoff is open to sign for or return: look at it again.".into()
        }
        Refusal::UnknownLeg(leg) => format!("There is no open leg {leg}: look at it again."),
        Refusal::ClockNotRunning(clock) => {
            format!("The clock {clock} is not running: see this inquiry's clocks.")
        }
        Refusal::NotInDepartment { staff, department } => format!(
            "{} belongs to {department}: choose that department or someone else.",
            name(staff)
        ),
        Refusal::AlreadyHolds(staff) => format!("{} holds it already.", name(staff)),
        Refusal::LacksRole { staff, role: r } => {
            format!(
                "{} is no {}: choose someone else.",
                name(staff),
                role(en, *r)
            )
        }
        Refusal::NotYours { holder } => {
            format!(
                "{} answers for it now: let them act, or hand it off first.",
                name(holder)
            )
        }
        Refusal::AlreadySigned { by, at } => {
            format!("Signed for by {} at {}.", name(by), time(at))
        }
        Refusal::NotSigned => "Not signed for yet: sign for it first.".into(),
        Refusal::AlreadyResolved => "Answered or delivered already: close it.".into(),
        Refusal::Closed { at } => {
            format!(
                "Closed at {}: register a new inquiry if there is more.",
                time(at)
            )
        }
        Refusal::WrongStage(s) => {
            format!("It is “{}” now: this cannot be done yet.", stage(en, *s))
        }
        Refusal::NotAnswered => {
            "Neither answered, delivered nor returned: answer the visitor first.".into()
        }
        Refusal::ReturnForbidden(rule) => {
            let words = rule
                .as_ref()
                .map(|rule| clause(en, rule))
                .unwrap_or_default();
            format!(
                "This rulebook allows no return: handle it and raise a coordination slip. {words}"
            )
        }
        Refusal::StaysAtWindows(rule) => format!(
            "An accepted item stays in the hall: choose someone at a window. {}",
            clause(en, rule)
        ),
        Refusal::NoExtension => {
            "Neither this rulebook nor the matter's own law grants an extension.".into()
        }
        Refusal::ExtensionTooLong { max } => format!("At most {max} in all may be added."),
        Refusal::ExtensionTooLate { due } => format!(
            "It ended at {}: an extension filed later is refused, and this is on record.",
            time(due)
        ),
        Refusal::UnknownStep(step) => {
            format!("The rulebook has no step “{step}” for this kind of request: choose another.")
        }
        Refusal::UnknownReason(given) => {
            format!("The law lists no reason “{given}” to stop a clock: choose one of the list.")
        }
        Refusal::NoSuspension => {
            "No clock that runs may stand still for this reason: go on as usual.".into()
        }
        Refusal::NotSuspended => "No clock stands still: there is nothing to resume.".into(),
        Refusal::StandsStill(clock) => format!("The clock {clock} stands still: resume it first."),
        Refusal::ExtensionPending(clock) => {
            format!("An extension of {clock} waits for a decision: do not file it again.")
        }
        Refusal::NothingFiled(clock) => format!("No extension of {clock} waits for a decision."),
        Refusal::NotOverrun(clock) => {
            format!("The clock {clock} was not overrun: there is nothing to explain.")
        }
        Refusal::Unexplained(clock) => {
            format!("The time in principle, {clock}, was overrun: say why, then close.")
        }
        Refusal::NoSuchLevel(level) => {
            format!("{level} is no level: 5 to 1 from someone reached, none otherwise.")
        }
        Refusal::NoRating => "There is no rating to appeal, or no appeal to decide.".into(),
        Refusal::StillOwed(clock) => {
            format!("What {clock} asks for is not all done: do it, then close (t records a step).")
        }
        Refusal::TransferredOnce(rule) => format!(
            "One transfer is all there may be: handle it, and raise the {}. {}",
            rule.instead.en,
            clause(en, &rule.clause)
        ),
        Refusal::AlreadyReceived => {
            "The application was taken in already. Tell first what is missing; then it can be submitted again, or single documents be recorded as brought.".into()
        }
        Refusal::ForbiddenPhrase(rule) => format!(
            "The reply uses “{}”, which is forbidden: say it another way. {}",
            rule.phrase,
            clause(en, &rule.clause)
        ),
        Refusal::SecondNotice {
            documents,
            clause: rule,
        } => {
            let words = rule
                .as_ref()
                .map(|rule| clause(en, rule))
                .unwrap_or_default();
            format!(
                "The last notice lacked: {}. Say why; it counts as a second notice. {words}",
                documents.join(", ")
            )
        }
        Refusal::NothingMissing => "Nothing is missing: accept or answer it.".into(),
        Refusal::NoNotice => "No notice has been told yet: tell one first.".into(),
        Refusal::Deadline(error) => deadline(en, error),
        Refusal::NotAllowed => "Your role may not do this: ask someone who may.".into(),
        Refusal::UnknownHandover(number) => format!("There is no handover {number}."),
        Refusal::HandoverOpen(number) => format!("Handover {number} is open: finish it first."),
        Refusal::UnknownItem(item) => format!("The handover has no item {item}."),
        Refusal::Unacknowledged { open } => {
            format!("{open} items are not taken over yet: take each, then sign.")
        }
        Refusal::Unanswered(item) => format!(
            "The question on item {item} is not answered: have it answered, or take it as asked."
        ),
        Refusal::NoQuestion(item) => format!("Nothing was asked about item {item}."),
        Refusal::HandoverSigned => "You have signed: the other one signs next.".into(),
        Refusal::NotInHandover => "The other party has to do this step of the handover.".into(),
        Refusal::SamePerson => "The one who comes cannot be the one who leaves.".into(),
        Refusal::Barred(bar) => bars::english(bar, speaker),
        Refusal::Pressing(why) => crate::i18n::urging::refusal(en, why, speaker),
        Refusal::Overtaken(lost) => overtaken::sentence(en, lost, speaker),
        Refusal::Overseeing(why) => crate::i18n::oversight::refused(en, why),
        Refusal::Accounting(why) => crate::i18n::case::refused(en, why, speaker),
        Refusal::Keeping(why) => crate::i18n::privacy::refused(en, why, speaker),
        Refusal::Edit(why) => crate::i18n::edit::refused(en, why),
    }
}
