//! How long a clock runs: as the rulebook says, the matter, or a promise.

use super::{Terms, end};
use crate::domain::catalog::{Binds, LimitUnit, Matter, Span};
use crate::domain::deadline::{Counting, Limit, Office, Unit};
use crate::domain::inquiry::event::Started;
use crate::domain::refusal::Refusal;
use crate::domain::rulebook::{ClockRule, Lapse, Length};
use crate::domain::time::Moment;

/// A run of a clock that counts from `from`, as it would stand on the record, for a
/// request of this kind that was promised for a time; nothing where its matter or the
/// promise gives it no length.
///
/// # Errors
///
/// When its end cannot be computed.
pub fn start(
    rule: &ClockRule,
    leg: u32,
    from: Moment,
    (kind, promised): (&str, Option<Moment>),
    terms: &Terms,
) -> Result<Option<Started>, Refusal> {
    let permit = terms.rules.kind(kind).is_some_and(|kind| kind.permit);
    let Some((limit, counting)) = limit_of(rule, from, promised, permit, terms)? else {
        return Ok(None);
    };
    let end = end(limit, counting, from, 0, terms.office)?;
    // The whole minutes of its length may end some seconds past what was said.
    let due = match rule.limit {
        Length::Promised => promised.unwrap_or(end.at),
        Length::Fixed(_) | Length::Matter | Length::HalfPromised | Length::Correction(_) => end.at,
    };
    Ok(Some(Started {
        clock: rule.id.clone(),
        leg,
        limit,
        counting,
        from,
        due,
        soon: end.soon.min(due),
        provisional: end.provisional,
        calendar: terms.office.calendar.version().to_owned(),
        answerable: rule.answerable,
        lapse: lapse(rule, permit, terms),
        internal: rule.internal,
    }))
}

/// The limit of a clock and how it is counted: the rulebook's, the matter's own, or
/// what was promised.
fn limit_of(
    rule: &ClockRule,
    from: Moment,
    promised: Option<Moment>,
    permit: bool,
    terms: &Terms,
) -> Result<Option<(Limit, Counting)>, Refusal> {
    let limit = match rule.limit {
        Length::Fixed(limit) => Some(limit),
        Length::Matter => match terms.matter {
            Some(matter) => shorter(matter, rule.counting, from, terms.office)?,
            None => None,
        },
        Length::Promised => promised.and_then(|by| until(by, from)),
        Length::HalfPromised => promised.and_then(|by| until(halfway(from, by), from)),
        Length::Correction(by_law) => match terms.matter {
            Some(matter) => return Ok(correction(matter, by_law, permit, rule.counting)),
            None => None,
        },
    };
    Ok(limit.map(|limit| (limit, rule.counting)))
}

/// The time in which everything missing in an application must be told: the
/// matter's own, else what the law gives. What must be told on the spot must be
/// told on the day of receipt.
fn correction(
    matter: &Matter,
    by_law: Limit,
    permit: bool,
    counting: Counting,
) -> Option<(Limit, Counting)> {
    let own = matter.correction.as_ref();
    match own.and_then(|rule| rule.within) {
        Some(span) if span.unit == LimitUnit::OnSpot => {
            let day = Limit::new(1, Unit::Wd).ok()?;
            Some((day, Counting::ReceiptDay))
        }
        Some(span) => Some((counted(span)?, counting)),
        None if permit || own.is_some_and(|rule| rule.else_accepted) => Some((by_law, counting)),
        None => None,
    }
}

/// What the end of a clock brings about: an application counts as accepted where
/// the law on permits or the matter's own rule says so.
fn lapse(rule: &ClockRule, permit: bool, terms: &Terms) -> Lapse {
    let own = terms.matter.and_then(|matter| matter.correction.as_ref());
    let deemed = permit || own.is_some_and(|rule| rule.else_accepted);
    match rule.lapse {
        Lapse::DeemedAccepted if !deemed => Lapse::Breach,
        lapse @ (Lapse::DeemedAccepted | Lapse::DeemedConsent | Lapse::Breach) => lapse,
    }
}

/// The instant in the middle.
fn halfway(from: Moment, by: Moment) -> Moment {
    Moment(from.0 + by.0.saturating_sub(from.0) / 2)
}

/// Whole minutes until a promised time; a promise for a minute ends with that minute.
fn until(by: Moment, from: Moment) -> Option<Limit> {
    let left = u64::try_from(by.0.saturating_sub(from.0))
        .unwrap_or(0)
        .max(1);
    Limit::new(u32::try_from(left.div_ceil(60_000)).ok()?, Unit::Min).ok()
}

/// The limit of a matter that ends first: what the law sets or what was promised (D11 art. 4.1, 4.2).
fn shorter(
    matter: &Matter,
    counting: Counting,
    from: Moment,
    office: &Office,
) -> Result<Option<Limit>, Refusal> {
    let mut first: Option<(Moment, Limit)> = None;
    for limit in [&matter.legal_limit, &matter.promised_limit]
        .into_iter()
        .flatten()
    {
        let Some(limit) = limit
            .span()
            .filter(|_| limit.binds == Binds::Office)
            .and_then(counted)
        else {
            continue;
        };
        let at = end(limit, counting, from, 0, office)?.at;
        if first.is_none_or(|(earliest, _)| at < earliest) {
            first = Some((at, limit));
        }
    }
    Ok(first.map(|(_, limit)| limit))
}

/// A catalogue's span as a limit that can be counted. "Days" without a kind are
/// calendar days, rolled (Civil Code art. 200–203); on the spot needs no clock.
pub(super) fn counted(span: Span) -> Option<Limit> {
    let unit = match span.unit {
        LimitUnit::OnSpot => return None,
        LimitUnit::WorkingDay => Unit::Wd,
        LimitUnit::CalendarDay | LimitUnit::DayUnspecified => Unit::Cd,
        LimitUnit::Month => Unit::Mo,
        LimitUnit::Hour => Unit::H,
    };
    Limit::new(span.value, unit).ok()
}
