//! What those who oversee put on record: numbers that were checked, samples that were
//! drawn and asked, bulletins that were issued. None of it changes an inquiry.

mod bulletin;
mod contact;
mod exported;
mod sample;

pub use bulletin::{Issued, Line, figures, total};
pub use contact::{Checked, Contact, Standing, Whose, contacts};
pub use exported::Exported;
pub use sample::{Asked, Drawn, draw};
