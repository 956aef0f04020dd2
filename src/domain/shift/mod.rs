//! Shift handover: nothing is lost between the one who leaves and the one who comes.

mod decide;
mod event;
mod note;
mod press;
mod review;
mod state;

pub use decide::{ShiftGround, decide};
pub use event::{About, ShiftEvent};
pub use note::{EndNote, KeepNote, Note, NoteDone, NoteKept, NotePassed, notes};
pub use press::{Press, Stands};
pub use review::Review;
pub use state::{Handover, Item};
