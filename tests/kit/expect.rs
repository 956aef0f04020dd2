//! What must hold at the counter.

use shouwen::domain::ids::ClockId;
use shouwen::domain::inquiry::event::Stop;
use shouwen::domain::inquiry::{ClockRun, Event, Inquiry, Stage};
use shouwen::store::Fact;

use super::{Counter, wall};

impl Counter {
    fn run(&self, clock: &str) -> ClockRun {
        let state = self.state();
        let run = state
            .clocks
            .iter()
            .rev()
            .find(|run| run.run.clock == ClockId::from(clock));
        run.cloned()
            .unwrap_or_else(|| panic!("{clock} never ran: {:#?}", state.clocks))
    }

    #[track_caller]
    pub fn expect_due(self, clock: &str, due: &str) -> Self {
        let run = self.run(clock);
        assert!(run.is_running(), "{clock} stopped: {:?}", run.stopped);
        assert_eq!(wall(run.run.due), due, "{clock}");
        self
    }

    /// Exactly these clocks run.
    #[track_caller]
    pub fn expect_running(self, clocks: &[&str]) -> Self {
        let state = self.state();
        let mut running: Vec<&str> = state
            .clocks
            .iter()
            .filter(|run| run.is_running())
            .map(|run| run.run.clock.as_str())
            .collect();
        running.sort_unstable();
        assert_eq!(running, clocks);
        self
    }

    #[track_caller]
    pub fn expect_met(self, clock: &str) -> Self {
        let stopped = self.run(clock).stopped.map(|(how, _)| how);
        assert_eq!(stopped, Some(Stop::Met), "{clock}");
        self
    }

    #[track_caller]
    pub fn expect_replaced(self, clock: &str) -> Self {
        let stopped = self.run(clock).stopped.map(|(how, _)| how);
        assert_eq!(stopped, Some(Stop::Replaced), "{clock}");
        self
    }

    /// Exactly these breaches stand on record, each with whose hands it was in.
    #[track_caller]
    pub fn expect_breaches(self, breaches: &[(&str, &str)]) -> Self {
        let story = self.story();
        let found: Vec<(&str, &str)> = story
            .iter()
            .filter_map(|event| match &event.fact {
                Fact::Inquiry(Event::Breached { clock, hands, .. }) => {
                    Some((clock.as_str(), hands.as_str()))
                }
                _ => None,
            })
            .collect();
        assert_eq!(found, breaches);
        self
    }

    #[track_caller]
    pub fn expect_stage(self, stage: Stage) -> Self {
        assert_eq!(self.state().stage, stage);
        self
    }

    #[track_caller]
    pub fn expect_holder(self, staff: &str) -> Self {
        assert_eq!(self.state().holder().as_str(), staff);
        self
    }

    /// Looks at the inquiry in the middle of a chain.
    #[track_caller]
    pub fn expect(self, look: impl FnOnce(&Inquiry)) -> Self {
        look(&self.state());
        self
    }

    /// How many facts of one kind the inquiry has.
    pub fn count(&self, kind: &str) -> usize {
        self.story()
            .iter()
            .filter(|event| match &event.fact {
                Fact::Inquiry(event) => serde_json::to_value(event).expect("json")["kind"] == kind,
                Fact::Shift(_) | Fact::Office(_) | Fact::Case(_) => false,
            })
            .count()
    }

    /// The record is whole and every view follows from it.
    #[track_caller]
    pub fn expect_whole(&self) {
        let audit = self.desk.store().audit().expect("an audit");
        assert_eq!(audit.differences, vec![], "the record is not whole");
    }
}
