//! From the form to the command, or to the field that is in the way.

use crate::domain::command::{Register, Route, Visitor};
use crate::domain::inquiry::LATE_MINUTES;
use crate::domain::refusal::{Field, Refusal};
use crate::domain::rulebook::RouteId;
use crate::domain::time::Moment;
use crate::i18n::refusal::refusal;
use crate::i18n::{register as words, when};
use crate::offer::Roster;
use crate::tui::screen::Ctx;
use crate::tui::widgets::Picker;

use super::form::{Entry, Form};

/// Something that is in the way of saving.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The field that it stands at.
    pub entry: Option<Entry>,
    /// What is wrong and how to mend it.
    pub text: String,
}

impl Fault {
    /// A fault of a field.
    pub fn at(entry: Entry, text: impl Into<String>) -> Self {
        Self {
            entry: Some(entry),
            text: text.into(),
        }
    }

    /// A refusal, at the field that it speaks of.
    pub fn refused(cx: &Ctx, why: &Refusal, route: Option<RouteId>) -> Self {
        Self {
            entry: entry_of(why, route),
            text: refusal(cx.lang, why, cx.names),
        }
    }

    fn empty(cx: &Ctx, entry: Entry, field: Field) -> Self {
        Self::at(entry, refusal(cx.lang, &Refusal::Empty(field), cx.names))
    }
}

/// The form's field for a refusal of the rules.
fn entry_of(why: &Refusal, route: Option<RouteId>) -> Option<Entry> {
    let reply = match route {
        Some(RouteId::AnswerNow) => Some(Entry::Answer),
        Some(RouteId::Outside) => Some(Entry::Advice),
        Some(RouteId::Unclear) => Some(Entry::Superior),
        Some(RouteId::HandOff) => Some(Entry::Receiver),
        Some(RouteId::MineLater | RouteId::Several | RouteId::Incomplete) | None => None,
    };
    let about_reply = matches!(
        why,
        Refusal::ForbiddenPhrase(_)
            | Refusal::LacksRole { .. }
            | Refusal::StaysAtWindows(_)
            | Refusal::UnknownStaff(_)
    );
    if about_reply {
        return reply;
    }
    if matches!(why, Refusal::InPast(_)) {
        return Some(Entry::Promised);
    }
    if matches!(why, Refusal::InFuture(_) | Refusal::TimeMalformed(_)) {
        return Some(Entry::Received);
    }
    if matches!(why, Refusal::UnknownChannel(_)) {
        return Some(Entry::Channel);
    }
    if matches!(why, Refusal::UnknownKind(_)) {
        return Some(Entry::Kind);
    }
    match why.field()? {
        Field::Name => Some(Entry::Name),
        Field::Unit => Some(Entry::Unit),
        Field::Address => Some(Entry::Address),
        Field::IdNumber => Some(Entry::IdNumber),
        Field::Documents => Some(Entry::Left),
        Field::Phone => Some(Entry::Phone),
        Field::Words => Some(Entry::Words),
        Field::Department | Field::Staff => Some(Entry::Receiver),
        Field::Answer => Some(Entry::Answer),
        Field::Advice => Some(Entry::Advice),
        Field::Reason => Some(Entry::Reason),
        Field::Matter => Some(Entry::Matter),
        Field::Departments => Some(Entry::Department),
        Field::Superior => Some(Entry::Superior),
        Field::Question => Some(Entry::Question),
        Field::Promised => Some(Entry::Promised),
        Field::AppointedAt => Some(Entry::AppointedAt),
        Field::Place => Some(Entry::Place),
        Field::Paper
        | Field::Inquiry
        | Field::Opinion
        | Field::ShouldGoTo
        | Field::Delivery
        | Field::By
        | Field::Clock
        | Field::To
        | Field::Handover
        | Field::Note
        | Field::StaffNumber
        | Field::Roles
        | Field::OfficeName
        | Field::Request
        | Field::Step
        | Field::Told
        | Field::How
        | Field::Whom
        | Field::Excuse
        | Field::Rule
        | Field::Hands
        | Field::Recipient
        | Field::Rung
        | Field::Until
        | Field::Contact
        | Field::Who
        | Field::From
        | Field::Case
        | Field::Source
        | Field::Category
        | Field::Concerned
        | Field::Facts
        | Field::Findings
        | Field::Proposal
        | Field::Conclusion
        | Field::Team
        | Field::Statement
        | Field::Grounds
        | Field::Outcome
        | Field::Forms
        | Field::Tier
        | Field::Authority => None,
    }
}

