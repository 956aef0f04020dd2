//! How an inquiry was passed on, what is kept for the visitor and what ran late, as scripts read it.

use serde_json::{Value, json};

use super::story::{self, Story};
use crate::desk::Desk;
use crate::domain::inquiry::state::Out;
use crate::domain::inquiry::{Breach, Inquiry};

/// Each return, charged to the hands that held it.
pub fn bounces(state: &Inquiry, desk: &Desk) -> Vec<Value> {
    let offset = desk.office().offset;
    let one = |bounce: &crate::domain::inquiry::state::Bounce| {
        json!({
            "leg": bounce.leg,
            "department": bounce.department,
            "hands": bounce.hands,
            "sender": bounce.sender,
            "from": bounce.from.rfc3339(offset),
            "at": bounce.at.rfc3339(offset),
            "ping_pong": bounce.ping_pong,
        })
    };
    state.bounces.iter().map(one).collect()
}

/// Rulings, coordination, tries, and who was told and signed.
pub fn handling(state: &Inquiry, desk: &Desk) -> Value {
    let offset = desk.office().offset;
    let handling = &state.handling;
    json!({
        "awaits_ruling": handling.awaits_ruling,
        "ruled": handling.ruled.as_ref().map(|ruled| json!({
            "by": ruled.by,
            "department": ruled.department,
            "leg": ruled.leg,
        })),
        "ping_pongs": handling.ping_pongs,
        "coordination": handling.coordination,
        "tries": handling.tries.iter().map(|one| json!({
            "leg": one.leg,
            "whom": one.whom,
            "by": one.by,
            "reached": one.reached,
            "at": one.at.rfc3339(offset),
        })).collect::<Vec<_>>(),
        "told": handling.told.map(|(leg, at)| json!({"leg": leg, "at": at.rfc3339(offset)})),
        "signed": handling.signed.as_ref().map(|signed| json!({
            "leg": signed.leg,
            "by": signed.by,
            "stamped": signed.stamped,
            "at": signed.at.rfc3339(offset),
        })),
    })
}

/// The custody list: what is kept, by whom, and what left it.
pub fn custody(story: &Story, desk: &Desk) -> Value {
    let offset = desk.office().offset;
    let state = &story.state;
    json!({
        "count": state.custody_count(),
        "documents": state.custody.iter().map(|one| json!({
            "document": one.no,
            "name": story.covered(&one.name),
            "keeper": one.keeper,
            "since": one.since.rfc3339(offset),
            "out": one.out.map(|(how, at)| json!({
                "how": match how { Out::Returned => "returned", Out::Filed => "filed" },
                "at": at.rfc3339(offset),
            })),
        })).collect::<Vec<_>>(),
    })
}

/// Everything that ran late or was broken, with excuse and judgement.
pub fn breaches(story: &Story, desk: &Desk) -> Vec<Value> {
    let offset = desk.office().offset;
    let one = |breach: &Breach| {
        json!({
            "breach": breach.no,
            "rule": breach.rule,
            "counts_as": counts_as(story, breach),
            "leg": breach.leg,
            "hands": breach.hands,
            "substitute": breach.substitute,
            "at": breach.at.rfc3339(offset),
            "due": breach.due.map(|due| due.rfc3339(offset)),
            "late_s": late(story, breach, desk),
            "charge": breach.charge.as_ref().map(|(by, text)| json!({
                "by": by,
                "text": story.covered(text.text()),
            })),
            "excuse": breach.excuse.as_ref().map(|excuse| json!({
                "by": excuse.by,
                "at": excuse.at.rfc3339(offset),
                "text": story.covered(excuse.text.text()),
            })),
            "review": breach.review.as_ref().map(|review| json!({
                "by": review.by,
                "at": review.at.rfc3339(offset),
                "own_fault": review.own_fault,
                "text": story.covered(review.text.text()),
            })),
        })
    };
    story.state.breaches.iter().map(one).collect()
}

/// The rule under which a clock of the regulation that ran out counts as late.
fn counts_as<'a>(story: &'a Story, breach: &'a Breach) -> Option<&'a str> {
    breach.due?;
    let rule = story.rules.clock(&breach.rule)?;
    let late = story.rules.late.as_ref().filter(|_| !rule.internal)?;
    late.overdue
        .as_ref()
        .map(crate::domain::ids::ClockId::as_str)
}

fn late(story: &Story, breach: &Breach, desk: &Desk) -> Option<i64> {
    breach.due?;
    let of_this = |run: &&crate::domain::inquiry::ClockRun| {
        run.run.clock == breach.rule && run.run.leg == breach.leg && run.breached.is_some()
    };
    let runs = || story.state.clocks.iter().filter(of_this);
    let exact = runs().find(|run| Some(run.run.due) == breach.due);
    story::late(story, exact.or_else(|| runs().next_back())?, desk)
}
