//! The screens, one room each.

pub mod queue;

use super::screen::Screen;

/// Every screen, fresh, in the order of [`super::screen::ScreenId::ALL`].
pub fn all() -> Vec<Box<dyn Screen>> {
    vec![
        Box::new(queue::Queue::default()),
        Box::new(queue::Queue::default()),
        Box::new(queue::Queue::default()),
        Box::new(queue::Queue::default()),
    ]
}
