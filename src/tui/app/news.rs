//! Something new for whoever is at work: a note that stays until a key, and a bell.

use super::App;
use super::front::Front;
use crate::domain::ids::{Number, StaffNo};
use crate::domain::inquiry::Event;
use crate::domain::office::OfficeEvent;
use crate::domain::shift::ShiftEvent;
use crate::domain::time::Moment;
use crate::i18n::news::{self as say, What};
use crate::store::{Fact, Recorded, Stream};

/// The bell rings at most once in so many seconds.
const RING_EVERY: i64 = 30;

/// A key within so many seconds of a note was not meant for it.
const UNREAD: i64 = 2;

/// Of more facts than this at once only the last are looked at.
const AT_ONCE: u32 = 200;

/// What has come for the person at work and was not read yet.
#[derive(Debug, Default)]
pub(super) struct News {
    /// The place in the log up to which everything was looked at.
    seen: i64,
    /// How many came, and the last of them in a sentence.
    pub note: Option<(usize, String)>,
    noted_at: Option<Moment>,
    rang_at: Option<Moment>,
    rings: bool,
    quiet: bool,
}

impl App {
    /// Never rings the bell; notes are shown all the same.
    #[must_use]
    pub fn quiet(mut self, quiet: bool) -> Self {
        self.news.quiet = quiet;
        self
    }

    /// Whether the bell is to ring, once.
    pub fn take_bell(&mut self) -> bool {
        std::mem::take(&mut self.news.rings) && !self.news.quiet
    }

    /// From here on everything is news.
    pub(super) fn begin_news(&mut self) {
        self.news.seen = self.desk.read().last_seq().unwrap_or(0);
        self.news.note = None;
    }

    /// Looks at what was recorded since the last look.
    pub(super) fn look_for_news(&mut self) {
        let Front::Working(me) = &self.front else {
            return;
        };
        let read = self.desk.read();
        let Ok(last) = read.last_seq() else {
            return;
        };
        if last == self.news.seen {
            return;
        }
        let new = read.since(self.news.seen, AT_ONCE).unwrap_or_default();
        self.news.seen = last;
        let now = self.desk.now();
        // What comes to someone who is away comes to whoever stands in.
        let mut mine = read.stands_in_for(&me.number, now).unwrap_or_default();
        mine.push(me.number.clone());
        let by_others = new
            .iter()
            .filter(|event| event.header.actor != me.number.as_str());
        let told: Vec<String> = by_others
            .filter_map(|event| {
                let what = self.what(event, &mine)?;
                let by = StaffNo(event.header.actor.clone());
                let subject = event.stream.subject();
                Some(say::line(self.lang, &what, &by, &subject, &self.names))
            })
            .collect();
        let count = told.len();
        let Some(line) = told.into_iter().next_back() else {
            return;
        };
        let before = self.news.note.as_ref().map_or(0, |(count, _)| *count);
        self.news.note = Some((before + count, line));
        self.news.noted_at = Some(now);
        let rang = self.news.rang_at;
        if rang.is_none_or(|at| now.seconds_since(at) >= RING_EVERY) {
            self.news.rang_at = Some(now);
            self.news.rings = true;
        }
    }

    /// What a fact is to one of these people, if it is something new for them.
    fn what(&self, event: &Recorded, mine: &[StaffNo]) -> Option<What> {
        let is_mine = |staff: &StaffNo| mine.contains(staff);
        match &event.fact {
            Fact::Inquiry(fact) => {
                let number = Number(event.stream.subject());
                of_inquiry(fact, is_mine, || self.is_held_by(&number, mine))
            }
            Fact::Shift(ShiftEvent::HandoverOpened { to, .. }) if is_mine(to) => Some(What::Shift),
            Fact::Office(OfficeEvent::WentAway(absence)) => {
                let stands_in = absence.substitute.as_ref().is_some_and(is_mine);
                match &event.stream {
                    Stream::Staff(who) if stands_in => Some(What::StandsIn(who.clone())),
                    _ => None,
                }
            }
            Fact::Shift(_) | Fact::Office(_) | Fact::Case(_) => None,
        }
    }

    fn is_held_by(&self, number: &Number, mine: &[StaffNo]) -> bool {
        let rows = self.desk.read().pending_of(number).unwrap_or_default();
        rows.first().is_some_and(|row| mine.contains(&row.holder))
    }

    /// A key was pressed: the note was read, unless it had only just come.
    pub(super) fn note_was_read(&mut self) {
        let now = self.desk.now();
        let fresh = |at: Moment| now.seconds_since(at) < UNREAD;
        if self.message.is_none() && !self.news.noted_at.is_some_and(fresh) {
            self.news.note = None;
        }
    }
}

fn of_inquiry(
    fact: &Event,
    is_mine: impl Fn(&StaffNo) -> bool,
    is_held: impl Fn() -> bool,
) -> Option<What> {
    if let Event::HandedOff { holder, .. } = fact {
        return is_mine(holder).then_some(What::Handed);
    }
    if let Event::Returned { .. } = fact {
        return is_held().then_some(What::Returned);
    }
    if let Event::Urged(urged) = fact {
        return is_mine(&urged.to).then_some(What::Urged(urged.count));
    }
    if let Event::Supervised(order) = fact {
        return is_mine(&order.to).then(|| What::Ordered(order.order.clone()));
    }
    if let Event::Reassigned(moved) = fact {
        return is_mine(&moved.holder).then_some(What::Reassigned);
    }
    if let Event::Reopened(again) = fact {
        return is_mine(&again.holder).then_some(What::Reopened);
    }
    None
}
