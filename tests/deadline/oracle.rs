//! A second count of limits, minute by minute: slow, and plain enough to trust.
//! It shares no code with the one it checks.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Weekday};

pub type Hours = Vec<(i64, i64)>;

pub struct World {
    pub off: BTreeSet<NaiveDate>,
    pub makeup: BTreeSet<NaiveDate>,
    /// A date of the office's own: its hours, none of them when closed.
    pub own: BTreeMap<NaiveDate, Option<Hours>>,
    pub hours: Hours,
    pub pauses: Vec<(NaiveDateTime, NaiveDateTime)>,
}

impl World {
    pub fn works(&self, date: NaiveDate) -> bool {
        if let Some(own) = self.own.get(&date) {
            return own.is_some();
        }
        let weekend = matches!(date.weekday(), Weekday::Sat | Weekday::Sun);
        self.makeup.contains(&date) || (!weekend && !self.off.contains(&date))
    }

    fn hours(&self, date: NaiveDate) -> &Hours {
        match self.own.get(&date) {
            Some(Some(own)) => own,
            Some(None) | None => &self.hours,
        }
    }

    fn open(&self, at: NaiveDateTime) -> bool {
        let minute = (at.time() - NaiveTime::MIN).num_minutes();
        let within = |(open, close): &(i64, i64)| (*open..*close).contains(&minute);
        self.works(at.date()) && self.hours(at.date()).iter().any(within)
    }

    /// The minute with which a day is over.
    fn closing(&self, date: NaiveDate) -> NaiveDateTime {
        let closes = self.hours(date).iter().map(|span| span.1).max();
        let minute = if self.works(date) {
            closes.unwrap()
        } else {
            24 * 60
        };
        midnight(date) + TimeDelta::minutes(minute)
    }

    fn paused(&self, at: NaiveDateTime) -> bool {
        self.pauses
            .iter()
            .any(|(from, until)| *from <= at && at < *until)
    }

    /// The end of so many minutes, of office time or of clock time.
    pub fn minutes(&self, from: NaiveDateTime, mut left: u32, office: bool) -> NaiveDateTime {
        let mut at = from;
        while left > 0 {
            if !self.paused(at) && (!office || self.open(at)) {
                left -= 1;
            }
            at += TimeDelta::minutes(1);
        }
        at
    }

    /// The end of so many days.
    pub fn days(&self, from: NaiveDateTime, limit: u32, how: How) -> NaiveDateTime {
        let today = from.date();
        let today_counts = how.receipt && self.works(today) && from <= self.closing(today);
        let tomorrow = today + Days::new(1);
        let mut at = midnight(if today_counts { today } else { tomorrow });
        let mut counted = 0;
        loop {
            let date = at.date();
            let ends = at + TimeDelta::minutes(1) == self.closing(date);
            if ends && !self.paused(at) {
                let begun = !how.receipt || counted > 0 || self.works(date);
                if counted < limit && begun && (!how.working || self.works(date)) {
                    counted += 1;
                }
                if counted == limit && (!how.roll || self.works(date)) {
                    return self.closing(date);
                }
            }
            at += TimeDelta::minutes(1);
        }
    }
}

#[derive(Debug, Clone, Copy)]
pub struct How {
    pub working: bool,
    pub receipt: bool,
    pub roll: bool,
}

fn midnight(date: NaiveDate) -> NaiveDateTime {
    date.and_time(NaiveTime::MIN)
}
