//! One transaction: its turn, its commit, and what time alone has done.

use super::batch::Batch;
use super::known::Known;
use super::{Actor, Desk, DeskError, Done, renew};
use crate::domain::command::Envelope;
use crate::domain::office::OfficeEvent;
use crate::domain::time::Moment;
use crate::store::{Fact, Recorded};

/// How far the clock may be behind the record, in seconds.
const BEHIND: i64 = 120;

pub(super) fn carry_out(
    desk: &mut Desk,
    actor: &Actor,
    envelope: &Envelope,
) -> Result<Done, DeskError> {
    let now = desk.clock.now();
    let mut done = None;
    carry_out_all(desk, &mut |batch| {
        in_time(batch, now)?;
        done = Some(batch.carry_out(actor, envelope, now)?);
        Ok(())
    })?;
    if done.as_ref().is_some_and(destroys) {
        // What was destroyed still stands in the log until that is emptied. A reader in
        // the way only puts it off: the next destruction or restart does it.
        let _ = desk.store.empty_log();
    }
    done.ok_or_else(|| DeskError::Reference("nothing was carried out".to_owned()))
}

/// Whether personal data was destroyed.
fn destroys(done: &Done) -> bool {
    let destroyed = |one: &Recorded| matches!(one.fact, Fact::Office(OfficeEvent::Destroyed(_)));
    done.events.iter().any(destroyed)
}

/// Refuses a clock that is behind the record, except on a sandbox.
pub(super) fn in_time(batch: &Batch<'_, '_>, now: Moment) -> Result<(), DeskError> {
    if !batch.facts.sandbox
        && let Some(last) = batch.writer.last_recorded_at()?
        && last.seconds_since(now) > BEHIND
    {
        return Err(DeskError::ClockBehind { now, last });
    }
    Ok(())
}

pub(super) fn carry_out_all(
    desk: &mut Desk,
    work: &mut dyn FnMut(&mut Batch<'_, '_>) -> Result<(), DeskError>,
) -> Result<(), DeskError> {
    let Desk {
        store,
        entropy,
        facts,
        office,
        rules,
        key,
        ..
    } = desk;
    let writer = store.begin()?;
    // Another process may have put another calendar or rulebook in place.
    renew(writer.read(), facts, office, rules)?;
    let mut batch = Batch {
        writer,
        entropy: entropy.as_mut(),
        facts,
        office,
        rules,
        key: key.as_deref(),
        known: Known::default(),
    };
    work(&mut batch)?;
    batch.show()?;
    Ok(batch.writer.commit()?)
}

pub(super) fn settle_lapsed(desk: &mut Desk, limit: u32) -> Result<u32, DeskError> {
    let now = desk.clock.now();
    let lapsed = desk.read().lapsed(now, limit)?;
    let returned = desk.read().returned(now)?;
    let cases = desk.read().lapsed_cases(now)?;
    if lapsed.is_empty() && returned.is_empty() && cases.is_empty() {
        return Ok(0);
    }
    let mut settled = 0;
    carry_out_all(desk, &mut |batch| {
        settled = batch.settle_all(now, limit)?;
        Ok(())
    })?;
    Ok(settled)
}
