//! One transaction: its turn, its commit, and what time alone has done.

use super::batch::Batch;
use super::{Actor, Desk, DeskError, Done};
use crate::domain::command::Envelope;

/// How far the clock may be behind the record, in seconds.
const BEHIND: i64 = 120;

pub(super) fn carry_out(
    desk: &mut Desk,
    actor: &Actor,
    envelope: &Envelope,
) -> Result<Done, DeskError> {
    let now = desk.clock.now();
    let mut done = None;
    let sandbox = desk.facts.sandbox;
    carry_out_all(desk, &mut |batch| {
        if !sandbox
            && let Some(last) = batch.writer.last_recorded_at()?
            && last.seconds_since(now) > BEHIND
        {
            return Err(DeskError::ClockBehind { now, last });
        }
        done = Some(batch.carry_out(actor, envelope, now)?);
        Ok(())
    })?;
    done.ok_or_else(|| DeskError::Reference("nothing was carried out".to_owned()))
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
        ..
    } = desk;
    let writer = store.begin()?;
    let mut batch = Batch {
        writer,
        entropy: entropy.as_mut(),
        facts,
        office,
        rules,
    };
    work(&mut batch)?;
    Ok(batch.writer.commit()?)
}

pub(super) fn settle_lapsed(desk: &mut Desk, limit: u32) -> Result<u32, DeskError> {
    let now = desk.clock.now();
    let lapsed = desk.read().lapsed(now, limit)?;
    if lapsed.is_empty() {
        return Ok(0);
    }
    let mut settled = 0;
    carry_out_all(desk, &mut |batch| {
        for number in &lapsed {
            settled += u32::from(batch.settle(number, now)?);
        }
        Ok(())
    })?;
    Ok(settled)
}
