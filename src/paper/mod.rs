//! Slips, notices and handover sheets as text of a given width.
//!
//! Everything here is plain text of lines no wider than the paper, made from
//! plain values: nothing asks the record, and nothing that a person typed can
//! reach a printer as more than letters (see [`layout::printable`]).

pub mod bulletin;
pub mod form;
pub mod handover;
pub mod layout;
pub mod notice;
pub mod out;
pub mod qr;
pub mod slip;
