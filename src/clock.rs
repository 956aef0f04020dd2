//! Where the time comes from: the only caller of `now()`.

use crate::domain::time::Moment;

/// A source of the present.
pub trait Clock {
    /// The present instant.
    fn now(&self) -> Moment;
}

/// The machine's own clock, shifted by a fixed number of milliseconds.
///
/// A register made for trying out keeps such a shift, so that everything that
/// opens it lives in the same time.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock {
    /// Milliseconds added to the machine's time.
    pub shift_ms: i64,
}

impl SystemClock {
    /// A clock that shows `present` now and ticks on from there.
    pub fn starting_at(present: Moment) -> Self {
        Self {
            shift_ms: present.0 - Self::default().now().0,
        }
    }
}

impl Clock for SystemClock {
    #[expect(
        clippy::disallowed_methods,
        reason = "this is where the time comes from"
    )]
    fn now(&self) -> Moment {
        Moment(chrono::Utc::now().timestamp_millis() + self.shift_ms)
    }
}

/// A clock that stands still.
#[derive(Debug, Clone, Copy)]
pub struct FixedClock(pub Moment);

impl Clock for FixedClock {
    fn now(&self) -> Moment {
        self.0
    }
}

/// A clock that is moved by hand: the simulated time of a demonstration or a test.
#[derive(Debug, Clone, Default)]
pub struct ManualClock(std::rc::Rc<std::cell::Cell<i64>>);

impl ManualClock {
    /// A clock that shows `present` until it is moved.
    pub fn at(present: Moment) -> Self {
        Self(std::rc::Rc::new(std::cell::Cell::new(present.0)))
    }

    /// Moves the clock.
    pub fn set(&self, present: Moment) {
        self.0.set(present.0);
    }
}

impl Clock for ManualClock {
    fn now(&self) -> Moment {
        Moment(self.0.get())
    }
}
