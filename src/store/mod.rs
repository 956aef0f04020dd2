//! The register on disk: the only room that knows SQL.
//!
//! The log of events is the record; every other table is a view of it, written
//! by one function a table, both as events are appended and when the views are
//! made again or checked.

mod backup;
mod cases;
mod checkpoint;
mod credential;
mod error;
mod event;
mod export;
mod figures;
mod follow;
mod grounds;
mod holder;
mod integrity;
mod ledger;
mod lock;
mod making;
mod open;
mod oversight;
mod presence;
mod privacy;
mod private;
mod queue;
mod read;
mod rebuild;
mod reference;
mod restore;
mod returning;
mod said;
mod schema;
mod sought;
mod unfinished;
mod views;
mod wait;
mod write;

pub use backup::{Copied, Copying};
pub use cases::CaseRow;
pub use checkpoint::{Elsewhere, Seal, Sealed};
pub use credential::{Credential, CredentialCheck};
pub use error::StoreError;
pub use event::{Fact, Header, Recorded, Stream};
pub use export::{Field, Going, Part};
pub use figures::{Behind, Figure, Figures, Grouping, Heat, Held as HeldFor, Line, Of, Span};
pub use integrity::{Audit, Checkpoints, Difference};
pub use ledger::{Count, Side};
pub use making::Making;
pub use open::{Mode, Store};
pub use presence::AwayRow;
pub use queue::{Filter, Hands, Held, Order, Pending, View, Waits};
pub use read::{HandoverRow, InquiryRow, Read};
pub use rebuild::Rebuilt;
pub use reference::{MatterRow, OfficeFacts};
pub use restore::{Lost, Present, Restoring};
pub use returning::{FoundBy, Known};
pub use sought::{Sought, Standing};
pub use unfinished::Unfinished;
pub use write::Writer;
