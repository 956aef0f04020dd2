//! When to wake up: as seldom as the screen stays true.

use std::time::{Duration, Instant};

/// How long the selection rests before the details of it are fetched and drawn,
/// so that a held key stays light.
pub const REST: Duration = Duration::from_millis(80);

/// How often other terminals' commits are looked for.
pub const LIVE: Duration = Duration::from_secs(1);

/// How often while someone types: an input method's window moves with each
/// frame, and a reader of countdowns is not typing.
pub const LIVE_TYPING: Duration = Duration::from_secs(5);

/// What is due when the poll returns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Due {
    /// The details shall follow the selection now.
    pub details: bool,
    /// Countdowns are to be reckoned again, and others' commits looked for.
    pub tick: bool,
}

/// The two alarms of the event loop.
#[derive(Debug, Clone, Copy)]
pub struct Pace {
    details: Option<Instant>,
    tick: Instant,
}

impl Pace {
    /// A pace whose first tick is due at once.
    pub fn new(now: Instant) -> Self {
        Self {
            details: None,
            tick: now,
        }
    }

    /// The selection moved: the details follow when it has rested.
    pub fn moved(&mut self, now: Instant) {
        self.details = Some(now + REST);
    }

    /// Whether the details shown are still of an earlier selection.
    pub fn details_wait(&self) -> bool {
        self.details.is_some()
    }

    /// Ticks again at once, because what is shown has changed.
    pub fn hurry(&mut self, now: Instant) {
        self.tick = now;
    }

    /// Until when the poll may sleep.
    pub fn deadline(&self) -> Instant {
        self.details
            .map_or(self.tick, |details| details.min(self.tick))
    }

    /// Takes what is due at `now`; the next tick comes after `every`.
    pub fn take(&mut self, now: Instant, every: Duration) -> Due {
        let details = self.details.is_some_and(|at| at <= now);
        if details {
            self.details = None;
        }
        let tick = self.tick <= now;
        if tick {
            self.tick = now + every;
        }
        Due { details, tick }
    }
}

/// After how long the next tick is wanted.
///
/// `nearest` is the working time left of the most pressing countdown on the
/// screen, in either direction: it is shown to the minute, and to the second
/// within its last two minutes. Ticks come at least every [`LIVE`], or every
/// [`LIVE_TYPING`] while a text field has the focus; drawing then sends only
/// the cells that changed. `watched` is false when nothing on the screen can
/// change by itself but the hour; then half a minute is enough.
pub fn tick_every(nearest: Option<Duration>, typing: bool, watched: bool) -> Duration {
    if typing {
        return LIVE_TYPING;
    }
    if watched || nearest.is_some_and(|left| left < LAST_SECONDS) {
        return LIVE;
    }
    match nearest {
        Some(left) if left < Duration::from_hours(24) => Duration::from_secs(10),
        Some(_) | None => Duration::from_secs(30),
    }
}

/// The end of a countdown, shown to the second.
pub const LAST_SECONDS: Duration = Duration::from_mins(2);

#[cfg(test)]
mod tests {
    use super::*;

    const MS: fn(u64) -> Duration = Duration::from_millis;

    #[test]
    fn details_follow_once_the_selection_rests() {
        let start = Instant::now();
        let mut pace = Pace::new(start);
        assert_eq!(
            pace.take(start, LIVE),
            Due {
                details: false,
                tick: true
            }
        );
        for step in 0..10 {
            let now = start + MS(step * 30);
            pace.moved(now);
            assert!(!pace.take(now, LIVE).details, "the key is still held");
        }
        assert_eq!(pace.deadline(), start + MS(270) + REST);
        assert!(pace.take(start + MS(350), LIVE).details);
        assert!(!pace.details_wait());
        assert_eq!(pace.deadline(), start + LIVE);
    }

    #[test]
    fn a_tick_late_is_one_tick() {
        let start = Instant::now();
        let mut pace = Pace::new(start);
        pace.take(start, LIVE);
        assert!(pace.take(start + MS(9500), LIVE).tick);
        assert!(!pace.take(start + MS(9600), LIVE).tick);
        pace.hurry(start + MS(9700));
        assert!(pace.take(start + MS(9700), LIVE).tick);
    }

    #[test]
    fn ticks_are_slow_far_from_due_and_while_typing() {
        let left = |secs| Some(Duration::from_secs(secs));
        assert_eq!(tick_every(left(30), false, false), Duration::from_secs(1));
        assert_eq!(tick_every(left(30), true, true), LIVE_TYPING);
        assert_eq!(tick_every(left(3600), false, true), LIVE);
        assert!(tick_every(left(3600), false, false) < tick_every(left(200_000), false, false));
        assert_eq!(tick_every(None, false, false), Duration::from_secs(30));
    }
}
