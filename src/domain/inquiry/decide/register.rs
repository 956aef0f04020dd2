//! Entering a first inquiry, and going on by a route in the same breath.

use super::{
    Draft, Ground, LATE_MINUTES, LINE_LIMIT, Verdict, closing, confer, custody, handoff, reply,
};
use super::{polite, required, within};
use crate::domain::command::{
    Appointment, HandOff, KeepDocuments, Register, Route, Urgency, Visitor, dialled,
};
use crate::domain::inquiry::event::{Appointed, Event, MatterRef, Registered};
use crate::domain::inquiry::state::Inquiry;
use crate::domain::refusal::{Bar, Field, Refusal};
use crate::domain::rulebook::Act;
use crate::domain::time::Moment;

pub(super) fn register(command: &Register, ground: &Ground) -> Result<Verdict, Refusal> {
    if !ground.actor.holds_inquiries() {
        return Err(Refusal::NotAllowed);
    }
    let fact = registered(command, ground)?;
    if let Some(number) = &ground.duplicate {
        let refusal = Refusal::Duplicate(number.clone());
        if !ground.confirm.iter().any(|code| code == refusal.code()) {
            return Err(refusal);
        }
    }
    let state = Inquiry::begin(&fact);
    let mut draft = Draft {
        state,
        events: vec![Event::Registered(Box::new(fact))],
        ground,
    };
    draft.happened(&Act::Registered, 0)?;
    if !command.left.is_empty() {
        let inquiry = draft.state.number.clone();
        let documents = command.left.clone();
        custody::keep(&mut draft, &KeepDocuments { inquiry, documents })?;
    }
    if let Some(route) = &command.route {
        go_on(&mut draft, route)?;
    }
    Ok(Verdict {
        events: draft.events,
        refused: None,
    })
}

fn registered(command: &Register, ground: &Ground) -> Result<Registered, Refusal> {
    let kind = kind(&command.kind, ground)?;
    // A superior's order has no visitor (D1 art. 3.2).
    let somebody_came = ground.rules.kind(&kind).is_none_or(|kind| kind.visitor);
    // Nor has what comes out of the house itself, unless somebody is named.
    let visitor = visitor(&command.visitor, somebody_came && !command.internal)?;
    let words = within(&command.words, Field::Words, super::TEXT_LIMIT)?;
    let matter = match (command.matter.trim(), ground.matter) {
        ("", _) => None,
        (_, Some(matter)) => Some(MatterRef {
            id: matter.id.as_str().to_owned(),
            name: matter.name.clone(),
            name_en: matter.name_en.clone(),
        }),
        (id, None) => return Err(Refusal::UnknownMatter(id.to_owned())),
    };
    if matter.is_none() && words.is_empty() {
        return Err(Refusal::Empty(Field::Words));
    }
    let (received_at, minutes) = receipt(&command.received_at, ground.now)?;
    let late_reason = within(&command.late_reason, Field::Reason, LINE_LIMIT)?;
    let back_entry = minutes > LATE_MINUTES;
    if back_entry && late_reason.is_empty() {
        let refusal = Refusal::LateEntry { minutes };
        if !ground.confirm.iter().any(|code| code == refusal.code()) {
            return Err(refusal);
        }
    }
    Ok(Registered {
        number: ground.next_number.clone(),
        received_at,
        entered_at: ground.now,
        back_entry,
        late_reason: late_reason.into(),
        first: ground.actor.number.clone(),
        department: ground.actor.department.clone(),
        channel: channel(&command.channel, ground)?,
        kind_of_request: kind,
        visitor: visitor.into(),
        words: words.into(),
        matter,
        urgency: match command.urgency {
            Some(urgency) => urgency,
            None if command.urgent => Urgency::Urgent,
            None => Urgency::Normal,
        },
        green: command.green,
        internal: command.internal,
        appointment: appointed(command.appointment.as_ref(), received_at)?,
        follows: Some(command.follows.clone()).filter(|number| !number.is_empty()),
        // Who comes back to a form an hour later did not type for an hour.
        seconds: if back_entry || command.seconds > 3600 {
            0
        } else {
            command.seconds
        },
        rulebook: ground.rulebook.to_owned(),
    })
}

