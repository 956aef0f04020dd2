//! How an inquiry was pressed for, and who stood in, as scripts read it.

use chrono::FixedOffset;
use serde_json::{Value, json};

use crate::domain::inquiry::Inquiry;
use crate::domain::time::Moment;
use crate::store::{AwayRow, Recorded};

/// Every time that its holder was urged.
pub fn urged(state: &Inquiry, offset: FixedOffset) -> Value {
    let one = |urge: &crate::domain::inquiry::state::Urge| json!({"at": urge.at.rfc3339(offset), "by": urge.by, "to": urge.to});
    state.urges.iter().map(one).collect()
}

/// Orders to supervise; those without a `by` came about by time alone.
pub fn supervised(state: &Inquiry, offset: FixedOffset) -> Value {
    let time = |at: Moment| at.rfc3339(offset);
    let one = |order: &crate::domain::inquiry::state::Order| {
        json!({
            "number": order.number,
            "at": time(order.at),
            "by": order.by,
            "clock": order.clock,
            "department": order.department,
            "to": order.to,
            "until": order.until.map(time),
        })
    };
    state.orders.iter().map(one).collect()
}

/// Rungs of the ladder that it was sent to; those without a `by` by time alone.
pub fn escalations(state: &Inquiry, offset: FixedOffset) -> Value {
    let one = |rung: &crate::domain::inquiry::state::Escalation| {
        json!({
            "rung": rung.rung,
            "at": rung.at.rfc3339(offset),
            "by": rung.by,
            "clock": rung.clock.as_ref().map(|(clock, _, _)| clock),
            "department": rung.department,
            "counts": rung.counts,
        })
    };
    state.escalations.iter().map(one).collect()
}

/// Tries up the chain of superiors.
pub fn climbed(state: &Inquiry, offset: FixedOffset) -> Value {
    let one = |climb: &crate::domain::inquiry::state::Climb| {
        json!({
            "at": climb.at.rfc3339(offset),
            "by": climb.by,
            "superior": climb.superior,
            "reached": climb.reached,
        })
    };
    state.climbs.iter().map(one).collect()
}

/// Leaders whom the visitor asked for.
pub fn leaders(state: &Inquiry, offset: FixedOffset) -> Value {
    let one = |asked: &crate::domain::inquiry::state::LeaderWanted| {
        json!({
            "at": asked.at.rfc3339(offset),
            "leader": asked.leader,
            "consented": asked.consented,
            "told_number": asked.told_number,
            "led_to_reception": asked.led_to_reception,
        })
    };
    state.leaders.iter().map(one).collect()
}

/// A person's absence now, with who stands in; null for someone at their post.
/// The reason stays private.
pub fn away(row: Option<&AwayRow>, offset: FixedOffset) -> Value {
    row.map_or(Value::Null, |row| {
        json!({
            "since": row.since.rfc3339(offset),
            "until": row.until.rfc3339(offset),
            "substitute": row.substitute,
        })
    })
}

/// What was done in another's place, with both numbers.
pub fn on_behalf(events: &[Recorded], offset: FixedOffset) -> Value {
    events
        .iter()
        .filter(|event| !event.header.on_behalf_of.is_empty())
        .map(|event| {
            json!({
                "kind": event.kind,
                "at": event.at.rfc3339(offset),
                "by": event.header.actor,
                "of": event.header.on_behalf_of,
            })
        })
        .collect()
}