impl Form {
    /// When it was received, as far as that can be read; now unless it is a back-entry.
    pub fn received_at(&self, cx: &Ctx) -> Option<Moment> {
        if !self.back_entry || self.received.is_blank() {
            return Some(cx.now);
        }
        when::read(self.received.value(), cx.local(cx.now)).map(|at| cx.desk.office().moment(at))
    }

    /// The promised time, as far as that can be read; `due` when none is typed.
    pub fn promised_at(&self, cx: &Ctx, due: Option<Moment>) -> Option<Moment> {
        if self.promised.is_blank() {
            return due;
        }
        when::read(self.promised.value(), cx.local(cx.now)).map(|at| cx.desk.office().moment(at))
    }

    /// The command that the form makes, or the first thing that is in its way.
    ///
    /// `due` is the end of the clock that runs while the first responder has it.
    pub fn command(
        &self,
        cx: &Ctx,
        roster: &Roster,
        due: Option<Moment>,
    ) -> Result<Register, Fault> {
        let received_at = self.check_received(cx)?;
        decided(cx, Entry::Channel, &self.channel)?;
        decided(cx, Entry::Kind, &self.kind)?;
        self.check_visitor(cx)?;
        decided(cx, Entry::Matter, &self.matter)?;
        if self.matter.is_blank() && self.words.is_blank() {
            return Err(Fault::empty(cx, Entry::Words, Field::Words));
        }
        let late_reason = if self.back_entry {
            self.reason.value().to_owned()
        } else {
            String::new()
        };
        Ok(Register {
            channel: self.channel.id().to_owned(),
            kind: self.kind.id().to_owned(),
            visitor: self.visitor(),
            matter: self.matter.id().to_owned(),
            words: self.words.value().to_owned(),
            urgency: Some(self.urgency),
            green: self.green && self.has_visitor(),
            internal: self.internal && self.has_visitor(),
            received_at,
            late_reason,
            follows: self.follows.as_str().into(),
            appointment: self.check_appointment(cx, self.received_at(cx).unwrap_or(cx.now))?,
            left: self.left_with_us(),
            seconds: self.began.seconds(cx.now),
            route: self.route(cx, roster, due)?,
            ..Register::default()
        })
    }

    fn check_received(&self, cx: &Ctx) -> Result<String, Fault> {
        if !self.back_entry || self.received.is_blank() {
            return Ok(String::new());
        }
        let fault = |pair| Fault::at(Entry::Received, words::word(cx.lang, pair));
        let at = self
            .received_at(cx)
            .ok_or_else(|| fault(words::RECEIVED_HOW))?;
        if at > cx.now {
            return Err(fault(words::RECEIVED_AHEAD));
        }
        if cx.now.seconds_since(at) / 60 > LATE_MINUTES && self.reason.is_blank() {
            let why = words::word(cx.lang, words::WHY_LATE);
            return Err(Fault::at(Entry::Reason, why));
        }
        Ok(at.rfc3339(cx.desk.office().offset))
    }

    /// Who came; nobody for what comes from above, whatever was typed before that was said.
    fn visitor(&self) -> Visitor {
        if !self.has_visitor() {
            return Visitor::default();
        }
        Visitor {
            name: self.name.value().to_owned(),
            phone: self.phone.value().to_owned(),
            unit: self.unit.value().to_owned(),
            address: self.address.value().to_owned(),
            id_number: self.id_number.value().to_owned(),
        }
    }

