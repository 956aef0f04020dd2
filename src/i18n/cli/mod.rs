//! The sentences of the command line.

mod audit;
mod backup;
mod due;
mod fault;
mod read;
mod reference;
mod register;
mod rulebook;
mod usage;

pub use audit::*;
pub use backup::*;
pub use due::*;
pub use fault::*;
pub use read::*;
pub use reference::*;
pub use register::*;
pub use rulebook::*;
pub use usage::*;
