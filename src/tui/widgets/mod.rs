//! What screens are built of. Each draws on a [`Canvas`](super::draw::Canvas)
//! and knows nothing of inquiries.

pub mod confirm;
pub mod dialog;
pub mod field;
pub mod frame;
pub mod list;
pub mod picker;
pub mod prompt;
pub mod table;
pub mod wrapped;

pub use confirm::Confirm;
pub use dialog::Dialog;
pub use field::{Edit, Field};
pub use list::{List, Step, mark};
pub use picker::{Choice, Pick, Picker};
pub use prompt::{Answer, Prompt};
pub use table::{Column, Table};
