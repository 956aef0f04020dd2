//! The screens, one room each.
pub mod register;