    /// What the visitor left, one piece after another.
    fn left_with_us(&self) -> Vec<String> {
        let pieces = self.left.value().split(['，', '、', ',', '；', ';']);
        let pieces = pieces.map(str::trim).filter(|piece| !piece.is_empty());
        pieces
            .filter(|_| self.has_visitor())
            .map(str::to_owned)
            .collect()
    }

    pub(super) fn check_visitor(&self, cx: &Ctx) -> Result<(), Fault> {
        if !self.has_visitor() {
            return Ok(());
        }
        let dialled = |c: char| c.is_ascii_digit() || "+- ()".contains(c);
        if !self.phone.value().trim().chars().all(dialled) {
            let why = Refusal::PhoneMalformed;
            return Err(Fault::refused(cx, &why, self.route));
        }
        // What comes out of the house itself may have nobody behind it.
        if self.name.is_blank() && !self.internal {
            return Err(Fault::empty(cx, Entry::Name, Field::Name));
        }
        Ok(())
    }

    fn route(
        &self,
        cx: &Ctx,
        roster: &Roster,
        due: Option<Moment>,
    ) -> Result<Option<Route>, Fault> {
        let filled = |entry, field| match self.text(entry).filter(|text| !text.is_blank()) {
            Some(text) => Ok(text.value().to_owned()),
            None => Err(Fault::empty(cx, entry, field)),
        };
        Ok(match self.route {
            None | Some(RouteId::Incomplete) => None,
            Some(RouteId::AnswerNow) => Some(Route::AnswerNow {
                text: filled(Entry::Answer, Field::Answer)?,
            }),
            Some(RouteId::MineLater) => Some(Route::MineLater {
                promised: self.check_promised(cx, due)?,
            }),
            Some(RouteId::HandOff) => {
                let staff = chosen(cx, Entry::Receiver, Field::Staff, &self.receiver)?;
                let receiver = roster.get(&staff.as_str().into());
                Some(Route::HandOff {
                    department: receiver
                        .map(|one| one.department.clone())
                        .unwrap_or_default(),
                    staff: staff.into(),
                    accompanied: self.accompany && self.has_visitor(),
                })
            }
            Some(RouteId::Several) => {
                decided(cx, Entry::Department, &self.department)?;
                if self.departments.len() < 2 {
                    return Err(Fault::empty(cx, Entry::Department, Field::Departments));
                }
                Some(Route::Several {
                    departments: self.departments.clone(),
                })
            }
            Some(RouteId::Unclear) => Some(Route::Unclear {
                superior: chosen(cx, Entry::Superior, Field::Superior, &self.superior)?.into(),
                question: filled(Entry::Question, Field::Question)?,
            }),
            Some(RouteId::Outside) => Some(Route::Outside {
                advice: filled(Entry::Advice, Field::Advice)?,
            }),
        })
    }

    fn check_promised(&self, cx: &Ctx, due: Option<Moment>) -> Result<String, Fault> {
        let fault = |pair| Fault::at(Entry::Promised, words::word(cx.lang, pair));
        let Some(at) = self.promised_at(cx, due) else {
            return Err(if self.promised.is_blank() {
                Fault::empty(cx, Entry::Promised, Field::Promised)
            } else {
                fault(words::PROMISED_HOW)
            });
        };
        if at < cx.now {
            return Err(fault(words::PROMISED_PAST));
        }
        Ok(at.rfc3339(cx.desk.office().offset))
    }
}

/// Letters that were typed but stand for nothing yet are not passed over.
pub(super) fn decided(cx: &Ctx, entry: Entry, picker: &Picker) -> Result<(), Fault> {
    if !picker.is_undecided() {
        return Ok(());
    }
    let typed = picker.value().trim();
    Err(Fault::at(
        entry,
        if picker.found() == 0 {
            words::nothing_fits(cx.lang, typed)
        } else {
            words::not_taken(cx.lang, typed)
        },
    ))
}

fn chosen(cx: &Ctx, entry: Entry, field: Field, picker: &Picker) -> Result<String, Fault> {
    decided(cx, entry, picker)?;
    if picker.id().is_empty() {
        return Err(Fault::empty(cx, entry, field));
    }
    Ok(picker.id().to_owned())
}
