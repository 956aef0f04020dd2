//! Mending what was entered. Nothing is erased: before and after stay on record.

use super::register::{appointed, channel, kind, phone};
use super::{Draft, LATE_MINUTES, LINE_LIMIT, TEXT_LIMIT, custody, required, within};
use crate::domain::command::{Changes, Command, Correct, Withdraw};
use crate::domain::inquiry::clocks::{self, Terms};
use crate::domain::inquiry::event::{Change, Corrected, Event, MatterRef, Stop, Withdrawn};
use crate::domain::inquiry::state::Resolution;
use crate::domain::private::Private;
use crate::domain::refusal::{Bar, Field, Refusal};
use crate::domain::rulebook::Act;
use crate::domain::staff::Role;
use crate::domain::time::Moment;

/// Whether a command is for what is closed as well: the ledger is to be right.
pub(super) fn outlives_closing(command: &Command) -> bool {
    matches!(command, Command::Correct(_) | Command::Withdraw(_))
}

/// Whoever was asked first, or keeps that part now, and supervisors.
fn may_mend(draft: &Draft) -> Result<(), Refusal> {
    let actor = draft.ground.actor;
    let asked = draft.state.first == actor.number && actor.holds_inquiries();
    if asked || draft.state.keeper() == &actor.number || actor.is(Role::Supervisor) {
        Ok(())
    } else {
        Err(Refusal::NotYours {
            holder: draft.state.keeper().clone(),
        })
    }
}

/// What was taken back as a mistake stays as it is.
pub(super) fn not_withdrawn(draft: &Draft) -> Result<(), Refusal> {
    match (draft.state.resolution, draft.state.closed_at) {
        (Some(Resolution::Withdrawn), Some(at)) => Err(Refusal::Closed { at }),
        _ => Ok(()),
    }
}

pub(super) fn correct(draft: &mut Draft, command: &Correct) -> Result<(), Refusal> {
    may_mend(draft)?;
    not_withdrawn(draft)?;
    let changes = changes(draft, &command.changes)?;
    if changes.is_empty() {
        return Err(Refusal::Barred(Bar::NothingToCorrect));
    }
    let reason = required(&command.reason, Field::Reason)?;
    let before = draft.state.clone();
    draft.record(Event::Corrected(Box::new(Corrected {
        by: draft.ground.actor.number.clone(),
        changes,
        reason: reason.into(),
    })));
    let after = &draft.state;
    let counted = before.received_at != after.received_at
        || before.matter != after.matter
        || before.channel != after.channel
        || before.kind_of_request != after.kind_of_request;
    if counted {
        let ground = draft.ground;
        let terms = Terms {
            matter: ground.matter.filter(|_| after.matter.is_some()),
            ..ground.terms()
        };
        for event in clocks::corrected(&before, &draft.state, &terms)? {
            draft.record(event);
        }
    }
    Ok(())
}

/// Every field that differs from what stands there.
fn changes(draft: &Draft, given: &Changes) -> Result<Vec<Change>, Refusal> {
    let mut all = of_visitor(draft, given)?;
    let (state, ground) = (&draft.state, draft.ground);
    if let Some(now) = &given.words {
        let now = within(now, Field::Words, TEXT_LIMIT)?;
        if now != state.words.text() {
            all.push(Change::Words {
                was: state.words.clone(),
                now: now.into(),
            });
        }
    }
    if let Some(id) = &given.matter {
        let now = match (id.trim(), ground.matter) {
            ("", _) => None,
            (_, Some(matter)) => Some(MatterRef {
                id: matter.id.as_str().to_owned(),
                name: matter.name.clone(),
                name_en: matter.name_en.clone(),
            }),
            (id, None) => return Err(Refusal::UnknownMatter(id.to_owned())),
        };
        let id_of = |matter: &Option<MatterRef>| matter.as_ref().map(|one| one.id.clone());
        if id_of(&now) != id_of(&state.matter) {
            all.push(Change::Matter {
                was: state.matter.clone(),
                now,
            });
        }
    }
    of_rulebook(draft, given, &mut all)?;
    if let Some(now) = given.urgency.filter(|now| *now != state.urgency) {
        let was = state.urgency;
        all.push(Change::Urgency { was, now });
    }
    if let Some(now) = given.green.filter(|now| *now != state.green) {
        let was = state.green;
        all.push(Change::Green { was, now });
    }
    if let Some(now) = given.internal.filter(|now| *now != state.internal) {
        let was = state.internal;
        all.push(Change::Internal { was, now });
    }
    if let Some(given) = &given.received_at {
        all.extend(received(draft, given)?);
    }
    if given.appointment.is_some() {
        let now = appointed(given.appointment.as_ref(), state.received_at)?;
        if now != state.appointment {
            let was = state.appointment.clone();
            all.push(Change::Appointment { was, now });
        }
    }
    says_what_it_is_about(draft, &all)?;
    Ok(all)
}

