//! The screens, one room each.

pub mod checklist;
pub mod handover;
#[cfg(test)]
mod kit;
