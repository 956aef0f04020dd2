//! The screens, one room each.

pub mod checklist;
pub mod handover;
#[cfg(test)]
mod kit;
pub mod ledger;
mod papers;
mod posts;
pub mod queue;
pub mod register;
mod revealed;

use super::screen::Screen;

/// Every screen, fresh, in the order of [`super::screen::ScreenId::ALL`].
pub fn all() -> Vec<Box<dyn Screen>> {
    vec![
        Box::new(register::Register::default()),
        Box::new(queue::Queue::default()),
        Box::new(checklist::ChecklistScreen::default()),
        Box::new(handover::HandoverScreen::default()),
        Box::new(ledger::Ledger::default()),
    ]
}
