//! The hall's open minutes as one running number, so that "two hours later"
//! never falls into a lunch break, a night or a holiday.

use chrono::{NaiveDate, NaiveDateTime, TimeDelta};

use crate::domain::deadline::Office;
use crate::domain::time::Moment;

/// A minute in which the hall is open, counting from the first day of the history.
pub(super) type Minute = u32;

/// Each opening with its length in minutes.
type Spans = Vec<(NaiveDateTime, u32)>;

/// One working day.
#[derive(Debug, Clone)]
pub(super) struct OpenDay {
    /// Its date.
    pub date: NaiveDate,
    /// How many days it was closed just before.
    pub closed_before: u32,
    /// Its first minute.
    pub first: Minute,
    /// How many minutes it has.
    pub minutes: u32,
    spans: Spans,
}

/// The working days of a history, and some that lie ahead.
#[derive(Debug)]
pub(super) struct Hall {
    office: Office,
    days: Vec<OpenDay>,
    today: usize,
    now: Minute,
}

/// How many working days ahead are known.
const AHEAD: usize = 20;
/// How many dates in a row are looked at before an office counts as never open.
const PATIENCE: u32 = 400;

impl Hall {
    /// The last `count` working days up to `now`; fewer for an office that hardly opens.
    pub fn before(office: &Office, now: Moment, count: u32) -> Self {
        let local = office.local(now);
        let mut dates: Vec<(NaiveDate, Spans)> = Vec::new();
        let looked_at = count.saturating_mul(3) + PATIENCE;
        for date in backwards(local.date()).take(looked_at as usize) {
            let spans = spans(office, date);
            if spans.first().is_some_and(|(open, _)| *open < local) {
                dates.push((date, spans));
            }
            if dates.len() >= count as usize {
                break;
            }
        }
        dates.reverse();
        let today = dates.len().saturating_sub(1);
        let tomorrow = dates.last().and_then(|(date, _)| date.succ_opt());
        let ahead = tomorrow.into_iter().flat_map(|date| date.iter_days());
        let ahead = ahead
            .take(PATIENCE as usize)
            .map(|date| (date, spans(office, date)));
        dates.extend(ahead.filter(|(_, spans)| !spans.is_empty()).take(AHEAD));
        let mut hall = Self {
            office: office.clone(),
            days: in_a_row(dates),
            today,
            now: 0,
        };
        hall.now = hall.minute_at(local);
        hall
    }

    /// The working days up to the present one, the first one first.
    pub fn days(&self) -> &[OpenDay] {
        self.days.get(..=self.today).unwrap_or_default()
    }

    /// The minute of the present.
    pub fn now(&self) -> Minute {
        self.now
    }

    /// The instant at which a minute begins.
    pub fn moment(&self, minute: Minute) -> Moment {
        let at = self.days.partition_point(|day| day.first <= minute);
        let Some(day) = at.checked_sub(1).and_then(|at| self.days.get(at)) else {
            return Moment::default();
        };
        let mut rest = minute - day.first;
        let mut last = None;
        for (open, minutes) in &day.spans {
            if rest < *minutes {
                return self.office.moment(*open + TimeDelta::minutes(rest.into()));
            }
            rest -= minutes;
            last = Some(*open + TimeDelta::minutes((*minutes + rest).into()));
        }
        last.map_or(Moment::default(), |end| self.office.moment(end))
    }

    /// An instant as RFC 3339 text.
    pub fn text(&self, at: Moment) -> String {
        at.rfc3339(self.office.offset)
    }

    /// The instant `seconds` after the closing of a day.
    pub fn after_closing(&self, day: &OpenDay, seconds: i64) -> Moment {
        let last = self.moment(day.first + day.minutes.saturating_sub(1));
        last.plus_seconds(60 + seconds)
    }

    /// A minute of the day that lies `back` working days before the present one.
    pub fn on_day(&self, back: u32, minute: u32) -> Minute {
        let index = self.today.saturating_sub(back as usize);
        self.days.get(index).map_or(0, |day| {
            day.first + minute.min(day.minutes.saturating_sub(1))
        })
    }

    /// The minute in which an instant lies, or the next open one.
    pub fn minute_of(&self, at: Moment) -> Minute {
        self.minute_at(self.office.local(at))
    }

    /// Calendar and hours.
    pub fn office(&self) -> &Office {
        &self.office
    }

    fn minute_at(&self, local: NaiveDateTime) -> Minute {
        let at = self.days.partition_point(|day| day.date <= local.date());
        let Some(day) = at.checked_sub(1).and_then(|at| self.days.get(at)) else {
            return 0;
        };
        let passed = day.spans.iter().map(|(open, minutes)| {
            let passed = (local - *open).num_minutes();
            u32::try_from(passed).unwrap_or(0).min(*minutes)
        });
        day.first + passed.sum::<u32>()
    }
}

fn backwards(from: NaiveDate) -> impl Iterator<Item = NaiveDate> {
    std::iter::successors(Some(from), NaiveDate::pred_opt)
}

/// Days in their order, each with the number of its first minute.
fn in_a_row(dates: Vec<(NaiveDate, Spans)>) -> Vec<OpenDay> {
    let mut days: Vec<OpenDay> = Vec::new();
    let mut first = 0;
    for (date, spans) in dates {
        let minutes = spans.iter().map(|(_, minutes)| minutes).sum();
        let before = days.last().map_or(date, |day| day.date);
        let gap = (date - before).num_days();
        days.push(OpenDay {
            date,
            closed_before: u32::try_from(gap - 1).unwrap_or(0),
            first,
            minutes,
            spans,
        });
        first += minutes;
    }
    days
}

fn spans(office: &Office, date: NaiveDate) -> Spans {
    let day = office.day(date);
    office
        .spans(&day)
        .iter()
        .map(|span| (span.on(date).0, u32::from(span.close() - span.open())))
        .collect()
}