/// When and where somebody is to be seen: not before they asked; nothing where both
/// are empty.
pub(super) fn appointed(
    given: Option<&Appointment>,
    received: Moment,
) -> Result<Option<Appointed>, Refusal> {
    let Some(given) = given else { return Ok(None) };
    let place = within(&given.place, Field::Place, LINE_LIMIT)?;
    if given.at.trim().is_empty() {
        return if place.is_empty() {
            Ok(None)
        } else {
            Err(Refusal::Empty(Field::AppointedAt))
        };
    }
    let at =
        Moment::parse_rfc3339(&given.at).ok_or_else(|| Refusal::TimeMalformed(given.at.clone()))?;
    if at < received {
        return Err(Refusal::Barred(Bar::AppointedBefore { received }));
    }
    let place = place.into();
    Ok(Some(Appointed { at, place }))
}

fn visitor(given: &Visitor, required: bool) -> Result<Visitor, Refusal> {
    let name = within(&given.name, Field::Name, LINE_LIMIT)?;
    if name.is_empty() && required {
        return Err(Refusal::Empty(Field::Name));
    }
    Ok(Visitor {
        name,
        phone: phone(&given.phone)?,
        unit: within(&given.unit, Field::Unit, LINE_LIMIT)?,
        address: within(&given.address, Field::Address, LINE_LIMIT)?,
        id_number: within(&given.id_number, Field::IdNumber, LINE_LIMIT)?,
    })
}

/// A telephone number as its digits, with a leading `+` kept; empty when none was left.
pub(super) fn phone(given: &str) -> Result<String, Refusal> {
    let stray = |(index, ch): (usize, char)| match ch {
        '0'..='9' | '-' | ' ' | '(' | ')' => false,
        '+' => index > 0,
        _ => true,
    };
    if given.trim().chars().enumerate().any(stray) {
        return Err(Refusal::PhoneMalformed);
    }
    let digits = dialled(given);
    if !given.trim().is_empty() && digits.trim_start_matches('+').is_empty() {
        return Err(Refusal::PhoneMalformed);
    }
    if digits.chars().count() > 20 {
        return Err(Refusal::TooLong {
            field: Field::Phone,
            limit: 20,
        });
    }
    Ok(digits)
}

pub(super) fn channel(given: &str, ground: &Ground) -> Result<String, Refusal> {
    let given = given.trim();
    if given.is_empty() {
        return Ok(ground
            .rules
            .channels
            .first()
            .map(|c| c.id.clone())
            .unwrap_or_default());
    }
    match ground.rules.channel(given) {
        Some(choice) => Ok(choice.id.clone()),
        None => Err(Refusal::UnknownChannel(given.to_owned())),
    }
}

pub(super) fn kind(given: &str, ground: &Ground) -> Result<String, Refusal> {
    let given = given.trim();
    if given.is_empty() || ground.rules.kinds.iter().any(|choice| choice.id == given) {
        Ok(given.to_owned())
    } else {
        Err(Refusal::UnknownKind(given.to_owned()))
    }
}

/// When it was received, and how many minutes before now.
fn receipt(given: &str, now: Moment) -> Result<(Moment, i64), Refusal> {
    if given.trim().is_empty() {
        return Ok((now, 0));
    }
    let at =
        Moment::parse_rfc3339(given).ok_or_else(|| Refusal::TimeMalformed(given.to_owned()))?;
    if at > now {
        return Err(Refusal::InFuture(at));
    }
    Ok((at, now.seconds_since(at) / 60))
}

fn go_on(draft: &mut Draft, route: &Route) -> Result<(), Refusal> {
    match route {
        Route::AnswerNow { text } => {
            reply::answer(draft, text)?;
            closing::close(draft, "", None)
        }
        Route::MineLater { promised } => {
            let now = draft.ground.now;
            let promised = required(promised, Field::Promised)?;
            let by = Moment::parse_rfc3339(&promised)
                .ok_or_else(|| Refusal::TimeMalformed(promised.clone()))?;
            if by < now {
                return Err(Refusal::InPast(by));
            }
            draft.record(Event::Promised { by });
            draft.happened(&Act::Promised, 0)
        }
        Route::HandOff {
            department,
            staff,
            accompanied,
        } => handoff::hand_off(
            draft,
            &HandOff {
                inquiry: draft.state.number.clone(),
                department: department.clone(),
                staff: staff.clone(),
                accompanied: *accompanied,
                note: String::new(),
            },
        ),
        Route::Several { departments } => confer::several(draft, departments),
        Route::Unclear { superior, question } => confer::ask(draft, superior, question),
        Route::Outside { advice } => {
            polite(advice, draft.ground.rules)?;
            reply::guide(draft, advice)
        }
    }
}