/// Before and after, where a line differs.
type Differs = Option<(Private<String>, Private<String>)>;

fn line(given: Option<&String>, was: &str, field: Field) -> Result<Differs, Refusal> {
    let Some(now) = given else { return Ok(None) };
    let now = within(now, field, LINE_LIMIT)?;
    Ok((now != was).then(|| (was.to_owned().into(), now.into())))
}

fn of_visitor(draft: &Draft, given: &Changes) -> Result<Vec<Change>, Refusal> {
    // What was destroyed is not written anew.
    let Some(was) = draft.state.visitor.get() else {
        return Ok(Vec::new());
    };
    let mut all = Vec::new();
    let state = &draft.state;
    let name = given.name.as_ref().unwrap_or(&was.name);
    let kind = draft.ground.rules.kind(&state.kind_of_request);
    let somebody = kind.is_none_or(|kind| kind.visitor);
    let internal = given.internal.unwrap_or(state.internal);
    if somebody && !internal && within(name, Field::Name, LINE_LIMIT)?.is_empty() {
        return Err(Refusal::Empty(Field::Name));
    }
    if let Some((was, now)) = line(given.name.as_ref(), &was.name, Field::Name)? {
        all.push(Change::Name { was, now });
    }
    if let Some(now) = &given.phone {
        let now = phone(now)?;
        if now != was.phone {
            let was = was.phone.clone().into();
            let now = now.into();
            all.push(Change::Phone { was, now });
        }
    }
    if let Some((was, now)) = line(given.unit.as_ref(), &was.unit, Field::Unit)? {
        all.push(Change::Unit { was, now });
    }
    if let Some((was, now)) = line(given.address.as_ref(), &was.address, Field::Address)? {
        all.push(Change::Address { was, now });
    }
    if let Some((was, now)) = line(given.id_number.as_ref(), &was.id_number, Field::IdNumber)? {
        all.push(Change::IdNumber { was, now });
    }
    Ok(all)
}

/// Channel and kind, of the rulebook that the inquiry keeps.
fn of_rulebook(draft: &Draft, given: &Changes, all: &mut Vec<Change>) -> Result<(), Refusal> {
    let (state, ground) = (&draft.state, draft.ground);
    if let Some(given) = &given.channel {
        let now = channel(given, ground)?;
        if now != state.channel {
            let was = state.channel.clone();
            all.push(Change::Channel { was, now });
        }
    }
    if let Some(given) = &given.kind {
        let now = kind(given, ground)?;
        if now != state.kind_of_request {
            let was = state.kind_of_request.clone();
            all.push(Change::Kind { was, now });
        }
    }
    Ok(())
}

/// The true time of receipt, which no entry can come before.
fn received(draft: &Draft, given: &str) -> Result<Option<Change>, Refusal> {
    let now =
        Moment::parse_rfc3339(given).ok_or_else(|| Refusal::TimeMalformed(given.to_owned()))?;
    let was = draft.state.received_at;
    if now == was {
        return Ok(None);
    }
    if now > draft.state.entered_at {
        return Err(Refusal::InFuture(now));
    }
    let minutes = draft.state.entered_at.seconds_since(now) / 60;
    Ok(Some(Change::Received {
        was,
        now,
        back_entry: draft.state.back_entry || minutes > LATE_MINUTES,
    }))
}

/// Without a matter there must be words.
fn says_what_it_is_about(draft: &Draft, all: &[Change]) -> Result<(), Refusal> {
    let mut matter = draft.state.matter.is_some();
    let mut words = !draft.state.words.text().is_empty();
    for change in all {
        if let Change::Matter { now, .. } = change {
            matter = now.is_some();
        }
        if let Change::Words { now, .. } = change {
            words = !now.text().is_empty();
        }
    }
    if matter || words {
        Ok(())
    } else {
        Err(Refusal::Empty(Field::Words))
    }
}

/// Takes a registration back that was a mistake. Its clocks stand still from here
/// on; what had run out before stays.
pub(super) fn withdraw(draft: &mut Draft, command: &Withdraw) -> Result<(), Refusal> {
    may_mend(draft)?;
    not_withdrawn(draft)?;
    let reason = required(&command.reason, Field::Reason)?;
    custody::none_left(draft)?;
    let running: Vec<_> = draft
        .state
        .clocks
        .iter()
        .filter(|clock| clock.is_running())
        .map(|clock| (clock.run.clock.clone(), clock.run.leg))
        .collect();
    for (clock, leg) in running {
        draft.record(Event::ClockStopped {
            clock,
            leg,
            how: Stop::Replaced,
            by: Act::Closed,
        });
    }
    draft.record(Event::Withdrawn(Box::new(Withdrawn {
        by: draft.ground.actor.number.clone(),
        reason: reason.into(),
    })));
    Ok(())
}
