//! Office time between many pairs of instants: what one reckons for a whole month.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

use super::office::Office;
use crate::domain::time::Moment;

/// The office hours of a run of days, added up once; then each stretch costs the same,
/// however long it is.
#[derive(Debug)]
pub struct Elapsed<'a> {
    office: &'a Office,
    first: NaiveDate,
    days: Vec<Counted>,
}

/// One day: seconds of office time before it, and its hours.
#[derive(Debug)]
struct Counted {
    before: i64,
    spans: Vec<(NaiveDateTime, NaiveDateTime)>,
}

impl<'a> Elapsed<'a> {
    /// For stretches between these instants.
    pub fn between(office: &'a Office, from: Moment, to: Moment) -> Self {
        let (first, last) = (office.local(from).date(), office.local(to).date());
        let mut days = Vec::new();
        let mut before = 0;
        for date in first.iter_days().take_while(|date| *date <= last) {
            let day = office.day(date);
            let spans: Vec<_> = office
                .spans(&day)
                .iter()
                .map(|span| span.on(date))
                .collect();
            let open: i64 = spans.iter().map(|(from, to)| seconds(*from, *to)).sum();
            days.push(Counted { before, spans });
            before += open;
        }
        Self {
            office,
            first,
            days,
        }
    }

    /// Seconds of office time from one instant to another; 0 when `until` is the earlier.
    pub fn seconds(&self, from: Moment, until: Moment) -> i64 {
        (self.until(until) - self.until(from)).max(0)
    }

    /// Seconds of office time from the first day up to an instant.
    fn until(&self, at: Moment) -> i64 {
        let local = self.office.local(at);
        let back = (local.date() - self.first).num_days();
        let Ok(place) = usize::try_from(back) else {
            return 0;
        };
        let Some(day) = self.days.get(place) else {
            return self.days.last().map_or(0, |last| {
                let end = self.first.and_time(NaiveTime::MIN);
                last.before + total(&last.spans, end.max(local))
            });
        };
        day.before + total(&day.spans, local)
    }
}

fn total(spans: &[(NaiveDateTime, NaiveDateTime)], until: NaiveDateTime) -> i64 {
    let before =
        |(open, close): &(NaiveDateTime, NaiveDateTime)| seconds(*open, (*close).min(until));
    spans.iter().map(before).map(|seconds| seconds.max(0)).sum()
}

fn seconds(from: NaiveDateTime, to: NaiveDateTime) -> i64 {
    (to - from).num_seconds()
}
